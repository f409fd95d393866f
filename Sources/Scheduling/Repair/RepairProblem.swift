import WorkTime

/// What a repair has to choose from: commitments that can still be kept, and the promises that limit them.
struct RepairProblem {
    let project: Project
    /// Those whose activities have not begun.
    let commitments: [Commitment]
    let nodes: [Int]
    /// The working position at which each starts when it is kept.
    let positions: [Int]
    let bounds: [PromiseBound]
    /// The early dates without any commitment.
    let free: PassTimes

    /// A promise, and what a repair has to keep of it.
    struct PromiseBound {
        let activity: ActivityID?
        let promised: CivilMinute
        /// As promised, or what can be attained where that is later.
        let limit: CivilMinute
        /// `nil` for what nothing moves any more.
        let measure: PromiseMeasure?
        /// Whether what was promised is done, in time or not.
        let isPast: Bool

        /// Whether it is yet to be kept, and cannot be.
        var isUnattainable: Bool { limit > promised && !isPast }
    }

    /// - Parameters:
    ///   - schedule: the plan without any commitment held.
    ///   - promised: other dates for some promises than the plan states.
    init(_ schedule: Schedule, _ commitments: [Commitment], promised: [ActivityID?: CivilMinute] = [:]) {
        let project = schedule.project
        self.project = project
        self.commitments = commitments
        nodes = commitments.map { commitment in
            guard let node = project.index(of: commitment.activity) else {
                preconditionFailure("“\(commitment.activity)”, which is committed, is not in the plan")
            }
            return node
        }
        positions = zip(commitments, nodes).map { commitment, node in
            project.calendar(of: node).firstEvent(notBefore: commitment.date).position
        }
        bounds = schedule.promiseBounds(promised)
        free = project.repairTimes(project.network)
    }

    // MARK: Passes

    /// The early dates with some commitments held.
    func times(holding places: [Int]) -> PassTimes { project.repairTimes(network(holding: places)) }

    func network(holding places: [Int]) -> Network {
        places.reduce(project.network) { $0.holding(nodes[$1], at: commitments[$1].date) }
    }

    /// Whether a commitment starts on its date.
    func isKept(_ place: Int, in times: PassTimes) -> Bool { times.starts[nodes[place]].position == positions[place] }

    /// Whether a commitment starts after its date.
    func isLate(_ place: Int, in times: PassTimes) -> Bool { times.starts[nodes[place]].position > positions[place] }

    /// Whether a hard date or someone's hand holds it at another date, or its own date in the plan is an earlier one.
    func isHeldElsewhere(_ place: Int) -> Bool {
        let node = nodes[place]
        if project.network.rules(of: node).anchor != nil { return !isKept(place, in: free) }
        let calendar = project.calendar(of: node)
        return project.activities[node].constraints.contains { constraint in
            switch constraint {
            case .mustStartOn(let date):
                calendar.firstEvent(notBefore: date.asLatestStart(on: calendar)).position < positions[place]
            case .mustFinishOn(let date):
                calendar.position(of: date.asFinish(on: calendar)).count
                    < positions[place] + project.network.durations[node]
            default: false
            }
        }
    }

    /// The first promise that misses its limit.
    func missedBound(in times: PassTimes) -> PromiseBound? {
        bounds.first { bound in
            bound.measure.map { $0.forecast(times, on: project.network) > bound.limit } ?? false
        }
    }

    // MARK: Chains

    /// What leads to the start of a commitment's activity when others are held.
    func chain(to place: Int, holding held: [Int]) -> CausalChain {
        let kept = project.keeping(held.map { commitments[$0] })
        let early = held.isEmpty ? free : times(holding: held)
        let trace = ChainTrace(
            kept.network, of: kept, early: early, to: nodes[place], atFinish: false,
            since: held.isEmpty ? nil : free, from: held.first.map { nodes[$0] })
        return CausalChain(trace, on: kept.network, of: kept, early: early)
    }

    /// What leads from one held commitment to what a promise speaks of.
    func chain(to bound: PromiseBound, holding place: Int) -> CausalChain? {
        let (kept, early) = (project.keeping([commitments[place]]), times(holding: [place]))
        guard let measure = bound.measure else { return nil }
        let latest = measure.forecast(early, on: kept.network)
        let last = measure.nodes.first { kept.network.calendar(of: $0).instant(of: early.finishes[$0]) == latest }
        guard let last else { return nil }
        let trace = ChainTrace(
            kept.network, of: kept, early: early, to: last, atFinish: true, since: free, from: nodes[place])
        return CausalChain(trace, on: kept.network, of: kept, early: early)
    }
}

extension Project {
    /// The early dates of a changed network of this plan, as its schedule finds them.
    fileprivate func repairTimes(_ network: Network) -> PassTimes {
        let early = network.forwardPass()
        guard postponesByTotalFloat else { return early }
        var project = self
        project.network = network
        return project.schedule(early: early).times.early
    }

    /// Whether work is planned as late as possible in the manner that takes its successors along.
    private var postponesByTotalFloat: Bool {
        conventions.postponesByTotalFloat && network.rules.values.contains(where: \.isPostponed)
    }

    /// Whether early dates are, for each activity, the latest of what each cause demands by itself.
    ///
    /// Not so where a length follows from a date, where a date goes before links, and where work is put off to a latest
    /// date that follows from the finish of the plan.
    var hasSeparateCauses: Bool {
        !postponesByTotalFloat
            && !network.rules.values.contains { rules in
                rules.expectedFinish != nil || rules.honouredStart != nil || rules.honouredFinish != nil
                    || rules.levelingDelay != nil
            }
    }
}

extension Schedule {
    fileprivate func promiseBounds(_ promised: [ActivityID?: CivilMinute]) -> [RepairProblem.PromiseBound] {
        let parts = deadlines.contains { $0.activity != nil } ? summaryParts : [:]
        return deadlines.map { deadline in
            let date = promised[deadline.activity] ?? deadline.promised
            return RepairProblem.PromiseBound(
                activity: deadline.activity, promised: date, limit: max(date, deadline.forecast),
                measure: measure(of: deadline, parts), isPast: deadline.activity.map(isComplete) ?? false)
        }
    }

    private func isComplete(_ id: ActivityID) -> Bool {
        project.index(of: id).map { project.activities[$0].isComplete } ?? false
    }

    private func measure(of deadline: DeadlineForecast, _ parts: [Int: [Int]]) -> PromiseMeasure? {
        guard let id = deadline.activity else { return planMeasure(promised: deadline.promised) }
        guard let index = project.index(of: id), !project.activities[index].isComplete else { return nil }
        let measure = deadlineMeasure(of: index, deadline.promised, parts)
        return measure.nodes.isEmpty ? nil : measure
    }
}
