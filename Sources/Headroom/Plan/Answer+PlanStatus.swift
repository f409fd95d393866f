import Diagnostics
import Formats
public import Interchange
import Reports
public import Scheduling
import WorkTime
import Workflow

extension Answer {
    /// The weekly status report of a plan; negative when a promise is missed.
    ///
    /// - Parameter dataDate: up to when progress is known; `nil` for the date that the plan states.
    /// - Throws: a ``Rejection`` with every fault of the plan, `plan.no-data-date` when neither states a date.
    public static func planStatus(
        of input: InputFile, as format: PlanFormat? = nil, dataDate: StatedInstant? = nil
    ) throws -> Answer {
        let plan = try AgencyPlan(reading: input, as: format, dataDate: dataDate)
        guard plan.schedule.project.dataDate != nil else {
            throw Rejection(findings: [
                Finding(
                    "plan.no-data-date", .error, "the plan does not say up to when its progress is known",
                    advice: "add a line such as  data-date: 2026-03-06, or give it with --data-date")
            ])
        }
        let status = WeeklyStatus(
            of: plan.schedule, approvals: plan.approvalOutlooks(priced: false), vehicles: plan.vehicles)
        return Answer(
            name: "\(input.stem).status", findings: plan.findings + dayBeforeStart(plan.schedule.project),
            isNegative: !plan.schedule.isFeasible,
            body: status.json, paper: StatusPaper(status: status, source: input.name))
    }
}

/// A status of what has not begun says little.
private func dayBeforeStart(_ project: Project) -> [Finding] {
    guard let date = project.dataDate, date < project.start else { return [] }
    return [
        Finding(
            "plan.data-date-before-start", .warning,
            "progress is known up to \(date), and the plan starts on \(project.start)",
            advice: "check the data date")
    ]
}

extension WeeklyStatus {
    /// The members that `plan status FILE --json` states.
    var json: JSONValue {
        let project = schedule.project
        func entry(_ index: Int) -> JSONValue {
            let (activity, dates) = (project.activities[index], schedule.activities[index])
            var members: [(key: String, value: JSONValue)] = [
                ("id", .string(activity.id.rawValue)), ("start", .string(dates.start.description)),
                ("finish", .string(dates.finish.description)),
                ("remainingMinutes", .integer((activity.progress?.remaining ?? activity.duration).count)),
                ("totalFloat", JSONValue(dates.totalFloat?.count)),
            ]
            if dates.totalFloat == nil { members.append(("totalFloatReason", "complete")) }
            return .object(members)
        }
        return [
            "project": [
                "name": .string(project.name.primary), "dataDate": .string(dataDate.description),
                "finish": .string(schedule.finish.description), "feasible": .bool(schedule.isFeasible),
                "activities": .integer(counts.all), "finished": .integer(counts.finished),
            ],
            "deadlines": .array(schedule.deadlines.map(\.json)), "decisions": .array(decisions.map { json(of: $0) }),
            "overdue": .array(overdue.map(entry)), "underWay": .array(underWay.map(entry)),
            "next": .array(next.map(entry)), "done": .array(done.map(entry)),
            "criticalDates": .array(criticalDates.map(\.json)),
        ]
    }

    private func json(of decision: Decision) -> JSONValue {
        let members: [(key: String, value: JSONValue)] = [
            ("approval", .string(decision.approval.approval.id.rawValue)),
            ("answer", .string(schedule.project.activities[decision.answer].id.rawValue)),
            ("reviewer", JSONValue(decision.approval.approval.gate.reviewer?.value)),
            ("expected", .string(schedule.activities[decision.answer].finish.description)),
            ("latest", JSONValue(decision.latest?.description)),
        ]
        return .object(members + (decision.latest == nil ? [("latestReason", "nothing-promised")] : []))
    }
}
