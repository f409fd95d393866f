import Formats
import MediaSpend
import Monetary
import WorkTime

extension DeliveryComparison {
    /// The members that `spend diff --json` states.
    var members: [JSONMember] {
        contractCounts + [
            ("counts", countsJSON), ("totals", totalsJSON), ("currency", .string(market.currency.code)),
            ("keyedBy", .array(identity.dimensions.map { .string($0.rawValue) })),
            ("isKeyed", .bool(identity.isKeyed)),
            ("months", .array(months.map(json))),
            ("changes", .array(lines.prefix(Self.shownInJSON).map(json))),
            ("renames", .array(renames.map(json))),
            ("rekeys", .array(rekeys.map(json))),
            ("reclassifications", .array(reclassifications.map(json))),
            ("repricings", .array(repricings.map(json))),
        ]
    }

    /// The shorter form, for an import.
    var summary: JSONValue {
        .object([
            ("counts", countsJSON), ("totals", totalsJSON), ("currency", .string(market.currency.code)),
            ("months", .array(months.map(json))), ("renames", .array(renames.map(json))),
        ])
    }

    private static let shownInJSON = 200

    private var contractCounts: [JSONMember] {
        [
            ("same", .integer(counts.same)), ("changed", .integer(counts.changed)),
            ("vanished", .integer(counts.vanished)), ("lateAdded", .integer(counts.lateAdded)),
            ("new", .integer(counts.new)), ("renamed", .integer(counts.renamed)),
            ("reclassified", .integer(counts.reclassified)),
        ]
    }

    private var countsJSON: JSONValue {
        .object(
            contractCounts + [
                ("rekeyed", .integer(counts.rekeyed)), ("repriced", .integer(counts.repriced)),
                ("oldRows", .integer(counts.oldRows)), ("newRows", .integer(counts.newRows)),
            ])
    }

    private var totalsJSON: JSONValue {
        .object([("before", before.json), ("after", after.json)] + figure("change", growth))
    }

    private func json(_ line: MonthLine) -> JSONValue {
        .object(
            [("month", .string(line.month.description))] + figure("before", line.before)
                + [("after", line.after.json)] + figure("change", line.growth))
    }

    private func json(_ line: Line) -> JSONValue {
        .object(
            [
                ("kind", .string(line.kind.rawValue)), ("month", .string(line.month.description)),
                (
                    "row",
                    .object(
                        zip(identity.dimensions.filter { $0 != .month }, line.names).filter { !$0.1.isEmpty }
                            .map { ($0.0.rawValue, .string($0.1)) })
                ),
            ] + jsonMember("before", line.before?.json, else: "not-there")
                + jsonMember("after", line.after?.json, else: "not-there"))
    }

    private func json(_ rename: Rename) -> JSONValue {
        [
            "dimension": .string(rename.dimension.rawValue), "key": .string(rename.key), "from": .string(rename.from),
            "to": .string(rename.to),
        ]
    }

    private func json(_ rekey: Rekey) -> JSONValue {
        [
            "dimensions": .array(rekey.dimensions.map { .string($0.rawValue) }),
            "from": .array(rekey.from.map(JSONValue.string)), "to": .array(rekey.to.map(JSONValue.string)),
            "rows": .integer(rekey.rows), "spend": rekey.spend.json,
        ]
    }

    private func json(_ way: Reclassification) -> JSONValue {
        [
            "dimension": .string(way.dimension.rawValue), "from": .string(way.from), "to": .string(way.to),
            "rows": .integer(way.rows), "spend": way.spend.json,
        ]
    }

    private func json(_ repricing: Repricing) -> JSONValue {
        [
            "name": repricing.name.map(JSONValue.string) ?? .null, "rows": .integer(repricing.rows),
            "before": repricing.before.json, "after": repricing.after.json, "factor": .number(repricing.factor),
        ]
    }
}
