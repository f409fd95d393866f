import Monetary

/// Shares as a table shows them, so that they add up to 100.0 % on the page.
///
/// Each is its exact share with one decimal; which of them are rounded up is decided by the largest remainder.
struct ShownShares {
    /// Fractions with three decimals, one for each amount; `nil` when they cannot be made to add up, because an amount
    /// is below zero or all are zero.
    let fractions: [Double]?

    /// - Parameter parts: of one whole, none of them left out; `nil` counts as nothing.
    init(of parts: [Money?]) {
        guard let currency = parts.compactMap(\.?.currency).first,
            let shares = try? Allocation(
                of: Money(minorUnits: 1_000, currency), by: parts.map { $0?.minorUnits ?? 0 })
        else {
            fractions = nil
            return
        }
        fractions = shares.parts.map { Double($0.minorUnits) / 1_000 }
    }
}
