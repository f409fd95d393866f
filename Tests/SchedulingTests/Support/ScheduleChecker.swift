import Scheduling
import WorkTime

/// Judges a schedule by what its project demands, in civil time and one link at a time. It shares nothing with the
/// passes but the calendars.
struct ScheduleChecker {
    let project: Project
    let calendars: [String: WorkCalendar]

    /// Every demand that a set of dates breaks, in words.
    func violations(_ dates: [ActivityID: (start: CivilMinute, finish: CivilMinute)]) -> [String] {
        let named = Dictionary(uniqueKeysWithValues: project.activities.map { ($0.id, $0.calendar) })
        var found: [String] = []
        for (index, activity) in project.activities.enumerated() {
            guard let own = dates[activity.id], let calendar = calendars[activity.calendar] else {
                found.append("\(activity.id) has no dates or no calendar")
                continue
            }
            if calendar.work(from: own.start, to: own.finish) != activity.duration {
                found.append("\(activity.id) does not last \(activity.duration.count)")
            }
            if own.finish < own.start { found.append("\(activity.id) finishes before it starts") }
            for link in project.links(to: index) {
                guard let source = dates[link.predecessor],
                    let counted = named[link.predecessor].flatMap({ calendars[$0] })
                else { continue }
                let from = link.relationship.leavesFinish ? source.finish : source.start
                let to = link.relationship.entersStart ? own.start : own.finish
                if !holds(link.lag, from: from, to: to, on: counted) {
                    found.append("\(link.predecessor) \(link.relationship.rawValue) \(activity.id)")
                }
            }
        }
        return found
    }

    private func holds(_ lag: Lag, from: CivilMinute, to: CivilMinute, on calendar: WorkCalendar) -> Bool {
        switch lag {
        case .elapsed(let lag): to >= from + lag
        case .work(let lag): lag == .zero ? to >= from : calendar.work(from: from, to: to) >= lag
        }
    }
}
