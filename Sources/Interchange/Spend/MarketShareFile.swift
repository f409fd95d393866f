public import Diagnostics
import Formats
public import Monetary

/// A table of market shares from outside, such as a retail panel: the columns `brand` and `share`, one record a brand.
///
/// A share is written as per cent, `31.5%`, or as a fraction, `0.315`. Findings: those of `CSVTable`, `shares.no-brand`,
/// `shares.no-share`, `shares.out-of-range`, `shares.twice`, `shares.above-whole`.
public enum MarketShareFile {
    /// One brand's share of its market, 0 to 1.
    public struct Share: Hashable, Sendable {
        public let brand: Located<String>
        public let share: Rate
    }

    /// What rounding may add to a whole.
    private static let tolerance = Rate(percent: 1)

    /// - Returns: the shares in the order of the file.
    /// - Throws: a `Rejection` with everything that is wrong with the file.
    public static func read(_ source: SourceText) throws(Rejection) -> [Share] {
        let bytes = Array(source.text.utf8)
        let table = CSVTable(
            bytes, file: source.file, delimiter: CSVDelimiter.guess(from: bytes), required: ["brand", "share"])
        var findings = table.findings
        var shares: [Share] = []
        var seen: [String: SourcePlace?] = [:]
        if table.header != nil, !findings.hasErrors {
            for record in table.records {
                if let share = share(LocatedFields(table, record), after: &seen, &findings) { shares.append(share) }
            }
        }
        let sum = shares.reduce(0.0) { $0 + Double($1.share) }
        if sum > 1 + Double(tolerance) {
            findings.report(
                Finding(
                    "shares.above-whole", .error, "the shares add up to \(percent(sum)), more than the whole market",
                    advice: "take all shares from one table of one period", at: shares.last?.brand.place))
        }
        try FindingList(findings.inReadingOrder.map(source.showing)).throwIfErrors()
        return shares
    }

    private static func share(
        _ fields: LocatedFields, after seen: inout [String: SourcePlace?], _ findings: inout FindingList
    ) -> Share? {
        func report(_ id: FindingID, _ message: String, _ advice: String, at place: SourcePlace?) {
            findings.report(Finding(id, .error, message, advice: advice, at: place))
        }
        guard let brand = fields["brand"] else {
            report("shares.no-brand", "no brand is named", "write its name as the spend data do", at: fields.place)
            return nil
        }
        if let twin = seen.updateValue(brand.place, forKey: brand.value) {
            report(
                "shares.twice",
                "“\(brand.value)” has a share already\(twin.map { " in line \($0.line)" } ?? "")",
                "keep one of the two", at: brand.place)
        }
        guard let text = fields["share"], let share = try? Rate(text.value) else {
            let said = fields["share"]?.value ?? ""
            report(
                "shares.no-share", "“\(said)” is no share", "write per cent, such as 31.5%",
                at: fields["share"]?.place ?? brand.place)
            return nil
        }
        guard !share.isNegative, share <= 1 else {
            report(
                "shares.out-of-range", "“\(text.value)” is no part of a market",
                "write per cent with its sign, such as 31.5%, or a fraction, such as 0.315", at: text.place)
            return nil
        }
        return Share(brand: brand, share: share)
    }

    private static func percent(_ share: Double) -> String { "\((share * 1_000).rounded() / 10)%" }
}
