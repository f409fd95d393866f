import WorkTime

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
