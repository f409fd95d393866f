import WorkTime

extension Schedule {
    /// Every promise and date that cannot be kept: what leads past it, and what would help.
    ///
    /// Empty where the schedule is feasible. The promise of the plan comes first, then those of activities in file order.
    ///
    /// - Complexity: O(activities + links) for each trial; `effort` bounds how many there are.
    public func conflicts(effort: ConflictEffort = .standard) -> [Conflict] {
        let missed = missedPromises().map { ConflictWriter(self, $0.measure, forecast: $0.forecast) }
        let worst = Set(
            missed.indices.sorted { (missed[$1].missedBy, $0) < (missed[$0].missedBy, $1) }.prefix(effort.conflicts))
        let visits = max(1, project.network.count + project.network.ties.count)
        var passes = effort.visits / visits
        return missed.indices.map { place in
            let share = worst.contains(place) ? min(passes, effort.visits / visits / max(1, worst.count)) : 0
            return missed[place].conflict(effort: effort, passes: share, spent: &passes)
        }
    }
}

/// Puts one conflict together.
private struct ConflictWriter {
    let schedule: Schedule
    let measure: PromiseMeasure
    let forecast: CivilMinute
    private let early: PassTimes
    /// `nil` where no driving chain leads to what is shown: finished work, and what goes along with others.
    private let trace: ChainTrace?

    init(_ schedule: Schedule, _ measure: PromiseMeasure, forecast: CivilMinute) {
        self.schedule = schedule
        self.measure = measure
        self.forecast = forecast
        early = schedule.times.early.replacing(measure)
        let isActual = measure.nodes.allSatisfy { schedule.project.activities[$0].isComplete }
        trace = isActual ? nil : measure.trace(early, on: measure.network)
    }

    var missedBy: WorkMinutes { measure.gain(from: forecast, to: measure.promised) }

    func conflict(effort: ConflictEffort, passes: Int, spent: inout Int) -> Conflict {
        var search = RelaxationSearch(measure, schedule.times, effort, passes: passes)
        let tried = passes > 0 ? trace.map { search.triedNodes(of: $0).count } ?? 0 : 0
        let single = singles(&search)
        var together: [Relaxation] = []
        if !single.isEmpty, !single.contains(where: { $0.meetsPromise && $0.relaxation.change.isWithinPlan }) {
            together = inOrder(search.together(from: forecast))
        }
        spent -= passes - max(0, search.passes)
        return Conflict(
            promise: measure.promise, promised: measure.promised, forecast: forecast, missedBy: missedBy, chain: chain,
            relaxations: single.rankedWith(measure.moved(to: forecast)), together: together,
            untried: Set(trace?.steps.map(\.node) ?? []).count - tried)
    }

    // MARK: Chain

    private var chain: CausalChain {
        let project = schedule.project
        if let trace {
            let last = trace.steps[trace.steps.count - 1].node
            let chain = CausalChain(trace, on: measure.network, of: project, early: early)
            return chain.reaching(forecast, project.activities[last].id)
        }
        let id = measure.promise.activity ?? project.activities[0].id
        let dates = schedule[id]
        let index = project.index(of: id) ?? 0
        return CausalChain(
            of: id, from: dates?.start ?? forecast, to: forecast, on: project.calendar(of: index),
            project.activities[index].isComplete ? .actual : .others)
    }

    // MARK: Changes

    private func singles(_ search: inout RelaxationSearch) -> [RankedRelaxation] {
        guard let trace, measure.forecast(early, on: measure.network) == forecast else { return [] }
        let pulls = search.pulls(along: trace, early, on: measure.network, forecast: forecast)
        return pulls.map { pull in
            let relaxation = measure.relaxation(pull, on: measure.network, before: forecast)
            return RankedRelaxation(relaxation: relaxation, size: pull.size ?? relaxation.gain.count)
        }
    }

    /// Changes that are made one after another, each with what it adds.
    private func inOrder(_ pulls: [RelaxationSearch.Pull]) -> [Relaxation] {
        var network = measure.network
        var before = forecast
        return pulls.map { pull in
            defer {
                network = network.pulling(pull.lever, by: pull.amount)
                before = pull.forecast
            }
            return measure.relaxation(pull, on: network, before: before)
        }
    }
}

extension PassTimes {
    /// Early dates in which a node that a date pins stands where its links let it.
    fileprivate func replacing(_ measure: PromiseMeasure) -> PassTimes {
        guard case .constraint = measure.promise, let node = measure.nodes.first else { return self }
        var times = self
        times.set(node, measure.network.earlySpan(of: node, in: self))
        return times
    }
}

extension RelaxationSearch.Pull {
    /// How much is changed, in minutes; `nil` for what is all or nothing.
    fileprivate var size: Int? {
        switch lever {
        case .duration, .lag, .lead, .date, .start: amount
        case .noDate, .noDelay, .calendar: nil
        }
    }
}

/// A relaxation and how large the change is.
private struct RankedRelaxation {
    var relaxation: Relaxation
    var size: Int
    var meetsPromise: Bool { relaxation.meetsPromise }
}

extension [RankedRelaxation] {
    /// Those that keep the promise first, the smallest change first; then by gain; equals in their order.
    fileprivate func rankedWith(_ promise: Relaxation) -> [Relaxation] {
        let all = self + [RankedRelaxation(relaxation: promise, size: promise.gain.count)]
        return all.enumerated().sorted { one, other in
            let (left, right) = (one.element, other.element)
            if left.meetsPromise != right.meetsPromise { return left.meetsPromise }
            let first = left.meetsPromise ? left.size : -left.relaxation.gain.count
            let second = right.meetsPromise ? right.size : -right.relaxation.gain.count
            return (first, one.offset) < (second, other.offset)
        }.map(\.element.relaxation)
    }
}
