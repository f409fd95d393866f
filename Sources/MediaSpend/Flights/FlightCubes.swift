public import WorkTime

/// What the flights and the buying patterns of a month are made from: the rows of the client and of the brands that spent
/// most in the window. Whatever a set holds, no more are read by day.
public struct FlightCubes: Sendable {
    /// The client, and then the others, the largest first, equals by name.
    public let brands: [String]
    /// The client's brand, if it was named.
    public let client: String?
    public let window: ClosedRange<CivilMonth>
    /// By brand, medium, month and day, in the window; `nil` when there is no brand to ask for. Without days for a whole
    /// market that is large: days are told by rows alone.
    public let air: Cube?
    /// By brand, daypart, ad length and month, in the month alone.
    public let purchases: Cube?

    /// How many brands are looked at.
    public static let brandLimit = 10

    static let airDimensions: [SpendDimension] = [.brand, .medium, .month]
    static let purchaseDimensions: [SpendDimension] = [.brand, .daypart, .adLength, .month]

    /// - Parameters:
    ///   - spend: of the set, grouped at least by brand and month.
    ///   - ask: gives the spend of a competitive set in some months, by some dimensions.
    /// - Throws: what `ask` throws.
    init(
        through month: CivilMonth, in spend: Cube, _ set: CompetitiveSet, client: String?,
        ask: (_ dimensions: [SpendDimension], _ months: Set<CivilMonth>, _ set: CompetitiveSet) throws -> Cube
    ) rethrows {
        let window = FlightPeriods.window(through: month, of: spend.market)
        let brands = Self.leading(in: spend, window, client: client)
        self.window = window
        self.brands = brands
        self.client = client
        guard !brands.isEmpty else {
            air = nil
            purchases = nil
            return
        }
        let narrowed = CompetitiveSet(set.name, categories: set.categories, brands: brands)
        let listed = Set(brands)
        let days: [SpendDimension] = Self.readsDays(of: set, rows: spend.totalRows) ? [.day] : []
        air = try ask(Self.airDimensions + days, Set(window), narrowed).restricted(
            to: listed, in: .brand)
        purchases = try ask(Self.purchaseDimensions, [month], narrowed).restricted(to: listed, in: .brand)
    }

    /// Whether days are worth their time: of a whole market only up to a million rows, which take a tenth of a second.
    static func readsDays(of set: CompetitiveSet, rows: Int64) -> Bool {
        !set.categories.isEmpty || !set.brands.isEmpty || rows <= 1_000_000
    }

    /// The client, and the brands that spent most in the window.
    private static func leading(in spend: Cube, _ window: ClosedRange<CivilMonth>, client: String?) -> [String] {
        let months = spend.restricted(to: Set(window.map(\.description)), in: .month).grouped(by: [.brand])
        var amounts: [String: Int64] = [:]
        for cell in 0..<months.count { amounts[months.name(of: cell, in: .brand), default: 0] += months.spend[cell] }
        let others = amounts.filter { $0.value > 0 && $0.key != client }
            .sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
        let own = client.map { [$0] } ?? []
        return own + others.prefix(brandLimit - own.count)
    }
}
