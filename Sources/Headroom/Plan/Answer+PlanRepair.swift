import Diagnostics
public import Interchange
import Reports
import Scheduling
import Workflow

/// The dates that a repair is compared with, and whose they are.
struct PlanReference: Sendable {
    /// By activity.
    let dates: [ActivityID: BaselineDates]
    let source: RepairPaper.Reference

    init(dates: [ActivityID: BaselineDates], source: RepairPaper.Reference) {
        self.dates = dates
        self.source = source
    }

    /// The timetable that a client has accepted.
    init(_ accepted: Proposal) { self.init(dates: accepted.baseline.dates, source: .accepted(accepted)) }
}

extension Answer {
    /// The plan that meets its promises after a slip with the commitments moved that cost least; negative when a promise
    /// cannot be met or a commitment moves.
    ///
    /// It is compared with the timetable that was accepted last, or where none was with the baseline that the plan's file
    /// keeps, if any.
    ///
    /// - Parameters:
    ///   - format: the kind of file; `nil` to tell it from the content.
    ///   - store: the workspace; what it remembers of the plan counts. It need not be there.
    /// - Throws: a ``Rejection`` with every fault of the plan, also where it is counted back from its finish
    ///   (`plan.repair-from-finish`) or commits to dates that nobody states (`plan.commitment-without-date`); ``Failure``.
    public static func planRepair(of input: InputFile, as format: PlanFormat? = nil, in store: String) throws -> Answer
    {
        try planRepair(of: input, as: format, against: nil, in: store)
    }

    /// The same, compared with what was told to everybody; `nil` as without.
    static func planRepair(
        of input: InputFile, as format: PlanFormat?, against reference: PlanReference?, in store: String
    ) throws -> Answer {
        let file = try PlanFile(reading: input, as: format)
        let record = try PlanMemory(of: file.name, in: store).record
        let plan = try file.checked(with: record)
        let reference = reference ?? record.accepted.map(PlanReference.init)
        let dates = reference?.dates ?? plan.schedule.ownBaseline
        try plan.checkCommitments(against: dates)
        let repair = PlanRepair(
            of: plan.schedule, plan.workflow, approvals: plan.approvals, vehicles: plan.vehicles, reference: dates,
            calendars: .seeds)
        return Answer(
            name: "\(input.stem).repair", findings: plan.findings + repair.findings,
            isNegative: !repair.repair.isComplete || repair.repair.schedule.deadlines.contains(where: \.isMissed),
            body: repair.json,
            paper: RepairPaper(repair: repair, source: input.name, reference: reference?.source))
    }

    /// The same, compared with an older plan; where neither can be used, the faults of both are reported at once.
    public static func planRepair(
        of input: InputFile, against old: InputFile, as format: PlanFormat? = nil, in store: String
    ) throws -> Answer {
        let former: AgencyPlan
        do throws(Rejection) {
            former = try AgencyPlan(reading: old, as: format)
        } catch {
            do throws(Rejection) {
                _ = try AgencyPlan(reading: input, as: format)
            } catch let other {
                throw Rejection(findings: error.findings + other.findings)
            }
            throw error
        }
        let reference = PlanReference(dates: former.schedule.asReference, source: .file(old.name))
        return try planRepair(of: input, as: format, against: reference, in: store)
    }
}

extension AgencyPlan {
    /// What cannot be asked of a plan.
    fileprivate func checkCommitments(against reference: [ActivityID: BaselineDates]) throws(Rejection) {
        if schedule.project.isScheduledFromFinish {
            throw Rejection(findings: [
                Finding(
                    "plan.repair-from-finish", .error,
                    "the plan is counted back from its finish, where all work is late",
                    advice: "take  schedule-from: finish  out and state a start; then see what can be kept")
            ])
        }
        let undated = PlanCommitments(of: schedule, vehicles: vehicles, reference: reference).undated
        guard undated.isEmpty else { throw Rejection(findings: undated.map(withoutDate)) }
    }

    private func withoutDate(_ activity: ActivityID) -> Finding {
        let stated = workflow.plan.activities.first { $0.id.value == activity }
        return showing(
            Finding(
                "plan.commitment-without-date", .error,
                "“\(activity)” is committed, and neither the plan nor a reference says to which start",
                advice: "add the date, such as  committed: {to: people, on: 2026-03-10}, or name the plan that was "
                    + "agreed with --baseline", at: stated?.details.commitment?.place))
    }
}

extension PlanRepair {
    /// What the reader should know of the answer.
    fileprivate var findings: [Finding] {
        var found: [Finding] = []
        if repair.kept.isEmpty, repair.moved.isEmpty, repair.begun.isEmpty {
            found.append(
                Finding(
                    "plan.no-commitments", .warning,
                    "nothing in the plan is committed, so nothing can be kept or moved",
                    advice: "say what has been agreed, such as  shoot: {duration: 2d, committed: people}"))
        }
        if !repair.isProven {
            found.append(
                Finding(
                    "plan.repair-not-proven", .warning,
                    "the plan has expected finishes, dates before links, delays or work that is done as late as possible; "
                        + "the repair holds, and one that costs less may exist",
                    advice: "look through the commitments that move before you tell anybody"))
        }
        return found
    }
}
