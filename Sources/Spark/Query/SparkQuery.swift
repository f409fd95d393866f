public import Diagnostics
public import MediaSpend
import Monetary

/// A cube as a question to Spark: the statements that read files as a layout says and add them up.
///
/// What comes out is what the embedded engine makes of the same files; what a layout asks and SQL cannot give exactly is
/// refused, see ``refusals(of:by:inputs:)``.
public struct SparkQuery: Sendable {
    public let layout: Layout
    public let inputs: [SparkInput]
    public let dimensions: [SpendDimension]
    /// Notes on what Spark does not look for.
    public let findings: [Finding]
    let columns: SparkOutputColumns

    /// - Throws: a `Rejection` with everything that Spark cannot give exactly, and every column that an input lacks.
    public init(_ layout: Layout, of inputs: [SparkInput], by dimensions: [SpendDimension]) throws(Rejection) {
        precondition(!inputs.isEmpty, "a question about no files")
        precondition(Set(dimensions).count == dimensions.count, "a dimension stands twice in \(dimensions)")
        var check = SparkCheck(layout, dimensions)
        for input in inputs { check.look(at: input) }
        try FindingList(check.findings).throwIfErrors()
        self.layout = layout
        self.inputs = inputs
        self.dimensions = dimensions
        findings = check.findings
        columns = SparkOutputColumns(layout, dimensions)
    }

    /// The statements, each ended by a semicolon.
    ///
    /// - Parameters:
    ///   - folder: where Spark writes the cells, as it finds the folder.
    ///   - totals: where it writes how many cells there are, for those who have to find out whether all arrived; the cells
    ///     are then kept by the workers until both are written. `nil`: nowhere.
    public func sql(writingTo folder: String, totals: String? = nil) -> String {
        let views = inputs.enumerated().map { view($1, number: $0 + 1) }
        let cells = """
            SELECT \(columns.selected.map { "\($0.sum) AS \($0.name)" }.joined(separator: ", "))
            FROM (
            \(inputs.indices.map { rows(of: inputs[$0], number: $0 + 1) }.joined(separator: "\nUNION ALL\n"))
            )\(grouping)
            """
        guard let totals else { return statements(views + [insert(cells, into: folder)]) }
        let kept = "SELECT COUNT(*) AS \(SparkTotals.cells), coalesce(SUM(rows), 0) AS \(SparkTotals.rows) FROM cells"
        return statements(
            views + [
                "CREATE TEMPORARY VIEW cells AS\n\(cells);", "CACHE TABLE cells;",
                insert("SELECT * FROM cells", into: folder), insert(kept, into: totals),
            ])
    }

    private func statements(_ statements: [String]) -> String { statements.joined(separator: "\n") + "\n" }

    private func insert(_ rows: String, into folder: String) -> String {
        """
        INSERT OVERWRITE DIRECTORY \(SQLText.literal(folder)) USING csv
        OPTIONS (\(options(Self.outputOptions)))
        \(rows);
        """
    }

    private var grouping: String {
        columns.grouped.isEmpty ? "" : "\nGROUP BY " + columns.grouped.joined(separator: ", ")
    }

    // MARK: Input

    private func view(_ input: SparkInput, number: Int) -> String {
        switch input.format {
        case .parquet:
            return """
                CREATE TEMPORARY VIEW input\(number) USING parquet OPTIONS (path \(SQLText.literal(input.location)));
                """
        case .csv:
            // Where the first line is known, columns go by their place; else Spark names them by it, and sees to it
            // that every file of a pattern has the same.
            let schema = input.header.map { " (\($0.indices.map { "c\($0) STRING" }.joined(separator: ", ")))" } ?? ""
            let special: [(String, String)] = [
                ("path", input.location), ("sep", layout.delimiter.character),
                ("enforceSchema", input.header == nil ? "false" : "true"),
            ]
            return """
                CREATE TEMPORARY VIEW input\(number)\(schema) USING csv
                OPTIONS (\(options(special + Self.inputOptions)));
                """
        }
    }

    private func options(_ pairs: [(String, String)]) -> String {
        pairs.map { "\($0) \(SQLText.literal($1))" }.joined(separator: ", ")
    }

    /// A row with another number of fields, or text behind a closing quote, ends the run.
    private static let inputOptions = [
        ("header", "true"), ("inferSchema", "false"), ("encoding", "UTF-8"), ("quote", "\""), ("escape", "\""),
        ("mode", "FAILFAST"), ("unescapedQuoteHandling", "RAISE_ERROR"), ("columnPruning", "false"),
    ]

    private static let outputOptions = [
        ("header", "true"), ("encoding", "UTF-8"), ("quote", "\""), ("escape", "\""), ("compression", "none"),
        ("emptyValue", ""), ("nullValue", ""), ("ignoreLeadingWhiteSpace", "false"),
        ("ignoreTrailingWhiteSpace", "false"),
    ]

    /// The rows of one input that count, in the columns that are added up.
    private func rows(of input: SparkInput, number: Int) -> String {
        guard let unpivot = layout.unpivot else {
            return rows(SparkRowReading(layout, dimensions, SparkColumns(input), input, number: number), number)
        }
        // Each of the columns side by side is a file of rows by itself.
        return unpivot.columns.map { unpivoted in
            let reading = SparkRowReading(
                layout, dimensions, SparkColumns(input), input, number: number, unpivoted: unpivoted)
            let all = rows(reading, number)
            guard unpivot.zerosAreSkipped else { return all }
            return "SELECT * FROM (\(all)) WHERE \(SparkOutputColumns.spend) != 0"
        }.joined(separator: "\nUNION ALL\n")
    }

    private func rows(_ reading: SparkRowReading, _ number: Int) -> String {
        let fields = reading.fields.map { "\($0.text) AS \($0.name)" }.joined(separator: ", ")
        let values = reading.values(for: columns).joined(separator: ", ")
        let condition = reading.condition.map { " WHERE \($0)" } ?? ""
        return "SELECT \(values) FROM (SELECT \(fields) FROM input\(number))\(condition)"
    }
}

extension FieldDelimiter {
    fileprivate var character: String { String(Unicode.Scalar(byte)) }
}
