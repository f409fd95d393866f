import Diagnostics
import Formats
public import Interchange
import Reports
import Scheduling
import Workflow

extension Answer {
    /// Takes in what has happened to a plan, and answers with the status report as of that day.
    ///
    /// - Parameters:
    ///   - reported: what has happened; it is kept with where the plan stands with it.
    ///   - store: the workspace, which is made when there is none.
    /// - Throws: a ``Rejection`` with every fault, and the workspace is as it was; ``Failure``.
    public static func planUpdate(
        of input: InputFile, as format: PlanFormat? = nil, with reported: ReportedProgress, in store: String
    ) throws -> Answer {
        let file = try PlanFile(reading: input, as: format)
        let (update, showing, heard) = try reported.update(of: file.name)
        let memory = try PlanMemory(of: file.name, in: store)
        var findings = heard
        let plan = try file.checked(taking: update, after: memory.record, showing, &findings)
        let snapshot = StatusSnapshot(of: plan.schedule, plan.bufferOutlooks().map(\.buffer))
        try memory.keep { try $0.store(update, snapshot, of: file.name, after: memory.record) }
        return planStatus(of: plan, after: memory.record, input, findings, showing)
    }
}

extension Answer {
    /// Takes back the last update of a plan, and answers with what is still remembered.
    ///
    /// - Throws: a ``Rejection`` when there is none (`plan.nothing-to-withdraw`), or with every fault of the plan; ``Failure``.
    public static func planWithdrawal(of input: InputFile, as format: PlanFormat? = nil, in store: String) throws
        -> Answer
    {
        let file = try PlanFile(reading: input, as: format)
        let memory = try PlanMemory(of: file.name, in: store)
        guard !memory.record.updates.isEmpty else {
            throw Rejection(findings: [
                Finding(
                    "plan.nothing-to-withdraw", .error, "\(store) remembers no update of “\(file.name)”",
                    advice: "see what it remembers with  headroom plan history")
            ])
        }
        try memory.keep { try $0.withdrawLastUpdate(of: file.name, after: memory.record) }
        return try planHistory(of: input, as: format, in: store)
    }
}

extension PlanFile {
    /// The plan with an update that is found to be sound.
    ///
    /// - Parameter findings: what is worth knowing of the update is added.
    /// - Throws: everything that is wrong with the update, beside all that the plan lacks with it.
    fileprivate func checked(
        taking update: StatusUpdate, after record: PlanRecord, _ showing: (Finding) -> Finding,
        _ findings: inout [Finding]
    ) throws(Rejection) -> AgencyPlan {
        var found = FindingList((record.faults(taking: update) + faults(taking: update)).map(showing))
        if update.isEmpty { found.report(showing(Self.empty(update))) }
        let plan: AgencyPlan
        do throws(Rejection) {
            plan = try checked(with: record, adding: update)
        } catch {
            throw Rejection(findings: found.inReadingOrder + error.findings.map(showing))
        }
        try found.throwIfErrors()
        findings += found.inReadingOrder
        return plan
    }

    private static func empty(_ update: StatusUpdate) -> Finding {
        Finding(
            "plan.update-empty", .warning, "the update of \(update.date.value) says nothing but its date",
            advice: "say what has begun, finished or is left; the plan is taken to stand still", at: update.date.place)
    }
}
