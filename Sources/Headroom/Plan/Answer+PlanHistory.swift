import Diagnostics
import Formats
public import Interchange
import Reports
import Scheduling
import WorkTime
import Workflow

extension Answer {
    /// What was proposed, accepted and reported of a plan; negative when a promise is missed as of the last update.
    ///
    /// - Throws: a ``Rejection`` with every fault of the plan; ``Failure``.
    public static func planHistory(of input: InputFile, as format: PlanFormat? = nil, in store: String) throws -> Answer
    {
        let file = try PlanFile(reading: input, as: format)
        let record = try PlanMemory(of: file.name, in: store).record
        let plan = try file.checked(with: record)
        return Answer(
            name: "\(input.stem).history", findings: plan.findings, isNegative: !plan.schedule.isFeasible,
            body: [
                "store": .string(store), "plan": .string(file.name),
                "timetables": .array(record.proposals.map(\.json)), "updates": .array(record.updates.map(\.json)),
            ], paper: HistoryPaper(record: record, schedule: plan.schedule, source: input.name))
    }
}

extension PlanRecord.RecordedUpdate {
    fileprivate var json: JSONValue {
        let progress = update.progress.map { id, progress in
            JSONValue.object(
                [("id", .string(id.value.rawValue))]
                    + [
                        ("started", progress.actualStart?.value.description),
                        ("finished", progress.actualFinish?.value.description),
                        ("remaining", progress.remaining?.value.description),
                        ("suspended", progress.suspended?.value.description),
                        ("resumes", progress.resumes?.value.description),
                    ].compactMap { key, value in value.map { (key, .string($0)) } }
                    + (progress.complete.map { [("completePercent", .number(Double($0.value) / 100))] } ?? []))
        }
        return [
            "number": .integer(number), "date": .string(update.date.value.description), "progress": .array(progress),
            "rounds": .array(
                update.rounds.map { ["id": .string($0.id.value.rawValue), "rounds": .integer($0.count.value)] }),
            "status": snapshot.json,
        ]
    }
}
