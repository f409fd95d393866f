import Diagnostics
import MediaSpend
import Monetary

/// Finds what a layout asks and SQL cannot give exactly: it is refused by name, never approximated.
///
/// Findings: `spark.lines-in-order`, `spark.compared-rows`, `spark.month-of-file`, `spark.dates`, `spark.control-rows`,
/// `spark.encoding`, `spark.rounding`, `spark.unchecked-key` (a note), `spend.missing-column`, `spend.duplicate-column`,
/// `spend.unknown-year`.
struct SparkCheck {
    private let layout: Layout
    private let needed: Set<String>
    private(set) var findings: [Finding] = []

    init(_ layout: Layout, _ dimensions: [SpendDimension]) {
        self.layout = layout
        needed = layout.columns(neededBy: dimensions)
        checkLines()
        checkFields()
        noteKey()
    }

    /// Lines that mean something only beside others.
    private mutating func checkLines() {
        if layout.rows.othersAreSkipped {
            refuse(
                "spark.lines-in-order", "page heads and headers between the rows (rows: others: skipped)",
                "Spark reads the lines of a file in no order")
        }
        if layout.rows.control != nil {
            refuse(
                "spark.control-rows", "rows that are only there to be compared (rows: control)",
                "their total would not be checked")
        }
        if layout.rows.totalsAreSkipped || layout.rows.parts != nil {
            refuse(
                "spark.compared-rows", "totals that are compared with the rows before them, or parts with their total",
                "Spark reads the lines of a file in no order")
        }
    }

    /// Fields that SQL cannot read as the embedded engine does.
    private mutating func checkFields() {
        if layout.month.column == nil {
            refuse("spark.month-of-file", "the month in the name of a file", "a pattern has many names")
        }
        for format in layout.dates where !CalendarSQL.reads(format) {
            refuse("spark.dates", "dates written as \(format.rawValue)", "SQL has no such form")
        }
        if layout.encoding != .utf8 {
            refuse(
                "spark.encoding", "text in \(layout.encoding.rawValue)",
                "Spark takes bytes that it cannot read for characters")
        }
        if case .rounded = layout.amounts.surplusDecimals, case .column = layout.currency {
            refuse(
                "spark.rounding", "amounts that are rounded to the decimals of a currency that only the rows state",
                "the decimals must be known before")
        }
    }

    private mutating func noteKey() {
        guard !layout.key.isEmpty else { return }
        findings.append(
            Finding(
                "spark.unchecked-key", .note,
                "Spark does not look for rows with the same \(layout.key.joined(separator: ", "))",
                advice: "leave out --engine spark to have them found"))
    }

    private mutating func refuse(_ id: FindingID, _ what: String, _ why: String) {
        findings.append(
            Finding(
                id, .error, "Spark cannot give \(what) exactly, which the layout \(layout.name) asks: \(why)",
                advice: "leave out --engine spark, or turn the files into plain rows with a layout of their own"))
    }

    /// Looks at the columns and the year of an input.
    mutating func look(at input: SparkInput) {
        let columns = SparkColumns(input)
        for name in needed.sorted() where !columns.has(name) {
            let nearest = nearestName(to: name, among: (input.header ?? []).filter { !$0.isEmpty })
            report(
                "spend.missing-column",
                "the column “\(name)” is missing, which the layout \(layout.name) reads",
                advice: nearest.map { "is “\($0)” the same? Then name it in a layout file of your own" }
                    ?? "check that this is the right layout", input)
        }
        for name in columns.repeated(among: layout.columnNames) {
            report(
                "spend.duplicate-column", "the column “\(name)” stands twice",
                advice: "give one of them another name; the layout cannot tell which it means", input)
        }
        if layout.month.kind == .monthNumber, input.year == nil {
            report(
                "spend.unknown-year",
                "the months of “\(input.name)” are numbers, and neither its name nor an option says of which year",
                advice: "say it: --year 2025", input)
        }
    }

    private mutating func report(_ id: FindingID, _ message: String, advice: String, _ input: SparkInput) {
        findings.append(
            Finding(id, .error, message, advice: advice, at: SourcePlace(file: input.name, line: 1, column: 1)))
    }
}

extension Layout {
    /// The columns that a file must have for a cube.
    fileprivate func columns(neededBy asked: [SpendDimension]) -> Set<String> {
        var names: Set<String> = unpivot == nil ? [spend] : []
        names.formUnion([month.column, insertions].compactMap(\.self))
        for unpivoted in unpivot?.columns ?? [] {
            names.formUnion([unpivoted.spend, unpivoted.insertions].compactMap(\.self))
        }
        if case .column(let name) = currency { names.insert(name) }
        names.formUnion(rows.only.map(\.column))
        for dimension in asked {
            guard case .column(let column) = dimensions[dimension] else { continue }
            if let key = column.key {
                names.insert(key)
            } else if !column.isOptional {
                names.formUnion([column.name] + column.substitutes)
            }
        }
        return names
    }
}
