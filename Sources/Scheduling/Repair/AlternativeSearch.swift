import WorkTime

extension Schedule {
    /// Changes of the plan that would save a promise or a commitment, each with the repair of the plan so changed.
    ///
    /// They are sought along the chain of each reason: work done in less time or overlapped, waiting cut short, dates moved,
    /// an earlier start; and promises made later. Minutes are the fewest that have their effect. Changes are tried one at a
    /// time, and together where no single one is enough; those first that save what they are tried for.
    ///
    /// - Parameters:
    ///   - repair: that of this schedule, with the same commitments.
    ///   - effort: bounds how many are tried; what is left over is counted.
    public func alternatives(
        to repair: Repair, keeping commitments: [Commitment], effort: RepairEffort = .standard
    ) -> RepairAlternatives {
        let search = AlternativeSearch(self, repair, commitments, effort)
        let candidates = search.candidates()
        let most = effort.repairs(of: self, commitments: commitments.count)
        let tried = candidates.prefix(most).map { search.alternative($0) }
        return RepairAlternatives(
            Array(tried), untried: candidates.count - tried.count, unsought: search.unsought)
    }
}

/// Looks for changes along the chains of a repair.
private struct AlternativeSearch {
    private let schedule: Schedule
    private let repair: Repair
    private let commitments: [Commitment]
    private let problem: RepairProblem
    private let effort: RepairEffort
    /// Forward passes that all searches together may run.
    private let passes: Int
    /// What comes too late: missed promises first, then commitments, the most expensive first.
    private var troubles: [Trouble] = []
    /// How much of that no change is sought for.
    private(set) var unsought = 0

    /// A change that helps by itself, and what it does to what it was sought for.
    struct Candidate {
        var change: RepairAlternative.Change
        var gain: WorkMinutes
        var saves: Bool
        /// The network so changed; `nil` where only a promise is.
        var network: Network?
        var promised: [ActivityID?: CivilMinute] = [:]

        /// Whether it changes the plan between its two ends.
        var isWithinPlan: Bool {
            if case .relaxation(let change) = change { change.isWithinPlan } else { true }
        }
    }

    init(_ schedule: Schedule, _ repair: Repair, _ commitments: [Commitment], _ effort: RepairEffort) {
        self.schedule = schedule
        self.repair = repair
        self.commitments = commitments
        self.effort = effort
        problem = RepairProblem(schedule, repair.kept + repair.moved.map(\.commitment))
        passes = effort.search.visits / max(1, schedule.project.network.count + schedule.project.network.ties.count)
        let all = missedPromises() + repair.moved.byCost.compactMap { trouble(of: $0) }
        troubles = Array(all.prefix(effort.search.conflicts))
        unsought = all.count - troubles.count
    }

    // MARK: Finding

    /// Each change once, those that save what they were sought for first.
    func candidates() -> [Candidate] {
        var found = laterPromises()
        for trouble in troubles { found += changes(for: trouble, share: passes / max(1, troubles.count)) }
        var seen: Set<RepairAlternative.Change> = []
        let unique = found.filter { seen.insert($0.change).inserted }
        return unique.filter(\.saves) + unique.filter { !$0.saves }
    }

    /// A start or a promise that comes too late, and the commitment that is held while it does.
    private struct Trouble {
        var measure: PromiseMeasure
        var held: Int?
    }

    private func missedPromises() -> [Trouble] {
        problem.bounds.filter(\.isUnattainable).compactMap { bound in
            bound.measure.map { Trouble(measure: $0.holding(nil, in: problem, by: bound.promised)) }
        }
    }

    private func trouble(of moved: MovedCommitment) -> Trouble? {
        guard let own = place(of: moved.commitment.activity) else { return nil }
        switch moved.reason {
        case .pushed: return Trouble(measure: start(of: own, holding: nil))
        case .wouldPush(let id, _):
            return place(of: id).map { Trouble(measure: start(of: $0, holding: own), held: own) }
        case .pushedBy(let id, _):
            return place(of: id).map { Trouble(measure: start(of: own, holding: $0), held: $0) }
        case .wouldMiss(let promise, _):
            guard let bound = problem.bounds.first(where: { $0.activity == promise }) else { return nil }
            return bound.measure.map { Trouble(measure: $0.holding(own, in: problem, by: bound.limit), held: own) }
        case .held, .tried: return nil
        }
    }

    private func place(of activity: ActivityID) -> Int? {
        problem.commitments.firstIndex { $0.activity == activity }
    }

