/// When work is done: a week, and the dates that differ from it.
///
/// A calendar is a monotone map between civil time and work time. ``position(of:)`` counts the work done before an
/// instant; adding work is a sum of positions and one look-up, never a walk from day to day:
/// ```swift
/// let finish = calendar.finish(at: calendar.position(of: start) + duration)
/// ```
/// Between Friday 18:00 and Monday 09:00 no work is done, so both have one position. That is why the way back has two
/// roles: ``finish(at:)`` gives the Friday and ``start(at:)`` the Monday.
///
/// Exact from 0001-01-01T00:00 through 9999-12-31T23:59 and for any number of rules; beyond, answers stop at the ends.
public struct WorkCalendar: Sendable {
    /// Calendars are handed around a great deal and never change: one reference is all that is copied.
    private final class Storage: Sendable {
        let id: String
        let name: String
        let nameZh: String?
        let week: WeekPattern
        let rules: [DateRule]
        let knownThrough: CivilDay?
        let map: WorkTimeMap

        init(id: String, name: String, nameZh: String?, week: WeekPattern, rules: [DateRule], knownThrough: CivilDay?) {
            self.id = id
            self.name = name
            self.nameZh = nameZh
            self.week = week
            self.rules = rules.lastOfEachDay
            self.knownThrough = knownThrough
            map = WorkTimeMap(week: week, rules: self.rules)
        }
    }

    private let storage: Storage

    public var id: String { storage.id }
    public var name: String { storage.name }
    /// The name in Chinese; `nil` when `name` serves for both.
    public var nameZh: String? { storage.nameZh }
    public var week: WeekPattern { storage.week }
    /// By day, at most one a day.
    public var rules: [DateRule] { storage.rules }
    /// The last day for which holidays and make-up days are settled; `nil` when the calendar is certain for ever.
    /// Dates after it rest on the plain week or on a projection, which a plan that reaches them has to say.
    public var knownThrough: CivilDay? { storage.knownThrough }

    /// - Parameter rules: in any order; of several for one day the last holds.
    /// - Complexity: O(r log r) in the number of rules.
    public init(
        id: String, name: String, nameZh: String? = nil, week: WeekPattern, rules: [DateRule] = [],
        knownThrough: CivilDay? = nil
    ) {
        storage = Storage(id: id, name: name, nameZh: nameZh, week: week, rules: rules, knownThrough: knownThrough)
    }

    /// The clock itself: 24 hours a day, seven days a week.
    public static let elapsed = WorkCalendar(
        id: "elapsed", name: "Around the clock", nameZh: "全天候",
        week: WeekPattern(.wholeDay, on: Weekday.allCases))
}

// MARK: - Length

extension WorkCalendar {
    /// Whether any minute at all is worked. Without one, every position is 0 and no work can ever be placed.
    public var hasWorkingTime: Bool { storage.map.firstPosition < storage.map.lastPosition }

    /// What `1d` means: the length of the week's usual working day; 0 when no weekday works.
    public var minutesPerDay: WorkMinutes { storage.week.minutesPerDay }

    /// What `1w` means, in working days: 0…7.
    public var daysPerWeek: Int { week.workingDays }
}

// MARK: - The map

extension WorkCalendar {
    /// The work done before this instant: 0 at 1970-01-01T00:00, below zero before it.
    ///
    /// - Complexity: O(1) for rules spread evenly, O(log r) at worst.
    public func position(of minute: CivilMinute) -> WorkMinutes { WorkMinutes(storage.map.position(of: minute)) }

    /// The latest instant with this position: when work that begins here begins, as on Monday 09:00.
    ///
    /// A position that the calendar does not reach gives ``CivilMinute/earliest`` or ``CivilMinute/latest``.
    /// - Complexity: as ``position(of:)``.
    public func start(at position: WorkMinutes) -> CivilMinute { storage.map.start(at: position.count) }

    /// The earliest instant with this position: when work that ends here ends, as on Friday 18:00.
    ///
    /// A position that the calendar does not reach gives ``CivilMinute/earliest`` or ``CivilMinute/latest``.
    /// - Complexity: as ``position(of:)``.
    public func finish(at position: WorkMinutes) -> CivilMinute { storage.map.finish(at: position.count) }

    /// The work between two instants; below zero when `end` comes first.
    public func work(from start: CivilMinute, to end: CivilMinute) -> WorkMinutes {
        position(of: end) - position(of: start)
    }
}

// MARK: - Days

extension WorkCalendar {
    /// The rule for a day, if it has one.
    ///
    /// - Complexity: O(log r).
    public func rule(on day: CivilDay) -> DateRule? {
        let index = rules.partitioningIndex { $0.day >= day }
        return index < rules.count && rules[index].day == day ? rules[index] : nil
    }

    /// The shifts that begin on a day.
    public func pattern(on day: CivilDay) -> DayPattern { rule(on: day)?.pattern(in: week) ?? week[day.weekday] }

    /// Whether a shift begins on that day. A morning that only ends the night shift of the day before is not one.
    public func isWorking(_ day: CivilDay) -> Bool { !pattern(on: day).isOff }
}

// MARK: - Equality

extension WorkCalendar: Hashable {
    // The map follows from the rest.
    public static func == (left: Self, right: Self) -> Bool {
        left.storage === right.storage
            || left.id == right.id && left.name == right.name && left.nameZh == right.nameZh && left.week == right.week
                && left.knownThrough == right.knownThrough && left.rules == right.rules
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(week)
        hasher.combine(rules)
        hasher.combine(knownThrough)
    }
}

extension [DateRule] {
    /// By day, and only the last of those for one day.
    fileprivate var lastOfEachDay: [DateRule] {
        var kept: [DateRule] = []
        // `sorted` is stable, so the last given comes last.
        for rule in sorted(by: { $0.day < $1.day }) {
            if kept.last?.day == rule.day { kept.removeLast() }
            kept.append(rule)
        }
        return kept
    }
}

extension Array {
    /// The index of the first element of which the claim holds, where it holds of all that follow; or `endIndex`.
    func partitioningIndex(where claim: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if claim(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
