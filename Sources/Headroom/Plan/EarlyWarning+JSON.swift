import Formats
import Scheduling
import WorkTime
import Workflow

extension EarlyWarning {
    /// A member of `warnings` in the answer of `plan status FILE --json`.
    var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("rule", .string(sign.rule)), ("subject", .string(sign.subject.promiseKey)),
        ]
        members += sign.facts
        members += [
            ("chain", .array(chain.map { .string($0.rawValue) })), ("actBy", JSONValue(actBy?.description)),
            ("leftMinutes", JSONValue(timeLeft?.count)),
        ]
        if actBy == nil {
            members += [("actByReason", "nothing-promised"), ("leftMinutesReason", "nothing-promised")]
        }
        return .object(members + [("options", .array(options.map(\.json)))])
    }
}

extension EarlyWarning.Sign {
    /// What was seen, in figures.
    fileprivate var facts: [(key: String, value: JSONValue)] {
        switch self {
        case .promiseMissed(let promise, let delay):
            [("missedByMinutes", .integer(delay.count)), ("others", .integer(promise.others))]
        case .answerLate(_, let approval, let asked, let usually):
            [
                ("approval", .string(approval.rawValue)), ("asked", .string(asked.description)),
                ("usually", .string(usually.description)),
            ]
        case .materialLate(let material, _, let wanted, let expected):
            [
                ("material", .string(material.rawValue)), ("wanted", .string(wanted.description)),
                ("expected", .string(expected.description)),
            ]
        case .roundsOverAgreed(_, let agreed, let now): [("agreed", .integer(agreed)), ("now", .integer(now))]
        case .headroomEroding(let promise, let headrooms, let gone):
            [
                ("headroomMinutes", .array(headrooms.map { .integer($0.count) })),
                ("goneBy", .string(gone.description)), ("others", .integer(promise.others)),
            ]
        case .commitmentMoves(_, let kind, let told, let now):
            [
                ("commitment", .string(kind.rawValue)), ("told", .string(told.description)),
                ("now", .string(now.description)),
            ]
        case .bufferConsumedFaster(let promise, let consumed, let progress, let usedUp):
            [
                ("others", .integer(promise.others)),
                ("consumedShare", .number(consumed)), ("progress", .number(progress)),
                ("usedUp", JSONValue(usedUp?.description)),
            ] + (usedUp == nil ? [("usedUpReason", "no-trend")] : [])
        case .noRoomForARound(_, let promise):
            [
                ("promise", .string(promise.activity.promiseKey)), ("others", .integer(promise.others)),
            ]
        }
    }
}

extension EarlyWarning.Option {
    fileprivate var json: JSONValue {
        switch self {
        case .answer(let id, let latest):
            ["kind": "answer", "activity": .string(id.rawValue), "by": .string(latest.description)]
        case .finish(let id, let latest):
            ["kind": "finish", "activity": .string(id.rawValue), "by": .string(latest.description)]
        case .fewerRounds(let ids, let gain):
            [
                "kind": "fewer-rounds", "approvals": .array(ids.map { .string($0.rawValue) }),
                "gainsMinutes": .integer(gain.count),
            ]
        case .repair: ["kind": "repair"]
        case .promise(let id, let date):
            [
                "kind": "later-promise", "activity": .string(id.promiseKey),
                "to": .string(date.description),
            ]
        }
    }
}

extension StatusSnapshot {
    /// What an earlier status said of the promises.
    var json: JSONValue {
        [
            "dataDate": .string(date.description),
            "deadlines": .array(
                promises.map { promise in
                    [
                        "id": .string(promise.activity.promiseKey),
                        "promised": .string(promise.promised.description),
                        "forecast": .string(promise.forecast.description),
                        "headroomMinutes": .integer(promise.headroom.count),
                    ]
                }),
        ]
    }
}
