import Formats
import MediaSpend
import Monetary
import WorkTime

extension QualityReport {
    /// Amounts are in the currency of the delivery.
    func json(in currency: Currency) -> JSONValue {
        [
            "issues": .array(issues.map { $0.json(in: currency, isAccepted: acceptance(of: $0.rule) != nil) }),
            "accepted": .array(accepted.map(\.json)),
        ]
    }
}

extension QualityAcceptance {
    var json: JSONValue {
        ["rule": .string(rule.rawValue), "by": .string(by), "because": .string(because)]
    }
}

extension QualityIssue {
    fileprivate func json(in currency: Currency, isAccepted: Bool) -> JSONValue {
        .object(
            [
                ("rule", .string(rule.rawValue)), ("severity", .string(severity.rawValue)),
                ("accepted", .bool(isAccepted)), ("month", month.map { .string($0.description) } ?? .null),
                ("count", .integer(count)), ("measure", .number(measure)),
            ] + amounts(amount, usual, currency) + [
                (
                    "cases",
                    .array(
                        cases.map { shown in
                            .object(
                                [("names", .array(shown.names.map(JSONValue.string)))]
                                    + amounts(shown.amount, shown.usual, currency))
                        })
                )
            ])
    }

    private func amounts(_ amount: Int64?, _ usual: Int64?, _ currency: Currency) -> [JSONMember] {
        let stated = [("amount", amount), ("usual", usual)].compactMap { name, units in
            units.map { (name, Money(minorUnits: $0, currency).json) as JSONMember }
        }
        return stated.isEmpty ? [] : stated + [("currency", .string(currency.code))]
    }
}

extension MonthOrigin {
    var json: JSONValue {
        [
            "month": .string(month.description), "delivery": .integer(Int(delivery)), "file": .string(file),
            "restated": .bool(isRestated), "lastDay": lastDay.map { .string($0.description) } ?? .null,
        ]
    }
}
