/// What a job may cost at its end, as a distribution: a sum that is known, invoices that may still come, and a rest whose
/// price is not known. Amounts in units of the currency. No draws: the same figures everywhere.
struct OutlookDistribution: Hashable, Sendable {
    /// An invoice that may be late, or never come.
    struct LateInvoice: Hashable {
        let amount: Double
        /// 0…1.
        let probability: Double
    }

    private let known: Double
    private let rest: Double
    private let factor: RestFactor
    /// What of the late invoices may come, each outcome with its probability.
    private let outcomes: [(amount: Double, weight: Double)]

    /// The largest ten of the late invoices come or do not; the others, which are small beside them, count at their
    /// expectation.
    init(known: Double, rest: Double, factor: RestFactor, late: [LateInvoice]) {
        let ordered = late.filter { $0.amount > 0 && $0.probability > 0 }.sorted { $0.amount > $1.amount }
        var outcomes = [(amount: 0.0, weight: 1.0)]
        for invoice in ordered.prefix(10) {
            outcomes = outcomes.flatMap { outcome in
                [
                    (outcome.amount, outcome.weight * (1 - invoice.probability)),
                    (outcome.amount + invoice.amount, outcome.weight * invoice.probability),
                ]
            }.filter { $0.weight > 0 }
        }
        self.known = known + ordered.dropFirst(10).reduce(0) { $0 + $1.amount * $1.probability }
        self.rest = rest
        self.factor = factor
        self.outcomes = outcomes
    }

    static func == (left: Self, right: Self) -> Bool {
        left.known == right.known && left.rest == right.rest && left.factor == right.factor
            && left.outcomes.elementsEqual(right.outcomes) { $0.amount == $1.amount && $0.weight == $1.weight }
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(known)
        hasher.combine(rest)
    }

    /// The probability that the job costs more than `limit`, 0…1.
    func probability(over limit: Double) -> Double {
        outcomes.reduce(0) { sum, outcome in
            let left = limit - known - outcome.amount
            guard rest > 0 else { return sum + (left < -Self.least ? outcome.weight : 0) }
            return sum + outcome.weight * (1 - factor.probability(upTo: left / rest))
        }
    }

    /// Below this, amounts are the same.
    private static let least = 1e-6

    /// The cost that is not passed with a probability.
    func quantile(_ probability: Double) -> Double {
        let most = outcomes.map(\.amount).max() ?? 0
        var (low, high) = (known, known + most + rest * factor.quantile(1))
        for _ in 0..<80 {
            let middle = (low + high) / 2
            if 1 - self.probability(over: middle) < probability { low = middle } else { high = middle }
        }
        return high
    }

    /// By how much the job costs more than `limit` on average, where it costs less counting as nothing.
    func expectedExcess(over limit: Double) -> Double {
        let nodes = rest > 0 ? (0..<200).map { factor.quantile((Double($0) + 0.5) / 200) } : [0]
        return outcomes.reduce(0) { sum, outcome in
            let excess = nodes.reduce(0) { $0 + max(0, known + outcome.amount + rest * $1 - limit) }
            return sum + outcome.weight * excess / Double(nodes.count)
        }
    }
}
