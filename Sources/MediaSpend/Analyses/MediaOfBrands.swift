import WorkTime

/// How some brands, and the whole set, divide a month's spend over the media.
public struct MediaOfBrands: Hashable, Sendable {
    /// The media that the set used in the month, the largest first, equals by name.
    public let media: [String]
    /// One for each brand, in the order asked for.
    public let lines: [Line]
    /// The whole set; one share for each medium.
    public let setShares: [Derived<Double>]

    /// One brand.
    public struct Line: Hashable, Sendable {
        public let brand: String
        /// The part of the brand's spend that each medium took.
        public let shares: [Derived<Double>]
    }

    /// 100 × the share that a medium has of a brand's spend over the share that it has of the set's; absent where that is
    /// below 1 %.
    public func index(of line: Line, in medium: Int) -> Derived<Double> {
        ShareIndex.of(line.shares[medium], over: setShares[medium])
    }

    /// - Parameter spend: the set, one line for each brand and medium, in this order.
    init(_ spend: MonthlySpend, in month: CivilMonth, brands: [String]) {
        var ofMedium: [String: Int64?] = [:]
        var ofBrand: [String: [String: Int64?]] = [:]
        for line in 0..<spend.count {
            let (brand, medium) = (spend.keys[line][0], spend.keys[line][1])
            let amount = spend.spend(line, in: month)
            ofMedium[medium, default: 0] = sum(ofMedium[medium, default: 0], amount)
            ofBrand[brand, default: [:]][medium] = amount
        }
        func amount(_ medium: String) -> Int64 { (ofMedium[medium] ?? 0) ?? 0 }
        let media = ofMedium.keys.filter { amount($0) != 0 }
            .sorted { (amount($0), $1) > (amount($1), $0) }
        self.media = media
        let total = spend.total(in: month)
        setShares = media.map { share(of: ofMedium[$0] ?? 0, in: total) }
        lines = brands.map { brand in
            let amounts = ofBrand[brand] ?? [:]
            let whole = amounts.values.reduce(Int64?(0)) { sum($0, $1) }
            return Line(brand: brand, shares: media.map { share(of: amounts[$0] ?? 0, in: whole) })
        }
    }
}

/// `nil` as soon as one of the two is not known.
private func sum(_ left: Int64?, _ right: Int64?) -> Int64? {
    guard let left, let right else { return nil }
    return left + right
}
