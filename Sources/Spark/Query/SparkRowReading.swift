import MediaSpend
import Monetary

/// How the rows of one input become the columns that are added up: the fields that are needed, trimmed, and what is
/// read from them.
struct SparkRowReading {
    private let layout: Layout
    private let dimensions: [SpendDimension]
    private let columns: SparkColumns
    private let input: SparkInput
    private let number: Int
    /// The one of the columns side by side that is read; `nil` where each line is one row.
    private let unpivoted: Unpivot.Column?
    /// Trimmed fields by the name that they are given.
    private(set) var fields: [(name: String, text: String)] = []

    init(
        _ layout: Layout, _ dimensions: [SpendDimension], _ columns: SparkColumns, _ input: SparkInput, number: Int,
        unpivoted: Unpivot.Column? = nil
    ) {
        self.layout = layout
        self.dimensions = dimensions
        self.columns = columns
        self.input = input
        self.number = number
        self.unpivoted = unpivoted
        collectFields()
    }

    private mutating func collectFields() {
        fields.append(("amount", filled(FieldSQL.trimmedAmount(columns.reference(unpivoted?.spend ?? layout.spend)))))
        if dimensions.contains(.month), let column = layout.month.column {
            fields.append(("month", FieldSQL.trimmed(columns.reference(column))))
        }
        if let insertions = unpivoted?.insertions ?? layout.insertions {
            fields.append(("count", filled(FieldSQL.trimmed(columns.reference(insertions)))))
        }
        if case .column(let name) = layout.currency {
            fields.append(("money", FieldSQL.trimmed(columns.reference(name))))
        }
        for (position, condition) in layout.rows.only.enumerated() {
            fields.append(("only\(position)", FieldSQL.trimmed(columns.reference(condition.column))))
        }
        for dimension in dimensions { collectFields(of: dimension) }
    }

    private mutating func collectFields(of dimension: SpendDimension) {
        guard dimension != .month, case .column(let column) = layout.dimensions[dimension] else { return }
        if let name = name(column) { fields.append(("\(dimension.rawValue)_name", name)) }
        if let key = column.key {
            let reference = columns.reference(key)
            fields.append(
                (
                    "\(dimension.rawValue)_key",
                    column.dropsLeadingZeros
                        ? FieldSQL.withoutLeadingZeros(reference) : FieldSQL.trimmed(reference)
                ))
        }
    }

    /// A name, or the first of its substitutes that is not empty; `nil` when the input has none of the columns.
    private func name(_ column: ColumnSource.NamedColumn) -> String? {
        // Beside a key, a name only says what the key is called.
        let names = [column.name] + (column.key == nil ? column.substitutes : [])
        let texts = names.filter(columns.has).map { FieldSQL.trimmed(columns.reference($0)) }
        guard texts.count > 1 else { return texts.first }
        return "coalesce(\(texts.map { "nullif(\($0), '')" }.joined(separator: ", ")), '')"
    }

    /// A field that is empty also where the layout says that its text is as much.
    private func filled(_ text: String) -> String {
        guard !layout.emptyTexts.isEmpty else { return text }
        let empty = layout.emptyTexts.map(SQLText.literal).joined(separator: ", ")
        return "CASE WHEN \(text) IN (\(empty)) THEN '' ELSE \(text) END"
    }

    private func has(_ field: String) -> Bool { fields.contains { $0.name == field } }

    /// What a row must say to count; `nil` when every row does.
    var condition: String? {
        var conditions = layout.rows.only.enumerated().map { "only\($0) = \(SQLText.literal($1.text))" }
        if unpivoted != nil { conditions.append("amount != ''") }
        return conditions.isEmpty ? nil : conditions.joined(separator: " AND ")
    }

    /// Each with the name that the output knows it by.
    func values(for output: SparkOutputColumns) -> [String] {
        var values: [String] = []
        if output.grouped.first == SparkOutputColumns.delivery {
            values.append("\(number) AS \(SparkOutputColumns.delivery)")
        }
        for dimension in dimensions {
            values.append("\(name(of: dimension)) AS \(SparkOutputColumns.name(of: dimension))")
            if layout.key(of: dimension) != nil {
                values.append("\(label(of: dimension)) AS \(SparkOutputColumns.label(of: dimension))")
            }
        }
        if layout.countsInsertions {
            values.append("\(FieldSQL.count("count")) AS \(SparkOutputColumns.insertions)")
        }
        return values + amounts
    }

    private var amounts: [String] {
        switch layout.currency {
        case .fixed(let currency):
            let reading = AmountSQL(layout.amounts, exponent: currency.exponent)
            return ["\(reading.amount("amount")) AS \(SparkOutputColumns.spend)"]
        case .column:
            let reading = AmountSQL(layout.amounts, exponent: Self.mostDecimals)
            return [
                "\(reading.amount("amount")) AS \(SparkOutputColumns.spend)",
                "\(reading.writtenDecimals("amount")) AS \(SparkOutputColumns.decimals)",
                "money AS \(SparkOutputColumns.currency)",
            ]
        }
    }

    /// The decimals of the currency that has most of them.
    static let mostDecimals = Currency.known.reduce(0) { max($0, $1.exponent) }

    // MARK: Names

    private func name(of dimension: SpendDimension) -> String {
        if let unpivoted, dimension == layout.unpivot?.dimension { return SQLText.literal(unpivoted.name) }
        switch (dimension, layout.dimensions[dimension]) {
        case (.month, _):
            return CalendarSQL.month("month", layout.month.kind, dates: layout.dates, year: input.year)
        case (_, nil): return "''"
        case (_, .constant(let text)): return SQLText.literal(text)
        case (.day, .column(let column)):
            guard has("day_name") else { return "''" }
            return CalendarSQL.day("day_name", dates: layout.dates, isOptional: column.isOptional)
        case (_, .column(let column)): return name(of: dimension, column)
        }
    }

    private func name(of dimension: SpendDimension, _ column: ColumnSource.NamedColumn) -> String {
        let word = dimension.rawValue
        let name = has("\(word)_name") ? FieldSQL.name("\(word)_name") : "''"
        guard column.key != nil else { return name }
        return "CASE WHEN \(word)_key = '' THEN \(name) ELSE \(FieldSQL.name("\(word)_key")) END"
    }

    /// What a row calls its key; NULL where it has none or does not call it anything.
    private func label(of dimension: SpendDimension) -> String {
        let word = dimension.rawValue
        guard has("\(word)_name") else { return "CAST(NULL AS STRING)" }
        return "CASE WHEN \(word)_key != '' AND \(word)_name != '' THEN \(FieldSQL.name("\(word)_name")) END"
    }
}
