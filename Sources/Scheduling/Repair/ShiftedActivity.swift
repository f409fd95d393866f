public import WorkTime

/// An activity that a repaired plan places elsewhere than a reference plan did: somebody has to be told.
public struct ShiftedActivity: Hashable, Sendable {
    public let id: ActivityID
    public let reference: BaselineDates
    public let start: CivilMinute
    public let finish: CivilMinute
    /// How much later it starts and finishes, in working minutes of its calendar; below zero, earlier. `nil` where the
    /// reference does not say.
    public let startMoved: WorkMinutes?
    public let finishMoved: WorkMinutes?
    public let reason: ShiftReason

    /// By how much it moved: at the start, or at the finish where the start has not moved.
    public var moved: WorkMinutes {
        if let startMoved, startMoved != .zero { return startMoved }
        return finishMoved ?? .zero
    }
}

/// Why an activity stands where a repaired plan has it.
public enum ShiftReason: Hashable, Sendable {
    /// It was committed and has to move.
    case commitment(RepairReason)
    /// It has begun: what has happened, and the work that is left, set its dates.
    case begun
    /// It waits for another to the minute; what holds the first of those that wait for one another holds them all.
    case waits(for: ActivityID, origin: ActivityID, CausalChain.Hold)
    /// It waits for no other.
    case starts(CausalChain.Hold)

    /// The stable name of the kind.
    public var kind: String {
        switch self {
        case .commitment(let reason): reason.kind
        case .begun: "begun"
        case .waits: "waits"
        case .starts: "starts"
        }
    }

    /// The activity on whose account it stands where it does.
    public var subject: ActivityID? {
        switch self {
        case .commitment(let reason): reason.subject
        case .waits(let predecessor, _, _): predecessor
        case .begun, .starts: nil
        }
    }
}

extension Repair {
    /// What stands elsewhere than in a reference plan, in the order of the plan; what is finished is left out, and so is what
    /// only stands on the other side of time off. Where a commitment states another start than the reference, that is what
    /// was told.
    ///
    /// - Parameter reference: dates by activity, of an older plan or a baseline.
    /// - Complexity: O(activities + links).
    public func shifts(from reference: [ActivityID: BaselineDates]) -> [ShiftedActivity] {
        var origins = ChainOrigins(schedule)
        let told = Dictionary((kept + moved.map(\.commitment)).map { ($0.activity, $0.date) }) { first, _ in first }
        let reasons = Dictionary(moved.map { ($0.commitment.activity, $0.reason) }) { first, _ in first }
        let project = schedule.project
        return project.activities.indices.compactMap { index in
            let activity = project.activities[index]
            guard project.isWorked(index), !activity.isComplete,
                let former = reference[activity.id]?.starting(at: told[activity.id])
            else { return nil }
            let (dates, calendar) = (schedule.activities[index], project.calendar(of: index))
            let startMoved = former.start.map { calendar.work(from: $0, to: dates.start) }
            let finishMoved = former.finish.map { calendar.work(from: $0, to: dates.finish) }
            guard startMoved ?? .zero != .zero || finishMoved ?? .zero != .zero else { return nil }
            return ShiftedActivity(
                id: activity.id, reference: former, start: dates.start, finish: dates.finish, startMoved: startMoved,
                finishMoved: finishMoved,
                reason: reasons[activity.id].map { .commitment($0) }
                    ?? (activity.isStarted ? .begun : origins.reason(for: index)))
        }
    }
}

extension BaselineDates {
    /// With the start that was told; the finish of another start is then not known.
    fileprivate func starting(at told: CivilMinute?) -> BaselineDates {
        guard let told, told != start else { return self }
        return BaselineDates(start: told, duration: duration)
    }
}

/// Where the driving links that lead to each activity begin; each activity is looked at once.
private struct ChainOrigins {
    private let project: Project
    private let network: Network
    private let early: PassTimes
    private var origins: [Int: Int] = [:]

    init(_ schedule: Schedule) {
        project = schedule.project
        network = project.network
        early = schedule.times.early
    }

    mutating func reason(for node: Int) -> ShiftReason {
        guard let source = source(of: node) else { return .starts(project.hold(of: node, in: network, early)) }
        let origin = origin(of: source)
        return .waits(for: id(source), origin: id(origin), project.hold(of: origin, in: network, early))
    }

    private func id(_ node: Int) -> ActivityID { project.activities[network.owner(of: node)].id }

    private func source(of node: Int) -> Int? {
        network.holdingTie(of: node, early).map { Int(network.ties[$0].source) }
    }

    private mutating func origin(of node: Int) -> Int {
        var (current, passed) = (node, [Int]())
        while origins[current] == nil, let source = source(of: current) {
            passed.append(current)
            current = source
        }
        let origin = origins[current] ?? current
        for node in passed { origins[node] = origin }
        return origin
    }
}
