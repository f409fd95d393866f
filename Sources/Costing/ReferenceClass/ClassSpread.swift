import Statistics

/// What is believed of a class's mean and spread of final costs, before and after its jobs are seen: a grid of both with the
/// probability of each.
///
/// Before any job the mean is the budget, give or take 3 %: agencies budget to come out even, and a class that did not once
/// need not stray as far again. The spread is about 10 %, and may be less than half or more than twice that. Final costs
/// stray from the mean by Student's t of four degrees, so that one job at double its budget does not widen all the others.
struct ClassSpread: Sendable {
    /// One possible mean and spread, in logarithms of final cost ÷ budget.
    struct Member: Sendable {
        let mean: Double
        let spread: Double
        let probability: Double
    }

    /// Those that are not as good as impossible.
    let members: [Member]

    static let meanDoubt = 0.03
    static let usualSpread = 0.1
    /// Of the logarithm of the spread.
    static let spreadDoubt = 0.8

    private static let means = (-10...10).map { Double($0) * 0.015 }
    private static let spreads = logarithmicGrid(from: 0.02, through: 0.5, count: 16)
    private static let least = 1e-4

    /// - Parameter likelihoods: for each job, how likely its end is under a mean and a spread.
    init(_ likelihoods: [(_ mean: Double, _ spread: Double) -> Double]) {
        var logarithms: [Double] = []
        for mean in Self.means {
            for spread in Self.spreads {
                let doubts = (mean / Self.meanDoubt, Elementary.log(spread / Self.usualSpread) / Self.spreadDoubt)
                let prior = -0.5 * (doubts.0 * doubts.0 + doubts.1 * doubts.1)
                logarithms.append(likelihoods.reduce(prior) { $0 + Elementary.log($1(mean, spread)) })
            }
        }
        let probabilities = normalized(logarithms)
        members = probabilities.enumerated().compactMap { index, probability in
            guard probability > Self.least else { return nil }
            let (mean, spread) = index.quotientAndRemainder(dividingBy: Self.spreads.count)
            return Member(mean: Self.means[mean], spread: Self.spreads[spread], probability: probability)
        }
    }

    /// The density of a final cost, with the spread made wider or narrower by a factor.
    func density(_ level: Double, widened factor: Double = 1) -> Double {
        members.reduce(0) { sum, member in
            sum + member.probability * StudentFour.density(level - member.mean, scale: member.spread * factor)
        }
    }
}

/// Numbers that ascend by equal ratios.
func logarithmicGrid(from low: Double, through high: Double, count: Int) -> [Double] {
    let step = Elementary.log(high / low) / Double(count - 1)
    return (0..<count).map { low * Elementary.exp(step * Double($0)) }
}

/// Probabilities from logarithms that are known up to a constant.
func normalized(_ logarithms: [Double]) -> [Double] {
    let most = logarithms.max() ?? 0
    let weights = logarithms.map { Elementary.exp($0 - most) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
}
