public import Costing
public import Diagnostics
import Formats

/// An estimate as a file states it, and what is wrong with how it is written.
///
/// As YAML, with everything that `docs/cost.md` describes:
/// ```yaml
/// estimate: Spring launch 2026
/// client: Example Tea
/// currency: CNY
/// start: 2026-01-05
/// finish: 2026-12-31
/// lines:
///   film: {name: Launch film, category: production, supplier: Harbour Films, rate: 480000, markup: 10%}
/// ```
/// or as a table of lines, with the other keys above it as `# key: value`:
/// ```csv
/// # estimate: Spring launch 2026
/// # client: Example Tea
/// # currency: CNY
/// # start: 2026-01-05
/// # finish: 2026-12-31
/// id,name,category,supplier,rate,markup
/// film,Launch film,production,Harbour Films,480000,10%
/// ```
/// Every fault of writing is a finding with its place, and reading goes on.
///
/// Findings: those of ``YAMLDocument``, ``YAMLGroup`` and ``CSVReader``, `cost.empty`, `cost.unsupported-format`,
/// `cost.bad-amount`, `cost.bad-share`, `cost.bad-version`, `cost.bad-date`, `cost.unknown-word`, `cost.bad-milestone`,
/// `cost.no-exchange-rate`, `cost.several-amounts`, `cost.no-id`; of a sheet also `cost.no-table` and `cost.unknown-column`.
public struct EstimateReading: Sendable {
    public var draft: EstimateDraft
    /// Each with its place and line.
    public private(set) var findings: FindingList
    private let source: SourceText
    /// Whether so little could be read that checking it would only say that everything is missing.
    private var isLost = false

    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - file: its name as the user gave it.
    ///   - stem: the name without its ending: the job, where the file does not say.
    public init(_ bytes: [UInt8], file: String, stem: String) {
        draft = EstimateDraft()
        var found = FindingList()
        let text = SourceText(decoding: bytes, file: file, findings: &found)
        source = text ?? SourceText("", file: file)
        findings = found
        if text == nil {
            isLost = true
        } else if bytes.starts(with: Self.spreadsheetMark) {
            fail(unsupported)
        } else if let table = EstimateTableText(source) {
            readTable(table.head, table.lines())
        } else {
            readKeys()
        }
        draft.job = draft.job ?? Located(stem, at: source.place(line: 1, column: 1))
    }

    /// Reads an estimate from the rows of a sheet: keys of the job with their values beside them, then the table of lines.
    ///
    /// - Parameters:
    ///   - rows: every cell as its text, with its place; the line of a place is the number of the row.
    ///   - file: the file's name as the user gave it.
    ///   - stem: as in ``init(_:file:stem:)``.
    public init(rows: [[Located<String>]], file: String, stem: String) {
        draft = EstimateDraft()
        findings = FindingList()
        source = SourceText("", file: file)
        if let sheet = EstimateSheet(rows, file: file) {
            readTable(sheet.head, sheet.lines())
        } else {
            fail(noTable)
        }
        draft.job = draft.job ?? Located(stem, at: source.place(line: 1, column: 1))
    }

    /// `PK` and the numbers of a packed file.
    private static let spreadsheetMark: [UInt8] = [0x50, 0x4B, 3, 4]

    /// The estimate and all warnings, with the lines that they speak of.
    ///
    /// - Throws: every finding when one is an error.
    public func checked() throws(Rejection) -> (estimate: CostEstimate, findings: [Finding]) {
        if isLost { try findings.throwIfErrors() }
        let (estimate, found) = draft.checked(findings: findings.inReadingOrder)
        let shown = found.map(source.showing)
        try FindingList(shown).throwIfErrors()
        guard let estimate else { preconditionFailure("no estimate, and no finding says why: \(shown)") }
        return (estimate, shown)
    }

    // MARK: Reading

    private mutating func readKeys() {
        let document = YAMLDocument(reading: source)
        findings.report(contentsOf: document.findings.inReadingOrder)
        guard let root = document.root else {
            isLost = true
            if !findings.hasErrors { fail(empty) }
            return
        }
        var reader = EstimateReader(root)
        let read = reader.draft()
        findings.report(contentsOf: reader.findings.map(source.showing))
        draft = read ?? draft
        isLost = read == nil
    }

    private mutating func readTable(
        _ head: SourceText?, _ table: (lines: [EstimateLineDraft], findings: [Finding])
    ) {
        if let head {
            let document = YAMLDocument(reading: head)
            for var finding in document.findings.inReadingOrder {
                // The head was read without the marks of its lines; the file has them.
                finding.excerpt = nil
                findings.report(source.showing(finding))
            }
            let reading = document.root.map { root in
                var reader = EstimateReader(root, isTable: true)
                return (draft: reader.draft(), findings: reader.findings)
            }
            findings.report(contentsOf: (reading?.findings ?? []).map(source.showing))
            // A head that cannot be read at all was reported once, and not for each key that it might have had.
            let isLost = reading?.draft == nil && findings.hasErrors
            draft =
                reading?.draft
                ?? EstimateDraft(unread: isLost ? [.name, .client, .currency, .version, .start, .finish] : [])
        }
        let (lines, found) = table
        draft.lines = lines
        draft.place = source.place(line: 1, column: 1)
        if lines.isEmpty, FindingList(found).hasErrors { draft.unread.insert(.lines) }
        findings.report(contentsOf: found.map(source.showing))
    }

    private mutating func fail(_ finding: Finding) {
        isLost = true
        findings.report(source.showing(finding))
    }

    private var unsupported: Finding {
        Finding(
            "cost.unsupported-format", .error, "this is a spreadsheet or another packed file, which is not read",
            advice: "save the sheet as CSV", at: source.place(line: 1, column: 1))
    }

    private var noTable: Finding {
        Finding(
            "cost.no-table", .error, "no row of the sheet names the columns of a table of lines",
            advice: "begin the table with a row such as  id, name, category, quantity, rate",
            at: source.place(line: 1, column: 1))
    }

    private var empty: Finding {
        Finding(
            "cost.empty", .error, "the file is empty",
            advice: "begin it with a line such as  estimate: Spring launch 2026", at: source.place(line: 1, column: 1))
    }
}
