import Formats
import Scheduling
import WorkTime
import Workflow

extension ApprovalOutlook {
    /// A member of `approvals` in the answer of `plan FILE --json`.
    var json: JSONValue {
        let gate = approval.gate
        let usual: [(key: String, value: JSONValue)] = [
            ("id", .string(approval.id.rawValue)), ("reviewer", JSONValue(gate.reviewer?.value)),
            ("written", .bool(gate.requiresWrittenApproval)), ("rounds", .integer(gate.rounds.value)),
            ("isGiven", .bool(isGiven)), ("shown", JSONValue(shown?.description)),
        ]
        let reason: [(key: String, value: JSONValue)] = shown == nil ? [("shownReason", "given")] : []
        return .object(
            usual + reason + [
                ("approved", .string(approved.description)),
                ("roundActivities", .array(approval.rounds.map(\.json))),
                ("oneMoreRound", oneMoreRound?.json ?? .null),
            ] + (oneMoreRound == nil ? [("oneMoreRoundReason", isGiven ? "given" : "not-tried")] : []))
    }
}

extension Approval.Round {
    fileprivate var json: JSONValue {
        ["answer": .string(answer.rawValue), "revisions": .array(revisions.map { .string($0.rawValue) })]
    }
}

extension OneMoreRound {
    fileprivate var json: JSONValue {
        let headroom: [(key: String, value: JSONValue)] = [("leastHeadroomMinutes", JSONValue(leastHeadroom?.count))]
        return .object(
            [("finish", .string(finish.description)), ("delayMinutes", .integer(delay.count))] + headroom
                + (leastHeadroom == nil ? [("leastHeadroomMinutesReason", "nothing-promised")] : [])
                + [("missed", .array(missed.map { .string($0.promiseKey) }))])
    }
}
