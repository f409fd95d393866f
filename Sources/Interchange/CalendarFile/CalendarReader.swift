import Diagnostics
import Formats
import WorkTime

/// Reads the keys of one calendar.
struct CalendarReader {
    private var group: YAMLGroup<CalendarKey>
    private let owner: String

    /// - Parameter owner: how messages name the calendar: `a calendar`, `the calendar “studio”`.
    init(_ node: YAMLNode, keys: [CalendarKey], owner: String) {
        group = YAMLGroup(node, keys: keys, subject: "calendar", owner: owner)
        self.owner = owner
    }

    var findings: [Finding] { group.findings }

    /// The id that a file of its own states.
    mutating func id() -> String? {
        if let id = group.text(.calendar) { return id.value }
        guard !group.findings.contains(where: { $0.severity == .error }) else { return nil }
        report(
            "calendar.no-id", "the calendar has no id", advice: "begin the file with a line such as  calendar: china",
            at: group.place)
        return nil
    }

    /// The calendar under an id, with what could be read of it.
    mutating func definition(id: String) -> CalendarDefinition {
        let rules = rules()
        let faults = findings.count
        var week = week()
        // A week that cannot be read counts as one full of work, so that it is not reported as missing too.
        if week == nil, findings.count > faults { week = WeekPattern(.wholeDay, on: Weekday.allCases) }
        if let week, week.workingDays == 0, !rules.contains(where: { $0.kind != .holiday }) {
            report(
                "calendar.no-working-time", "\(owner) has no working time", advice: "give at least one weekday hours",
                at: nil)
        }
        return CalendarDefinition(
            id: id, name: group.text(.name)?.value ?? id, nameZh: group.text(.nameZh)?.value,
            basedOn: group.text(.basedOn)?.value, week: week, rules: rules, knownThrough: knownThrough())
    }

    private mutating func knownThrough() -> CivilDay? {
        group.read(.knownThrough) { text throws(TextFault) in try CivilDay.reading(text) }?.value
    }

    private mutating func report(_ id: FindingID, _ message: String, advice: String, at place: SourcePlace?) {
        group.report(Finding(id, .error, message, advice: advice, at: place ?? group.place))
    }
}

// MARK: The week

extension CalendarReader {
    /// The week that is stated: hours for all working days and which days those are, or hours by weekday.
    private mutating func week() -> WeekPattern? {
        if let node = group.node(.week), node.entries != nil { return weekByDay() }
        let hours = group.text(.hours)
        let week = group.text(.week)
        switch (hours, week) {
        case (let hours?, let week?):
            let days = group.attempt(at: week.place) { () throws(TextFault) in try Set(Weekday.reading(week.value)) }
            guard let pattern = pattern(hours), let days else { return nil }
            return WeekPattern(pattern, on: days)
        case (let hours?, nil):
            report(
                "calendar.hours-without-week", "\(owner) has hours but does not say on which days",
                advice: "add a line such as  week: mon-fri", at: hours.place)
            return nil
        case (nil, let week?):
            report(
                "calendar.week-without-hours", "\(owner) has a week but no hours",
                advice: "add a line such as  hours: 09:00-12:00 13:00-18:00", at: week.place)
            return nil
        case (nil, nil): return nil
        }
    }

    /// `week: {mon-fri: 09:00-18:00, sat: 09:00-13:00}`; weekdays that are not named are days off.
    private mutating func weekByDay() -> WeekPattern? {
        var days = [DayPattern](repeating: .off, count: 7)
        var named: Set<Weekday> = []
        for entry in group.entries(.week) ?? [] {
            guard let hours = entry.value.text else {
                group.reportWrongKind(.week, entry.value, expected: "hours")
                continue
            }
            let found = group.attempt(at: entry.key.place) { () throws(TextFault) in
                try Weekday.reading(entry.key.value)
            }
            guard let pattern = pattern(Located(hours, at: entry.value.place)) else { continue }
            for day in found ?? [] {
                if !named.insert(day).inserted {
                    report(
                        "calendar.weekday-twice", "“\(entry.key.value)” names a weekday that has hours already",
                        advice: "give each weekday once", at: entry.key.place)
                }
                days[day.rawValue - 1] = pattern
            }
        }
        return WeekPattern(days)
    }

    private mutating func pattern(_ stated: Located<String>) -> DayPattern? {
        let pattern = group.attempt(at: stated.place) { () throws(TextFault) in try DayPattern.reading(stated.value) }
        // A shift of more than twelve hours over midnight is more often two times in the wrong order.
        for shift in pattern?.shifts ?? [] where shift.end > 1_440 && shift.end - shift.start > 720 {
            group.report(
                Finding(
                    "calendar.long-night-shift", .warning,
                    "the shift \(shift) runs through the night, for \((shift.end - shift.start) / 60) hours",
                    advice: "if it should end on the same day, write the earlier time first", at: stated.place))
        }
        return pattern
    }
}

// MARK: Dates

extension CalendarReader {
    /// Holidays, make-up days and days with hours of their own.
    private mutating func rules() -> [DateRule] {
        let holidays = dates(.holidays) { .holiday($0, name: $1.primary("Holiday"), nameZh: $1.chinese("假日")) }
        let makeUpDays = dates(.makeUpDays) {
            .makeUpDay($0, name: $1.primary("Make-up day"), nameZh: $1.chinese("调休上班"))
        }
        var ownHours: [Located<DateRule>] = []
        for line in group.texts(.hoursOn) {
            guard let entry = entry(line) else { continue }
            guard let hours = entry.hours else {
                report(
                    "calendar.bad-hours", "“\(line.value)” names no hours",
                    advice: "write the date, the hours and a name: 2026-12-24 09:00-13:00 Christmas Eve", at: line.place
                )
                continue
            }
            guard let pattern = pattern(Located(hours, at: line.place)) else { continue }
            let names = (entry.name.primary("Own hours"), entry.name.chinese("特别工时"))
            ownHours += entry.days.map { Located(.hours($0, pattern, name: names.0, nameZh: names.1), at: line.place) }
        }
        checkContradictions(among: holidays, and: makeUpDays + ownHours)
        return (holidays + makeUpDays + ownHours).map(\.value)
    }

    private mutating func dates(
        _ key: CalendarKey, rule: (CivilDay, DateEntry.Name) -> DateRule
    ) -> [Located<DateRule>] {
        group.texts(key).flatMap { line -> [Located<DateRule>] in
            guard let entry = entry(line) else { return [] }
            return entry.days.map { Located(rule($0, entry.name), at: line.place) }
        }
    }

    private mutating func entry(_ line: Located<String>) -> DateEntry? {
        group.attempt(at: line.place) { () throws(TextFault) in try DateEntry(line.value) }
    }

    /// A day cannot be off and worked.
    private mutating func checkContradictions(among holidays: [Located<DateRule>], and worked: [Located<DateRule>]) {
        let off = Dictionary(holidays.map { ($0.value.day, $0) }) { first, _ in first }
        for rule in worked {
            guard let holiday = off[rule.value.day] else { continue }
            let line = holiday.place.map { ", “\(holiday.value.name)” in line \($0.line)" } ?? ""
            report(
                "calendar.holiday-and-working-day", "\(rule.value.day) is worked, and a holiday as well\(line)",
                advice: "take the day out of one of the two lists", at: rule.place)
        }
    }
}
