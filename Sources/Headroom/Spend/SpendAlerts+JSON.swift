import Formats
import MediaSpend
import Monetary

extension SpendAlerts {
    /// The members that `spend alerts --json` states.
    var json: JSONValue {
        [
            "months": .array(months.map { .string($0.description) }),
            "currency": .string(market.currency.code), "basis": .string(market.basis.rawValue),
            "brand": client.map(JSONValue.string) ?? .null,
            "alerts": .array(alerts.map { .object($0.burst.json + [("parts", .array($0.parts.map(\.json)))]) }),
        ]
    }
}

extension Burst {
    var json: [JSONMember] {
        [
            ("month", .string(month.description)), ("category", .string(category)), ("brand", .string(brand)),
            ("spend", spend.json), ("expected", expected.json), ("excess", excess.json), ("factor", .number(factor)),
        ] + figure("categoryShare", categoryShare) + [
            ("deviations", .number(deviations)),
            ("usualMonths", .array(usualMonths.map { .string($0.description) })),
            ("currency", .string(spend.currency.code)),
        ]
    }
}

extension BurstParts {
    fileprivate var json: JSONValue {
        [
            "dimension": .string(dimension.rawValue),
            "lines": .array(
                lines.map { line in
                    [
                        "name": .string(line.name), "spend": line.spend.json, "usual": line.usual.json,
                        "excess": line.excess.json,
                    ]
                }),
        ]
    }
}
