public import Statistics
public import WorkTime

/// Everything that is told of one month of a competitive set: what the monthly paper and its JSON are made from.
public struct MonthlyAnalysis: Sendable {
    public let market: MarketData
    public let set: CompetitiveSet
    public let months: ComparedMonths
    /// The client's brand, if the paper is written for one.
    public let client: String?

    /// The brands of the whole set. A brand that advertises in several categories is one line.
    public let brands: ShareOfSpend
    /// The categories of the set, each as one line: what it spent and its share of the set.
    public let categoryShares: ShareOfSpend
    /// Category by category, the largest first, equals by name.
    public let categories: [CategoryAnalysis]
    public let yearToDate: YearToDate
    public let movingAnnualTotal: MovingAnnualTotal
    /// The media of each category.
    public let mediaMix: MediaMix
    /// The media of the whole set; its lines name no category.
    public let mediaMixOfSet: MediaMix
    /// What each of the leading brands, and the client, put into each medium this month.
    public let mediaOfBrands: MediaOfBrands
    public let movers: Movers
    public let entrants: Entrants
    public let lapsed: LapsedBrands
    /// The brands that advertised far more heavily than they usually do.
    public let bursts: Bursts
    /// When the client and the largest brands were on the air.
    public let flighting: Flighting
    /// The dayparts and ad lengths that they bought.
    public let patterns: BuyingPatterns
    /// By category, in the order of names.
    public let decompositions: [Decomposition]
    /// What the next months are expected to bring.
    public let outlook: Derived<SpendOutlook>
    /// What became of last month's outlook.
    public let outlookCheck: Derived<OutlookCheck>
    /// How the months of the year stand to one another.
    public let seasonalIndex: Derived<SeasonalIndex>
    public let brandHistory: ShareHistory
    public let categoryHistory: ShareHistory

    /// The month that ``decompositions`` compare with.
    public let decompositionBase: CivilMonth

    public let decompositionMethod: DecompositionMethod
    /// Share of spend against market share; `nil` without a table of market shares.
    public let excessShare: ExcessShare?
    /// What a rating point and a thousand contacts cost; `nil` without a table of ratings, and for a month
    /// that was not delivered.
    public let contactCosts: ContactCosts?
    /// Why the client's share changed; `nil` without a client.
    public let shareChanges: ShareChanges?

    public var month: CivilMonth { months.month }

    /// The months that figures of this analysis ask for and that were not delivered, from the first delivery on.
    public var missingMonths: [CivilMonth] {
        guard let first = market.months.first else { return [] }
        return months.window.filter { $0 >= first && !market.covers($0) }
    }

    /// What an analysis is asked for beside the spend.
    public struct Options: Sendable {
        /// The client's brand.
        public var client: String?
        /// Of brands, as fractions of their market, from outside.
        public var marketShares: [String: Double]?
        /// Rating points and impressions, from outside.
        public var ratings: AudienceRatings?
        /// How changes are taken apart.
        public var decomposition: DecompositionMethod
        /// How many months the outlook covers; 1 or more.
        public var horizon: Int

        public init(
            client: String? = nil, marketShares: [String: Double]? = nil, ratings: AudienceRatings? = nil,
            decomposition: DecompositionMethod = .stepwise, horizon: Int = 3
        ) {
            self.client = client
            self.marketShares = marketShares
            self.ratings = ratings
            self.decomposition = decomposition
            self.horizon = horizon
        }
    }

    /// - Parameter forecasts: forecasts all series of a draft; the default one after another.
    public init(
        _ cubes: MonthlyCubes, _ options: Options = Options(),
        forecasts: (_ draft: OutlookDraft, _ horizon: Int) -> [SeriesForecast] = { $0.forecasts(horizon: $1) }
    ) {
        let client = options.client
        let month = cubes.month
        let months = ComparedMonths(month)
        func table(_ cube: Cube, _ dimensions: [SpendDimension]) -> MonthlySpend {
            MonthlySpend(cube, by: dimensions, in: months.window)
        }
        let brands = table(cubes.brands, [.brand])
        let categories = table(cubes.media, [.category])
        let media = table(cubes.media, [.category, .medium])
        market = cubes.brands.market
        set = cubes.set
        self.months = months
        self.client = client
        self.brands = ShareOfSpend(brands, in: month)
        categoryShares = ShareOfSpend(categories, in: month)
        self.categories = CategoryAnalysis.all(in: cubes.brands, month, order: categoryShares.lines.map(\.brand))
        yearToDate = YearToDate(brands, through: month)
        movingAnnualTotal = MovingAnnualTotal(brands, through: month)
        mediaMix = MediaMix(media, in: month)
        mediaMixOfSet = MediaMix(table(cubes.media, [.medium]), in: month)
        let mediaOfEach = table(cubes.mediaOfBrands, [.brand, .medium])
        mediaOfBrands = MediaOfBrands(
            mediaOfEach, in: month, brands: self.brands.leading(6, including: client).map(\.brand))
        movers = Movers(brands, in: month)
        entrants = Entrants(brands, in: month)
        lapsed = LapsedBrands(brands, in: month)
        bursts = Bursts(cubes.market, in: [month], within: months.window).restricted(to: cubes.set)
        outlook = cubes.outlook(of: client) { forecasts($0, options.horizon) }
        outlookCheck = cubes.outlookCheck(of: client) { forecasts($0, 1) }
        flighting = Flighting(cubes.flights, of: cubes.brands.market)
        patterns = BuyingPatterns(cubes.flights, of: cubes.purchases, in: month)
        seasonalIndex = SeasonalIndex.of(cubes.courses)
        decompositionBase = cubes.base
        decompositions = Decomposition.byCategory(
            cubes.purchases, from: cubes.base, to: month, by: options.decomposition)
        decompositionMethod = options.decomposition
        excessShare = options.marketShares.map { ExcessShare(brands, through: month, $0) }
        contactCosts = options.ratings.flatMap { ContactCosts(mediaOfEach, in: month, $0) }
        shareChanges = client.map { ShareChanges(of: $0, in: brands, months) }
        brandHistory = ShareHistory(
            brands, through: month, of: self.brands.leading(5, including: client).map(\.brand))
        categoryHistory = ShareHistory(
            categories, through: month, of: categoryShares.leading(5).map(\.brand))
    }
}

/// One category of a competitive set in a month.
public struct CategoryAnalysis: Hashable, Sendable {
    public let category: String
    public let brands: ShareOfSpend
    public let concentration: Concentration

    /// - Parameters:
    ///   - spend: by category, brand and month.
    ///   - order: the categories, as they shall come.
    static func all(in spend: Cube, _ month: CivilMonth, order: [String]) -> [CategoryAnalysis] {
        let parts = spend.parts(by: .category)
        let window = ComparedMonths(month).window
        return order.compactMap { category in
            guard let part = parts[category] else { return nil }
            let brands = MonthlySpend(part, by: [.brand], in: window)
            return CategoryAnalysis(
                category: category, brands: ShareOfSpend(brands, in: month),
                concentration: Concentration(category, of: brands.amounts(in: month)))
        }
    }
}
