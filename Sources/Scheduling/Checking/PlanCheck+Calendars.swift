import Diagnostics
import WorkTime

/// The calendars that a plan uses, each once, and which activity uses which.
struct UsedCalendars {
    /// The project's first.
    var list: [WorkCalendar]
    /// Index into `list` by activity.
    var of: [UInt16]

    func calendar(of activity: Int) -> WorkCalendar { list[Int(of[activity])] }
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
    mutating func usedCalendars(project: WorkCalendar?, resources: [Resource]) -> UsedCalendars {
        var pool = CalendarPool(project: project ?? .fiveDayWeek)
        var used = UsedCalendars(list: [], of: [])
        used.of.reserveCapacity(draft.activities.count)
        let ownCalendars = calendarsOfResources(resources, project: project)
        let workers = ownCalendars.isEmpty ? [] : Set(resources.lazy.filter(\.isWork).map(\.id))
        for activity in draft.activities.indices {
            let index = calendarIndex(of: activity, in: &pool, project: project, ownCalendars, workers)
            if index == nil { reportTooManyCalendars(draft.activities[activity].id) }
            used.of.append(index ?? 0)
        }
        used.list = pool.calendars
        return used
    }

    /// An activity without details is not copied: a plan may have a million of them.
    private mutating func calendarIndex(
        of index: Int, in pool: inout CalendarPool, project: WorkCalendar?, _ own: [String: WorkCalendar],
        _ workers: Set<String>
    ) -> UInt16? {
        if draft.activities[index].duration?.value.isElapsed == true {
            return pool.index(named: WorkCalendar.elapsed.id) { .elapsed }
        }
        guard draft.activities[index].hasDetails else { return 0 }
        let activity = draft.activities[index]
        if let named = activity.calendar, named.value != project?.id {
            return pool.index(named: named.value) { resolve(named) ?? .fiveDayWeek }
        }
        if own.isEmpty || activity.calendar != nil { return 0 }
        return pool.index(ofAll: calendars(of: activity, own, workers, project: project))
    }

    private mutating func reportTooManyCalendars(_ id: Located<ActivityID>) {
        guard !hasTooManyCalendars else { return }
        hasTooManyCalendars = true
        report(
            "plan.too-many-calendars",
            "up to “\(id.value)” the plan works by more calendars, or more teams with calendars of their own, than "
                + "can be told apart",
            advice: "give people who work alike one calendar", at: id.place)
    }

    /// The calendars of resources that work by one of their own, by resource.
    private mutating func calendarsOfResources(_ resources: [Resource], project: WorkCalendar?)
        -> [String: WorkCalendar]
    {
        guard draft.conventions.usesResourceCalendars else { return [:] }
        var own: [String: WorkCalendar] = [:]
        for (resource, stated) in zip(resources, draft.resources) where resource.isWork {
            guard let named = stated.calendar, named.value != project?.id else { continue }
            own[resource.id] = resolve(named)
        }
        return own
    }

    /// The calendars of those who work on an activity, the plan's for those who have none of their own.
    private func calendars(
        of activity: ActivityDraft, _ own: [String: WorkCalendar], _ workers: Set<String>, project: WorkCalendar?
    ) -> [WorkCalendar] {
        var found: [WorkCalendar] = []
        var seen: Set<String> = []
        for assignment in activity.details.assignments where workers.contains(assignment.resource.value) {
            let calendar = own[assignment.resource.value] ?? project ?? .fiveDayWeek
            if seen.insert(calendar.id).inserted { found.append(calendar) }
        }
        return found
    }
}

/// The calendars in use, each once, as they are met; the project's is the first.
private struct CalendarPool {
    private(set) var calendars: [WorkCalendar]
    private var indexOf: [String: UInt16] = [:]
    /// The calendars of people who work together, by those that each of them works by.
    private var teams: [[String]: UInt16] = [:]
    /// The calendar of a team may have as many dates as all of its members' have.
    private static let mostTeams = 4_096
    /// How many calendars the members of one team may have between them.
    private static let largestTeam = 256

    init(project: WorkCalendar) {
        calendars = [project]
        indexOf[project.id] = 0
    }

    /// `nil` when there are too many already.
    mutating func index(named id: String, _ calendar: () -> WorkCalendar) -> UInt16? {
        if let known = indexOf[id] { return known }
        indexOf[id] = add(calendar)
        return indexOf[id]
    }

    /// Work that several do goes on while any of them works. `nil` when there are too many already.
    mutating func index(ofAll several: [WorkCalendar]) -> UInt16? {
        guard let first = several.first else { return 0 }
        if several.count == 1 { return index(named: first.id) { first } }
        let ids = several.map(\.id)
        if let known = teams[ids] { return known }
        guard teams.count < Self.mostTeams, ids.count <= Self.largestTeam else { return nil }
        teams[ids] = add { several.dropFirst().reduce(first) { $0.union($1) } }
        return teams[ids]
    }

    private mutating func add(_ calendar: () -> WorkCalendar) -> UInt16? {
        // The last number is kept for the clock, which lags may bring in later.
        guard calendars.count < UInt16.max - 1 else { return nil }
        calendars.append(calendar())
        return UInt16(calendars.count - 1)
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
