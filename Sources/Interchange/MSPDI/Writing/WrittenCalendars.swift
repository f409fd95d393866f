import Scheduling
import WorkTime

/// The calendars that a plan works by, and the numbers that they are given.
struct WrittenCalendars {
    /// The project's first, numbered from 1.
    private(set) var list: [WorkCalendar] = []
    private var numbers: [String: Int] = [:]
    /// By resource, the number of the calendar that belongs to it alone; Project wants one for each.
    private(set) var ofResources: [Int?] = []
    private let project: Project
    /// By id, the place of a resource.
    private let resources: [String: Int]

    init(_ project: Project) {
        self.project = project
        resources = Dictionary(project.resources.indices.map { (project.resources[$0].id, $0) }) { first, _ in first }
        add(project.calendar)
        for (index, activity) in project.activities.enumerated()
        where numbers[activity.calendar] == nil && activity.calendar != WorkCalendar.elapsed.id {
            if hasOwnCalendar(activity) { add(project.calendar(of: index)) }
        }
        for resource in project.resources where resource.isWork { add(project.calendar(of: resource)) }
        var next = list.count
        for resource in project.resources {
            if resource.isWork { next += 1 }
            ofResources.append(resource.isWork ? next : nil)
        }
    }

    /// The number of a calendar that is written.
    func number(of id: String) -> Int? { numbers[id] }

    func resource(_ id: String) -> Int? { resources[id] }

    /// Whether people or machines work on it.
    func hasWorkers(_ activity: Activity) -> Bool {
        activity.facts.assignments.contains { resources[$0.resource].map { project.resources[$0].isWork } ?? false }
    }

    /// Whether it is done by a calendar that does not follow from the project's and from who works on it.
    func hasOwnCalendar(_ activity: Activity) -> Bool {
        var team: [String] = []
        var seen: Set<String> = []
        for index in activity.facts.assignments.compactMap({ resources[$0.resource] })
        where project.resources[index].isWork {
            let calendar = project.calendar(of: project.resources[index]).id
            if seen.insert(calendar).inserted { team.append(calendar) }
        }
        return activity.calendar != (team.isEmpty ? project.calendar.id : team.joined(separator: "+"))
    }

    private mutating func add(_ calendar: WorkCalendar) {
        guard numbers[calendar.id] == nil else { return }
        list.append(calendar)
        numbers[calendar.id] = list.count
    }
}

/// What is worked between two midnights: a shift that runs over midnight belongs to both days, as it does in Project.
struct CivilHours {
    let calendar: WorkCalendar

    /// By weekday, when no date says otherwise.
    func pattern(on weekday: Weekday) -> [Shift] {
        let before = Weekday(rawValue: weekday.rawValue == 1 ? 7 : weekday.rawValue - 1)!
        return Self.joined(calendar.week[weekday], after: calendar.week[before])
    }

    func pattern(on day: CivilDay) -> [Shift] {
        let before = day == .earliest ? DayPattern.off : calendar.pattern(on: day.advanced(by: -1))
        return Self.joined(calendar.pattern(on: day), after: before)
    }

    /// The days whose hours differ from those of their weekday, with what the rule behind them is called.
    var exceptions: [(day: CivilDay, name: String, shifts: [Shift])] {
        var days: [(CivilDay, String)] = []
        for rule in calendar.rules {
            if days.last?.0 != rule.day {
                days.append((rule.day, rule.name))
            } else {
                days[days.count - 1].1 = rule.name
            }
            if rule.day != .latest { days.append((rule.day.advanced(by: 1), rule.name)) }
        }
        return days.compactMap { day, name in
            let shifts = pattern(on: day)
            return shifts == pattern(on: day.weekday) ? nil : (day, name, shifts)
        }
    }

    private static func joined(_ day: DayPattern, after before: DayPattern) -> [Shift] {
        let midnight = 1_440
        let early = before.shifts.compactMap { $0.end > midnight ? Shift(start: 0, end: $0.end - midnight) : nil }
        let own = day.shifts.map { Shift(start: $0.start, end: min($0.end, midnight)) }
        var joined: [Shift] = []
        for shift in early + own {
            if let last = joined.last, shift.start <= last.end {
                joined[joined.count - 1] = Shift(start: last.start, end: max(last.end, shift.end))
            } else {
                joined.append(shift)
            }
        }
        return joined
    }
}
