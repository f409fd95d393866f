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
    /// The calendar of every activity that names none: the plan's, or a plain five-day week.
    mutating func projectCalendar() -> WorkCalendar? {
        guard let named = draft.calendar else { return .fiveDayWeek }
        return resolve(named)
    }

    /// A calendar by name; one that is unknown or has no work in it is a finding.
    mutating func resolve(_ named: Located<String>) -> WorkCalendar? {
        guard let calendar = library[named.value] else {
            let nearest = nearestName(to: named.value, among: library.ids)
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
        return calendar
    }

    /// Each activity's calendar; an elapsed duration runs around the clock whatever the calendar says.
    mutating func usedCalendars(project: WorkCalendar?) -> UsedCalendars {
        var used = UsedCalendars(list: [project ?? .fiveDayWeek], of: [])
        var indexOf: [String: Int] = [:]
        for activity in draft.activities {
            if activity.duration?.value.isElapsed == true {
                used.of.append(indexOf[WorkCalendar.elapsed.id] ?? used.list.count)
                if indexOf.updateValue(used.of.last ?? 0, forKey: WorkCalendar.elapsed.id) == nil {
                    used.list.append(.elapsed)
                }
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
