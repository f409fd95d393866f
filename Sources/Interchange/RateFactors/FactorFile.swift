public import Diagnostics
import Formats
public import MediaSpend

/// Files that state how net follows from the rate card, as YAML:
/// ```yaml
/// factors:
///   - {medium: TV, factor: 42%}
///   - {medium: TV, vehicle: CCTV-1, factor: 0.55, from: 2025-01, through: 2025-06}
///   - {medium: TV, tier: key accounts, factor: 0.38}
/// tiers:
///   key accounts: [Acme China, Bezo]
/// ```
/// or as CSV with the columns `medium,vehicle,tier,factor,from,through`, where a record with `advertiser` and `tier` and
/// without a factor puts an advertiser into a tier.
///
/// Findings: those of ``YAMLDocument``, ``YAMLGroup`` and ``CSVTable``, and of ``FactorTable/init(checking:findings:)``.
public enum FactorFile {
    /// Reads and checks a table of factors.
    ///
    /// - Throws: a `Rejection` with everything that is wrong with it.
    public static func read(_ source: SourceText) throws(Rejection) -> FactorTable {
        let document = YAMLDocument(reading: source)
        var reader = FactorYAML()
        let draft = document.root.map { reader.draft(of: $0) } ?? FactorDraft()
        return try checked(draft, FindingList(document.findings.inReadingOrder + reader.findings)) {
            source.showing($0)
        }
    }

    /// The same from CSV.
    public static func read(csv bytes: [UInt8], file: String) throws(Rejection) -> FactorTable {
        let table = CSVTable(
            bytes, file: file, delimiter: CSVDelimiter.guess(from: bytes), required: ["medium", "factor"],
            optional: ["vehicle", "tier", "advertiser", "from", "through"])
        var draft = FactorDraft()
        if table.header != nil, !table.findings.hasErrors {
            for record in table.records { add(LocatedFields(table, record), to: &draft) }
        }
        return try checked(draft, table.findings) { $0 }
    }

    private static func add(_ fields: LocatedFields, to draft: inout FactorDraft) {
        if let advertiser = fields["advertiser"], let tier = fields["tier"], fields["factor"] == nil {
            draft.tiers.append(FactorDraft.TierDraft(advertiser: advertiser, tier: tier))
            return
        }
        draft.rules.append(
            FactorDraft.RuleDraft(
                medium: fields["medium"], vehicle: fields["vehicle"], tier: fields["tier"],
                validity: ValidityDraft(from: fields["from"], through: fields["through"]),
                factor: fields["factor"], place: fields.place))
    }

    private static func checked(
        _ draft: FactorDraft, _ found: FindingList, showing: (Finding) -> Finding
    ) throws(Rejection) -> FactorTable {
        var findings = found
        // A table that cannot be read has no factor for that reason alone.
        let table = draft.rules.isEmpty && found.hasErrors ? nil : FactorTable(checking: draft, findings: &findings)
        try FindingList(findings.inReadingOrder.map(showing)).throwIfErrors()
        guard let table else { preconditionFailure("a table of factors without faults was refused") }
        return table
    }
}
