import WorkTime

extension Schedule {
    /// The plan that meets its promises with the commitments moved that cost least.
    ///
    /// *What is asked.* A set of commitments can be kept when the forward pass that holds each at its date, as a start no
    /// earlier than, starts each of them exactly there and keeps every promise. A promise that even the plan without any
    /// commitment misses cannot be met by moving: it is kept to what that plan attains. The dates that bind activities in the
    /// plan itself, mandatory ones among them, stay as they are.
    ///
    /// *Why pairs are enough.* Every step of a forward pass is monotone and takes the latest of its demands, so an early date
    /// is the latest of what each held commitment demands by itself. Whatever goes wrong in a set therefore goes wrong by
    /// one member: it cannot be kept at all (the plan without commitments starts it later, or alone it breaks a promise), or
    /// it pushes one other member past its date. That one pushes another is a strict order: if *a* makes *b* late, and *b*
    /// at its date makes *c* late, *a* makes *c* late. So the sets that can be kept are the antichains of that order among
    /// the commitments that can be kept alone, and the heaviest of these is found exactly, by a maximum flow.
    ///
    /// *Equals.* Of several that cost the same, the one that moves fewer commitments is taken, then the one that keeps those
    /// that push rather than those that are pushed: what comes first is the hardest to move.
    ///
    /// *Where this does not hold*, because a length follows from an expected finish, dates go before links, levelling puts
    /// work off or work that takes its successors along is done as late as possible, the choice is tried whole; when it
    /// fails, commitments are kept one after another, the most expensive first, as long as the plan holds. See
    /// ``Repair/isProven``.
    ///
    /// - Parameter commitments: one of each activity at most; those of activities that are not in the plan or not scheduled
    ///   by themselves are left out.
    /// - Precondition: the plan is not counted back from its finish, and `self` is its schedule as it stands.
    /// - Complexity: O(commitments × (activities + links)), and the flow between the commitments.
    public func repair(keeping commitments: [Commitment]) -> Repair { repair(keeping: commitments, promised: [:]) }

    func repair(keeping commitments: [Commitment], promised: [ActivityID?: CivilMinute]) -> Repair {
        precondition(!project.isScheduledFromFinish, "a plan that is counted back from its finish has no repair")
        let known = commitments.filter { project.index(of: $0.activity).map(project.isWorked) ?? false }
        let begun = known.filter { commitment in
            project.index(of: commitment.activity).map { project.activities[$0].isStarted } ?? false
        }
        let open = known.filter { !begun.contains($0) }
        var choice = RepairChoice(RepairProblem(self, open, promised: promised))
        let schedule = choice.settle()
        return Repair(
            schedule: schedule, kept: choice.kept.map { open[$0] }, moved: choice.moved(in: schedule), begun: begun,
            unattainable: choice.problem.bounds.filter { $0.limit > $0.promised }.map {
                UnattainablePromise(activity: $0.activity, promised: $0.promised, attainable: $0.limit)
            }, isProven: choice.isProven)
    }
}

/// Which commitments are kept, and why the others are not.
struct RepairChoice {
    let problem: RepairProblem
    /// Places of those that are kept, ascending.
    private(set) var kept: [Int] = []
    private(set) var isProven: Bool
    private var reasons: [Int: RepairReason] = [:]
    /// By place, those that it pushes past their dates when it is kept.
    private var pushed: [[Int]]

    init(_ problem: RepairProblem) {
        self.problem = problem
        isProven = problem.project.hasSeparateCauses
        pushed = Array(repeating: [], count: problem.commitments.count)
        let possible = problem.commitments.indices.filter { isPossible($0) }
        keepHeaviest(of: possible)
        explainRest(of: possible)
    }

    // MARK: Choosing

    /// Whether a commitment can be kept by itself; if so, finds whom it pushes, and if not, why.
    private mutating func isPossible(_ place: Int) -> Bool {
        guard !problem.isHeldElsewhere(place) else {
            reasons[place] = .held(problem.chain(to: place, holding: []))
            return false
        }
        guard !problem.isLate(place, in: problem.free) else {
            reasons[place] = .pushed(problem.chain(to: place, holding: []))
            return false
        }
        let times = problem.times(holding: [place])
        if let missed = problem.missedBound(in: times), let chain = problem.chain(to: missed, holding: place) {
            reasons[place] = .wouldMiss(missed.activity, chain)
            return false
        }
        pushed[place] = problem.commitments.indices.filter { $0 != place && problem.isLate($0, in: times) }
        return true
    }

    private mutating func keepHeaviest(of possible: [Int]) {
        let numbers = Dictionary(uniqueKeysWithValues: possible.enumerated().map { ($1, $0) })
        let antichain = HeaviestAntichain(
            // One more kept weighs nothing against a cost, and decides between equal costs.
            weights: possible.map { problem.commitments[$0].cost * (possible.count + 1) + 1 },
            above: possible.map { pushed[$0].compactMap { numbers[$0] } })
        kept = antichain.members.map { possible[$0] }
    }

    /// Whoever is left out is comparable with someone who is kept, or it could be kept too.
    private mutating func explainRest(of possible: [Int]) {
        let isKept = Set(kept)
        for place in possible where !isKept.contains(place) {
            if let other = kept.first(where: { pushed[$0].contains(place) }) {
                let id = problem.commitments[other].activity
                reasons[place] = .pushedBy(id, problem.chain(to: place, holding: [other]))
            } else if let other = kept.first(where: { pushed[place].contains($0) }) {
                let id = problem.commitments[other].activity
                reasons[place] = .wouldPush(id, problem.chain(to: other, holding: [place]))
            }
        }
    }

    // MARK: Proving

    /// The plan with the choice, which is changed where the plan does not hold.
    mutating func settle() -> Schedule {
        let schedule = scheduleKeeping(kept)
        if holds(schedule, kept) { return schedule }
        isProven = false
        return keepOneAfterAnother()
    }

    private func scheduleKeeping(_ places: [Int]) -> Schedule {
        problem.project.keeping(places.map { problem.commitments[$0] }).schedule()
    }

    private func holds(_ schedule: Schedule, _ places: [Int]) -> Bool {
        let limits = Dictionary(problem.bounds.map { ($0.activity, $0.limit) }) { first, _ in first }
        return places.allSatisfy { problem.isKept($0, in: schedule.times.early) }
            && schedule.deadlines.allSatisfy { $0.forecast <= limits[$0.activity] ?? $0.forecast }
    }

    private mutating func keepOneAfterAnother() -> Schedule {
        var (found, schedule): ([Int], Schedule) = ([], scheduleKeeping([]))
        let costs = problem.commitments.map(\.cost)
        let open = costs.indices.filter { !problem.isHeldElsewhere($0) }
        for place in open.sorted(by: { (costs[$1], $0) < (costs[$0], $1) }) {
            let tried = scheduleKeeping(found + [place])
            if holds(tried, found + [place]) {
                found.append(place)
                schedule = tried
            } else if reasons[place]?.isOfItself != true {
                reasons[place] = .tried
            }
        }
        kept = found.sorted()
        return schedule
    }

    func moved(in schedule: Schedule) -> [MovedCommitment] {
        let isKept = Set(kept)
        return problem.commitments.indices.filter { !isKept.contains($0) }.map { place in
            MovedCommitment(
                commitment: problem.commitments[place], forecast: schedule.activities[problem.nodes[place]].start,
                reason: reasons[place] ?? .tried)
        }
    }
}
