/// The way from the earlier spend to the later one over the cells bought in both months: first the volume changes, then
/// the mix, then the prices.
struct PriceWalk {
    private var earlierSpend: Int128 = 0
    private var laterSpend: Int128 = 0
    private var earlierVolume: Int64 = 0
    private var laterVolume: Int64 = 0
    /// The earlier spend at the later volume and mix: Σ V₁ᵢ · S₀ᵢ ÷ V₀ᵢ.
    private var repriced = FractionSum()
    /// The change of the cells that have no price in one of the months.
    private var unpricedChange: Int128 = 0

    /// Adds a cell that was bought in both months; spend in minor units.
    mutating func add(_ cell: CellPair) {
        guard cell.before.insertions > 0, cell.after.insertions > 0 else {
            unpricedChange += Int128(cell.after.spend) - Int128(cell.before.spend)
            return
        }
        earlierSpend += Int128(cell.before.spend)
        laterSpend += Int128(cell.after.spend)
        earlierVolume += cell.before.insertions
        laterVolume += cell.after.insertions
        repriced.add(Int128(cell.after.insertions) * Int128(cell.before.spend), over: cell.before.insertions)
    }

    /// What the change in all insertions would have cost at the average price, in minor units.
    var volume: Int128 { atLaterVolume - earlierSpend }
    /// What moving to dearer or cheaper cells cost.
    var mix: Int128 { repriced.rounded - atLaterVolume }
    /// What the same insertions cost more.
    var price: Int128 { laterSpend - repriced.rounded + unpricedChange }

    /// The earlier spend at the later volume, V₁ · S₀ ÷ V₀.
    private var atLaterVolume: Int128 {
        guard earlierVolume > 0 else { return 0 }
        var scaled = FractionSum()
        scaled.add(Int128(laterVolume) * earlierSpend, over: earlierVolume)
        return scaled.rounded
    }
}

/// A sum of fractions kept as whole part and 64 bits of fraction.
///
/// Each fraction is cut after its 64th bit, so n of them come out at most n · 2⁻⁶⁴ too small: rounding to whole numbers
/// goes wrong only where the exact sum lies that near to a half. The sum does not depend on the order of its terms.
private struct FractionSum {
    private var whole: Int128 = 0
    private var fraction: UInt128 = 0

    /// - Precondition: the denominator is above zero.
    mutating func add(_ numerator: Int128, over denominator: Int64) {
        let divisor = Int128(denominator)
        var (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: divisor)
        if remainder < 0 {
            quotient -= 1
            remainder += divisor
        }
        whole += quotient
        fraction += (UInt128(remainder) << 64) / UInt128(divisor)
    }

    /// To the nearest whole number, halves to even.
    var rounded: Int128 {
        let floor = whole + Int128(fraction >> 64)
        let rest = fraction & UInt128(UInt64.max)
        let half = UInt128(1) << 63
        let goesUp = rest > half || (rest == half && floor % 2 != 0)
        return goesUp ? floor + 1 : floor
    }
}
