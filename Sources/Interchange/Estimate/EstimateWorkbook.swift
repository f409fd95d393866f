import Costing
import Diagnostics
import Formats

/// An estimate as an Excel workbook.
///
/// The lines stand in the sheet that is called `Lines` or `Estimate`, else in the first that has a row of column names with
/// `id` or `line`. Above that row each key of the job stands in one row, its name in the first cell and its value in the
/// second, or both in one as in a CSV file: `# client: Example Tea`. Exchange rates may have a sheet of their own, `Rates`
/// (`currency, rate, per, date, source`), and so may the billing, `Billing` (`name, date, amount, share, retainer`).
struct EstimateWorkbook {
    /// The keys of the job as a group; `nil` where there are none.
    private(set) var head: YAMLNode?
    private(set) var lines: [EstimateLineDraft] = []
    private(set) var findings: [Finding] = []
    /// Whether there is a table of lines at all; where not, that was reported.
    private(set) var isReadable = false
    /// Where the table begins.
    private(set) var place: SourcePlace

    init(_ bytes: [UInt8], file: String) {
        place = SourcePlace(file: file, line: 1, column: 1)
        let (workbook, found) = Workbook.reading(bytes, file: file)
        findings = found
        guard let workbook, let table = linesTable(of: workbook) else { return }
        isReadable = true
        place = table.header.place()
        readLines(table)
        var entries = headEntries(of: table)
        if let rates = rows(ofSheet: "rates", in: workbook, keys: ["currency"] + ExchangeKey.allCases.map(\.rawValue)) {
            entries.append(Self.entry("rates", rates.isEmpty ? nil : exchanges(rates), at: rates.first?.place ?? place))
        }
        if let steps = rows(ofSheet: "billing", in: workbook, keys: BillingKey.allCases.map(\.rawValue)) {
            entries.append(Self.entry("billing", .sequence(steps), at: steps.first?.place ?? place))
        }
        if !entries.isEmpty { head = YAMLNode(.mapping(withoutRepeats(entries)), at: entries[0].key.place ?? place) }
    }

    // MARK: Lines

    /// A sheet cut at its row of column names.
    private struct LinesTable {
        let above: [WorkbookRow]
        let header: WorkbookRow
        let below: [WorkbookRow]

        /// `nil` for a sheet without such a row among its first hundred.
        init?(_ sheet: WorkbookSheet) {
            let index = sheet.rows.prefix(100).firstIndex { row in
                row.count > 1
                    && (0..<row.count).contains { EstimateTable.idColumns.contains(row[$0].trimmed.lowercased()) }
            }
            guard let index else { return nil }
            above = Array(sheet.rows[..<index])
            header = sheet.rows[index]
            below = Array(sheet.rows[(index + 1)...])
        }
    }

    private mutating func linesTable(of workbook: Workbook) -> LinesTable? {
        let named = workbook.sheets.filter { ["lines", "estimate"].contains($0.name.trimmed.lowercased()) }
        for name in named.isEmpty ? workbook.sheets.filter({ !$0.isHidden }) : named {
            let (sheet, found) = workbook.sheet(name)
            let table = sheet.flatMap(LinesTable.init)
            if table != nil || FindingList(found).hasErrors {
                findings += found
                return table
            }
        }
        findings.append(
            Finding(
                "cost.no-table", .error, "no sheet of the workbook has a table of lines",
                advice: "name its columns in one row, beginning with id, and the sheet Lines", at: place))
        return nil
    }

    private mutating func readLines(_ table: LinesTable) {
        let header = CSVHeader(table.header)
        findings += header.findings(required: [], optional: EstimateTable.columns + EstimateTable.idColumns)
        var reader = EstimateTable(header: header.names)
        lines = table.below.compactMap { row in
            let cells = (0..<row.count).map { Located(row[$0], at: row.place(of: $0)) }
            return reader.line(cells, at: row.place())
        }
        findings += reader.findings
    }

    // MARK: Keys

