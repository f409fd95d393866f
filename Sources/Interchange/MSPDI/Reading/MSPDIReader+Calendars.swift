import WorkTime

extension MSPDIReader {
    mutating func calendar() -> CalendarRecord {
        var calendar = CalendarRecord(offset: offset)
        children { reader, name in
            switch name {
            case .uid: calendar.uid = reader.number()
            case .name: calendar.name = reader.string()
            case .isBaselineCalendar: calendar.isBaseline = reader.flag()
            case .baseCalendarUID: calendar.base = reader.number()
            case .weekDays:
                reader.children { reader, name in if name == .weekDay { reader.readWeekDay(into: &calendar) } }
            case .exceptions:
                reader.children { reader, name in
                    if name == .exception { calendar.exceptions.append(reader.exception()) }
                }
            case .workWeeks:
                reader.children { reader, name in
                    if name == .workWeek { calendar.workWeeks.append(reader.workWeek()) }
                }
            default: break
            }
        }
        return calendar
    }

    /// A day of the week, or, of the kind 0, dates that differ.
    private mutating func readWeekDay(into calendar: inout CalendarRecord) {
        var exception = ExceptionRecord(day: DayRecord(offset: offset))
        var kind: Int?
        children { reader, name in
            if name == .dayType {
                kind = reader.number()
            } else {
                reader.readDay(name, into: &exception)
            }
        }
        if kind == 0 {
            calendar.oldExceptions.append(exception)
        } else if let weekday = Self.weekday(kind) {
            calendar.week[weekday] = exception.day
        }
    }

    private mutating func exception() -> ExceptionRecord {
        var exception = ExceptionRecord(day: DayRecord(offset: offset))
        children { reader, name in
            switch name {
            case .name: exception.name = reader.string() ?? ""
            case .type: exception.recurrence.type = reader.number() ?? 1
            case .period: exception.recurrence.period = reader.number() ?? 1
            case .enteredByOccurrences: exception.recurrence.isCounted = reader.flag()
            case .occurrences: exception.recurrence.occurrences = reader.number() ?? 0
            case .daysOfWeek: exception.recurrence.daysOfWeek = reader.number() ?? 0
            case .month: exception.recurrence.month = reader.number() ?? 0
            case .monthItem: exception.recurrence.monthItem = reader.number() ?? 0
            case .monthPosition: exception.recurrence.monthPosition = reader.number() ?? 0
            case .monthDay: exception.recurrence.monthDay = reader.number() ?? 1
            default: reader.readDay(name, into: &exception)
            }
        }
        return exception
    }

    private mutating func workWeek() -> WorkWeekRecord {
        var week = WorkWeekRecord(offset: offset)
        children { reader, name in
            switch name {
            case .name: week.name = reader.string() ?? ""
            case .timePeriod: (week.from, week.to) = reader.timePeriod()
            case .weekDays:
                reader.children { reader, name in
                    guard name == .weekDay else { return }
                    var days = CalendarRecord(offset: reader.offset)
                    reader.readWeekDay(into: &days)
                    week.week.merge(days.week) { $1 }
                }
            default: break
            }
        }
        return week
    }

    // MARK: Parts of a day

    private mutating func readDay(_ name: MSPDIName, into exception: inout ExceptionRecord) {
        switch name {
        case .dayWorking: exception.day.isWorking = flag()
        case .timePeriod: (exception.from, exception.to) = timePeriod()
        case .workingTimes:
            var shifts: [Shift] = []
            children { reader, name in
                if name == .workingTime, let shift = reader.shift() { shifts.append(shift) }
            }
            exception.day.shifts = shifts
        default: break
        }
    }

    private mutating func timePeriod() -> (CivilMinute?, CivilMinute?) {
        var period: (from: CivilMinute?, to: CivilMinute?)
        children { reader, name in
            switch name {
            case .fromDate: period.from = reader.minute()
            case .toDate: period.to = reader.minute()
            default: break
            }
        }
        return period
    }

    /// An end at midnight, or before its start, lies in the next day; from midnight to midnight is the whole day.
    private mutating func shift() -> Shift? {
        var from: Int?
        var to: Int?
        children { reader, name in
            switch name {
            case .fromTime: from = reader.timeOfDay()
            case .toTime: to = reader.timeOfDay()
            default: break
            }
        }
        guard let from, let to else { return nil }
        return Shift(start: from % 1_440, end: to > from % 1_440 ? to : to + 1_440)
    }

    /// Of Project's numbers, in which Sunday is 1.
    static func weekday(_ number: Int?) -> Weekday? {
        guard let number, (1...7).contains(number) else { return nil }
        return Weekday(rawValue: number == 1 ? 7 : number - 1)
    }
}
