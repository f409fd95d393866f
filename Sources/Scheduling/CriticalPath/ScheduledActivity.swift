public import WorkTime

/// What the critical path method says of one activity.
public struct ScheduledActivity: Hashable, Sendable {
    public let id: ActivityID
    public let earlyStart: CivilMinute
    public let earlyFinish: CivilMinute
    public let lateStart: CivilMinute
    public let lateFinish: CivilMinute

    /// How long it can slip before it moves the finish of the project or misses a promise or a date.
    ///
    /// Working minutes of its own calendar. Below zero: so much too late already. `nil` once it is finished, except in the
    /// manner of Microsoft Project, where it is zero.
    public let totalFloat: WorkMinutes?

    /// How long it can slip before it moves any successor's early dates.
    ///
    /// Working minutes of its own calendar, zero or more, even when `totalFloat` is below zero because a promise is
    /// missed. A last activity is measured against the finish of the project. `nil` as `totalFloat` is.
    ///
    /// - Source: Kelley and Walker, 1959.
    public let freeFloat: WorkMinutes?

    /// The part of `totalFloat` that, once used, is taken from successors: total less free float.
    public var interferingFloat: WorkMinutes? {
        guard let totalFloat, let freeFloat else { return nil }
        return totalFloat - freeFloat
    }

    /// How long it can slip though all its predecessors are as late, and all its successors as early, as they can be.
    ///
    /// Working minutes of its own calendar, zero or more.
    ///
    /// - Source: Thomas, 1969; Battersby, 1964.
    public let independentFloat: WorkMinutes?

    /// Whether it has no float to lose, or stands on the longest path, as the plan's conventions have it.
    public let isCritical: Bool

    /// Whether it stands on a chain of driving links that ends at the finish of the project. On plans with several
    /// calendars, dates or promises this is not the same as being critical.
    public let isOnLongestPath: Bool

    /// When it is worked: its actual dates as far as they are known, else its early dates, or its late ones where it is
    /// planned as late as possible.
    public let start: CivilMinute
    public let finish: CivilMinute

    /// What fixes its early start.
    public let driver: Driver
}

/// What fixes an activity's early dates: take it away and the activity could be earlier.
public enum Driver: Hashable, Sendable {
    /// Links whose demand is met to the minute; in file order, at least one.
    case links(predecessors: [ActivityID])
    /// A date: the key of the constraint as a plan file writes it.
    case date(key: String)
    /// Work may not begin before the project does.
    case projectStart
    /// What is left may not begin before the data date.
    case dataDate
    /// It has begun, or ended, already.
    case actual
    /// Someone has put it there by hand.
    case hand
    /// The activities that it is a heading over, or that it goes along with.
    case others

    /// The predecessors that drive it, none when a date or the project's start does.
    public var predecessors: [ActivityID] {
        if case .links(let predecessors) = self { predecessors } else { [] }
    }
}

/// A promise and what the plan says of it.
public struct DeadlineForecast: Hashable, Sendable, Codable {
    /// The activity whose finish is promised; `nil` for the promise of the whole project.
    public let activity: ActivityID?
    public let promised: CivilMinute
    public let forecast: CivilMinute
    /// Promise minus forecast in working minutes of the project's calendar; below zero, the promise is missed.
    public let timeHeadroom: WorkMinutes

    /// Whether the forecast passes the promise.
    public var isMissed: Bool { forecast > promised }
}
