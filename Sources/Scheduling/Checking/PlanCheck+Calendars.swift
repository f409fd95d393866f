import Diagnostics
import WorkTime

/// The calendars that a plan uses, each once, and which activity uses which.
struct UsedCalendars {
    /// The project's first.
    var list: [WorkCalendar]
    /// Index into `list` by activity.
    var of: [Int]
}

extension PlanCheck {
    /// Adds the calendars that the plan defines itself to those the program knows.
    mutating func addOwnCalendars() {
        guard !draft.calendars.isEmpty else { return }
        for calendar in draft.calendars where calendar.value.id == WorkCalendar.elapsed.id {
            report(
                "calendar.reserved-name", "“\(calendar.value.id)” is what time around the clock is called",
                advice: "give the calendar another name", at: calendar.place)
        }
        library = library.adding(draft.calendars.map(\.value))
        for fault in library.faults {
            let place = draft.calendars.last { $0.value.id == fault.id }?.place
            findings.report(Finding(fault.finding(among: library.ids), at: place))
        }
    }

    /// The calendar of every activity that names none: the plan's, or a plain five-day week.
    mutating func projectCalendar() -> WorkCalendar? {
        guard let named = draft.calendar else { return .fiveDayWeek }
        return resolve(named)
    }

    /// A calendar by name; one that is unknown or has no work in it is a finding.
    mutating func resolve(_ named: Located<String>) -> WorkCalendar? {
        guard let calendar = library[named.value] else {
            // One that the plan defines itself is missing only because it is at fault, which has been reported.
            guard !draft.calendars.contains(where: { $0.value.id == named.value }) else { return nil }
            let nearest = nearestName(to: named.value, among: library.ids) ?? calendar(called: named.value)
            report(
                "plan.unknown-calendar", "there is no calendar “\(named.value)”",
                advice: nearest.map { "did you mean “\($0)”?" }
                    ?? "use one of \(library.ids.joined(separator: ", ")), or define it under “calendars”",
                at: named.place)
            return nil
        }
        guard calendar.hasWorkingTime else {
            report(
                "calendar.no-working-time", "the calendar “\(named.value)” has no working time, so no work would end",
                advice: "give it hours on at least one day of the week", at: named.place)
            return nil
        }
        guard calendar.daysPerWeek > 0 else {
            report(
                "calendar.no-working-week",
                "the calendar “\(named.value)” works on single dates only, so a day and a week have no length on it",
                advice: "give it hours on at least one day of the week", at: named.place)
            return nil
        }
        return calendar
    }

    /// The id of a calendar whose name holds these words, such as `china` for `中国`.
    private func calendar(called words: String) -> String? {
        library.ids.first { id in
            guard words.count > 1, let calendar = library[id] else { return false }
            return "\(calendar.name)\n\(calendar.nameZh ?? "")".lowercased().contains(words.lowercased())
        }
    }

    /// Each activity's calendar; an elapsed duration runs around the clock whatever the calendar says.
    mutating func usedCalendars(project: WorkCalendar?) -> UsedCalendars {
        var used = UsedCalendars(list: [project ?? .fiveDayWeek], of: [])
        var indexOf: [String: Int] = [:]
        var elapsed: Int?
        for activity in draft.activities {
            if activity.duration?.value.isElapsed == true {
                if elapsed == nil { used.list.append(.elapsed) }
                elapsed = elapsed ?? used.list.count - 1
                used.of.append(elapsed ?? 0)
                continue
            }
            guard let named = activity.calendar, named.value != project?.id else {
                used.of.append(0)
                continue
            }
            if let known = indexOf[named.value] {
                used.of.append(known)
            } else {
                indexOf[named.value] = used.list.count
                used.of.append(used.list.count)
                used.list.append(resolve(named) ?? .fiveDayWeek)
            }
        }
        return used
    }
}

extension CalendarFault {
    /// What to tell the user, who may have meant one of `ids`.
    fileprivate func finding(among ids: [String]) -> TextFault {
        switch self {
        case .duplicate:
            TextFault("calendar.duplicate", description, advice: "give one of the two another name")
        case .unknownBase(_, let base):
            TextFault(
                "calendar.unknown-base", description,
                advice: nearestName(to: base, among: ids).map { "did you mean “\($0)”?" }
                    ?? "base it on one of \(ids.joined(separator: ", "))")
        case .faultyBase:
            TextFault("calendar.faulty-base", description, advice: "mend the base first")
        case .circularBase:
            TextFault("calendar.circular-base", description, advice: "let one of them stand alone")
        case .noWeek:
            TextFault("calendar.no-week", description, advice: "add  hours: 09:00-12:00 13:00-18:00, or  based-on: …")
        }
    }
}
