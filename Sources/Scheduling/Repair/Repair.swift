public import WorkTime

/// A plan after a slip that meets its promises, as far as they can be met, with the commitments moved that cost least.
public struct Repair: Sendable {
    /// The repaired plan: all that is kept stands at its date, everything else is as early as it can be.
    public let schedule: Schedule
    /// In the order in which they were given.
    public let kept: [Commitment]
    public let moved: [MovedCommitment]
    /// Those of activities that have begun or ended: what has happened stands, and counts neither as kept nor as moved.
    public let begun: [Commitment]
    /// Promises that no moving of commitments can meet. The repair keeps to what can be attained instead. Those of what is
    /// done already are history, and not among them.
    public let unattainable: [UnattainablePromise]
    /// Whether no other choice costs less. `false` where the plan holds something, such as an expected finish, by which
    /// dates do not follow from one cause at a time, and the choice had to be found by trial: it holds, and may cost too
    /// much.
    public let isProven: Bool

    /// What all that moves costs.
    public var cost: Int { moved.reduce(0) { $0 + $1.commitment.cost } }
    /// Whether every commitment and every promise is kept.
    public var isComplete: Bool { moved.isEmpty && unattainable.isEmpty }
}

/// A commitment that has to be taken back.
public struct MovedCommitment: Hashable, Sendable {
    public let commitment: Commitment
    /// When its activity starts in the repaired plan.
    public let forecast: CivilMinute
    public let reason: RepairReason
}

/// A promise that cannot be met by moving commitments.
public struct UnattainablePromise: Hashable, Sendable {
    /// `nil`: the promise of the whole plan.
    public let activity: ActivityID?
    public let promised: CivilMinute
    /// The earliest date that can be promised: that of the plan without any commitment.
    public let attainable: CivilMinute
}