    /// The start of a commitment as something that has to be there by its date.
    private func start(of place: Int, holding held: Int?) -> PromiseMeasure {
        let commitment = problem.commitments[place]
        let calendar = schedule.project.calendar(of: problem.nodes[place])
        let measure = PromiseMeasure(
            promise: .constraint(commitment.activity, commitment.constraint), project: schedule.project,
            network: schedule.project.network, nodes: [problem.nodes[place]], atFinish: false,
            promised: commitment.date, calendar: calendar)
        return measure.holding(
            held, in: problem, by: calendar.instant(of: WorkEvent(position: problem.positions[place], role: .start)))
    }

    /// Single changes, and where none of them is enough, several together.
    private func changes(for trouble: Trouble, share: Int) -> [Candidate] {
        let (measure, network) = (trouble.measure, trouble.measure.network)
        let early = measure.early(network)
        let forecast = measure.forecast(early, on: network)
        guard let trace = measure.trace(early, on: network), forecast > measure.promised else { return [] }
        var search = RelaxationSearch(measure, schedule.times, effort.search, passes: share)
        let singles = search.pulls(along: trace, early, on: network, forecast: forecast).compactMap { pull in
            candidate([pull], trouble, from: forecast)
        }
        guard !singles.contains(where: { $0.saves && $0.isWithinPlan }) else { return singles }
        let several = search.together(from: forecast)
        return singles + (several.isEmpty ? [] : [candidate(several, trouble, from: forecast)].compactMap(\.self))
    }

    /// Changes as they are made one after another; `nil` where one of them moves a commitment.
    private func candidate(_ pulls: [RelaxationSearch.Pull], _ trouble: Trouble, from forecast: CivilMinute)
        -> Candidate?
    {
        guard let last = pulls.last, !pulls.contains(where: { movesCommitment($0.lever, trouble) }) else { return nil }
        let measure = trouble.measure
        var (held, changed) = (measure.network, schedule.project.network)
        var changes: [Relaxation.Change] = []
        for pull in pulls {
            changes.append(measure.relaxation(pull, on: held, before: forecast).change)
            held = held.pulling(pull.lever, by: pull.amount)
            changed = changed.pulling(pull.lever, by: pull.amount)
        }
        return Candidate(
            change: changes.count == 1 ? .relaxation(changes[0]) : .together(changes),
            gain: measure.gain(from: forecast, to: last.forecast), saves: last.forecast <= measure.promised,
            network: changed)
    }

    /// To move the date that is held is what the repair itself weighs.
    private func movesCommitment(_ lever: Lever, _ trouble: Trouble) -> Bool {
        guard let held = trouble.held else { return false }
        switch lever {
        case .date(let node, let date), .noDate(let node, let date):
            return node == problem.nodes[held] && date.constraint == problem.commitments[held].constraint
        default: return false
        }
    }

    /// Promises that cannot be met, and those for whose sake a commitment moves, at the dates at which they would be kept.
    private func laterPromises() -> [Candidate] {
        let missed = repair.unattainable.map { ($0.activity, $0.attainable) }
        let spared = repair.moved.compactMap { moved -> (ActivityID?, CivilMinute)? in
            guard case .wouldMiss(let promise, let chain) = moved.reason else { return nil }
            return (promise, chain.end)
        }
        return (missed + spared).compactMap { promise, date in
            guard let bound = problem.bounds.first(where: { $0.activity == promise }) else { return nil }
            return Candidate(
                change: .relaxation(.movePromise(promise.map { .deadline($0) } ?? .finishBy, to: date)),
                gain: schedule.project.calendar.work(from: bound.promised, to: date), saves: true,
                promised: [promise: date])
        }
    }

    // MARK: Trying

    func alternative(_ candidate: Candidate) -> RepairAlternative {
        var changed = schedule
        if let network = candidate.network {
            var project = schedule.project
            project.network = network
            changed = project.schedule()
        }
        let outcome = RepairOutcome(changed.repair(keeping: commitments, promised: candidate.promised))
        return RepairAlternative(candidate.change, outcome, gain: candidate.gain)
    }
}

extension [MovedCommitment] {
    /// The most expensive first, equals in their order.
    fileprivate var byCost: [MovedCommitment] {
        enumerated().sorted { left, right in
            (right.element.commitment.cost, left.offset) < (left.element.commitment.cost, right.offset)
        }.map(\.element)
    }
}

extension PromiseMeasure {
    /// The same measure on the plan with one commitment held, or none, to be kept by another date.
    fileprivate func holding(_ place: Int?, in problem: RepairProblem, by promised: CivilMinute) -> PromiseMeasure {
        let held = problem.project.keeping(place.map { [problem.commitments[$0]] } ?? [])
        return PromiseMeasure(
            promise: promise, project: held, network: held.network, nodes: nodes, atFinish: atFinish,
            promised: promised, calendar: calendar)
    }
}
