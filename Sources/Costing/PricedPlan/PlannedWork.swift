public import Monetary
public import WorkTime

/// The activities of a plan as far as money needs them: when they are planned to be worked, and what is done of them.
public struct PlannedWork: Hashable, Sendable {
    /// One activity that lines of an estimate may pay for.
    public struct Activity: Hashable, Sendable {
        public let id: String
        /// As promised where the plan keeps a baseline, else as scheduled.
        public let start: CivilMinute
        /// Not before ``start``.
        public let finish: CivilMinute
        /// The calendar that it is worked on.
        public let calendar: WorkCalendar
        public let actualStart: CivilMinute?
        public let actualFinish: CivilMinute?
        /// What is done of it by the data date of the plan, 0…1.
        public let done: Rate

        public init(
            id: String, start: CivilMinute, finish: CivilMinute, calendar: WorkCalendar,
            actualStart: CivilMinute? = nil,
            actualFinish: CivilMinute? = nil, done: Rate = 0
        ) {
            self.id = id
            self.start = start
            self.finish = max(start, finish)
            self.calendar = calendar
            self.actualStart = actualStart
            self.actualFinish = actualFinish
            self.done = min(max(done, 0), 1)
        }
    }

    public let activities: [String: Activity]
    /// Up to when progress is known; `nil` for a plan of which nothing has happened yet.
    public let dataDate: CivilMinute?

    public init(_ activities: [Activity], dataDate: CivilMinute? = nil) {
        self.activities = Dictionary(activities.map { ($0.id, $0) }) { first, _ in first }
        self.dataDate = dataDate
    }
}

extension PlannedWork.Activity {
    /// Its planned work in minutes of its calendar; 0 for a milestone.
    var plannedMinutes: Int { calendar.work(from: start, to: finish).count }

    /// How many of them are planned before an instant.
    func plannedMinutes(before instant: CivilMinute) -> Int {
        instant <= start ? 0 : calendar.work(from: start, to: min(finish, instant)).count
    }

    /// What was done of it by an instant, 0…1. Between what is known, at its start and at the data date, work is taken to
    /// have gone on evenly.
    func doneShare(by instant: CivilMinute, dataDate: CivilMinute?) -> Rate {
        if let actualFinish, actualFinish <= instant { return 1 }
        guard let actualStart, actualStart < instant else { return 0 }
        let end = actualFinish ?? dataDate ?? instant
        let share = actualFinish == nil ? done : 1
        guard instant < end else { return share }
        let whole = calendar.work(from: actualStart, to: end).count
        let part = calendar.work(from: actualStart, to: instant).count
        return (try? share * Rate.part(part, of: whole)) ?? share
    }
}

extension Rate {
    /// A part of a whole as an exact share; 1 where the whole is nothing.
    static func part(_ part: Int, of whole: Int) -> Rate {
        guard whole > 0, part < whole else { return 1 }
        return part <= 0 ? 0 : (try? Rate(Int128(part), over: Int128(whole))) ?? 1
    }
}

extension CivilDay {
    /// The midnight with which the day ends.
    var end: CivilMinute { CivilMinute(day: self, minuteOfDay: 1_440) }
    /// The midnight with which it begins.
    var beginning: CivilMinute { CivilMinute(day: self, minuteOfDay: 0) }
}

extension CivilMinute {
    /// The last day before the instant: midnight ends the day before.
    var lastDay: CivilDay { minuteOfDay == 0 ? day.advanced(by: -1) : day }
}
