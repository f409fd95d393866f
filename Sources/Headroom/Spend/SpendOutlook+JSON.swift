import Formats
import MediaSpend
import Monetary
import Statistics
import WorkTime

extension SpendOutlook {
    /// What `spend report --json` says of the months to come.
    var json: JSONValue {
        [
            "history": [
                "from": .string(history.lowerBound.description), "to": .string(history.upperBound.description),
            ],
            "months": .array(months.map { .string($0.description) }),
            "currency": .string(total.expected.first?.currency.code ?? ""),
            "lines": .array(lines.map(json)),
        ]
    }

    private func json(_ line: Line) -> JSONValue {
        .object(
            line.subject.json + [
                ("method", .string(line.method.rawValue)),
                ("months", .array(months.indices.map { .object(line.json(at: $0, months[$0])) })),
            ])
    }
}

extension SpendOutlook.Line {
    fileprivate func json(at place: Int, _ month: CivilMonth) -> [JSONMember] {
        let bounds = zip(SpendOutlook.confidences, ranges).flatMap { confidence, ranges -> [JSONMember] in
            let keys = rangeKeys(confidence)
            return [(keys.low, ranges[place].low.json), (keys.high, ranges[place].high.json)]
        }
        return [("month", .string(month.description)), ("expected", expected[place].json)] + bounds
            + figure("yearAgo", yearAgo[place]) + figure("yearOnYear", yearOnYear[place])
    }
}

extension OutlookSubject {
    /// What it is, and its name where it has one.
    fileprivate var json: [JSONMember] {
        switch self {
        case .total: [("kind", "total")]
        case .rivals: [("kind", "rivals")]
        case .named(let name, let dimension): [("kind", .string(dimension.rawValue)), ("name", .string(name))]
        case .allOther(let count, let dimension):
            [("kind", .string(dimension.rawValue)), ("name", .null), ("others", .integer(count))]
        }
    }
}

extension OutlookCheck {
    /// What `spend report --json` says of last month's outlook.
    var json: JSONValue {
        [
            "month": .string(month.description), "isAsPublished": .bool(isAsPublished),
            "within": .integer(within),
            "lines": .array(
                lines.map { line in
                    .object(
                        line.subject.json + [
                            ("expected", line.expected.json), ("lo80", line.range.low.json),
                            ("hi80", line.range.high.json), ("spend", line.spend.json),
                            ("isWithin", .bool(line.isWithin)),
                        ] + figure("deviation", line.deviation))
                }),
        ]
    }
}

extension MonthlyAnalysis {
    /// Why the client's share changed; `null` without a client.
    var shareChangeJSON: JSONValue {
        guard let shareChanges else { return .null }
        return .object(
            figure("monthOnMonth", shareChanges.monthOnMonth.map(\.json))
                + figure("yearOnYear", shareChanges.yearOnYear.map(\.json)))
    }
}

extension ShareChange {
    fileprivate var json: JSONValue {
        [
            "brand": .string(brand), "from": .string(from.description), "to": .string(to.description),
            "shareBefore": .number(shareBefore), "share": .number(share), "points": .number(points),
            "own": own.json, "rivals": .lines(rivals, \.json),
        ]
    }
}

extension ShareChange.Term {
    fileprivate var json: JSONValue {
        ["brand": .string(brand), "change": change.json, "points": .number(points)]
    }
}
