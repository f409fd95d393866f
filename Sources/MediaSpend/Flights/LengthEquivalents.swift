public import Monetary

/// The insertions of a brand whose length is known, counted in spots of 30 seconds: an insertion of `s` seconds is s ÷ 30.
public struct LengthEquivalents: Hashable, Sendable {
    /// Empty for the whole set.
    public let brand: String
    public let insertions: Int64
    /// What these insertions cost.
    public let spend: Money
    /// All their seconds; `nil` when there are more than can be counted.
    public let seconds: Int64?

    /// Mean length in seconds.
    public var meanLength: Derived<Double> { known { Double($0) / Double(insertions) } }

    /// In spots of 30 seconds.
    public var equivalents: Derived<Double> { known { Double($0) / 30 } }

    /// What 30 seconds cost, rounded half to even.
    public var spendPerEquivalent: Derived<Money> {
        guard let seconds else { return .absent(.tooLarge) }
        guard insertions > 0, seconds > 0 else { return .absent(.noInsertions) }
        guard let price = try? Rounding.halfEven.product(of: Int128(spend.minorUnits), 30, over: Int128(seconds)),
            let units = Int64(exactly: price)
        else { return .absent(.tooLarge) }
        return .value(Money(minorUnits: units, spend.currency))
    }

    private func known(_ value: (Int64) -> Double) -> Derived<Double> {
        guard let seconds else { return .absent(.tooLarge) }
        return insertions > 0 && seconds > 0 ? .value(value(seconds)) : .absent(.noInsertions)
    }

    /// - Parameter cells: grouped at least by ad length; `nil`: none.
    init(_ brand: String, _ cells: Cube?, of market: MarketData) {
        var (insertions, spend, seconds) = (Int64(0), Int64(0), Int128(0))
        if let cells = cells?.grouped(by: [.adLength]) {
            for cell in 0..<cells.count {
                guard let length = AdLengthSeconds.reading(cells.name(of: cell, in: .adLength)) else { continue }
                insertions += cells.insertions[cell]
                spend += cells.spend[cell]
                seconds += Int128(cells.insertions[cell]) * Int128(length)
            }
        }
        self.brand = brand
        self.insertions = insertions
        self.spend = market.money(spend)
        self.seconds = Int64(exactly: seconds)
    }
}
