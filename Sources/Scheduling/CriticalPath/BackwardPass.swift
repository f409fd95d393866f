package import WorkTime

extension Network {
    /// The late dates: every node as late as its successors, the finish of the project, promises and dates allow.
    ///
    /// A finish is given in the latest role that its bounds allow, so that what depends on it is not bound too tightly;
    /// ``settled(_:)`` gives the roles for a reader.
    ///
    /// Going backwards, each node hands what it allows to its predecessors, over the links that end in it: so the pass
    /// needs no list of successors.
    ///
    /// - Parameter finish: the finish of the project, which no node may pass.
    /// - Complexity: as the forward pass.
    package func backwardPass(finish: CivilMinute) -> PassTimes {
        var late = PassTimes(count: count)
        findLate(&late, finish: finish)
        return late
    }

    /// The same, in the place of other dates.
    func findLate(_ late: inout PassTimes, finish: CivilMinute) {
        let horizon = lateHorizon(finish: finish)
        let projectFinish = calendars.map { $0.lastEvent(notAfter: horizon) }
        late.withColumns { late in
            withColumns { columns in
                // Until a node is visited, its slots hold what its successors allow.
                for node in 0..<count {
                    late.starts[node] = .distantFuture
                    late.finishes[node] = projectFinish[Int(columns.calendarOf[node])]
                }
                for place in stride(from: count - 1, through: 0, by: -1) {
                    let node = columns.node(at: place)
                    let traits = columns.traits[node]
                    guard !traits.contains(.isIdle) else { continue }
                    let allowance = Allowance(start: late.starts[node], finish: late.finishes[node])
                    late.set(
                        node,
                        traits.contains(.hasRules)
                            ? ruledLateSpan(of: node, allowance)
                            : lateSpan(traits, allowance, lasting: columns.durations[node]))
                    handOn(node, late, columns)
                }
            }
        }
    }

    /// Gives what a node allows to its predecessors.
    @inline(__always)
    private func handOn(_ node: Int, _ late: EventColumns, _ columns: NetworkColumns) {
        let hasRules = columns.traits[node].contains(.hasRules)
        for index in columns.incoming(node) {
            let tie = columns.ties[index]
            guard !tie.traits.contains(.isInertBackward) else { continue }
            let held = late.targetEvent(of: tie)
            let event = latestSourceEvent(over: tie, from: hasRules ? undelayed(held, behind: tie) : held)
            if tie.relationship.leavesFinish {
                late.lower(finish: event, of: Int(tie.source))
            } else {
                late.lower(start: event, of: Int(tie.source))
            }
        }
    }

    /// Where late dates begin.
    package func lateHorizon(finish: CivilMinute) -> CivilMinute {
        guard let promisedFinish else { return finish }
        return beginsLateDatesAtPromise ? promisedFinish : min(finish, promisedFinish)
    }

    /// When the first work must begin so that all is done by a date.
    func latestBeginning(finish: CivilMinute) -> CivilMinute {
        let late = backwardPass(finish: finish)
        let starts = (0..<activityCount).lazy.filter { !self.traits[$0].contains(.isIdle) }
            .map { self.calendar(of: $0).instant(of: late.starts[$0]) }
        return starts.min() ?? finish
    }

    /// Both ends of one node, given what its successors allow.
    @inline(__always)
    func lateSpan(of node: Int, _ allowance: Allowance) -> WorkSpan {
        traits[node].contains(.hasRules)
            ? ruledLateSpan(of: node, allowance) : lateSpan(traits[node], allowance, lasting: durations[node])
    }

    @inline(__always)
    private func lateSpan(_ traits: NodeTraits, _ allowance: Allowance, lasting duration: Int) -> WorkSpan {
        let position = allowance.latestStart(lasting: duration)
        guard duration == 0 else {
            let role = allowance.finish.code == (position + duration) << 1 ? InstantRole.finish : .start
            return WorkSpan(from: position, lasting: duration, finishRole: role)
        }
        if traits.contains(.readsAsStart) { return WorkSpan(at: WorkEvent(position: position, role: .start)) }
        if traits.contains(.readsAsFinish) { return WorkSpan(at: WorkEvent(position: position, role: .finish)) }
        return WorkSpan(at: min(allowance.finish, allowance.start))
    }

    private func ruledLateSpan(of node: Int, _ linked: Allowance) -> WorkSpan {
        let rules = rules(of: node)
        let calendar = calendar(of: node)
        var allowance = linked
        if let date = rules.latestFinish { allowance.lowerFinish(calendar.lastEvent(notAfter: date)) }
        if let date = rules.latestStart { allowance.lowerStart(calendar.lastEvent(notAfter: date)) }
        guard let anchor = rules.anchor else { return lateSpan(traits[node], allowance, lasting: durations[node]) }
        if anchor.holdsLateDates { return WorkSpan(start: anchor.start, finish: anchor.finish) }
        return lateSpan(traits[node], allowance, lasting: anchor.remaining)
    }

    /// The late event of a target's tied end, before a delay that levelling puts between it and its links.
    func undelayed(_ event: WorkEvent, behind tie: Tie) -> WorkEvent {
        let target = Int(tie.target)
        guard traits[target].contains(.hasRules), tie.relationship.entersStart, let delay = rules[target]?.levelingDelay
        else { return event }
        return calendar(of: target).event(event, before: delay)
    }
}

/// The events that a node's start and finish may not come after.
struct Allowance {
    var start: WorkEvent
    var finish: WorkEvent

    init(start: WorkEvent = .distantFuture, finish: WorkEvent) {
        self.start = start
        self.finish = finish
    }

    mutating func lowerStart(_ event: WorkEvent) { start = min(start, event) }
    mutating func lowerFinish(_ event: WorkEvent) { finish = min(finish, event) }

    /// Work that must start by some Saturday must have its first minute before: Friday 17:59, not Monday.
    @inline(__always)
    func latestStart(lasting duration: Int) -> Int {
        let isInAGap = duration > 0 && start.code & 1 == 0
        return min(finish.position - duration, start.position - (isInAGap ? 1 : 0))
    }
}
