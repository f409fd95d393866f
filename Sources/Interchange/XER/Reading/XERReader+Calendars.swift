import Diagnostics
import Scheduling
import WorkTime

/// A calendar of a file, whose hours are not read before something uses it.
struct XERCalendar {
    let id: String
    let row: XERRow
}

extension XERReader {
    /// Names the calendars.
    mutating func listCalendars() {
        let key = column("clndr_id", of: .calendars, missingIs: .error)
        let name = column("clndr_name", of: .calendars)
        for row in rows(of: .calendars) {
            guard let id = row.text(key) else { continue }
            guard calendars[id] == nil else {
                reportDuplicate(id, row, key, severity: .warning)
                continue
            }
            guard calendars.count < Self.mostCalendars else {
                log.report(
                    "xer.too-many-calendars", .error, "the file has more than \(Self.mostCalendars) calendars",
                    advice: "export fewer projects at a time", at: row.spot(key))
                continue
            }
            calendars[id] = XERCalendar(id: calendarNames.unique(row.name(name) ?? "calendar-\(id)"), row: row)
        }
    }

    /// More than any plan uses, and fewer than a plan can count.
    private static let mostCalendars = 50_000

    /// The plan's name of the calendar that a cell refers to; `nil` when it refers to none, or to one that is missing, which
    /// is reported.
    mutating func calendar(_ row: XERRow, _ column: XERColumn) -> String? {
        guard let key = row.text(column) else { return nil }
        if let calendar = calendars[key] { return calendar.id }
        log.report(
            "xer.unknown-calendar", .warning, "the calendar \(key.prefix(40)) is not in the file",
            advice: "the calendar of the project is taken; export the project again, together with its calendars",
            at: row.spot(column))
        return nil
    }

    /// The calendars that the plan, its activities and its resources use, in the order of the file.
    mutating func definedCalendars(usedBy draft: PlanDraft) -> [Located<CalendarDefinition>] {
        var worked = Set(activities.compactMap { $0.calendar?.value })
        if let calendar = draft.calendar { worked.insert(calendar.value) }
        let used = worked.union(draft.resources.compactMap { $0.calendar?.value })
        let name = column("clndr_name", of: .calendars)
        let data = column("clndr_data", of: .calendars, missingIs: .warning)
        let inOrder = calendars.values.filter { used.contains($0.id) }.sorted { $0.row.line.start < $1.row.line.start }
        return inOrder.map { calendar in
            let definition = definition(calendar, name: name, data: data, isWorked: worked.contains(calendar.id))
            return Located(definition, at: place(calendar.row, data))
        }
    }

    private mutating func definition(
        _ calendar: XERCalendar, name: XERColumn, data: XERColumn, isWorked: Bool
    ) -> CalendarDefinition {
        let text = XERCalendarText(calendar.row.cell(data) ?? [])
        let spot = calendar.row.spot(data)
        if text.isDamaged {
            log.report(
                "xer.bad-calendar", .warning,
                "the hours of the calendar “\(calendar.id)” could not be made out in full",
                advice: "check the calendar in the project, and export it again", at: spot)
        }
        var repair = ShiftRepair()
        let week = week(of: text, &repair) ?? usualWeek(calendar.id, isWorked: isWorked, at: spot)
        let rules = text.exceptions.compactMap { day -> DateRule? in
            guard let date = day.date.flatMap(Self.day) else {
                repair.isNeeded = true
                return nil
            }
            let pattern = repair.pattern(of: day.hours)
            return pattern.isOff ? .holiday(date, name: "") : .hours(date, pattern, name: "")
        }
        if repair.isNeeded {
            log.report(
                "xer.odd-hours", .warning,
                "the calendar “\(calendar.id)” has shifts that overlap, or days that do not exist; they are joined or left out",
                advice: "check the calendar in the project", at: spot)
        }
        return CalendarDefinition(
            id: calendar.id, name: calendar.row.name(name) ?? calendar.id, week: week, rules: rules)
    }

    /// Monday first; `nil` when the cell lists no weekdays.
    private func week(of text: XERCalendarText, _ repair: inout ShiftRepair) -> WeekPattern? {
        guard text.hasWeek else { return nil }
        var hours = [[XERCalendarText.Hours]](repeating: [], count: 7)
        for day in text.weekdays {
            guard let name = day.name, (1...7).contains(name) else {
                repair.isNeeded = true
                continue
            }
            hours[(name + 5) % 7] += day.hours
        }
        return WeekPattern(hours.map { repair.pattern(of: $0) })
    }

    private mutating func usualWeek(_ id: String, isWorked: Bool, at spot: XERSpot) -> WeekPattern {
        // A calendar of someone on whose time nothing depends moves no date.
        if isWorked {
            log.report(
                "xer.calendar-without-hours", .warning,
                "the calendar “\(id)” lists no weekdays; Monday to Friday, 08:00–12:00 and 13:00–17:00, are taken",
                advice: "give it hours in the project, and export it again", at: spot)
        }
        let day = ShiftRepair.pattern([Shift(start: 480, end: 720), Shift(start: 780, end: 1_020)])
        return WeekPattern(day, on: [.monday, .tuesday, .wednesday, .thursday, .friday])
    }

    /// The day of a date that is counted from 30 December 1899; `nil` outside the years that dates are written with.
    private static func day(_ number: Int) -> CivilDay? {
        guard (1...2_958_465).contains(number) else { return nil }
        return CivilDay(number: number - XERCalendarText.epoch)
    }
}

extension XERCalendarText {
    /// Days from 30 December 1899 to 1 January 1970.
    static let epoch = 25_569
}

/// Makes days of shifts that no calendar can have as they are.
private struct ShiftRepair {
    /// Whether anything was changed so far.
    var isNeeded = false

    /// A shift that ends at midnight ends the day, one that ends before it begins runs into the next.
    mutating func pattern(of hours: [XERCalendarText.Hours]) -> DayPattern {
        var shifts: [Shift] = []
        for hour in hours.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) where hour.start < 1_440 {
            let end = hour.end > hour.start ? hour.end : hour.end + 1_440
            if let last = shifts.last, hour.start < last.end {
                isNeeded = true
                shifts[shifts.count - 1] = Shift(start: last.start, end: min(max(last.end, end), last.start + 1_440))
            } else {
                shifts.append(Shift(start: hour.start, end: end))
            }
        }
        return Self.pattern(shifts)
    }

    static func pattern(_ shifts: [Shift]) -> DayPattern { (try? DayPattern(shifts)) ?? .off }
}
