public import WorkTime

/// How much of a category's spend lies with few brands.
public struct Concentration: Hashable, Sendable {
    public let category: String
    /// The Herfindahl-Hirschman index at brand level: the sum of squared shares × 10,000, from near 0 to 10,000 for a
    /// single brand. Above 1,800 counts as high, 1,000 to 1,800 as moderate.
    ///
    /// - Source: U.S. Department of Justice and Federal Trade Commission, Merger Guidelines, 2023.
    public let herfindahlIndex: Derived<Double>
    /// The share of the four largest brands.
    public let fourLargest: Derived<Double>
    /// How many brands spent.
    public let brands: Int

    /// - Parameter spend: of every brand of the category in one month, in minor units; `nil` where not delivered.
    init(_ category: String, of spend: [Int64?]) {
        let delivered = spend.compactMap(\.self)
        let spenders = delivered.filter { $0 > 0 }.sorted(by: >)
        let total = delivered.reduce(0, +)
        self.category = category
        brands = spenders.count
        if let reason = Self.absence(spend, total: total) {
            herfindahlIndex = .absent(reason)
            fourLargest = .absent(reason)
            return
        }
        // Amounts below 2⁶³ whose sum is below 2⁶³ have squares that add up to less than 2¹²⁶.
        let squares = spenders.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
        herfindahlIndex = .value(Double(squares) / (Double(total) * Double(total)) * 10_000)
        fourLargest = .value(Double(spenders.prefix(4).reduce(0, +)) / Double(total))
    }

    private static func absence(_ spend: [Int64?], total: Int64) -> AbsenceReason? {
        if spend.contains(nil) { return .notDelivered }
        if spend.contains(where: { ($0 ?? 0) < 0 }) { return .negativePart }
        return total > 0 ? nil : .emptyWhole
    }
}

extension Concentration {
    /// Each category's concentration in a month, by category.
    ///
    /// - Parameter brands: one line for each category and brand, in this order.
    public static func byCategory(_ brands: MonthlySpend, in month: CivilMonth) -> [Concentration] {
        let lines = Dictionary(grouping: 0..<brands.count) { brands.keys[$0][0] }
        // Keys are sorted, so the first line of each category tells the order.
        return lines.sorted { $0.value[0] < $1.value[0] }.map { category, lines in
            Concentration(category, of: lines.map { brands.spend($0, in: month) })
        }
    }
}
