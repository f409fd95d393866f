public import Monetary

/// What a job is expected to cost at its end.
public struct CostForecast: Hashable, Sendable {
    public enum Method: String, Hashable, Sendable, Codable {
        /// The cost so far and a class of finished jobs weighed against each other; see ``FittedClass``.
        case referenceClass = "reference-class"
        /// The remaining budget by the progress-weighted cost index, on actual cost as booked.
        case progressWeighted = "progress-weighted"
        /// The same on accrued cost, so that late invoices are not taken for savings.
        case progressWeightedAccrued = "progress-weighted-accrued"
    }

    /// The class that a forecast was learned from.
    public struct Reference: Hashable, Sendable {
        public let name: ClassName
        /// How many finished jobs it holds; at least one.
        public let jobs: Int
    }

    public let method: Method
    /// As likely to be passed as not.
    public let median: Money
    /// What else is how likely; `nil` for a method that knows one figure only.
    public let distribution: CostDistribution?
    /// `nil` when no finished jobs were at hand.
    public let reference: Reference?

    init(method: Method, median: Money, distribution: CostDistribution? = nil, reference: Reference? = nil) {
        self.method = method
        self.median = median
        self.distribution = distribution
        self.reference = reference
    }

    /// Why there is no interval, or none that finished jobs bear out: an interval is only as good as the class of finished
    /// jobs that it is taken from.
    public var noIntervalReason: Undefined { .noReferenceClass }

    /// What was approved less the cost that is not passed with this confidence: below zero when more must be asked for.
    ///
    /// - Parameter confidence: above 0 and below 1, such as 0.8.
    /// - Throws: `noReferenceClass` when the method knows one figure only.
    public func costHeadroom(approved: Money, atConfidence confidence: Double) throws(Undefined) -> Money {
        guard let distribution else { throw noIntervalReason }
        let cost = try distribution.cost(atConfidence: confidence)
        return try counted { () throws(MonetaryFault) in try approved - cost }
    }
}
