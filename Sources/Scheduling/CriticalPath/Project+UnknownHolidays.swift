import Diagnostics
import WorkTime

extension Project {
    /// A warning for each calendar on which work is planned past the day that its holidays are known for.
    func unknownHolidays(starts: [CivilMinute], finishes: [CivilMinute]) -> [Finding] {
        network.calendars.indices.compactMap { index in
            let calendar = network.calendars[index]
            guard let lastKnown = calendar.knownThrough else { return nil }
            let border = CivilMinute(day: lastKnown, minuteOfDay: 0) + ElapsedMinutes(1_440)
            let beyond = activities.indices.filter { network.calendarOf[$0] == index && finishes[$0] > border }
            guard let first = beyond.min(by: { starts[$0] < starts[$1] }) else { return nil }
            let others = beyond.count > 1 ? " and \(beyond.count - 1) more are" : " is"
            return Finding(
                "calendar.unknown-after", .warning,
                "the holidays of the calendar “\(calendar.id)” are known through \(lastKnown), "
                    + "and “\(activities[first].id)”\(others) planned beyond it",
                advice: "expect dates after \(lastKnown) to move when its holidays are announced")
        }
    }
}
