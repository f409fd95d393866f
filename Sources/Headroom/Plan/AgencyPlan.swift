import Diagnostics
public import Interchange
public import Scheduling
public import Workflow

/// A plan with its approvals and vehicles: read, unrolled, checked and scheduled.
public struct AgencyPlan: Sendable {
    /// As it stands in the file.
    public let workflow: WorkflowDraft
    /// In the order of the plan.
    public let approvals: [Approval]
    /// In the order of the plan.
    public let vehicles: [Vehicle]
    public let schedule: Schedule
    /// How many rounds of each approval were agreed in the file, without what was reported since.
    let agreedRounds: [ActivityID: Int]
    /// Adds the line that it speaks of to a finding.
    let showing: @Sendable (Finding) -> Finding

    /// The plan of a file alone, without what a workspace remembers of it.
    ///
    /// Findings show the lines that they speak of.
    ///
    /// - Parameters:
    ///   - format: the kind of file; `nil` to tell it from the content.
    ///   - dataDate: up to when progress is known; `nil` for the date that the plan states.
    /// - Throws: every fault of the plan.
    public init(
        reading input: InputFile, as format: PlanFormat? = nil, dataDate: StatedInstant? = nil
    ) throws(Rejection) {
        self = try PlanFile(reading: input, as: format, dataDate: dataDate).checked()
    }

    /// - Parameters:
    ///   - agreedRounds: of approvals in the file.
    ///   - baseline: what the plan is measured against, instead of what its file keeps.
    init(
        checking reading: PlanReading, agreedRounds: [ActivityID: Int], against baseline: Baseline?
    ) throws(Rejection) {
        workflow = reading.workflow
        self.agreedRounds = agreedRounds
        showing = reading.showing
        var (expanded, findings) = reading.expanded(calendars: .seeds)
        approvals = expanded.approvals
        vehicles = expanded.vehicles
        if let baseline { expanded.draft.keep(baseline) }
        do throws(Rejection) {
            schedule = try Project(checking: expanded.draft, calendars: .seeds, findings: findings).schedule()
        } catch {
            // What is wrong with a gate is found in each activity that it stands for.
            let found = workflow.isPlain ? error.findings : error.findings.onceAPlace
            throw Rejection(findings: found.map(reading.showing))
        }
    }

    /// What was found on reading and checking, and what the dates rest on.
    public var findings: [Finding] { schedule.allFindings + movedChanges }

    /// Changes that wait for the approval that they overthrow: either that was given and is not known, or they come early.
    private var movedChanges: [Finding] {
        workflow.changes.compactMap { change in
            guard let date = change.date?.value, let planned = schedule[change.id.value]?.start,
                planned.day > date.asStart.day, let gate = change.gate?.value, let approval = schedule[gate],
                approval.finish.day > date.asStart.day
            else { return nil }
            return Finding(
                "plan.change-before-approval", .warning,
                "the change “\(change.id.value)” of \(date) overthrows “\(gate)”, which is approved on \(approval.finish.day); "
                    + "it is planned from then on",
                advice: "say when the approval was given, or correct the date of the change", at: change.date?.place)
        }
    }

    /// What will break a promise unless somebody acts, the most pressing first.
    ///
    /// - Parameters:
    ///   - record: what is remembered of the plan from before.
    ///   - buffers: those of the plan.
    public func earlyWarnings(after record: PlanRecord, _ buffers: [BufferOutlook] = []) -> [EarlyWarning] {
        let outlooks = approvalOutlooks(priced: schedule.activities.count <= Self.pricedActivities)
        let commitments = PlanCommitments(of: schedule, vehicles: vehicles, reference: schedule.ownBaseline).all
        var known: [ActivityID: [DeadlineForecast]?] = [:]
        return WarningSigns(in: schedule, outlooks, buffers, commitments, record, agreedRounds: agreedRounds) { gate in
            if let promises = known[gate] { return promises }
            // A plan that is in trouble everywhere is not tried for ever.
            guard known.count * schedule.activities.count < Self.triedActivities else { return nil }
            let promises = workflow.promises(withoutRoundOf: gate, calendars: .seeds)
            known[gate] = .some(promises)
            return promises
        }.warnings
    }

    /// Of plans up to this size further rounds are tried for each status report.
    private static let pricedActivities = 20_000

    /// How many activities are scheduled at most to find what fewer rounds gain.
    private static let triedActivities = 250_000

    /// The buffers that the plan asks for; chains and sizes are those of the plan before anything had happened.
    ///
    /// - Parameter history: what earlier statuses have read off them.
    public func bufferOutlooks(after history: BufferHistory = [:]) -> [BufferOutlook] {
        guard schedule.project.bufferRules != nil else { return [] }
        return schedule.bufferOutlooks(against: scheduleBeforeProgress, after: history)
    }

    /// The schedule of the same plan before anything had happened; `nil` where nothing has.
    private var scheduleBeforeProgress: Schedule? {
        guard schedule.project.dataDate != nil else { return nil }
        var before = workflow.beforeProgress
        for (gate, rounds) in agreedRounds { before.gates[gate]?.rounds.value = rounds }
        let expanded = before.expanded(calendars: .seeds)
        return try? Project(checking: expanded.draft, calendars: .seeds).schedule()
    }

    /// What is to be expected of the approvals.
    ///
    /// - Parameter priced: whether one more round of each is tried on the whole plan.
    public func approvalOutlooks(priced: Bool = true) -> [ApprovalOutlook] {
        workflow.outlooks(of: approvals, in: schedule, calendars: priced ? .seeds : nil)
    }
}

extension PlanDraft {
    /// Takes over the dates that were told.
    fileprivate mutating func keep(_ baseline: Baseline) {
        let dates = baseline.dates
        for index in activities.indices { activities[index].details.baseline = dates[activities[index].id.value] }
    }
}

extension [Finding] {
    /// Of those of one kind about one place the first.
    fileprivate var onceAPlace: [Finding] {
        var seen: [SourcePlace: Set<FindingID>] = [:]
        return filter { finding in
            guard let place = finding.place else { return true }
            return seen[place, default: []].insert(finding.id).inserted
        }
    }
}
