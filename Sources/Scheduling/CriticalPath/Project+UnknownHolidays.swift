import Diagnostics
import WorkTime

extension Project {
    /// A warning for each calendar on which work is planned past the day that its holidays are known for.
    func unknownHolidays(_ times: ScheduleTimes) -> [Finding] {
        network.calendars.indices.compactMap { place in
            let calendar = network.calendars[place]
            guard let lastKnown = calendar.knownThrough else { return nil }
            let border = CivilMinute(day: lastKnown, minuteOfDay: 0) + ElapsedMinutes(1_440)
            let lastEvent = calendar.lastEvent(notAfter: border)
            let beyond = activities.indices.filter {
                isWorked($0) && Int(network.calendarOf[$0]) == place && times.early.finishes[$0] > lastEvent
            }
            guard let first = beyond.min(by: { times.early.starts[$0] < times.early.starts[$1] }) else { return nil }
            let others = beyond.count > 1 ? " and \(beyond.count - 1) more are" : " is"
            return Finding(
                "calendar.unknown-after", .warning,
                "the holidays of the calendar “\(calendar.id)” are known through \(lastKnown), "
                    + "and “\(activities[first].id)”\(others) planned beyond it",
                advice: "expect dates after \(lastKnown) to move when its holidays are announced")
        }
    }
}
