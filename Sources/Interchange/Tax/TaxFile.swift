public import Diagnostics
import Formats
public import Monetary

/// Taxes and fees with their dates:
/// ```yaml
/// taxes: China, advertising services
/// rules:
///   - id: vat
///     name: Value added tax / 增值税
///     rate: 6%
///     base: price                   # or: receipts less media
///     rounding: half-up             # the default; or half-even, up, down
///     rounded per: line             # or: document, the default
///     from: 2016-05-01
///     through: 2027-12-31           # left out while nobody has said when it ends
///     source: Caishui [2016] 36
///     unverified: yes               # the dates were not looked up in the source
///     reliefs:
///       - {share: 50%, from: 2025-01-01, through: 2027-12-31, source: …}
/// ```
/// Names and sources may be given in English and Chinese, with ` / ` between them.
///
/// A tax whose rate changes has a rule for each span of days, all with one id.
///
/// Findings: those of ``YAMLDocument`` and ``YAMLGroup``, `cost.bad-share`, `cost.bad-date`, `cost.unknown-word`,
/// `cost.tax-incomplete`, `cost.tax-impossible`, `cost.tax-overlap`, `cost.no-tax`.
public enum TaxFile {
    /// - Throws: every finding, when one is an error.
    public static func read(_ source: SourceText) throws(Rejection) -> (table: TaxTable, findings: [Finding]) {
        let document = YAMLDocument(reading: source)
        var findings = FindingList(document.findings.inReadingOrder)
        var table: TaxTable?
        if let root = document.root {
            var reader = TaxReader(root)
            table = reader.table()
            findings.report(contentsOf: reader.findings)
        }
        if table == nil, !findings.hasErrors {
            findings.report(
                Finding(
                    "cost.no-tax", .error, "the file states no tax", advice: "write its rules under  rules:",
                    at: source.place(line: 1, column: 1)))
        }
        let shown = FindingList(findings.inReadingOrder.map(source.showing))
        try shown.throwIfErrors()
        guard let table else { preconditionFailure("no table, and no finding says why") }
        return (table, shown.inReadingOrder)
    }
}
