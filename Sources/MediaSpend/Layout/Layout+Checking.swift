public import Diagnostics
import Monetary

extension Layout {
    /// Whether a text is an amount in some currency.
    static func isAmount(_ text: String, _ style: AmountStyle) -> Bool {
        guard let currency = try? Currency("CNY") else { return false }
        return (try? style.minorUnits(of: Array(text.utf8).span, in: currency)) != nil
    }

    /// The dimensions that no analysis can do without.
    static let neededDimensions: [SpendDimension] = [.category, .brand, .medium]

    /// A layout from what a file states, if nothing is wrong with it; everything wrong is added to `findings`.
    ///
    /// Findings: `layout.missing` (something that every layout needs), `layout.unknown-value` (a word that is none of
    /// those allowed), `layout.unknown-column`, `layout.duplicate-column`, `layout.contradiction`.
    public init?(checking draft: LayoutDraft, findings: inout FindingList) {
        var check = LayoutCheck(draft)
        defer { findings.report(contentsOf: check.findings) }
        let layout = check.layout()
        guard let layout, !check.findings.contains(where: { $0.severity == .error }) else { return nil }
        self = layout
    }
}
