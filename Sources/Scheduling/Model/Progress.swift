public import Diagnostics
public import WorkTime

/// What has happened to an activity so far, as it was read.
public struct ProgressDraft: Hashable, Sendable {
    /// When work began.
    public var actualStart: Located<StatedInstant>?
    /// When work ended.
    public var actualFinish: Located<StatedInstant>?
    /// The work left after the data date; `nil`: by the percentage, or all of it.
    public var remaining: Located<PlannedDuration>?
    /// How much is done, in hundredths of a per cent: 0…10,000.
    public var complete: Located<Int>?
    /// What ``complete`` counts.
    public var completeKind: CompleteKind
    /// When work was laid down.
    public var suspended: Located<StatedInstant>?
    /// When work is taken up again.
    public var resumes: Located<StatedInstant>?

    public init(
        actualStart: Located<StatedInstant>? = nil, actualFinish: Located<StatedInstant>? = nil,
        remaining: Located<PlannedDuration>? = nil, complete: Located<Int>? = nil,
        completeKind: CompleteKind = .duration, suspended: Located<StatedInstant>? = nil,
        resumes: Located<StatedInstant>? = nil
    ) {
        self.actualStart = actualStart
        self.actualFinish = actualFinish
        self.remaining = remaining
        self.complete = complete
        self.completeKind = completeKind
        self.suspended = suspended
        self.resumes = resumes
    }

    /// Whether nothing has been said.
    public var isEmpty: Bool {
        actualStart == nil && actualFinish == nil && remaining == nil && complete == nil && suspended == nil
            && resumes == nil
    }
}

/// What a percentage of completion counts.
public enum CompleteKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Time worked of the time needed: it gives the remaining duration.
    case duration
    /// What someone judged by looking; it says nothing of the time left.
    case physical
    /// Hours worked of the hours needed; it says nothing of the time left.
    case units
}

/// What has happened to an activity so far, checked.
public struct Progress: Hashable, Sendable {
    /// When work began; `nil`: not yet.
    public let actualStart: CivilMinute?
    /// When work ended; `nil`: not yet. Never without a start.
    public let actualFinish: CivilMinute?
    /// Work left after the data date, in minutes of the activity's calendar; 0 once finished.
    public let remaining: WorkMinutes
    /// How much is done, in hundredths of a per cent; `nil` where nobody said.
    public let complete: Int?
    public let completeKind: CompleteKind
    /// When work was laid down.
    public let suspended: CivilMinute?
    /// When work is taken up again; not before then is the rest done.
    public let resumes: CivilMinute?

    public var isStarted: Bool { actualStart != nil }
    public var isComplete: Bool { actualFinish != nil }
}
