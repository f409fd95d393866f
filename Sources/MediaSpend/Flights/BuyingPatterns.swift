public import WorkTime

/// When in the day, and with what lengths, the client and the largest brands bought in a month.
public struct BuyingPatterns: Hashable, Sendable {
    public let month: CivilMonth
    /// `nil` where no row states a daypart; so for the others.
    public let dayparts: SpendPattern?
    public let lengths: SpendPattern?
    /// The whole set first, then the brands; none where no length is known or insertions are not counted.
    public let equivalents: [LengthEquivalents]

    /// - Parameter set: of the whole set, grouped at least by daypart, ad length and month.
    init(_ cubes: FlightCubes, of set: Cube, in month: CivilMonth) {
        self.month = month
        let whole = set.restricted(to: [month.description], in: .month)
        guard let purchases = cubes.purchases else {
            dayparts = nil
            lengths = nil
            equivalents = []
            return
        }
        dayparts = SpendPattern(.daypart, of: whole, purchases, named: cubes.brands)
        lengths = SpendPattern(.adLength, of: whole, purchases, named: cubes.brands)
        let ofSet = LengthEquivalents("", whole, of: set.market)
        guard set.market.countsInsertions, ofSet.insertions > 0 else {
            equivalents = []
            return
        }
        let byBrand = purchases.parts(by: .brand)
        equivalents = [ofSet] + cubes.brands.map { LengthEquivalents($0, byBrand[$0], of: set.market) }
    }
}
