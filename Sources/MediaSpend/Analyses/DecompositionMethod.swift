import Statistics

/// How a change is taken apart into volume, mix and price. Both leave nothing over.
public enum DecompositionMethod: String, Hashable, Sendable, CaseIterable {
    /// One after the other: volume at the old prices, then mix, then prices at the new volumes.
    case stepwise
    /// All at once by logarithmic means, which favours neither month (LMDI-I).
    ///
    /// - Source: Ang, “LMDI decomposition approach: a guide for implementation”, 2015.
    case logarithmic = "lmdi"
}

/// What the cells that were bought in both months changed by, in minor units.
struct PriceEffects: Hashable {
    let volume: Int128
    let mix: Int128
    let price: Int128

    /// `nil` when a part is beyond what can be counted exactly.
    init?(of cells: [CellPair], by method: DecompositionMethod) {
        switch method {
        case .stepwise:
            var walk = PriceWalk()
            for cell in cells { walk.add(cell) }
            (volume, mix, price) = (walk.volume, walk.mix, walk.price)
        case .logarithmic:
            guard let effects = Self.logarithmic(cells) else { return nil }
            (volume, mix, price) = effects
        }
    }

    /// With V a volume, w = Vᵢ ÷ V and P a price: Σ L(S₁ᵢ, S₀ᵢ) · ln of the ratio of each factor, where L is the logarithmic
    /// mean. A cell that has no price above zero in both months changes the price alone.
    private static func logarithmic(_ cells: [CellPair]) -> (volume: Int128, mix: Int128, price: Int128)? {
        let priced = cells.filter { $0.before.hasPrice && $0.after.hasPrice }
        let change = priced.reduce(Int128(0)) { $0 + Int128($1.after.spend) - Int128($1.before.spend) }
        let rest = cells.reduce(Int128(0)) { $0 + Int128($1.after.spend) - Int128($1.before.spend) } - change
        guard !priced.isEmpty else { return (0, 0, rest) }
        let before = priced.reduce(0.0) { $0 + Double($1.before.insertions) }
        let after = priced.reduce(0.0) { $0 + Double($1.after.insertions) }
        let grown = Elementary.log(after / before)
        var effects = [0.0, 0.0, 0.0]
        for cell in priced {
            let (old, new) = (Double(cell.before.spend), Double(cell.after.spend))
            let spend = Elementary.log(new / old)
            let weight = spend == 0 ? old : (new - old) / spend
            let volume = Elementary.log(Double(cell.after.insertions) / Double(cell.before.insertions))
            effects[0] += weight * grown
            effects[1] += weight * (volume - grown)
            effects[2] += weight * (spend - volume)
        }
        guard let whole = Int64(exactly: change), let parts = WholeParts.rounded(effects, to: whole) else { return nil }
        return (Int128(parts[0]), Int128(parts[1]), Int128(parts[2]) + rest)
    }
}

extension CellPair.Purchase {
    fileprivate var hasPrice: Bool { insertions > 0 && spend > 0 }
}
