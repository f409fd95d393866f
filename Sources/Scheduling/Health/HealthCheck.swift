/// How sound a plan is, whatever its dates: the fourteen points, and the rules of the agency's trade.
public struct HealthCheck: Sendable {
    public let schedule: Schedule
    /// Whether finished work is counted among the activities and links of the points. The assessment leaves it out; some
    /// tools count it.
    public let countsFinished: Bool
    /// Fourteen, by their numbers.
    public let points: [HealthPoint]
    /// What breaks a rule, by rule and then in the order of the file.
    public let violations: [HealthViolation]
    /// Whether the search for links that are not needed was given up: a plan with very many has no end of ways.
    public let gaveUpOnRedundantLinks: Bool

    /// - Complexity: O(activities + links) but for two further schedules.
    public init(of schedule: Schedule, countingFinished: Bool = false) {
        self.schedule = schedule
        countsFinished = countingFinished
        let subject = HealthSubject(schedule, countsFinished: countingFinished)
        points = HealthPoint.Kind.allCases.map(subject.point)
        let redundant = subject.redundantLinks()
        gaveUpOnRedundantLinks = redundant.gaveUp
        violations =
            subject.hastyGates + subject.unapprovedBookings + subject.workOnHolidays + subject.danglingEnds
            + redundant.found + subject.namesakes + subject.outOfSequence + subject.deadlinesBeforeDates
    }

    public func count(_ status: HealthPoint.Status) -> Int { points.count { $0.status == status } }

    /// Whether any point fails.
    public var isUnsound: Bool { count(.fail) > 0 }
}

/// A plan as the points and rules look at it.
struct HealthSubject {
    let schedule: Schedule
    let project: Project
    let network: Network
    let countsFinished: Bool
    /// Activities, in the order of the file, without summaries, levels of effort and what is left out.
    let work: [Int]
    /// Those that the points count.
    let counted: [Int]
    /// The ties between scheduled nodes by their source; those that end in a node are known to the network.
    let leaving: Grouping

    init(_ schedule: Schedule, countsFinished: Bool) {
        self.schedule = schedule
        self.countsFinished = countsFinished
        project = schedule.project
        network = schedule.project.network
        let activities = schedule.project.activities
        work = activities.indices.filter { activities[$0].isScheduledWork }
        counted = countsFinished ? work : work.filter { !activities[$0].isComplete }
        let ties = schedule.project.network.ties
        leaving = Grouping(of: ties.indices, count: network.count) { Int(ties[$0].source) }
    }

    func ids(_ indices: some Sequence<Int>) -> [ActivityID] { indices.map { project.activities[$0].id } }

    // MARK: Links

    /// Whether a link ties two nodes that the schedule places.
    private func isLogic(_ tie: Tie) -> Bool {
        !network.traits[Int(tie.source)].contains(.isIdle) && !network.traits[Int(tie.target)].contains(.isIdle)
    }

    func incoming(_ index: Int) -> [Tie] { network.ties(into: index).filter(isLogic) }
    func outgoing(_ index: Int) -> [Tie] { leaving[index].map { network.ties[Int($0)] }.filter(isLogic) }

    /// The links of the plan that lead to what is counted, as they were stated; the gates of summaries are no links of their
    /// own.
    var countedLinks: [Tie] {
        let isCounted = Set(counted)
        return network.ties.filter { tie in
            let (source, target) = (Int(tie.source), Int(tie.target))
            guard source < network.activityCount, target < network.activityCount else { return false }
            return isCounted.contains(target) || project.activities[target].isSummary
        }
    }
}
