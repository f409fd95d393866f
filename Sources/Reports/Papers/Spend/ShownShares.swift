import Monetary

/// Shares as a table shows them, so that they add up to 100.0 % on the page.
///
/// Each is its exact share with one decimal. Where a last line holds the rest, that line takes what rounding leaves over,
/// so that the named lines read as they do everywhere else; without one, or where that would take the rest further from
/// its own share than any rounding does, the largest remainders decide which are rounded up.
struct ShownShares {
    /// Fractions with three decimals, one for each amount and the last for the rest; `nil` when they cannot be made to add
    /// up, because an amount is below zero or all are zero.
    let fractions: [Double]?

    /// - Parameters:
    ///   - parts: of one whole, none of them left out; `nil` counts as nothing.
    ///   - rest: all that is not among the parts.
    init(of parts: [Money?], rest: Money? = nil) {
        let amounts = (parts + (rest.map { [$0] } ?? [])).map { $0?.minorUnits ?? 0 }
        guard let currency = (parts + [rest]).compactMap(\.?.currency).first,
            let exact = try? Allocation(of: Money(minorUnits: 1_000, currency), by: amounts)
        else {
            fractions = nil
            return
        }
        let thousandths =
            (rest == nil ? nil : Self.leavingOver(amounts)) ?? exact.parts.map { Int($0.minorUnits) }
        fractions = thousandths.map { Double($0) / 1_000 }
    }

    /// Each amount but the last rounded by itself, and the last as what they leave; `nil` when that is a thousandth or
    /// more beside it: nothing is never shown as something.
    private static func leavingOver(_ amounts: [Int64]) -> [Int]? {
        let total = amounts.reduce(0.0) { $0 + Double($1) }
        let exact = amounts.map { Double($0) / total * 1_000 }
        let named = exact.dropLast().map { Int($0.rounded()) }
        let left = 1_000 - named.reduce(0, +)
        guard left >= 0, let rest = exact.last, (Double(left) - rest).magnitude < 1 else { return nil }
        return named + [left]
    }
}
