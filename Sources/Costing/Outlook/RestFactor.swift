import Statistics

/// How dear the rest of a job is expected to be: a factor on its budget, and how far it may be off.
///
/// The factor's logarithm is Student's t with four degrees of freedom about ``median``: jobs that go badly wrong are more
/// frequent than a normal law has them. It is held between a third and three times the median; no finished job that is known
/// left this range.
public struct RestFactor: Hashable, Sendable {
    /// As likely to be passed as not; 1 is as budgeted.
    public let median: Double
    /// The scale of the logarithm; above 0.
    public let spread: Double
    public let basis: Basis

    public enum Basis: Hashable, Sendable {
        /// No finished jobs to compare with: by what the job itself shows, with a wide spread.
        case jobAlone
        /// Finished jobs of the agency's own.
        case referenceClass(name: ClassName, jobs: Int)
    }

    public init(median: Double, spread: Double, basis: Basis) {
        precondition(median > 0 && spread > 0, "a factor of \(median) with a spread of \(spread)")
        self.median = median
        self.spread = spread
        self.basis = basis
    }

    /// What a job shows of itself so far.
    public struct Evidence: Hashable, Sendable {
        /// Cost of the work done, in units of the currency; late invoices counted by their probability.
        public let spent: Double
        /// The budget of that work.
        public let earned: Double
        /// 0…1.
        public let progress: Double
    }

    /// The factor of a job without finished jobs to compare with: see ``ProgressWeight``. The spread of 0.2 is twice that of
    /// the jobs by which the rule was found, because intervals cover half as much as they say on jobs of other firms.
    public static func ofJobAlone(_ evidence: Evidence) -> RestFactor {
        // Credit notes beyond all invoices say nothing of what work costs.
        guard evidence.spent > 0 else { return RestFactor(median: 1, spread: 0.2, basis: .jobAlone) }
        let factor = ProgressWeight.factor(
            spent: evidence.spent, earned: evidence.earned, progress: min(max(evidence.progress, 0), 1))
        return RestFactor(median: factor, spread: 0.2, basis: .jobAlone)
    }
}

extension RestFactor {
    /// The probability that the factor is at most `value`, 0…1.
    func probability(upTo value: Double) -> Double {
        if value <= median * Self.least { return 0 }
        if value >= median * Self.most { return 1 }
        return Self.standard.probability(upTo: Elementary.log(value / median) / spread)
    }

    /// The factor that is not passed with a probability.
    func quantile(_ probability: Double) -> Double {
        let scaled = Elementary.exp(Self.standardQuantile(probability) * spread)
        return median * min(max(scaled, Self.least), Self.most)
    }

    static let least = 1.0 / 3
    static let most = 3.0

    static let standard = StudentFour(center: 0, scale: 1)

    /// By halving an interval: exact to the last bits, and the same everywhere.
    private static func standardQuantile(_ probability: Double) -> Double {
        var (low, high) = (-60.0, 60.0)
        for _ in 0..<64 {
            let middle = (low + high) / 2
            if standard.probability(upTo: middle) < probability { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
