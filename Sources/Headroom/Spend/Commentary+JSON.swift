import Formats
import MediaSpend
import Monetary
import Reports
import WorkTime

extension SpendReportPaper {
    /// The sentences of the paper in all languages, each with the table that shows its figures and the figures
    /// themselves: what is measured, over which rows and months, and its exact value.
    var commentaryJSON: JSONValue {
        let languages = Language.allCases.map { ($0, commentary(in: $0)) }
        guard let first = languages.first?.1 else { return .array([]) }
        return .array(
            first.indices.map { place in
                [
                    "text": .object(languages.map { ($0.0.rawValue, .string($0.1[place].text)) }),
                    "table": first[place].table.map { .string($0) } ?? .null, "weight": .number(first[place].weight),
                    "figures": .array(first[place].figures.map(\.json)),
                ]
            })
    }
}

extension StatedFigure {
    fileprivate var json: JSONValue {
        .object(
            [
                ("measure", .string(measure.rawValue)),
                ("rows", .object(rows.sorted { $0.key < $1.key }.map { ($0.key.rawValue, .string($0.value)) })),
                ("without", .array(without.map { .string($0) })), ("months", months.json),
                ("base", base.map(\.json) ?? .null), ("value", value.json),
            ] + currency)
    }

    private var currency: [JSONMember] {
        if case .money(let money) = value { [("currency", .string(money.currency.code))] } else { [] }
    }
}

extension StatedFigure.Value {
    fileprivate var json: JSONValue {
        switch self {
        case .money(let money): money.json
        case .fraction(let value), .number(let value): .number(value)
        case .count(let count): .integer(count)
        }
    }
}

extension ClosedRange<CivilMonth> {
    fileprivate var json: JSONValue {
        ["from": .string(lowerBound.description), "to": .string(upperBound.description)]
    }
}
