import Diagnostics
import Formats
import Scheduling
import WorkTime

extension MSPDIWriter {
    mutating func writeCalendars() {
        xml.open("Calendars")
        for (index, calendar) in calendars.list.enumerated() { write(calendar, number: index + 1) }
        for (resource, number) in zip(project.resources, calendars.ofResources) {
            guard let number else { continue }
            xml.open("Calendar")
            xml.element("UID", number)
            xml.element("Name", text: resource.name)
            xml.element("IsBaseCalendar", 0)
            xml.element("BaseCalendarUID", calendars.number(of: project.calendar(of: resource).id) ?? 1)
            xml.close()
        }
        xml.close()
    }

    private mutating func write(_ calendar: WorkCalendar, number: Int) {
        let hours = CivilHours(calendar: calendar)
        noteHorizon(of: calendar)
        xml.open("Calendar")
        xml.element("UID", number)
        // By its name it is known to people, by its id to plans; reading takes the name for both.
        xml.element("Name", text: calendar.id)
        xml.element("IsBaseCalendar", 1)
        xml.element("BaseCalendarUID", -1)
        xml.open("WeekDays")
        for weekday in [Weekday.sunday] + Weekday.allCases.dropLast() {
            xml.open("WeekDay")
            xml.element("DayType", weekday == .sunday ? 1 : weekday.rawValue + 1)
            write(hours.pattern(on: weekday), of: calendar)
            xml.close()
        }
        xml.close()
        write(hours.exceptions, of: calendar)
        xml.close()
    }

    private mutating func noteHorizon(of calendar: WorkCalendar) {
        guard let known = calendar.knownThrough else { return }
        note(
            "mspdi.known-through", .note,
            "that the calendar “\(calendar.id)” is settled only through \(known) is not kept",
            advice: "Project warns of nothing behind that date; enter the holidays there when they are announced")
    }

    /// Neighbouring days of the same name and hours are one exception.
    private mutating func write(_ days: [(day: CivilDay, name: String, shifts: [Shift])], of calendar: WorkCalendar) {
        guard !days.isEmpty else { return }
        xml.open("Exceptions")
        var rest = days[...]
        while let first = rest.first {
            var last = first.day
            rest.removeFirst()
            while let next = rest.first, next.day == last.advanced(by: 1), next.name == first.name,
                next.shifts == first.shifts
            {
                last = next.day
                rest.removeFirst()
            }
            xml.open("Exception")
            xml.element("EnteredByOccurrences", 0)
            xml.open("TimePeriod")
            write("FromDate", CivilMinute(day: first.day, minuteOfDay: 0))
            write("ToDate", CivilMinute(day: last, minuteOfDay: 1_439))
            xml.close()
            xml.element("Occurrences", first.day.distance(to: last) + 1)
            xml.element("Name", text: first.name)
            xml.element("Type", 1)
            write(first.shifts, of: calendar)
            xml.close()
        }
        xml.close()
    }

    private mutating func write(_ shifts: [Shift], of calendar: WorkCalendar) {
        xml.element("DayWorking", shifts.isEmpty ? 0 : 1)
        guard !shifts.isEmpty else { return }
        if shifts.count > 5 {
            note(
                "mspdi.many-shifts", .warning,
                "the calendar “\(calendar.id)” has days of \(shifts.count) shifts; Project keeps five",
                advice: "join shifts that lie close together")
        }
        xml.open("WorkingTimes")
        for shift in shifts {
            xml.open("WorkingTime")
            xml.element("FromTime", text: Self.time(shift.start))
            xml.element("ToTime", text: Self.time(shift.end))
            xml.close()
        }
        xml.close()
    }
}
