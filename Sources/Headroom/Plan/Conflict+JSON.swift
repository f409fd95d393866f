import Formats
import Scheduling
import WorkTime

extension Conflict {
    /// As `plan FILE --json` states it.
    var json: JSONValue {
        [
            "promise": .string(promise.activity.promiseKey),
            "kind": .string(promise.key),
            "promised": .string(promised.description),
            "forecast": .string(forecast.description),
            "missedByMinutes": .integer(missedBy.count),
            "beginning": .string(chain.beginning.description),
            "chain": .array(chain.elements.map(\.json)),
            "relaxations": .array(relaxations.map(\.json)),
            "together": .array(together.map(\.json)),
            "untriedActivities": .integer(untried),
        ]
    }
}

extension CausalChain.Element {
    var json: JSONValue {
        .object(
            kind.members + [
                ("from", .string(from.description)), ("to", .string(to.description)),
                ("workMinutes", .integer(work.count)), ("elapsedMinutes", .integer(elapsed.count)),
                ("calendar", .string(calendar)),
            ])
    }
}

extension CausalChain.Kind {
    fileprivate var members: [(key: String, value: JSONValue)] {
        switch self {
        case .hold(let id, let hold):
            [("kind", .string(hold.kind)), ("id", .string(id.rawValue))] + hold.members
        case .activity(let id): [("kind", "activity"), ("id", .string(id.rawValue))]
        case .link(let predecessor, let successor, let relationship, let lag):
            [
                ("kind", "link"), ("id", .string(successor.rawValue)), ("predecessor", .string(predecessor.rawValue)),
                ("relationship", .string(relationship.rawValue)),
                (lag.isElapsed ? "elapsedLagMinutes" : "lagMinutes", .integer(lag.minutes)),
            ]
        case .gap(let id): [("kind", "gap"), ("id", .string(id.rawValue))]
        case .delay(let id): [("kind", "delay"), ("id", .string(id.rawValue))]
        }
    }
}

extension CausalChain.Hold {
    var kind: String {
        switch self {
        case .projectStart: "project-start"
        case .dataDate: "data-date"
        case .actual: "actual"
        case .hand: "pinned"
        case .date: "constraint"
        case .others: "others"
        }
    }

    fileprivate var members: [(key: String, value: JSONValue)] {
        guard case .date(let constraint) = self else { return [] }
        return [("constraint", .string(constraint.key)), ("date", JSONValue(constraint.date?.description))]
    }
}

extension Relaxation {
    fileprivate var json: JSONValue {
        let (subject, change) = self.change.words
        return [
            "kind": .string(self.change.kind), "subject": .string(subject), "change": .string(change),
            "gainMinutes": .integer(gain.count), "forecast": .string(forecast.description),
            "meetsPromise": .bool(meetsPromise),
        ]
    }
}

extension Relaxation.Change {
    /// What is changed, and how, in the words of a plan file.
    var words: (subject: String, change: String) {
        switch self {
        case .shorten(let id, let from, let to): (id.rawValue, "duration \(from.count)m -> \(to.count)m")
        case .overlap(let pair, let from, let to), .lessenLag(let pair, let from, let to):
            (pair.successor.rawValue, "after \(pair.words(from)) -> \(pair.words(to))")
        case .moveConstraint(let id, let constraint, let date):
            (id.rawValue, "\(constraint.words) -> \(date)")
        case .dropConstraint(let id, let constraint): (id.rawValue, "\(constraint.words) -> none")
        case .dropDelay(let id): (id.rawValue, "leveling-delay -> none")
        case .useCalendar(let id, _, let calendar): (id.rawValue, "calendar -> \(calendar)")
        case .startPlan(let start): ("start", "start -> \(start)")
        case .movePromise(let promise, let date):
            (promise.activity.promiseKey, "\(promise.key) -> \(date)")
        }
    }
}

extension DateConstraint {
    fileprivate var words: String { key + (date.map { " \($0)" } ?? "") }
}

extension Relaxation.LinkedPair {
    fileprivate func words(_ lag: Lag) -> String {
        let sign = lag.minutes < 0 ? "" : "+"
        let length = lag.minutes == 0 ? "" : "\(sign)\(lag.minutes)\(lag.isElapsed ? "em" : "m")"
        return "\(predecessor) \(relationship.rawValue)\(length)"
    }
}
