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
    /// Not begun though all that they wait for was there before the day.
    public let overdue: [Int]
    /// To begin in the seven days to come, by their start.
    public let next: [Int]
    /// The answers that are expected, or needed at the latest, in the seven days to come, and the approvals of which all
    /// answers are there and that are still to come in writing.
    public let decisions: [Decision]
    /// What vehicles want in the four weeks to come, or have wanted in vain.
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
        let work = project.activities.indices.filter { schedule.hasDates($0) && project.isWorked($0) }
        let open = work.filter { !project.activities[$0].isComplete }
        let waiting = open.filter { !project.activities[$0].isStarted }
        let isLate = waiting.map { date > project.start && (schedule.mightHaveBegun($0) || schedule.isPast($0, date)) }
        done = work.filter { index in
            guard let finish = project.activities[index].progress?.actualFinish else { return false }
            return finish > date.days(-7) && finish <= date
        }.inOrder { schedule.activities[$0].finish }
        underWay = open.filter { project.activities[$0].isStarted }.inOrder { schedule.activities[$0].finish }
        // An approval is nothing that anybody begins; what it lacks is a decision.
        overdue = zip(waiting, isLate).filter { $0.1 && !project.activities[$0.0].isApproval }.map(\.0)
        next = zip(waiting, isLate).filter { !$0.1 && schedule.activities[$0.0].start < date.days(7) }.map(\.0)
            .inOrder { schedule.activities[$0].start }
        counts = (work.count, work.count - open.count)
        let safe = schedule.latestSafeDates()
        decisions = Self.decisions(in: schedule, of: approvals, safe, until: date.days(7))
        criticalDates = schedule.criticalDates(of: vehicles, safe).filter {
            $0.deadline.due < date.days(28) && schedule.isWanted($0, on: date)
        }
    }

    private static func decisions(
        in schedule: Schedule, of approvals: [ApprovalOutlook], _ safe: [SafeDates?], until end: CivilMinute
    ) -> [Decision] {
        let all = approvals.flatMap { outlook in
            schedule.openSteps(of: outlook.approval).map {
                Decision(approval: outlook, answer: $0, latest: safe[$0]?.finish)
            }
        }
        func expected(_ decision: Decision) -> CivilMinute { schedule.activities[decision.answer].finish }
        return all.filter { expected($0) <= end || $0.latest.map { $0 <= end } ?? false }
            .sorted { (expected($0), $0.answer) < (expected($1), $1.answer) }
    }
}

extension Activity {
    var isApproval: Bool { if case .approval = facts.mark { true } else { false } }
}

extension Schedule {
    /// The answers of an approval that are not there, by their places; where all are, the approval itself until it has been
    /// given.
    func openSteps(of approval: Approval) -> [Int] {
        let answers = approval.rounds.compactMap { project.index(of: $0.answer) }.filter(hasDates)
        let open = answers.filter { !project.activities[$0].isComplete }
        guard open.isEmpty, !answers.isEmpty, let gate = project.index(of: approval.id) else { return open }
        return project.activities[gate].isComplete ? [] : [gate]
    }

    /// Whether an activity that has not begun might have begun before the data date: all that it waits for was there, and no
    /// date held it.
    fileprivate func mightHaveBegun(_ index: Int) -> Bool {
        // Clients ask for changes when they do.
        guard project.activities[index].facts.mark != .changeRequest else { return false }
        let network = project.network
        let calendar = network.calendar(of: index)
        let first = network.earliest[Int(network.calendarOf[index])].position
        guard times.early.start(of: index).position == first else { return false }
        var possible = calendar.position(of: project.start).count
        if let bound = network.rules(of: index).earliestStart {
            possible = max(possible, calendar.position(of: bound).count)
        }
        for tie in network.ties(into: index) where tie.relationship.entersStart {
            let progress = project.activities[network.owner(of: Int(tie.source))].progress
            let event = tie.relationship.leavesFinish ? progress?.actualFinish : progress?.actualStart
            guard let event else { return false }
            let isElapsed = tie.traits.contains(.isElapsed)
            let from = isElapsed ? event + ElapsedMinutes(tie.statedLag) : event
            possible = max(possible, calendar.position(of: from).count + (isElapsed ? 0 : tie.statedLag))
        }
        return possible < first
    }

    /// Whether it is planned before the data date, as tools have it that move nothing by themselves.
    fileprivate func isPast(_ index: Int, _ date: CivilMinute) -> Bool {
        !project.activities[index].isMilestone && activities[index].start < date
    }

    /// Whether a vehicle's date still wants something: a date that work leads to until it is done, any other until it has
    /// passed.
    fileprivate func isWanted(_ critical: CriticalDate, on date: CivilMinute) -> Bool {
        guard let activity = critical.deadline.activity.flatMap({ project.index(of: $0) }) else {
            return critical.deadline.due >= date
        }
        return !project.activities[activity].isComplete
    }
}

extension CivilMinute {
    /// The same time so many days later.
    fileprivate func days(_ count: Int) -> CivilMinute {
        CivilMinute(day: day.advanced(by: count), minuteOfDay: minuteOfDay)
    }
}

extension [Int] {
    /// Sorted by a moment, equals in the order of the plan.
    fileprivate func inOrder(by moment: (Int) -> CivilMinute) -> [Int] {
        map { (moment($0), $0) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1)
    }
}
