import Diagnostics
import Formats
public import Interchange
import Reports
import Scheduling
import WorkTime
import Workflow

extension Answer {
    /// The timetable for the client: negative when the plan breaks a promise that it makes.
    ///
    /// The JSON answer holds what the paper holds and nothing more, so that either may be handed on.
    ///
    /// - Parameter store: a workspace whose updates of the plan count too; `nil` for the file alone. It need not be there.
    /// - Throws: a ``Rejection`` with every fault of the plan; ``Failure``.
    public static func clientTimetable(
        of input: InputFile, as format: PlanFormat? = nil, in store: String? = nil
    ) throws -> Answer {
        let plan = try PlanFile(reading: input, as: format).remembered(in: store)
        let timetable = ClientTimetable(
            of: plan.schedule, approvals: plan.approvalOutlooks(priced: false), vehicles: plan.vehicles)
        return Answer(
            name: "\(input.stem).client-timetable", findings: plan.findings + timetable.findings,
            isNegative: !plan.schedule.isFeasible, body: timetable.json, paper: ClientTimetablePaper(timetable))
    }
}

extension ClientTimetable {
    /// What whoever sends it should know first.
    fileprivate var findings: [Finding] {
        let unkept = broken.map { promise in
            let name = promise.activity?.rawValue ?? schedule.project.name.primary
            return Finding(
                "plan.promise-not-kept", .warning,
                "the client is promised “\(name)” by \(promise.promised), and the plan has it on \(promise.forecast)",
                advice: "mend the plan, or agree on another date, before this is sent")
        }
        guard clients.isEmpty else { return unkept }
        return unkept + [
            Finding(
                "plan.no-client", .warning, "nothing in the plan says which lane is the client",
                advice: "write it with the lane:  client: {name: Client, external: yes}")
        ]
    }

    /// The members that `plan FILE --for client --json` states.
    fileprivate var json: JSONValue {
        let whole = promises.first { $0.activity == nil }?.promised
        let asOf = schedule.project.dataDate ?? schedule.project.start
        var project: [(key: String, value: JSONValue)] = [
            ("name", .string(schedule.project.name.primary)), ("asOf", .string(asOf.description)),
            ("promised", JSONValue(whole?.description)),
        ]
        if whole == nil { project.append(("promisedReason", "nothing-promised")) }
        return [
            "project": .object(project), "clients": .array(clients.map { .string($0.id.rawValue) }),
            "answers": .array(answers.map(json)), "work": .array(work.map(json)),
            "milestones": .array(
                milestones.map { index in
                    [
                        "id": .string(schedule.project.activities[index].id.rawValue),
                        "name": .string(schedule.project.activities[index].name.primary),
                        "date": .string(schedule.activities[index].finish.description),
                    ]
                }),
            "promises": .array(
                promises.map { promise in
                    [
                        "id": .string(promise.activity.promiseKey), "promised": .string(promise.promised.description),
                    ]
                }),
            "media": .array(vehicles.flatMap(json)),
        ]
    }

    private func json(_ answer: Answer) -> JSONValue {
        let activity = schedule.project.activities[answer.activity]
        var members: [(key: String, value: JSONValue)] = [
            ("approval", .string(answer.approval.approval.id.rawValue)), ("answer", .string(activity.id.rawValue)),
            ("name", .string(activity.name.primary)), ("round", .integer(answer.round)),
            ("rounds", .integer(max(1, answer.approval.approval.rounds.count))),
            ("sent", JSONValue(answer.sent?.instant.description)),
            ("due", .string(schedule.activities[answer.activity].finish.description)),
            ("written", .bool(answer.approval.approval.gate.requiresWrittenApproval)),
            ("given", .bool(answer.isGiven)),
        ]
        if answer.sent == nil { members.append(("sentReason", answer.isGiven ? "given" : "waits-for-nothing")) }
        return .object(members)
    }

    private func json(_ index: Int) -> JSONValue {
        [
            "id": .string(schedule.project.activities[index].id.rawValue),
            "name": .string(schedule.project.activities[index].name.primary),
            "start": .string(schedule.activities[index].start.description),
            "finish": .string(schedule.activities[index].finish.description),
        ]
    }

    private func json(_ vehicle: Vehicle) -> [JSONValue] {
        let dates = vehicle.deadlines.map { ($0.kind.rawValue, $0.due) } + [("on-air", vehicle.onAir)]
        return dates.map { kind, date in
            [
                "vehicle": .string(vehicle.id.rawValue), "name": .string(vehicle.name.primary), "kind": .string(kind),
                "date": .string(date.description),
            ]
        }
    }
}
