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
/// or as an Excel workbook with such a table, see ``EstimateWorkbook``. Every fault of writing is a finding with its place, and
/// reading goes on.
///
/// Findings: those of ``YAMLDocument``, ``YAMLGroup``, ``CSVReader`` and ``Workbook``, `cost.empty`, `cost.no-table`,
/// `cost.bad-amount`, `cost.bad-share`, `cost.bad-version`, `cost.bad-date`, `cost.unknown-word`, `cost.bad-milestone`,
/// `cost.no-exchange-rate`, `cost.several-amounts`, `cost.no-id`, `cost.repeated-key`.
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
        guard !Workbook.isWorkbook(bytes) else {
            source = SourceText("", file: file)
            findings = FindingList()
            readWorkbook(EstimateWorkbook(bytes, file: file))
            draft.job = draft.job ?? Located(stem, at: source.place(line: 1, column: 1))
            return
        }
        var found = FindingList()
        let text = SourceText(decoding: bytes, file: file, findings: &found)
        source = text ?? SourceText("", file: file)
        findings = found
        if text == nil {
            isLost = true
        } else if let table = EstimateTableText(source) {
            readTable(table.head, table.lines())
        } else {
            readKeys()
        }
        draft.job = draft.job ?? Located(stem, at: source.place(line: 1, column: 1))
    }

    /// The estimate and all warnings, with the lines that they speak of.
    ///
    /// - Throws: every finding when one is an error.
    public func checked() throws(Rejection) -> (estimate: CostEstimate, findings: [Finding]) {
        if isLost { try FindingList(Self.told(findings.inReadingOrder)).throwIfErrors() }
        let (estimate, found) = draft.checked(findings: findings.inReadingOrder)
        let shown = Self.told(found).map(source.showing)
        try FindingList(shown).throwIfErrors()
        guard let estimate else { preconditionFailure("no estimate, and no finding says why: \(shown)") }
        return (estimate, shown)
    }

    /// Of each kind the first hundred, and how many more there are.
    private static func told(_ findings: [Finding]) -> [Finding] {
        var tally = FindingTally()
        for finding in findings { tally.report(finding.id) { finding } }
        return tally.findings
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

    private mutating func readWorkbook(_ workbook: EstimateWorkbook) {
        isLost = !workbook.isReadable
        findings.report(contentsOf: workbook.findings)
        if let head = workbook.head {
            var reader = EstimateReader(head, isTable: true)
            draft = reader.draft() ?? draft
            findings.report(contentsOf: reader.findings)
        }
        draft.lines = workbook.lines
        draft.place = workbook.place
        if workbook.lines.isEmpty, findings.hasErrors { draft.unread.insert(.lines) }
    }

    private mutating func fail(_ finding: Finding) {
        isLost = true
        findings.report(source.showing(finding))
    }

    private var empty: Finding {
        Finding(
            "cost.empty", .error, "the file is empty",
            advice: "begin it with a line such as  estimate: Spring launch 2026", at: source.place(line: 1, column: 1))
    }
}
