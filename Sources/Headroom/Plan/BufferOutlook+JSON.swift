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
                + jsonMember("method", buffer.method.map { .string($0.rawValue) }, else: "stated")
                + [
                    ("sizeMinutes", .integer(buffer.size.count)), ("from", .string(buffer.from.description)),
                    ("to", .string(buffer.to.description)),
                ]
                + jsonMember("headroomMinutes", buffer.headroom.map { .integer($0.count) }, else: "joined")
                + jsonMember("spareMinutes", buffer.spare.map { .integer($0.count) }, else: "joined")
                + jsonMember("consumedMinutes", consumed.map { .integer($0.count) }, else: "joined")
                + jsonMember("consumedShare", buffer.consumedShare.map { .number($0) }, else: noTime)
                + jsonMember("progress", buffer.progress.share.map { .number($0) }, else: "no-work")
                + [
                    ("zone", .string(buffer.zone.rawValue)), ("isSettled", .bool(buffer.isSettled)),
                    ("isConsumedFasterThanProgress", .bool(buffer.isConsumedFasterThanProgress)),
                ]
                + jsonMember(
                    "latestStartWith", (buffer.latestStart?.withBuffer.description).map { .string($0) }, else: "begun")
                + jsonMember(
                    "latestStartWithout", (buffer.latestStart?.withoutBuffer.description).map { .string($0) },
                    else: "begun")
                + jsonMember("consumedPerDay", trend.consumedPerDay.map { .number($0) }, else: "too-few-readings")
                + jsonMember("runsOut", trend.runOut.date.map { .string($0.description) }, else: trend.runOut.reason))
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
