public import Monetary
public import WorkTime

/// A figure that a sentence states, and the rows that it is worked out from: whoever doubts it can ask for those.
public struct StatedFigure: Hashable, Sendable {
    public let measure: Measure
    /// The names that the rows have; none for all of the set.
    public let rows: [SpendDimension: String]
    /// The brands whose rows do not count: the client's, where the figure is about its rivals. In the order of names.
    public let without: [String]
    /// The months that it covers; one, where nothing else is said.
    public let months: ClosedRange<CivilMonth>
    /// What it is compared with.
    public let base: ClosedRange<CivilMonth>?
    public let value: Value

    /// What is counted, and how.
    public enum Measure: String, Hashable, Sendable, Codable, CaseIterable {
        case spend
        /// Spend of the client's rivals as a multiple of its own.
        case rivalMultiple = "rival-multiple"
        /// Spend beyond that of the base.
        case change
        /// Spend beyond that of another brand.
        case gap
        /// Change as a part of what the base spent.
        case growth
        /// Of brands in the set; of media and others in what the rows name besides.
        case share
        case shareChange = "share-change"
        /// What the spend of the brand did to the client's share.
        case shareEffect = "share-effect"
        case rank
        /// How many brands spent; with a base, how many of those did not spend in the base.
        case brands
        case concentration
        /// The share of the four largest brands.
        case fourLargest = "four-largest"
        /// 100 × a brand's share in a medium over that of the set.
        case index
        /// A part of why spend changed.
        case volume, mix, price, new, lost
        /// What a brand would have spent with its usual weight.
        case usual
        /// Spend beyond that.
        case excess
        /// Its weight as a multiple of the usual.
        case weight
        /// A forecast, and the ends of the range that should hold 8 of 10 cases.
        case expected, low80, high80
        /// What is expected beyond the base, as a part of that.
        case expectedGrowth = "expected-growth"
        /// Spend beyond what was expected, as a part of that.
        case deviation
    }

    public enum Value: Hashable, Sendable {
        case money(Money)
        /// A fraction, or a difference of fractions.
        case fraction(Double)
        case number(Double)
        case count(Int)
    }

    public init(
        _ measure: Measure, of rows: [SpendDimension: String] = [:], without: some Sequence<String> = [],
        in months: ClosedRange<CivilMonth>, against base: ClosedRange<CivilMonth>? = nil, _ value: Value
    ) {
        self.measure = measure
        self.rows = rows
        self.without = without.sorted()
        self.months = months
        self.base = base
        self.value = value
    }

    public init(
        _ measure: Measure, of rows: [SpendDimension: String] = [:], without: some Sequence<String> = [],
        in month: CivilMonth, against base: CivilMonth? = nil, _ value: Value
    ) {
        self.init(measure, of: rows, without: without, in: month...month, against: base.map { $0...$0 }, value)
    }
}
