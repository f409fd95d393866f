public import Diagnostics

extension Taxonomy {
    /// A taxonomy from what a file states, if nothing is wrong with it; everything wrong is added to `findings`.
    ///
    /// Findings: `taxonomy.missing`, `taxonomy.unknown-level`, `taxonomy.bad-month`, `taxonomy.ends-before-it-begins`,
    /// `taxonomy.unknown-parent`, `taxonomy.wrong-level`, `taxonomy.cycle`, `taxonomy.overlap`, `taxonomy.alias-of-alias`,
    /// `taxonomy.alias-of-itself`, `taxonomy.unknown-name`, `taxonomy.unknown-category`, `taxonomy.bad-weight`,
    /// `taxonomy.weights`, `taxonomy.empty` (a warning).
    public init?(checking draft: TaxonomyDraft, findings: inout FindingList) {
        var check = TaxonomyCheck(draft)
        let taxonomy = check.taxonomy()
        findings.report(contentsOf: check.findings)
        guard !check.findings.contains(where: { $0.severity == .error }) else { return nil }
        self = taxonomy
    }
}
