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
    /// - Parameters:
    ///   - dataDate: up to when progress is known; `nil` for the date that the plan or the last update states.
    ///   - store: the workspace; what it remembers of the plan counts. It need not be there.
    /// - Throws: a ``Rejection`` with every fault of the plan, `plan.no-data-date` when nothing states a date; ``Failure``.
    public static func planStatus(
        of input: InputFile, as format: PlanFormat? = nil, dataDate: StatedInstant? = nil, in store: String
    ) throws -> Answer {
        let file = try PlanFile(reading: input, as: format, dataDate: dataDate)
        let memory = try PlanMemory(of: file.name, in: store)
        let (record, plan) = (memory.record, try file.checked(with: memory.record))
        if let dataDate, let last = record.updates.last?.update.date.value, dataDate.day < last.day {
            throw Rejection(findings: [
                Finding(
                    "plan.data-date-before-update", .error,
                    "the status is asked for as of \(dataDate), and the last update tells up to \(last)",
                    advice: "leave --data-date out, or see what was reported then with  headroom plan history")
            ])
        }
        guard plan.schedule.project.dataDate != nil else {
            throw Rejection(findings: [
                Finding(
                    "plan.no-data-date", .error,
                    "neither the plan nor \(store) says up to when its progress is known: \(try memory.whyItKnowsNothing)",
                    advice:
                        "report what has happened with  headroom plan update, name the right workspace with --store, or "
                        + "add  data-date: 2026-03-06")
            ])
        }
        return planStatus(of: plan, after: record, input)
    }

    /// The report on a plan with a data date.
    ///
    /// - Parameters:
    ///   - record: what is remembered of it from before.
    ///   - findings: what else was found on the way.
    ///   - showing: adds the lines of an update to what was found in it.
    static func planStatus(
        of plan: AgencyPlan, after record: PlanRecord, _ input: InputFile, _ findings: [Finding] = [],
        _ showing: (Finding) -> Finding = { $0 }
    ) -> Answer {
        let status = WeeklyStatus(
            of: plan.schedule, approvals: plan.approvalOutlooks(priced: false), vehicles: plan.vehicles)
        let buffers = plan.bufferOutlooks(after: record.bufferHistory)
        let warnings = plan.earlyWarnings(after: record, buffers)
        return Answer(
            name: "\(input.stem).status",
            findings: plan.findings.map(showing) + findings + dayBeforeStart(plan.schedule.project),
            isNegative: !plan.schedule.isFeasible, body: status.json(warnings, buffers, record),
            paper: StatusPaper(
                status: status, warnings: warnings, buffers: buffers, record: record, source: input.name))
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
    func json(_ warnings: [EarlyWarning], _ buffers: [BufferOutlook], _ record: PlanRecord) -> JSONValue {
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
        let summary: JSONValue = [
            "name": .string(project.name.primary), "dataDate": .string(dataDate.description),
            "finish": .string(schedule.finish.description), "feasible": .bool(schedule.isFeasible),
            "activities": .integer(counts.all), "finished": .integer(counts.finished),
        ]
        var members: [(key: String, value: JSONValue)] = [
            ("project", summary), ("timetable", record.accepted?.json ?? .null),
            ("warnings", .array(warnings.map(\.json))), ("deadlines", .array(schedule.deadlines.map(\.json))),
            ("previous", record.snapshot(before: dataDate)?.json ?? .null),
        ]
        if record.accepted == nil { members.append(("timetableReason", "nothing-accepted")) }
        if record.snapshot(before: dataDate) == nil { members.append(("previousReason", "first-status")) }
        members += [
            ("decisions", .array(decisions.map { json(of: $0) })), ("overdue", .array(overdue.map(entry))),
            ("underWay", .array(underWay.map(entry))), ("next", .array(next.map(entry))),
            ("done", .array(done.map(entry))), ("criticalDates", .array(criticalDates.map(\.json))),
        ]
        if !buffers.isEmpty { members.append(("buffers", .array(buffers.map(\.json)))) }
        return .object(members)
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
