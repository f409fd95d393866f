public import Scheduling
public import WorkTime

/// Where a plan stands on a day: what the week before it has brought, what goes on, and what the week after it wants.
///
/// Activities are places in the project, in the order in which a reader wants them.
public struct WeeklyStatus: Sendable {
    public let schedule: Schedule
    /// Up to when progress is known.
    public let dataDate: CivilMinute
    /// Finished in the seven days before, by their finish.
    public let done: [Int]
    /// Begun and not finished, by their finish.
    public let underWay: [Int]
    /// Not begun though nothing but the day itself holds them.
    public let overdue: [Int]
    /// To begin in the seven days to come, by their start.
    public let next: [Int]
    /// The answers that somebody owes in the seven days to come.
    public let decisions: [Decision]
    /// What vehicles want in the four weeks to come.
    public let criticalDates: [CriticalDate]
    /// All activities that are scheduled by themselves, and how many of them are finished.
    public let counts: (all: Int, finished: Int)

    /// An answer that is needed so that the plan goes on.
    public struct Decision: Sendable {
        public let approval: ApprovalOutlook
        /// The place of the answer in the project.
        public let answer: Int
        /// By when it must be there so that every promise is kept; `nil` where none depends on it.
        public let latest: CivilMinute?
    }

    /// - Parameters:
    ///   - schedule: of a plan with a data date; without one the start of the plan counts as it.
    ///   - approvals: those of the plan.
    ///   - vehicles: those of the plan.
    public init(of schedule: Schedule, approvals: [ApprovalOutlook], vehicles: [Vehicle]) {
        let project = schedule.project
        let date = project.dataDate ?? project.start
        self.schedule = schedule
        dataDate = date
        let weekBefore = CivilMinute(day: date.day.advanced(by: -7), minuteOfDay: date.minuteOfDay)
        let weekAfter = CivilMinute(day: date.day.advanced(by: 7), minuteOfDay: date.minuteOfDay)
        let monthAfter = CivilMinute(day: date.day.advanced(by: 28), minuteOfDay: date.minuteOfDay)

        let work = project.activities.indices.filter { schedule.hasDates($0) && project.isWorked($0) }
        func dates(_ index: Int) -> ScheduledActivity { schedule.activities[index] }
        let open = work.filter { !project.activities[$0].isComplete }
        done = work.filter { index in
            guard let finish = project.activities[index].progress?.actualFinish else { return false }
            return finish > weekBefore && finish <= date
        }.sorted { (dates($0).finish, $0) < (dates($1).finish, $1) }
        underWay = open.filter { project.activities[$0].isStarted }
            .sorted { (dates($0).finish, $0) < (dates($1).finish, $1) }
        let waiting = open.filter { !project.activities[$0].isStarted }
        overdue = date > project.start ? waiting.filter { schedule.isHeldByTheDayAlone($0, date) } : []
        let late = Set(overdue)
        next = waiting.filter { !late.contains($0) && dates($0).start < weekAfter }
            .sorted { (dates($0).start, $0) < (dates($1).start, $1) }
        counts = (work.count, work.count - open.count)

        let safe = schedule.latestSafeStarts()
        decisions = approvals.flatMap { outlook -> [Decision] in
            outlook.approval.rounds.compactMap { round in
                guard let index = project.index(of: round.answer), !project.activities[index].isComplete,
                    dates(index).finish <= weekAfter || dates(index).start < weekAfter
                else { return nil }
                let calendar = project.calendar(of: index)
                let latest = safe[index].map { start in
                    calendar.finish(at: calendar.position(of: start) + project.activities[index].duration)
                }
                return Decision(approval: outlook, answer: index, latest: latest)
            }
        }.sorted { (dates($0.answer).finish, $0.answer) < (dates($1.answer).finish, $1.answer) }
        criticalDates = schedule.criticalDates(of: vehicles).filter { critical in
            let isMet =
                critical.deadline.activity.flatMap { project.index(of: $0) }
                .map { project.activities[$0].isComplete } ?? false
            return critical.deadline.due >= date && critical.deadline.due < monthAfter && !isMet
        }
    }
}

extension Schedule {
    /// Whether an activity that has not begun might have begun by a day: all that it waits for is done, no date holds it,
    /// and it now stands at the first moment after that day.
    fileprivate func isHeldByTheDayAlone(_ index: Int, _ date: CivilMinute) -> Bool {
        let network = project.network
        let first = network.earliest[Int(network.calendarOf[index])]
        guard times.early.start(of: index).position == first.position else { return false }
        if let bound = network.rules(of: index).earliestStart, bound >= date { return false }
        return network.ties(into: index).allSatisfy { project.activities[network.owner(of: Int($0.source))].isComplete }
    }
}
