import Statistics

/// How restless brands are, by their size: small ones, with few insertions, vary more from month to month.
struct SpreadBySize {
    /// By powers of two of the usual weight.
    private let spreads: [Double]

    /// With fewer deviations than this, those of the next sizes are looked at too.
    private static let leastDeviations = 100

    init(_ deviations: Deviations) {
        var sizes: [[Double]] = []
        for deviation in deviations.all {
            let size = Self.size(of: deviation)
            if size >= sizes.count { sizes.append(contentsOf: repeatElement([], count: size + 1 - sizes.count)) }
            sizes[size].append((deviation.size / deviation.widening).magnitude)
        }
        spreads = sizes.indices.map { size in
            var reach = 0
            var near = sizes[size]
            while near.count < Self.leastDeviations, reach < sizes.count {
                reach += 1
                if size - reach >= 0 { near += sizes[size - reach] }
                if size + reach < sizes.count { near += sizes[size + reach] }
            }
            return RobustSpread.deviation(ofDistances: near)
        }
    }

    /// The robust standard deviation that a brand's deviation is measured by.
    ///
    /// A brand is taken to be no calmer than those of its size: that six months lie close together is mostly luck.
    func deviation(of deviation: Deviations.Deviation) -> Double {
        let usual = spreads[Self.size(of: deviation)]
        let (prior, own) = (Double(Self.priorMonths), Double(deviation.neighbours))
        let shrunk = (prior * usual * usual + own * deviation.ownSpread * deviation.ownSpread) / (prior + own)
        return max(usual, shrunk.squareRoot()) * deviation.widening
    }

    /// As many months as a brand is compared with: both count alike.
    private static let priorMonths = 6

    private static func size(of deviation: Deviations.Deviation) -> Int {
        deviation.usualWeight < 2 ? 0 : Int(deviation.usualWeight.exponent)
    }
}
