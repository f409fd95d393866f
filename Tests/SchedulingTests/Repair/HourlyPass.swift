import Diagnostics
import Scheduling
import WorkTime

/// A forward pass by counting hours one by one: what a patient planner would do with a ruler. It shares nothing with the
/// scheduler but the calendars, and knows plans whose times are whole hours.
struct HourlyPass {
    typealias Dates = (start: Int, finish: Int)

    let project: Project
    private let rulers: [String: Ruler]
    /// The hour before which no work lies.
    private let beginning: Int

    /// Hours are counted from here, well before any plan.
    static let origin = CivilMinute(day: CivilDay("2025-12-01")!, minuteOfDay: 0)
    static func hour(_ instant: CivilMinute) -> Int { (instant - origin).count / 60 }
    static func instant(_ hour: Int) -> CivilMinute { origin + ElapsedMinutes(hour * 60) }

    init(_ project: Project) {
        self.project = project
        var rulers = ["elapsed": Ruler(isWorked: Array(repeating: true, count: Ruler.hours))]
        for (index, activity) in project.activities.enumerated() where rulers[activity.calendar] == nil {
            let calendar = project.calendar(of: index)
            rulers[activity.calendar] = Ruler(
                isWorked: (0..<Ruler.hours).map { hour in
                    calendar.work(from: Self.instant(hour), to: Self.instant(hour + 1)) > .zero
                })
        }
        self.rulers = rulers
        beginning = Self.hour(max(project.start, project.dataDate ?? project.start))
    }

    /// The hours of a calendar.
    struct Ruler {
        static let hours = 24 * 150
        /// Worked hours before each hour.
        private var before = [0]
        /// The worked hours.
        private var worked: [Int] = []

        init(isWorked: [Bool]) {
            for hour in isWorked.indices {
                if isWorked[hour] { worked.append(hour) }
                before.append(worked.count)
            }
        }

        func count(before hour: Int) -> Int { before[hour] }
        /// When the n-th worked hour has ended.
        func end(_ count: Int) -> Int { worked[count - 1] + 1 }
        /// When the hour after the n-th begins.
        func next(_ count: Int) -> Int { worked[count] }
        /// The first moment from an hour on that is work or the end of it.
        func first(_ hour: Int) -> Int {
            let count = count(before: hour)
            return end(count) < hour ? next(count) : hour
        }
    }

    // MARK: Dates

    /// The dates of all activities, in their order, with some starts held.
    func dates(holding pins: [ActivityID: CivilMinute]) -> [Dates] {
        var dates: [Dates] = []
        for index in project.activities.indices { dates.append(self.dates(of: index, pins, dates)) }
        return dates
    }

    private func dates(of index: Int, _ pins: [ActivityID: CivilMinute], _ earlier: [Dates]) -> Dates {
        let activity = project.activities[index]
        var starts = [beginning]
        var finishes: [Int] = []
        if let pin = pins[activity.id] { starts.append(Self.hour(pin)) }
        for link in project.links(to: index) {
            let source = project.index(of: link.predecessor)!
            let from = link.relationship.leavesFinish ? earlier[source].finish : earlier[source].start
            let demand = shifted(from, by: link.lag, of: project.activities[source].calendar)
            if link.relationship.entersStart { starts.append(demand) } else { finishes.append(demand) }
        }
        if !activity.isStarted {
            for constraint in activity.constraints {
                guard let date = constraint.date else { continue }
                switch constraint {
                case .startNoEarlierThan: starts.append(Self.hour(date.asStart))
                default: finishes.append(Self.hour(date.asFinish(on: project.calendar(of: index))))
                }
            }
        }
        let length = (activity.progress?.remaining ?? activity.duration).count / 60
        return placed(rulers[activity.calendar]!, starts, finishes, lasting: length)
    }

    private func shifted(_ hour: Int, by lag: Lag, of calendar: String) -> Int {
        guard lag.minutes != 0 else { return hour }
        let ruler = rulers[lag.isElapsed ? "elapsed" : calendar]!
        return ruler.end(ruler.count(before: hour) + lag.minutes / 60)
    }

    private func placed(_ ruler: Ruler, _ starts: [Int], _ finishes: [Int], lasting length: Int) -> Dates {
        guard length > 0 else {
            let moment = (starts + finishes).map(ruler.first).max()!
            return (moment, moment)
        }
        let earliest = starts.map { ruler.count(before: $0) }.max()!
        let position = max(earliest, finishes.map { ruler.count(before: $0) - length }.max() ?? earliest)
        let end = ruler.end(position + length)
        // A finish that is held in time off waits for the end of it.
        let isHeld = finishes.contains { ruler.count(before: $0) == position + length && $0 > end }
        return (ruler.next(position), isHeld ? ruler.next(position + length) : end)
    }

    // MARK: Commitments and promises

    /// Worked hours between an hour and the start of an activity: above zero, it starts later.
    func lateness(of commitment: Commitment, in dates: [Dates]) -> Int {
        let index = project.index(of: commitment.activity)!
        let ruler = rulers[project.activities[index].calendar]!
        return ruler.count(before: dates[index].start) - ruler.count(before: Self.hour(commitment.date))
    }

    /// When a promise is done; `nil` for the whole plan.
    func forecast(of promise: ActivityID?, in dates: [Dates]) -> Int {
        promise.map { dates[project.index(of: $0)!].finish } ?? dates.map(\.finish).max()!
    }
}
