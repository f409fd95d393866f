public import Scheduling
import WorkTime

/// Looks for what will break a promise: in the plan as it stands, in what was accepted, and in how it has gone so far.
///
/// Every rule has a lead time: it speaks before the promise is missed, as long as somebody can act.
public struct WarningSigns {
    let schedule: Schedule
    let outlooks: [ApprovalOutlook]
    let buffers: [BufferOutlook]
    /// What people and the client have been told.
    let commitments: [Commitment]
    let record: PlanRecord
    /// How many rounds of each approval were agreed in the plan's file.
    let agreedRounds: [ActivityID: Int]
    let safe: [SafeDates?]
    /// The next answer of each approval that is not given, by its place in the project; where all are there, the approval,
    /// which is still to come in writing.
    let openAnswers: [(outlook: ApprovalOutlook, answer: Int)]
    /// All answers, and the approvals that are still to come in writing.
    let answers: Set<ActivityID>
    /// Every promise that is still to be kept with the work that leads to it, the one with the least headroom first.
    let promises: [(deadline: DeadlineForecast, chain: [ActivityID])]
    /// The promises of the plan with one round fewer of an approval; `nil` where there is none to leave out.
    let promisesWithoutRound: (ActivityID) -> [DeadlineForecast]?

    /// Up to when it is looked for approvals that come up: two weeks.
    static let leadDays = 14

    /// - Parameters:
    ///   - outlooks: of the plan's approvals, with what one more round costs.
    ///   - buffers: those of the plan, with their trends.
    ///   - commitments: what people and the client have been told; media have deadlines of their own.
    ///   - record: what was accepted, and where the plan stood at earlier updates.
    ///   - agreedRounds: of approvals in the plan's file, without what was reported since.
    ///   - promisesWithoutRound: the promises of the plan with one round fewer of an approval; `nil` where there is none
    ///     to leave out.
    public init(
        in schedule: Schedule, _ outlooks: [ApprovalOutlook], _ buffers: [BufferOutlook], _ commitments: [Commitment],
        _ record: PlanRecord,
        agreedRounds: [ActivityID: Int],
        promisesWithoutRound: @escaping (ActivityID) -> [DeadlineForecast]?
    ) {
        self.schedule = schedule
        self.outlooks = outlooks
        self.buffers = buffers
        self.commitments = commitments
        self.record = record
        self.agreedRounds = agreedRounds
        self.promisesWithoutRound = promisesWithoutRound
        safe = schedule.latestSafeDates()
        openAnswers = outlooks.compactMap { outlook in
            schedule.openSteps(of: outlook.approval).first.map { (outlook, $0) }
        }
        answers = Set(outlooks.flatMap { $0.approval.rounds.map(\.answer) })
            .union(openAnswers.map { schedule.project.activities[$0.answer].id })
        let open = Set(schedule.openDeadlines)
        promises = zip(schedule.deadlines, schedule.openPromiseChains()).filter { open.contains($0.0) }.map { ($0, $1) }
            .sorted { $0.deadline.timeHeadroom < $1.deadline.timeHeadroom }
    }

    /// All that was seen: what is missed first, then by how little time is left; equals in the order of the rules.
    ///
    /// What endangers a promise is told once: work that makes one miss its date needs no warning that it may.
    public var warnings: [EarlyWarning] {
        let missed = missedPromises
        let told = Set(missed.flatMap(\.chain))
        let mayMiss = (erodingHeadroom + buffersConsumedFaster + roundsWithoutRoom).filter { warning in
            warning.chain.first.map { !told.contains($0) } ?? true
        }
        let found = missed + lateAnswers + lateMaterial + roundsOverAgreed + movedCommitments + mayMiss
        return found.enumerated().sorted { left, right in
            (left.element.rank, left.offset) < (right.element.rank, right.offset)
        }.map(\.element)
    }

    // MARK: The plan

    var project: Project { schedule.project }

    var dataDate: CivilMinute { project.dataDate ?? project.start }

    /// From the data date, to the end of the lead time.
    var horizon: CivilMinute {
        CivilMinute(day: dataDate.day.advanced(by: Self.leadDays), minuteOfDay: dataDate.minuteOfDay)
    }

    func warning(_ sign: EarlyWarning.Sign, _ chain: [ActivityID], _ options: [EarlyWarning.Option]) -> EarlyWarning {
        let actBy = chain.first.flatMap { project.index(of: $0) }.flatMap { index in
            safe[index].flatMap { project.activities[index].isStarted ? $0.finish : $0.start ?? $0.finish }
        }
        return EarlyWarning(
            sign: sign, chain: chain, actBy: actBy,
            timeLeft: actBy.map { max(.zero, project.calendar.work(from: dataDate, to: $0)) }, options: options)
    }

    /// The next open answer on a chain, by when it must be there.
    func answerOption(_ chain: [ActivityID]) -> EarlyWarning.Option? {
        guard let answer = chain.first(where: answers.contains),
            let latest = latestFinish(of: answer, isNext: answer == chain.first)
        else { return nil }
        return .answer(answer, by: latest)
    }

    func finishOption(_ id: ActivityID?) -> EarlyWarning.Option? {
        guard let id, let latest = latestFinish(of: id, isNext: false) else { return nil }
        return .finish(id, by: latest)
    }

    /// The rounds along a chain that can be left out, those that gain most for a promise first.
    func roundOptions(_ chain: [ActivityID], for promise: ActivityID?) -> [EarlyWarning.Option] {
        guard let now = forecast(of: promise, in: schedule.deadlines) else { return [] }
        let open = openAnswers.map(\.outlook).filter { outlook in
            let left = outlook.approval.rounds.map(\.answer).filter { !isComplete($0) }
            return left.count > 1 && left.contains(where: chain.contains)
        }
        var approvals: [WorkMinutes: [ActivityID]] = [:]
        for outlook in open {
            guard let deadlines = promisesWithoutRound(outlook.approval.id),
                let then = forecast(of: promise, in: deadlines)
            else {
                continue
            }
            approvals[project.calendar.work(from: then, to: now), default: []].append(outlook.approval.id)
        }
        return approvals.filter { $0.key > .zero }.sorted { $0.key > $1.key }
            .map { .fewerRounds($0.value, gains: $0.key) }
    }

    private func isComplete(_ id: ActivityID) -> Bool {
        project.index(of: id).map { project.activities[$0].isComplete } ?? true
    }

    /// Up to when work must be finished so that every promise is kept; `nil` where it cannot be by then.
    ///
    /// - Parameter isNext: whether it can be done now, and so faster than planned.
    private func latestFinish(of id: ActivityID, isNext: Bool) -> CivilMinute? {
        guard let index = project.index(of: id), let latest = safe[index]?.finish, latest > dataDate else { return nil }
        return isNext || schedule.activities[index].finish <= latest ? latest : nil
    }

    private func forecast(of promise: ActivityID?, in deadlines: [DeadlineForecast]) -> CivilMinute? {
        deadlines.first { $0.activity == promise }?.forecast
    }
}

extension EarlyWarning {
    /// What is missed first, then what leaves least time; what no promise depends on last.
    fileprivate var rank: Int {
        if case .promiseMissed = sign { return -1 }
        return timeLeft?.count ?? .max
    }
}
