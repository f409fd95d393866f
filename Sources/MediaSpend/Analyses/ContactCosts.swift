public import Monetary
public import WorkTime

/// What contacts cost in a month: cost per rating point (CPRP, 每毛评点成本) and per thousand (千人成本), by medium, by
/// brand, and by brand within each medium.
///
/// Costs are worked out as ``UnitCost`` says. Rating points of different media are contacts of different kinds and are
/// not added up; impressions are.
///
/// - Source: Sissors and Baron, “Advertising Media Planning”, 7th edition 2010, on rating points and comparing costs.
public struct ContactCosts: Hashable, Sendable {
    public let month: CivilMonth
    public let audience: String?
    /// The whole set.
    public let total: Costs
    /// The media with ratings, by their spend, the largest first, equals by name.
    public let media: [Medium]
    /// What was spent in all other media.
    public let otherMedia: Money
    /// The brands with ratings, over all of their media, in the same order.
    public let brands: [Brand]
    /// Brand by brand within each medium, in the order of ``media``, in each by spend.
    public let lines: [Line]

    /// What some brands and media spent, and what their contacts cost.
    public struct Costs: Hashable, Sendable {
        /// All that they spent, with or without ratings.
        public let spend: Money
        public let perRatingPoint: UnitCost
        public let perThousand: UnitCost
        let cells: [RatedCells.Cell]
    }

    /// One medium of the set.
    public struct Medium: Hashable, Sendable {
        public let medium: String
        public let costs: Costs
        /// How much dearer a rating point is than in the month before, as a fraction: media inflation.
        public let change: Derived<Double>
    }

    /// One brand over all media.
    public struct Brand: Hashable, Sendable {
        public let brand: String
        public let costs: Costs
    }

    /// One brand in one medium.
    public struct Line: Hashable, Sendable {
        public let brand: String
        public let medium: String
        public let costs: Costs
        /// As of a ``Medium``.
        public let change: Derived<Double>
        /// Of the rating points of all brands that have some in the medium (SOV, 声量份额).
        public let shareOfVoice: Derived<Double>
        /// Of the spend of the same brands in the medium.
        public let shareOfSpend: Derived<Double>
        /// 100 × the cost over that of the medium.
        public let ratingPointIndex: Derived<Double>
        public let thousandIndex: Derived<Double>
    }

    /// - Parameter spend: the set, one line for each brand and medium, in this order.
    /// - Precondition: the table of spend holds the month and the month before, where they were delivered.
    /// - Returns: `nil` when the month was not delivered.
    init?(_ spend: MonthlySpend, in month: CivilMonth, _ ratings: AudienceRatings) {
        let currency = spend.market.currency
        let cells = RatedCells(spend, in: month, ratings)
        guard cells.isDelivered else { return nil }
        let before = RatedCells(spend, in: ComparedMonths(month).previous, ratings)
        self.month = month
        audience = ratings.audience
        total = Costs(cells.all, in: currency, acrossMedia: true)
        media = Set(cells.rated.map(\.medium))
            .map { medium in
                let costs = Costs(cells.of(medium: medium), in: currency)
                return Medium(
                    medium: medium, costs: costs, change: costs.change(since: before, before.of(medium: medium)))
            }
            .sorted { ($0.costs.spend.minorUnits, $1.medium) > ($1.costs.spend.minorUnits, $0.medium) }
        let inMedia = media.reduce(Int64(0)) { $0 + $1.costs.spend.minorUnits }
        otherMedia = Money(minorUnits: total.spend.minorUnits - inMedia, currency)
        brands = Set(cells.rated.map(\.brand))
            .map { Brand(brand: $0, costs: Costs(cells.of(brand: $0), in: currency, acrossMedia: true)) }
            .sorted { ($0.costs.spend.minorUnits, $1.brand) > ($1.costs.spend.minorUnits, $0.brand) }
        let ofMedium = Dictionary(grouping: cells.rated, by: \.medium)
        lines = media.flatMap { medium in
            (ofMedium[medium.medium] ?? [])
                .map { Line($0, of: medium, cells, before) }
                .sorted { ($0.costs.spend.minorUnits, $1.brand) > ($1.costs.spend.minorUnits, $0.brand) }
        }
    }

    /// The lines that spent most, and those of the client, in the order of ``lines``.
    public func leading(_ count: Int, including client: String?) -> [Line] {
        let bySpend = lines.indices.sorted { lines[$0].costs.spend.minorUnits > lines[$1].costs.spend.minorUnits }
        let shown = Set(bySpend.prefix(count))
        return lines.indices.filter { shown.contains($0) || lines[$0].brand == client }.map { lines[$0] }
    }

    /// Several lines as one: what a list that is cut leaves out.
    public func together(_ lines: [Line]) -> Costs {
        Costs(
            lines.flatMap(\.costs.cells), in: total.spend.currency,
            acrossMedia: Set(lines.map(\.medium)).count > 1)
    }
}

extension ContactCosts.Costs {
    fileprivate init(_ cells: [RatedCells.Cell], in currency: Currency, acrossMedia: Bool = false) {
        let points = UnitCost(cells.map { ($0.spend, $0.contacts.ratingPoints) }, per: 1, in: currency)
        spend = Money(minorUnits: cells.reduce(0) { $0 + $1.spend }, currency)
        perRatingPoint = acrossMedia ? points.acrossMedia : points
        perThousand = UnitCost(cells.map { ($0.spend, $0.contacts.impressions) }, per: 1_000, in: currency)
        self.cells = cells
    }

    /// How much dearer a rating point is than it was.
    fileprivate func change(since before: RatedCells, _ cells: [RatedCells.Cell]) -> Derived<Double> {
        guard before.isDelivered else { return .absent(.notDelivered) }
        let base = ContactCosts.Costs(cells, in: spend.currency).perRatingPoint.cost
        return ratio(of: perRatingPoint.cost, to: base).map { $0 - 1 }
    }
}

extension ContactCosts.Line {
    /// - Parameters:
    ///   - medium: the whole of the medium that it lies in.
    ///   - cells: those of the month, and of the month before.
    fileprivate init(
        _ line: BrandInMedium, of medium: ContactCosts.Medium, _ cells: RatedCells, _ before: RatedCells
    ) {
        let currency = medium.costs.spend.currency
        let costs = ContactCosts.Costs(cells.of(line), in: currency)
        brand = line.brand
        self.medium = line.medium
        self.costs = costs
        change = costs.change(since: before, before.of(line))
        let points = costs.perRatingPoint.contacts
        shareOfVoice = ratio(of: points, to: medium.costs.perRatingPoint.contacts)
        // Beside a share of voice belongs the share of spend of the same brands, not of all.
        let rated = medium.costs.cells.filter { $0.contacts.ratingPoints != nil }.reduce(Int64(0)) { $0 + $1.spend }
        switch points {
        case .absent(let reason): shareOfSpend = .absent(reason)
        case .value: shareOfSpend = share(of: costs.spend.minorUnits, in: rated)
        }
        ratingPointIndex = ratio(of: costs.perRatingPoint.cost, to: medium.costs.perRatingPoint.cost).map { 100 * $0 }
        thousandIndex = ratio(of: costs.perThousand.cost, to: medium.costs.perThousand.cost).map { 100 * $0 }
    }
}

private func ratio(of part: Derived<Rate>, to base: Derived<Rate>) -> Derived<Double> {
    switch base {
    case .absent(let reason): .absent(reason)
    case .value(let base) where base.isZero: .absent(.zeroRatings)
    case .value(let base): part.map { Double($0) / Double(base) }
    }
}
