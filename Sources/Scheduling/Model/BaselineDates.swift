public import WorkTime

/// What was promised of an activity when the plan was accepted, as the plan's file keeps it.
public struct BaselineDates: Hashable, Sendable, Codable {
    public var start: CivilMinute?
    public var finish: CivilMinute?
    /// Minutes of the activity's calendar.
    public var duration: WorkMinutes?

    public init(start: CivilMinute? = nil, finish: CivilMinute? = nil, duration: WorkMinutes? = nil) {
        self.start = start
        self.finish = finish
        self.duration = duration
    }
}
