/// One brand or product on the shelves of a month, beside the month before and the same month a year ago.
public struct ShelfLine: Hashable, Sendable {
    public let category: String
    public let brand: String
    /// `nil` for the line of a brand, which is about all of its products.
    public let product: ShelfProduct?
    public let current: ShelfFigures
    /// Absent where no store was visited then.
    public let previous: Derived<ShelfFigures>
    public let yearAgo: Derived<ShelfFigures>
    /// The same products in the same stores.
    public let priceChange: Derived<MatchedPrices>
    public let priceChangeInYear: Derived<MatchedPrices>
    /// Stores that took it up or gave it up, of those visited in this month and the one before.
    public let listing: Derived<ListingChange>

    /// How much a figure is above that of the month before.
    public func change(_ figure: (ShelfFigures) -> Derived<Double>) -> Derived<Double> {
        ShelfFigures.difference(figure(current), previous, figure)
    }

    /// How much a figure is above that of the same month a year ago.
    public func changeInYear(_ figure: (ShelfFigures) -> Derived<Double>) -> Derived<Double> {
        ShelfFigures.difference(figure(current), yearAgo, figure)
    }
}

extension ShelfFigures {
    /// How much a figure is above what it was.
    static func difference(
        _ now: Derived<Double>, _ base: Derived<ShelfFigures>, _ figure: (ShelfFigures) -> Derived<Double>
    ) -> Derived<Double> {
        guard case .value(let value) = now else { return now }
        switch base {
        case .absent(let reason): return .absent(reason)
        case .value(let figures):
            let before = figure(figures)
            // What no store handled then is new now, and that is another reason than no store handling it now.
            return before.absence == .notHandled ? .absent(.new) : before.map { value - $0 }
        }
    }
}

/// Who handles a product now and who did, among the stores visited in both months.
public struct ListingChange: Hashable, Sendable {
    public let storesBefore: Int
    public let storesNow: Int
    public let gained: Int
    public let lost: Int

    /// Whether no store handled it then, and one or more do now.
    public var isNew: Bool { storesBefore == 0 && storesNow > 0 }
    /// Whether stores handled it then, and none does now.
    public var isVanished: Bool { storesBefore > 0 && storesNow == 0 }
}
