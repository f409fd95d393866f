import Monetary
import Statistics

/// How well a method knew how little it knew.
public struct CalibrationSpread: Hashable, Sendable {
    /// An interval about the median and how often it held the final cost.
    public struct Coverage: Hashable, Sendable {
        /// The share that it should hold: 0.5, 0.8, 0.9.
        public let nominal: Double
        public let actual: Double
        /// One standard error: how far chance alone moves the actual share off the nominal one. Jobs are what is counted, not
        /// statuses, since the statuses of a job share one end.
        public let standardError: Double
    }

    public let coverages: [Coverage]
    /// The mean width of the 80 % interval, as a share of the budget.
    public let width: Double
    /// The continuous ranked probability score, as a share of the budget; less is better. For a method without a spread it
    /// would be its absolute error.
    public let rankedScore: Double
    /// The interval score of the 80 % interval, as a share of the budget; less is better.
    public let intervalScore: Double
    /// The mean squared error of the probability of an overspend of more than 5 %; less is better, 0.25 is a coin's.
    public let brierScore: Double

    /// - Returns: `nil` for a method without quantiles.
    init?(_ judged: [(job: CalibrationJob, rows: [CalibrationRow])]) {
        let known = judged.compactMap { job, rows in
            let cases = rows.compactMap { Case($0, job) }
            return cases.isEmpty ? nil : cases
        }
        guard !known.isEmpty else { return nil }
        coverages = [(0.5, 2, 4), (0.8, 1, 5), (0.9, 0, 6)].map { nominal, low, high in
            Coverage(nominal, known.map { cases in mean(cases.map { $0.isHeld(from: low, through: high) ? 1 : 0 }) })
        }
        let average = { (score: (Case) -> Double) in mean(known.map { mean($0.map(score)) }) }
        width = average { $0.range.upperBound - $0.range.lowerBound }
        rankedScore = average(\.rankedScore)
        intervalScore = average { QuantileScore.interval($0.range, confidence: 0.8, actual: $0.actual) }
        brierScore = average(\.brierScore)
    }

    /// A forecast and what came, as shares of the budget.
    private struct Case {
        let quantiles: [(probability: Double, value: Double)]
        let actual: Double
        let brierScore: Double

        init?(_ row: CalibrationRow, _ job: CalibrationJob) {
            guard let quantiles = row.quantiles, let overspends = row.overspends,
                let over = overspends.first(where: { $0.share == CalibrationWarnings.share })
            else { return nil }
            let budget = job.closed.budget.approximateUnits
            self.quantiles = quantiles.map { ($0.probability, $0.cost.approximateUnits / budget) }
            actual = job.closed.finalCost.approximateUnits / budget
            let miss = over.probability - (job.isOverspent ? 1 : 0)
            brierScore = miss * miss
        }

        /// The 80 % interval.
        var range: ClosedRange<Double> { quantiles[1].value...quantiles[5].value }
        var rankedScore: Double { QuantileScore.ranked(quantiles, actual: actual) }

        func isHeld(from low: Int, through high: Int) -> Bool {
            quantiles[low].value <= actual && actual <= quantiles[high].value
        }
    }
}

extension CalibrationSpread.Coverage {
    fileprivate init(_ nominal: Double, _ byJob: [Double]) {
        self.nominal = nominal
        actual = mean(byJob)
        // What the nominal share would have: the observed one is 0 when every job is held.
        standardError = (nominal * (1 - nominal) / Double(byJob.count)).squareRoot()
    }
}
