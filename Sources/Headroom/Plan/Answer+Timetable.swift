import Diagnostics
import Formats
public import Interchange
import Reports
import Scheduling

extension Answer {
    /// Schedules a plan: the timetable paper, and dates, floats, critical path and headroom as JSON.
    ///
    /// - Parameters:
    ///   - format: the kind of file; `nil` to tell it from the content.
    ///   - request: what is shown beside the usual.
    ///   - store: a workspace whose updates of the plan count too; `nil` for the file alone. It need not be there.
    /// - Throws: a ``Rejection`` with every fault of the plan; ``Failure``.
    public static func timetable(
        of input: InputFile, as format: PlanFormat? = nil, request: TimetableRequest = TimetableRequest(),
        in store: String? = nil
    ) throws -> Answer {
        let plan = try PlanFile(reading: input, as: format).remembered(in: store)
        let schedule = plan.schedule
        let conflicts = schedule.conflicts()
        let extras = try request.extras(of: plan)
        return Answer(
            name: "\(input.stem).timetable", findings: plan.findings,
            isNegative: !schedule.isFeasible, body: schedule.json(explaining: conflicts, extras),
            paper: TimetablePaper(schedule: schedule, conflicts: conflicts, extras: extras, source: input.name))
    }
}

extension Schedule {
    /// Reads, checks and schedules a plan; findings show the lines that they speak of.
    init(reading input: InputFile, as format: PlanFormat?) throws(Rejection) {
        self = try AgencyPlan(reading: input, as: format).schedule
    }
}
