import Formats
import Scheduling
import WorkTime

extension BufferOutlook {
    /// A member of `buffers` in the answers about plans.
    var json: JSONValue {
        let consumed = buffer.consumed
        let noTime = consumed == nil ? "joined" : "no-time"
        let joins: [(key: String, value: JSONValue)] =
            buffer.id.join.map { [("chainEnd", .string($0.source.rawValue)), ("joins", .string($0.target.rawValue))] }
            ?? []
        return .object(
            [
                ("before", .string(buffer.id.promise?.rawValue ?? BufferDraft.finishBy.rawValue)),
                ("kind", .string(buffer.id.kind.rawValue)),
            ] + joins + [("chain", .array(buffer.chain.map { .string($0.rawValue) }))]
                + optional("method", buffer.method.map { .string($0.rawValue) }, "stated")
                + [
                    ("sizeMinutes", .integer(buffer.size.count)), ("from", .string(buffer.from.description)),
                    ("to", .string(buffer.to.description)),
                ]
                + optional("headroomMinutes", buffer.headroom.map { .integer($0.count) }, "joined")
                + optional("spareMinutes", buffer.spare.map { .integer($0.count) }, "joined")
                + optional("consumedMinutes", consumed.map { .integer($0.count) }, "joined")
                + optional("consumedShare", buffer.consumedShare.map { .number($0) }, noTime)
                + optional("progress", buffer.progress.share.map { .number($0) }, "no-work")
                + [
                    ("zone", .string(buffer.zone.rawValue)), ("isSettled", .bool(buffer.isSettled)),
                    ("isConsumedFasterThanProgress", .bool(buffer.isConsumedFasterThanProgress)),
                ]
                + optional("latestStartWith", (buffer.latestStart?.withBuffer.description).map { .string($0) }, "begun")
                + optional(
                    "latestStartWithout", (buffer.latestStart?.withoutBuffer.description).map { .string($0) }, "begun")
                + optional("consumedPerDay", trend.consumedPerDay.map { .number($0) }, "too-few-readings")
                + optional("runsOut", trend.runOut.date.map { .string($0.description) }, trend.runOut.reason))
    }

    /// A figure, or `null` beside the reason why there is none.
    private func optional(_ key: String, _ value: JSONValue?, _ reason: String) -> [(key: String, value: JSONValue)] {
        value.map { [(key, $0)] } ?? [(key, .null), ("\(key)Reason", .string(reason))]
    }
}

extension RunOut {
    fileprivate var date: CivilMinute? {
        if case .on(let date) = self { date } else { nil }
    }

    fileprivate var reason: String {
        switch self {
        case .on: ""
        case .lasts: "not-before-the-promise"
        case .usedUp: "used-up"
        case .notConsumed: "not-consumed"
        case .settled: "settled"
        case .tooFewReadings: "too-few-readings"
        case .noTime: "no-time"
        }
    }
}
