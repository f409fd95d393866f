import Formats
import Scheduling
import WorkTime
import Workflow

private typealias Members = [(key: String, value: JSONValue)]

extension PlanRepair {
    /// The members that `plan repair FILE --json` states.
    var json: JSONValue {
        let schedule = repair.schedule
        return [
            "project": [
                "name": .string(schedule.project.name.primary), "start": .string(schedule.start.description),
                "finish": .string(schedule.finish.description), "finishBefore": .string(before.finish.description),
                "cost": .integer(repair.cost), "isLeastCost": .bool(repair.isProven),
            ],
            "deadlines": .array(schedule.deadlines.map(\.json)),
            "unattainable": .array(repair.unattainable.map(\.json)),
            "commitments": .array(commitments),
            "moved": .array(shifts.map(\.json)),
            "alternatives": .array(alternatives.ranked.map(\.json)),
            "untriedAlternatives": .integer(alternatives.untried),
            "unsoughtAlternatives": .integer(alternatives.unsought),
        ]
    }

    /// In the order of the plan.
    private var commitments: [JSONValue] {
        let kept = repair.kept.map { ($0, members(of: $0, isKept: true) + Self.reasonless("kept")) }
        let begun = repair.begun.map { commitment in
            (commitment, members(of: commitment, isKept: nil) + Self.reasonless("begun"))
        }
        let moved = repair.moved.map { moved in
            (moved.commitment, members(of: moved.commitment, isKept: false) + [("reason", moved.reason.json)])
        }
        let project = repair.schedule.project
        return (kept + begun + moved).sorted { left, right in
            project.index(of: left.0.activity) ?? 0 < project.index(of: right.0.activity) ?? 0
        }.map { .object($0.1) }
    }

    private func members(of commitment: Commitment, isKept: Bool?) -> Members {
        let members: Members = [
            ("id", .string(commitment.activity.rawValue)), ("kind", .string(commitment.kind.rawValue)),
            ("cost", .integer(commitment.cost)), ("committed", .string(commitment.date.description)),
            ("forecast", JSONValue(repair.schedule[commitment.activity]?.start.description)),
            ("isKept", isKept.map { .bool($0) } ?? .null),
        ]
        return members + (isKept == nil ? [("isKeptReason", "begun")] : [])
    }

    private static func reasonless(_ why: String) -> Members { [("reason", .null), ("reasonReason", .string(why))] }
}

extension UnattainablePromise {
    fileprivate var json: JSONValue {
        [
            "id": .string(activity.promiseKey), "promised": .string(promised.description),
            "attainable": .string(attainable.description),
        ]
    }
}

extension RepairReason {
    fileprivate var json: JSONValue { .object(members) }

    fileprivate var members: Members {
        var members: Members = [("kind", .string(kind))]
        if case .wouldMiss(nil, _) = self {
            members.append(("subject", "finish-by"))
        } else {
            members.append(("subject", JSONValue(subject?.rawValue)))
            if subject == nil { members.append(("subjectReason", "no-other-activity")) }
        }
        return members + [("chain", .array((chain?.elements ?? []).map(\.json)))]
    }
}

extension ShiftedActivity {
    fileprivate var json: JSONValue {
        var members: Members = [("id", .string(id.rawValue))]
        for (key, instant) in [("from", reference.start), ("fromFinish", reference.finish)] {
            members.append((key, JSONValue(instant?.description)))
            if instant == nil { members.append(("\(key)Reason", "not-in-the-reference")) }
        }
        members += [
            ("to", .string(start.description)), ("toFinish", .string(finish.description)),
            ("movedMinutes", .integer(moved.count)), ("reason", reason.json),
        ]
        return .object(members)
    }
}

extension ShiftReason {
    fileprivate var json: JSONValue {
        let kind: Members = [("kind", .string(kind))]
        switch self {
        case .commitment(let reason): return .object(reason.members)
        case .begun: return .object(kind)
        case .waits(let predecessor, let origin, let hold):
            return .object(
                kind + [
                    ("subject", .string(predecessor.rawValue)), ("origin", .string(origin.rawValue)),
                    ("hold", .string(hold.kind)),
                ])
        case .starts(let hold): return .object(kind + [("hold", .string(hold.kind))])
        }
    }
}

extension RepairAlternative {
    fileprivate var json: JSONValue {
        let (subject, change) = self.change.words
        return [
            "kind": .string(self.change.kind), "subject": .string(subject), "change": .string(change),
            "cost": .integer(outcome.cost), "moved": .ids(outcome.moved),
            "missed": .array(outcome.missed.map { .string($0.promiseKey) }),
            "finish": .string(outcome.finish.description), "gainMinutes": .integer(gain.count),
        ]
    }
}

extension RepairAlternative.Change {
    /// What is changed, and how, in the words of a plan file.
    fileprivate var words: (subject: String, change: String) {
        switch self {
        case .relaxation(let change): change.words
        case .together(let changes):
            (
                changes.map(\.words.subject).joined(separator: ", "),
                changes.map { "\($0.words.subject): \($0.words.change)" }.joined(separator: "; ")
            )
        case .fewerRounds(let gate, let from, let to): (gate.rawValue, "rounds \(from) -> \(to)")
        }
    }
}
