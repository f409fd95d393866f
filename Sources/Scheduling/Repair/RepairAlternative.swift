public import WorkTime

/// A change of the plan, and the repair that it leads to.
public struct RepairAlternative: Hashable, Sendable {
    public let change: Change
    public let outcome: RepairOutcome
    /// By how much what it was tried for comes forward, in working minutes: a promise that cannot be met, or the start of a
    /// commitment that moves. For a promise that is made later: by how much.
    public let gain: WorkMinutes

    public init(_ change: Change, _ outcome: RepairOutcome, gain: WorkMinutes) {
        self.change = change
        self.outcome = outcome
        self.gain = gain
    }

    public enum Change: Hashable, Sendable {
        /// Less time, more people at once, an earlier start, or a promise of a later date.
        case relaxation(Relaxation.Change)
        /// Several of these, where no single one is enough and none can be left out.
        case together([Relaxation.Change])
        /// An approval in fewer rounds than were agreed.
        case fewerRounds(ActivityID, from: Int, to: Int)

        /// The stable name of the kind.
        public var kind: String {
            switch self {
            case .relaxation(let change): change.kind
            case .together: "together"
            case .fewerRounds: "fewer-rounds"
            }
        }
    }
}

/// What a repair comes to: the price of an alternative.
public struct RepairOutcome: Hashable, Sendable {
    /// What the commitments cost that still move.
    public let cost: Int
    public let moved: [ActivityID]
    /// The promises that still cannot be met; `nil` stands for that of the whole plan.
    public let missed: [ActivityID?]
    /// When all of the plan finishes then.
    public let finish: CivilMinute

    public init(_ repair: Repair) {
        cost = repair.cost
        moved = repair.moved.map(\.commitment.activity)
        missed = repair.unattainable.map(\.activity)
        finish = repair.schedule.finish
    }

    /// Whether every commitment and every promise is kept.
    public var isComplete: Bool { missed.isEmpty && moved.isEmpty }

    /// Fewer missed promises, then less cost, then fewer moved.
    public func isBetter(than other: RepairOutcome) -> Bool {
        (missed.count, cost, moved.count) < (other.missed.count, other.cost, other.moved.count)
    }
}

/// What was tried beside a repair.
public struct RepairAlternatives: Sendable {
    /// The best first: fewest missed promises, least cost, fewest moved, largest gain; equals as they were tried.
    public let ranked: [RepairAlternative]
    /// How many changes that would help were not tried whole, because the plan is large or there are many.
    public let untried: Int
    /// For how many promises that cannot be met and commitments that move no change was sought: those that cost least.
    public let unsought: Int

    public init(_ alternatives: [RepairAlternative], untried: Int, unsought: Int = 0) {
        ranked = alternatives.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            if one.outcome.isBetter(than: other.outcome) { return true }
            if other.outcome.isBetter(than: one.outcome) { return false }
            return (-one.gain.count, left.offset) < (-other.gain.count, right.offset)
        }.map(\.element)
        self.untried = untried
        self.unsought = unsought
    }
}
