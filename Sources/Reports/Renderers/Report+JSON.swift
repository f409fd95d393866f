public import Formats
import Monetary
import WorkTime

extension Report {
    /// The paper for programs: its words as they are said, and every value typed.
    ///
    /// A cell is `{"value", "text"}` with `"emphasis"` where there is one. Values: numbers as they are (per cent as
    /// fractions), days `2026-02-14`, instants `2026-02-14T09:30`, months `2026-02`, money
    /// `{"amount": "1250.00", "currency": "CNY"}`, work `{"minutes", "minutesPerDay"}`, and what is missing `null`
    /// with a sibling `"valueReason"`.
    public var json: JSONValue {
        .record([
            ("kind", .string(kind.rawValue)), ("language", .string(language.rawValue)), ("title", .string(title)),
            ("subtitle", subtitle.map(JSONValue.string)),
            ("facts", .array(facts.map { ["label": .string($0.label), "value": .string($0.value)] })),
            (
                "headline",
                ["sentences": .texts(headline.sentences), "tone": .string(headline.tone.rawValue)]
            ),
            ("sections", .array(sections.map(\.json))),
        ])
    }
}

extension Section {
    fileprivate var json: JSONValue {
        ["heading": .string(heading), "blocks": .array(blocks.map(\.json))]
    }
}

extension Block {
    fileprivate var json: JSONValue {
        switch self {
        case .paragraph(let text): ["paragraph": .string(text)]
        case .list(let items): ["list": .texts(items)]
        case .statements(let statements):
            [
                "statements": .array(
                    statements.map {
                        .record([("text", .string($0.text)), ("table", $0.table.map(JSONValue.string))])
                    })
            ]
        case .keyFigures(let figures): ["keyFigures": .array(figures.map(\.json))]
        case .table(let table): ["table": table.json]
        case .chart(let chart): ["chart": chart.json]
        case .note(let note):
            [
                "note": .record([
                    ("text", .string(note.text)), ("advice", note.advice.map(JSONValue.string)),
                    ("tone", .string(note.tone.rawValue)),
                ])
            ]
        }
    }
}

extension KeyFigure {
    fileprivate var json: JSONValue {
        .record([
            ("label", .string(label)), ("value", .string(value)), ("context", context.map(JSONValue.string)),
            ("tone", .string(tone.rawValue)),
        ])
    }
}

extension Table {
    fileprivate var json: JSONValue {
        .record([
            ("id", .string(id)), ("title", .string(title)),
            (
                "columns",
                .array(columns.map { ["heading": .string($0.heading), "kind": .string($0.kind.rawValue)] })
            ),
            ("rows", .array(rows.map { .array($0.map(\.json)) })),
            ("totals", totals.map { .array($0.map(\.json)) }), ("remark", remark.map(JSONValue.string)),
        ])
    }
}

extension Cell {
    fileprivate var json: JSONValue {
        var reason: JSONValue?
        if case .absent(let why) = figure { reason = .string(why) }
        return .record([
            ("value", figure.json), ("valueReason", reason), ("text", .string(text)),
            ("emphasis", emphasis == .plain ? nil : .string(emphasis.rawValue)),
            ("link", link.map { .string($0.text) }),
        ])
    }
}

extension Figure {
    fileprivate var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .integer(let count): .integer(count)
        case .number(let value, _), .percent(let value, _), .points(let value, _): .finite(value)
        case .money(let money):
            ["amount": .string(money.amount), "currency": .string(money.currency.code)]
        case .day(let day): .string(day.description)
        case .minute(let minute): .string(minute.description)
        case .month(let month): .string(month.description)
        case .work(let length):
            ["minutes": .integer(length.minutes.count), "minutesPerDay": .integer(length.perDay.count)]
        case .absent: .null
        }
    }
}

extension JSONValue {
    /// An object of the members that have a value.
    static func record(_ members: [(String, JSONValue?)]) -> JSONValue {
        .object(members.compactMap { key, value in value.map { (key: key, value: $0) } })
    }

    static func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

    /// JSON knows no infinity; what is not finite is null.
    static func finite(_ value: Double?) -> JSONValue {
        value.flatMap { $0.isFinite ? .number($0) : nil } ?? .null
    }
}
