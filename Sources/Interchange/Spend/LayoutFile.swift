public import Diagnostics
import Formats
public import MediaSpend

/// Layout files: how a vendor's month files are read, as YAML.
///
/// ```yaml
/// name: occurrences
/// basis: rate card
/// month: {column: month}
/// columns:
///   brand: brand
///   category: {constant: Beer}
///   spend: spend
/// ```
public enum LayoutFile {
    /// Reads and checks a layout; findings show the lines that they speak of.
    ///
    /// - Throws: a `Rejection` with everything that is wrong with it.
    public static func read(_ source: SourceText) throws(Rejection) -> Layout {
        var findings = FindingList()
        let document = YAMLDocument(reading: source)
        findings.report(contentsOf: document.findings.inReadingOrder)
        var reader = LayoutFileReader()
        let draft = reader.draft(of: document.root, in: source)
        findings.report(contentsOf: reader.findings)
        let layout = Layout(checking: draft, findings: &findings)
        let shown = FindingList(findings.inReadingOrder.map(source.showing))
        try shown.throwIfErrors()
        guard let layout else { preconditionFailure("\(source.file): a layout without faults was refused") }
        return layout
    }
}