    private mutating func headEntries(of table: LinesTable) -> [YAMLEntry] {
        table.above.compactMap { row in
            guard let first = (0..<row.count).first(where: { !row[$0].trimmed.isEmpty }) else { return nil }
            let text = String(row[first].trimmed.drop { $0 == "#" }).trimmed
            if let second = (first + 1..<row.count).first(where: { !row[$0].trimmed.isEmpty }) {
                let name = text.last == ":" || text.last == "：" ? String(text.dropLast()).trimmed : text
                let place = row.place(of: second)
                return Self.entry(
                    name, value(row[second].trimmed, at: place), at: row.place(of: first), valueAt: place)
            }
            // Without a value in it or beside it the cell is a heading.
            guard let colon = text.firstIndex(of: ":"), colon < text.index(before: text.endIndex) else { return nil }
            let rest = String(text[text.index(after: colon)...]).trimmed
            return Self.entry(
                String(text[..<colon]).trimmed, value(rest, at: row.place(of: first)), at: row.place(of: first))
        }
    }

    /// Of a key that stands there twice the first is read.
    private mutating func withoutRepeats(_ entries: [YAMLEntry]) -> [YAMLEntry] {
        var seen: Set<String> = []
        return entries.filter { entry in
            guard !seen.insert(entry.key.value).inserted else { return true }
            findings.append(
                Finding(
                    "cost.repeated-key", .error, "“\(entry.key.value)” is stated twice", advice: "keep one of them",
                    at: entry.key.place))
            return false
        }
    }

    /// A text, or what it says as YAML when it is a list or a group in brackets.
    private mutating func value(_ text: String, at place: SourcePlace) -> YAMLNode.Content {
        if text.hasPrefix("{") || text.hasPrefix("[") {
            let document = YAMLDocument(reading: SourceText(text, file: place.file))
            findings += document.findings.inReadingOrder.map { $0.moved(to: place) }
            if let root = document.root { return root.moved(to: place).content }
        }
        return .scalar(Formats.YAMLScalar(FormulaGuard.unguarded(text), style: .quoted))
    }

    private static func entry(
        _ key: String, _ value: YAMLNode.Content?, at place: SourcePlace, valueAt: SourcePlace? = nil
    ) -> YAMLEntry {
        YAMLEntry(
            key: Located(key.lowercased(), at: place),
            value: YAMLNode(value ?? .scalar(Formats.YAMLScalar("")), at: valueAt ?? place))
    }

    // MARK: Other sheets

    /// The rows of a sheet as groups of keys; `nil` when there is no such sheet.
    private mutating func rows(ofSheet name: String, in workbook: Workbook, keys: [String]) -> [YAMLNode]? {
        guard let found = workbook.sheets.first(where: { $0.name.trimmed.lowercased() == name }) else { return nil }
        let (sheet, faults) = workbook.sheet(found)
        findings += faults
        guard let sheet, let first = sheet.rows.first else { return [] }
        let header = CSVHeader(first)
        findings += header.findings(required: [], optional: keys)
        return sheet.rows.dropFirst().map { row in
            let entries = header.names.enumerated().compactMap { index, name -> YAMLEntry? in
                let (key, text) = (name.lowercased(), row[index].trimmed)
                guard keys.contains(key), header.position(of: key) == index, !text.isEmpty else { return nil }
                let place = row.place(of: index)
                return Self.entry(key, value(text, at: place), at: place)
            }
            return YAMLNode(.mapping(entries), at: row.place())
        }
    }

    /// Rows with a currency as a group by currency; one without is reported.
    private mutating func exchanges(_ rows: [YAMLNode]) -> YAMLNode.Content {
        let entries = rows.compactMap { row -> YAMLEntry? in
            guard let currency = row["currency"]?.text else {
                findings.append(
                    Finding(
                        "cost.no-currency", .error, "a rate states no currency",
                        advice: "write its code into the column currency", at: row.place))
                return nil
            }
            let rest = (row.entries ?? []).filter { $0.key.value != "currency" }
            return YAMLEntry(key: Located(currency, at: row.place), value: YAMLNode(.mapping(rest), at: row.place))
        }
        return .mapping(entries)
    }
}

extension YAMLNode {
    /// The same with every place the one given: a text of a cell has no lines of its own.
    fileprivate func moved(to place: SourcePlace) -> YAMLNode {
        switch content {
        case .scalar: YAMLNode(content, at: place)
        case .sequence(let elements): YAMLNode(.sequence(elements.map { $0.moved(to: place) }), at: place)
        case .mapping(let entries):
            YAMLNode(
                .mapping(
                    entries.map { YAMLEntry(key: Located($0.key.value, at: place), value: $0.value.moved(to: place)) }),
                at: place)
        }
    }
}

extension Finding {
    fileprivate func moved(to place: SourcePlace) -> Finding {
        var finding = self
        finding.place = place
        return finding
    }
}
