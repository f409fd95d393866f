import Scheduling
import WorkTime

extension PlannedDuration {
    /// Minutes as a planner would write them: in days where they are whole days of a calendar, else in hours or minutes.
    ///
    /// - Parameter day: the minutes of a usual day of the calendar that reading counts on.
    init(writing minutes: Int, day: Int, isElapsed: Bool = false) {
        let day = isElapsed ? 1_440 : day
        if minutes != 0, day > 0, minutes.isMultiple(of: day) {
            self.init(thousandths: minutes / day * 1_000, unit: .days, isElapsed: isElapsed)
        } else if minutes != 0, minutes.isMultiple(of: 60) {
            self.init(thousandths: minutes / 60 * 1_000, unit: .hours, isElapsed: isElapsed)
        } else if let exact = PlannedDuration(thousandthsOfMinute: minutes * 1_000, isElapsed: isElapsed) {
            self = exact
        } else {
            self = .none
        }
    }
}

extension Project {
    /// The links of an activity as a plan file writes them: `brief FS+2d`.
    func writtenLinks(to index: Int) -> [String] {
        links(to: index).map { link in
            let day = self.index(of: link.predecessor).map { calendar(of: $0).minutesPerDay.count } ?? 0
            let lag = PlannedDuration(writing: link.lag.minutes, day: day, isElapsed: link.lag.isElapsed)
            return LinkDraft(to: link.predecessor, link.relationship, lag: lag).description
        }
    }

    /// The duration of an activity, on its own calendar.
    func writtenDuration(of index: Int) -> String {
        let activity = activities[index]
        let isElapsed = activity.calendar == WorkCalendar.elapsed.id
        let day = calendar(of: index).minutesPerDay.count
        return PlannedDuration(writing: activity.duration.count, day: day, isElapsed: isElapsed).description
    }
}

extension BilingualName {
    /// As a plan file writes it; ` / ` inside a name would part it in two.
    var written: String {
        let plain = primary.split(separator: " / ").joined(separator: "/")
        return chinese.map { "\(plain) / \($0)" } ?? plain
    }
}
