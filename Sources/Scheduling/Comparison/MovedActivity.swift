public import WorkTime

/// An activity of two plans that stands elsewhere in the new one.
public struct MovedActivity: Hashable, Sendable {
    /// Its id in the new plan.
    public let id: ActivityID
    /// Its dates in the old plan and in the new one.
    public let before: ScheduledActivity
    public let after: ScheduledActivity
    /// How much later it starts, in working minutes of its calendar in the new plan; below zero: earlier.
    ///
    /// Zero where it only stands on the other side of a gap, as when its Monday has become a holiday.
    public let startMoved: WorkMinutes
    /// How much later it finishes, likewise.
    public let finishMoved: WorkMinutes
    /// The main reason: of its finish, or of its start where the finish has not moved.
    public let reason: MoveReason
    /// Where the chain of moves begins that has reached it.
    public let root: MoveRoot

    /// By how much it moved: at the finish, or at the start where the finish has not moved.
    public var moved: WorkMinutes { before.finish == after.finish ? startMoved : finishMoved }
    public var becameCritical: Bool { after.isCritical && !before.isCritical }
    public var stoppedBeingCritical: Bool { before.isCritical && !after.isCritical }
}

/// What a change of plan does to the finish of the project.
public struct FinishMove: Hashable, Sendable {
    public let before: CivilMinute
    public let after: CivilMinute
    /// In working minutes of the new plan's calendar; above zero: later.
    public let moved: WorkMinutes
    /// The activities that hand the move on: first the one that finishes last, last the one where it begins. Empty where
    /// the finish has not moved.
    public let chain: [ActivityID]
    /// Where it begins; `nil` where the finish has not moved.
    public let root: MoveRoot?
}

/// A promise in the old plan and in the new one.
public struct PromiseChange: Hashable, Sendable {
    /// `nil`: the promise of the whole project.
    public let activity: ActivityID?
    /// `nil`: not promised then.
    public let before: DeadlineForecast?
    public let after: DeadlineForecast?

    /// Whether it has less headroom than before.
    public var isWorse: Bool {
        guard let before, let after else { return false }
        return after.timeHeadroom < before.timeHeadroom || after.isMissed && !before.isMissed
    }

    public var isChanged: Bool {
        before?.promised != after?.promised || before?.forecast != after?.forecast
            || before?.timeHeadroom != after?.timeHeadroom
    }
}
