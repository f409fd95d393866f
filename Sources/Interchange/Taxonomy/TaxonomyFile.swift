public import Diagnostics
import Formats
public import MediaSpend

/// Files that state a taxonomy, as YAML:
/// ```yaml
/// taxonomy: Drinks
/// categories:
///   - {level: industry, name: Food and drink}
///   - {level: category, name: Soda, in: Food and drink}
///   - {level: subcategory, name: Cola, in: Soda}
/// owners:
///   - {level: owner, name: Acme Group}                     # the ultimate owner
///   - {level: advertiser, name: Acme China, in: Acme Group}
///   - {level: brand, name: Cascade, in: Acme China, through: 2025-06}
/// aliases:
///   - {level: advertiser, name: ACME CHINA INC., is: Acme China}
/// brands:
///   - {brand: Cascade, category: Cola, weight: 60%}
///   - {brand: Cascade, category: Soda, weight: 40%}
/// ```
/// or as CSV with the columns `kind,level,name,in,weight,from,through`, where kind is category, owner, alias (`in` is what
/// the name is called here) or brand (`in` is its category).
///
/// Levels may be left out between two names. Months bound what holds; without them it holds always.
///
/// Findings: those of ``YAMLDocument``, ``YAMLGroup`` and ``CSVTable``, of ``Taxonomy/init(checking:findings:)``, and
/// `taxonomy.wrong-kind`, `taxonomy.unknown-kind`.
public enum TaxonomyFile {
    /// Reads and checks a taxonomy.
    ///
    /// - Throws: a `Rejection` with everything that is wrong with it.
    public static func read(_ source: SourceText) throws(Rejection) -> (taxonomy: Taxonomy, findings: [Finding]) {
        let document = YAMLDocument(reading: source)
        var reader = TaxonomyYAML()
        let draft = document.root.map { reader.draft(of: $0) } ?? TaxonomyDraft()
        let findings = FindingList(document.findings.inReadingOrder + reader.findings)
        return try checked(draft, findings) { source.showing($0) }
    }

    /// The same from CSV.
    public static func read(
        csv bytes: [UInt8], file: String
    ) throws(Rejection) -> (taxonomy: Taxonomy, findings: [Finding]) {
        var reader = TaxonomyCSV(bytes, file: file)
        let draft = reader.draft()
        return try checked(draft, reader.findings) { $0 }
    }

    private static func checked(
        _ draft: TaxonomyDraft, _ found: FindingList, showing: (Finding) -> Finding
    ) throws(Rejection) -> (taxonomy: Taxonomy, findings: [Finding]) {
        var findings = found
        // A taxonomy that could not be read to its end is checked all the same: one run shows every fault.
        let taxonomy = Taxonomy(checking: draft, findings: &findings)
        let shown = FindingList(findings.inReadingOrder.map(showing))
        try shown.throwIfErrors()
        guard let taxonomy else { preconditionFailure("a taxonomy without faults was refused") }
        return (taxonomy, shown.inReadingOrder)
    }
}
