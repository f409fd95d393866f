public import Diagnostics
public import Scheduling
public import WorkTime

/// A station, a title, a site or a platform that carries the campaign, as it was read: when it is on air, and by when it
/// wants what.
public struct VehicleDraft: Sendable {
    public var id: Located<ActivityID>
    /// `nil`: the id serves as the name.
    public var name: BilingualName?
    /// One of the plan's markets, whose calendar counts the deadlines of a vehicle without one of its own.
    public var market: Located<String>?
    /// The calendar that counts its deadlines; `nil`: that of its market, else the plan's.
    public var calendar: Located<String>?
    /// When it first carries the campaign.
    public var onAir: Located<StatedInstant>?
    public var deadlines: [VehicleDeadline] = []

    public init(id: Located<ActivityID>) { self.id = id }
}

/// By when a vehicle wants something.
public struct VehicleDeadline: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// The space or the time is booked.
        case booking
        /// The finished ad is with the vehicle.
        case material
        /// The ad has been passed by the authorities.
        case clearance
        /// The last day on which what was booked may be given back.
        case cancellation
    }

    public var kind: Kind
    /// How long before it is on air.
    public var before: Located<PlannedDuration>
    /// The activity that does it; `nil` for a date that no work leads to.
    public var activity: Located<ActivityID>?

    public init(_ kind: Kind, before: Located<PlannedDuration>, activity: Located<ActivityID>? = nil) {
        self.kind = kind
        self.before = before
        self.activity = activity
    }
}

/// A vehicle of a plan, with the dates that its deadlines come to.
public struct Vehicle: Sendable {
    public let id: ActivityID
    public let name: BilingualName
    public let market: String?
    public let onAir: CivilMinute
    /// In order of their dates.
    public let deadlines: [Deadline]

    public struct Deadline: Hashable, Sendable {
        public let kind: VehicleDeadline.Kind
        public let due: CivilMinute
        /// The milestone that stands for it; `nil` for a date that no work leads to.
        public let milestone: ActivityID?
        /// The activity that does it.
        public let activity: ActivityID?
    }
}

extension WorkCalendar {
    /// When something is due that is wanted some time before a vehicle is on air.
    ///
    /// Whole days and weeks are dates: `3d` is the close of the third working day before the day on air, `3ed` the last
    /// close of work up to the end of the third day before it, be that a holiday. Other lengths are counted from the
    /// moment itself.
    public func due(_ before: PlannedDuration, beforeAir air: CivilMinute) -> CivilMinute {
        let isInDays = (before.unit == .days || before.unit == .weeks) && before.thousandths % 1_000 == 0
        let minutes = before.minutes(on: self)
        if before.isElapsed {
            guard isInDays, minutes > 0 else { return finish(at: position(of: air - ElapsedMinutes(minutes))) }
            let endOfDay = air.day.advanced(by: 1 - minutes / 1_440)
            return finish(at: position(of: CivilMinute(day: endOfDay, minuteOfDay: 0)))
        }
        guard isInDays, minutes > 0 else { return finish(at: position(of: air) - WorkMinutes(minutes)) }
        return closeOfWork(workingDays: minutes / minutesPerDay.count, before: air.day)
    }

    /// The last minute of work of the n-th day with work before a day.
    private func closeOfWork(workingDays: Int, before day: CivilDay) -> CivilMinute {
        var (left, close) = (workingDays, CivilMinute(day: day, minuteOfDay: 0))
        while left > 0 {
            close = finish(at: position(of: close))
            guard close > .earliest else { return close }
            left -= 1
            // A shift that ends at midnight belongs to the day before it.
            if left > 0 { close = CivilMinute(day: (close - ElapsedMinutes(1)).day, minuteOfDay: 0) }
        }
        return close
    }
}
