/// One total that several breakdowns share, such as the media, the brands and the categories of the same spend, moved to the
/// nearest values where each breakdown adds up to it.
///
/// Who errs little stays, who errs much gives way. Each breakdown is one more witness of the total: the better its parts are
/// known, the more its sum counts. Errors are taken as independent.
///
/// - Source: Wickramasuriya, Athanasopoulos and Hyndman, “Optimal forecast reconciliation for hierarchical and grouped time
///   series through trace minimization”, 2019, with a diagonal covariance; breakdowns that meet in nothing but their total
///   leave a weighted mean.
public struct SharedTotal: Hashable, Sendable {
    public let total: Double
    /// One value for each part, in the order of the estimates.
    public let breakdowns: [[Double]]

    /// A value, and the variance of its error: zero or more.
    public struct Estimate: Hashable, Sendable {
        public var value: Double
        public var variance: Double
        /// Whether it may not fall below zero: what would is zero, and the others of its breakdown make up for it.
        public var isNonNegative: Bool

        public init(_ value: Double, variance: Double, isNonNegative: Bool = false) {
            self.value = value
            self.variance = variance
            self.isNonNegative = isNonNegative
        }
    }

    /// - Parameter breakdowns: each with at least one part.
    public init(_ total: Estimate, _ breakdowns: [[Estimate]]) {
        precondition(breakdowns.allSatisfy { !$0.isEmpty }, "a breakdown without a part")
        let largest = ([total] + breakdowns.joined()).reduce(0) { max($0, $1.variance) }
        // What never erred would allow nothing to give way: it errs a millionth as much as the others.
        let least = largest > 0 ? 1e-12 * largest : 1
        func variance(_ estimate: Estimate) -> Double { max(estimate.variance, least) }
        var witnesses = [(value: total.value, precision: 1 / variance(total))]
        for parts in breakdowns {
            let sum = parts.reduce(0) { $0 + $1.value }
            witnesses.append((sum, 1 / parts.reduce(0) { $0 + variance($1) }))
        }
        let precision = witnesses.reduce(0) { $0 + $1.precision }
        let mean = witnesses.reduce(0) { $0 + $1.value * ($1.precision / precision) }
        let shared = total.isNonNegative ? max(mean, 0) : mean
        self.total = shared
        self.breakdowns = breakdowns.map { parts in
            Self.spread(
                parts.map { Estimate($0.value, variance: variance($0), isNonNegative: $0.isNonNegative) }, to: shared)
        }
    }

    /// The parts moved so that they add up to a total, each by its part of the variance.
    private static func spread(_ parts: [Estimate], to total: Double) -> [Double] {
        var values = parts.map(\.value)
        var free = Array(parts.indices)
        while !free.isEmpty {
            let variance = free.reduce(0) { $0 + parts[$1].variance }
            let gap = total - free.reduce(0) { $0 + parts[$1].value }
            for part in free { values[part] = parts[part].value + gap * (parts[part].variance / variance) }
            let negative = free.filter { parts[$0].isNonNegative && values[$0] < 0 }
            guard !negative.isEmpty else { break }
            for part in negative { values[part] = 0 }
            free.removeAll(where: negative.contains)
        }
        return values
    }
}
