import MediaSpend

/// The columns that Spark writes: those that cells are grouped by, and the sums of each.
struct SparkOutputColumns: Hashable, Sendable {
    /// A column of the output, and what makes it of the rows of a cell.
    struct Selected: Hashable, Sendable {
        let name: String
        let sum: String
    }

    let grouped: [String]
    let selected: [Selected]

    static let delivery = "delivery"
    static let rows = "rows"
    static let insertions = "insertions"
    /// Rows that do not say how many insertions they stand for.
    static let uncounted = "uncounted"
    static let spend = "spend"
    /// The most decimals that an amount has, where the currency was not known before.
    static let decimals = "decimals"
    static let currency = "currency"
    static let lastCurrency = "last_currency"

    static func name(of dimension: SpendDimension) -> String { "by_\(dimension.rawValue)" }
    static func label(of dimension: SpendDimension) -> String { "label_\(dimension.rawValue)" }

    init(_ layout: Layout, _ dimensions: [SpendDimension]) {
        let keyed = dimensions.filter { layout.key(of: $0) != nil }
        // Each file has its own labels for a key, the last one counts, as it does in the embedded engine.
        let grouped = (keyed.isEmpty ? [] : [Self.delivery]) + dimensions.map(Self.name)
        var selected = grouped.map { Selected(name: $0, sum: $0) }
        selected += keyed.map { Selected(name: Self.label(of: $0), sum: "MIN(\(Self.label(of: $0)))") }
        selected.append(Selected(name: Self.rows, sum: "COUNT(*)"))
        if layout.countsInsertions {
            selected.append(Selected(name: Self.insertions, sum: "coalesce(SUM(\(Self.insertions)), 0)"))
            selected.append(Selected(name: Self.uncounted, sum: "COUNT(*) - COUNT(\(Self.insertions))"))
        }
        selected.append(Selected(name: Self.spend, sum: "CAST(SUM(\(Self.spend)) AS STRING)"))
        if case .column = layout.currency {
            selected.append(Selected(name: Self.decimals, sum: "MAX(\(Self.decimals))"))
            selected.append(Selected(name: Self.currency, sum: "MIN(\(Self.currency))"))
            selected.append(Selected(name: Self.lastCurrency, sum: "MAX(\(Self.currency))"))
        }
        self.grouped = grouped
        self.selected = selected
    }
}

extension Layout {
    /// The column by which names of a dimension are told apart; `nil` when they are by themselves.
    func key(of dimension: SpendDimension) -> String? {
        guard case .column(let column) = dimensions[dimension] else { return nil }
        return column.key
    }
}
