import Diagnostics
public import Scheduling
public import WorkTime

/// What of a schedule is the client's: what is sent to them and when, by when they answer, what they do themselves, and what is
/// promised to them. Nothing in it speaks of the agency's own work, of float or of headroom.
///
/// Activities are places in the project.
public struct ClientTimetable: Sendable {
    public let schedule: Schedule
    /// Whose timetable it is: the lanes that are said to be outside, else those that approve in writing, else those that
    /// approve at all; empty where nobody approves anything.
    public let clients: [Lane]
    /// By the day on which they are needed.
    public let answers: [Answer]
    /// What the client does beside answering, by its start: meetings, above all.
    public let work: [Int]
    /// Moments of the plan that are neither approvals nor dates of vehicles, by date. What is promised is left out: beside the
    /// promise its forecast would show how much time there is to spare.
    public let milestones: [Int]
    public let vehicles: [Vehicle]
    /// All but those of vehicles, by date.
    public let promises: [DeadlineForecast]

    /// One answer of one round.
    public struct Answer: Sendable {
        public let approval: ApprovalOutlook
        /// Counted from 1.
        public let round: Int
        /// The activity: the answer of the round, or the approval itself where it has been given.
        public let activity: Int
        /// When the last of what it is about is there to be sent; `nil` for what has been approved, and where it waits for nothing.
        public let sent: Event?
        public let isGiven: Bool
    }

    /// When an activity is finished.
    public struct Event: Sendable {
        public let activity: Int
        public let instant: CivilMinute
    }

    public init(of schedule: Schedule, approvals: [ApprovalOutlook], vehicles: [Vehicle]) {
        self.schedule = schedule
        let project = schedule.project
        let clients = Self.clients(of: project, approvals)
        let ids = Set(clients.map(\.id))
        self.clients = clients
        self.vehicles = vehicles
        answers = approvals.filter { $0.reviewingLane(in: project).map(ids.contains) ?? false }
            .flatMap { Self.answers(of: $0, in: schedule) }
            .sorted { schedule.isBefore($0.activity, $1.activity) }
        let shown = project.activities.indices.filter { schedule.hasDates($0) && project.isWorked($0) }
        work = shown.filter { index in
            let activity = project.activities[index]
            return !activity.isMilestone && activity.facts.mark != .answer && activity.lane.map(ids.contains) ?? false
        }.sorted { schedule.isBefore($0, $1) }
        let ofVehicles = Set(vehicles.flatMap(\.milestones))
        milestones = shown.filter { index in
            let activity = project.activities[index]
            return activity.isMilestone && activity.deadline == nil && !activity.isApproval
                && !ofVehicles.contains(activity.id)
        }.sorted { schedule.isBefore($0, $1) }
        // What clients have to do by a date is their own promise, and stands with their work.
        let ofClients = Set(work.map { project.activities[$0].id })
        promises = schedule.deadlines
            .filter { $0.activity.map { !ofVehicles.contains($0) && !ofClients.contains($0) } ?? true }
            .sorted { $0.promised < $1.promised }
    }

    /// Promises to the client, dates of vehicles included, that the plan does not keep: nobody should send it as it is. What was
    /// finished late is history.
    public var broken: [DeadlineForecast] { schedule.openDeadlines.filter(\.isMissed) }

    private static func clients(of project: Project, _ approvals: [ApprovalOutlook]) -> [Lane] {
        let stated = project.lanes.filter(\.isExternal)
        guard stated.isEmpty else { return stated }
        let written = approvals.filter(\.approval.gate.requiresWrittenApproval)
        let reviewing = Set((written.isEmpty ? approvals : written).compactMap { $0.reviewingLane(in: project) })
        return project.lanes.filter { reviewing.contains($0.id) }
    }

    private static func answers(of outlook: ApprovalOutlook, in schedule: Schedule) -> [Answer] {
        let project = schedule.project
        guard !outlook.approval.rounds.isEmpty else {
            guard let index = project.index(of: outlook.approval.id) else { return [] }
            return [Answer(approval: outlook, round: 1, activity: index, sent: nil, isGiven: true)]
        }
        return outlook.approval.rounds.enumerated().compactMap { number, round in
            guard let index = project.index(of: round.answer), schedule.hasDates(index) else { return nil }
            let sources = project.links(to: index).compactMap { project.index(of: $0.predecessor) }
                .filter(schedule.hasDates)
            let last = sources.max { schedule.activities[$0].finish < schedule.activities[$1].finish }
            return Answer(
                approval: outlook, round: number + 1, activity: index,
                sent: last.map { Event(activity: $0, instant: schedule.activities[$0].finish) },
                isGiven: project.activities[index].isComplete)
        }
    }
}

extension ApprovalOutlook {
    /// The lane of whoever answers: the reviewer, or the approval's own where a person answers.
    fileprivate func reviewingLane(in project: Project) -> LaneID? {
        if let reviewer = approval.gate.reviewer?.value, project.lanes.contains(where: { $0.id.rawValue == reviewer }) {
            return LaneID(reviewer)
        }
        return project.index(of: approval.id).flatMap { project.activities[$0].lane }
    }
}

extension Vehicle {
    /// The ids of all activities that stand for it.
    fileprivate var milestones: [ActivityID] {
        deadlines.compactMap(\.milestone) + [Self.milestone(of: id, "on-air")]
    }
}

extension Schedule {
    /// By finish, equals in the order of the plan.
    fileprivate func isBefore(_ left: Int, _ right: Int) -> Bool {
        (activities[left].finish, left) < (activities[right].finish, right)
    }
}
