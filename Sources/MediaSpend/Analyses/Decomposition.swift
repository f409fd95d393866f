public import Monetary
public import WorkTime

/// Why a category's spend changed between two months, in five parts that add up to the change exactly.
///
/// Spend is looked at in cells of medium × daypart × ad length, each with a volume V (insertions) and a price P = S ÷ V.
/// Over the cells that were bought in both months, with V and S their sums:
/// - *volume*: what the change in all insertions would have cost at the average price, (V₁ − V₀) · S₀ ÷ V₀;
/// - *mix*: what moving to dearer or cheaper cells cost, Σ V₁ᵢ P₀ᵢ − V₁ · S₀ ÷ V₀;
/// - *price*: what the same insertions cost more, Σ V₁ᵢ (P₁ᵢ − P₀ᵢ).
///
/// Cells bought only in the later month are *new*, those bought only in the earlier are *lost*. A cell with spend but
/// without insertions in one of the two months has no price, so its change counts as price.
///
/// ``DecompositionMethod/logarithmic`` weighs both months alike instead.
///
/// Two waypoints are rounded to the minor unit, halves to even: the earlier spend at the later volume, V₁ · S₀ ÷ V₀,
/// and at the later volume and mix, Σ V₁ᵢ P₀ᵢ. The parts are differences between whole amounts, so nothing is left over;
/// volume and price are within half a minor unit of their exact value, mix within one.
public struct Decomposition: Hashable, Sendable {
    public let category: String
    public let fromMonth: CivilMonth
    public let toMonth: CivilMonth
    /// The spend of the earlier month; `nil` when it was not delivered.
    public let from: Money?
    /// The spend of the later month; `nil` when it was not delivered.
    public let to: Money?
    /// Absent when a month was not delivered or the data count no insertions.
    public let parts: Derived<Parts>

    /// The change, taken apart.
    public struct Parts: Hashable, Sendable {
        public let volume: Money
        public let mix: Money
        public let price: Money
        public let new: Money
        public let lost: Money
        /// What the other parts leave unexplained: zero.
        public let residual: Money
    }

    /// - Parameter cells: every cell of the category; what was bought in months not delivered is nothing.
    init(
        _ category: String, from: CivilMonth, to: CivilMonth, cells: [CellPair],
        by method: DecompositionMethod = .stepwise,
        in market: MarketData
    ) {
        let before = cells.reduce(0) { $0 + $1.before.spend }
        let after = cells.reduce(0) { $0 + $1.after.spend }
        self.category = category
        fromMonth = from
        toMonth = to
        self.from = market.covers(from) ? market.money(before) : nil
        self.to = market.covers(to) ? market.money(after) : nil
        if !market.covers(from) || !market.covers(to) {
            parts = .absent(.notDelivered)
        } else if !market.countsInsertions {
            parts = .absent(.noInsertions)
        } else {
            parts =
                Parts(of: cells, change: after - before, by: method, in: market).map(Derived.value)
                ?? .absent(.tooLarge)
        }
    }
}

extension Decomposition.Parts {
    /// `nil` when a part is larger than money can state.
    init?(of cells: [CellPair], change: Int64, by method: DecompositionMethod, in market: MarketData) {
        var both: [CellPair] = []
        var (new, lost): (Int64, Int64) = (0, 0)
        for cell in cells {
            switch (cell.before.isBought, cell.after.isBought) {
            case (true, true): both.append(cell)
            case (false, true): new += cell.after.spend
            case (true, false): lost -= cell.before.spend
            case (false, false): break
            }
        }
        guard let effects = PriceEffects(of: both, by: method), let volume = Int64(exactly: effects.volume),
            let mix = Int64(exactly: effects.mix), let price = Int64(exactly: effects.price)
        else { return nil }
        self.volume = market.money(volume)
        self.mix = market.money(mix)
        self.price = market.money(price)
        self.new = market.money(new)
        self.lost = market.money(lost)
        let explained = effects.volume + effects.mix + effects.price + Int128(new) + Int128(lost)
        residual = market.money(Int64(clamping: Int128(change) - explained))
    }
}

/// One cell in the two months that are compared.
struct CellPair: Hashable, Sendable {
    var before = Purchase()
    var after = Purchase()

    /// What was bought in one month.
    struct Purchase: Hashable, Sendable {
        var insertions: Int64 = 0
        /// Minor units.
        var spend: Int64 = 0

        var isBought: Bool { insertions != 0 || spend != 0 }
    }
}
