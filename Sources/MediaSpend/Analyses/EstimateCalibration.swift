public import Monetary
import Statistics
public import WorkTime

/// How a vendor's estimates of a client's spend stand to what the client really paid, medium by medium.
///
/// The factor of a medium is Σ paid ÷ Σ estimated over the months known to both. Its interval is that of a ratio of sums:
/// with eᵢ = paidᵢ − factor · estimatedᵢ over n months, the variance of the factor is n · Σ eᵢ² ÷ (n − 1) ÷ (Σ estimated)²,
/// and errors spread as Student's t has it with n − 1 degrees of freedom. What rivals really pay may be another matter:
/// factors are shown, and never applied unasked.
///
/// - Source: Cochran, “Sampling Techniques”, 1977, chapter 6, for the ratio and its variance.
public struct EstimateCalibration: Hashable, Sendable {
    public let brand: String
    /// By name.
    public let media: [Line]
    /// All media together.
    public let total: Line

    /// Of the intervals, in this order.
    public static let confidences = [0.8, 0.95]
    /// Fewer months tell no interval.
    public static let leastMonths = 3

    /// One medium, or all.
    public struct Line: Hashable, Sendable {
        public let medium: String
        /// The months known to both, in order.
        public let months: [CivilMonth]
        public let estimated: Money
        public let paid: Money
        /// Absent where the vendor saw nothing.
        public let factor: Derived<Double>
        /// One for each confidence; absent below three months.
        public let ranges: Derived<[ClosedRange<Double>]>
    }

    /// What was paid for a medium in a month.
    public struct Payment: Hashable, Sendable {
        public let month: CivilMonth
        public let medium: String
        public let amount: Money

        public init(month: CivilMonth, medium: String, amount: Money) {
            self.month = month
            self.medium = medium
            self.amount = amount
        }
    }

    /// - Parameters:
    ///   - estimates: the brand's spend by medium and month.
    ///   - payments: those of months that were not delivered are left out.
    /// - Precondition: amounts are of the market's currency, and their sizes add up to less than 2⁶³ minor units.
    public init(of brand: String, _ estimates: Cube, _ payments: [Payment]) {
        let known = payments.filter { estimates.market.covers($0.month) }
        let months = known.map(\.month)
        let window = (months.min() ?? CivilMonth(number: 0))...(months.max() ?? CivilMonth(number: 0))
        let spend = MonthlySpend(estimates, by: [.medium], in: window)
        func estimate(_ payment: Payment) -> Int64 {
            spend.keys.firstIndex(of: [payment.medium]).flatMap { spend.spend($0, in: payment.month) } ?? 0
        }
        // Invoices of one month and medium are one payment: the estimate counts once.
        let paid = Dictionary(grouping: known) { [$0.month.description, $0.medium] }.values.map { same in
            let sum = same.reduce(Int64(0)) { $0 + $1.amount.minorUnits }
            return Payment(month: same[0].month, medium: same[0].medium, amount: estimates.market.money(sum))
        }
        let pairs = paid.sorted { ($0.month, $0.medium) < ($1.month, $1.medium) }
            .map { Pair(payment: $0, estimated: estimate($0)) }
        let ofMedium = Dictionary(grouping: pairs, by: \.payment.medium)
        self.brand = brand
        media = ofMedium.keys.sorted().map { Line($0, ofMedium[$0] ?? [], in: estimates.market) }
        total = Line("", pairs, in: estimates.market)
    }

    fileprivate struct Pair {
        let payment: Payment
        let estimated: Int64
    }
}

extension EstimateCalibration.Line {
    fileprivate init(_ medium: String, _ pairs: [EstimateCalibration.Pair], in market: MarketData) {
        let byMonth = Dictionary(grouping: pairs, by: \.payment.month).sorted { $0.key < $1.key }
        let sums = byMonth.map { _, pairs in
            (
                paid: pairs.reduce(0) { $0 + Double($1.payment.amount.minorUnits) },
                estimated: pairs.reduce(0) { $0 + Double($1.estimated) }
            )
        }
        let paid = pairs.reduce(Int64(0)) { $0 + $1.payment.amount.minorUnits }
        let estimated = pairs.reduce(Int64(0)) { $0 + $1.estimated }
        self.medium = medium
        months = byMonth.map(\.key)
        self.paid = market.money(paid)
        self.estimated = market.money(estimated)
        guard estimated > 0 else {
            factor = .absent(.emptyWhole)
            ranges = .absent(.emptyWhole)
            return
        }
        let ratio = Double(paid) / Double(estimated)
        factor = .value(ratio)
        guard sums.count >= EstimateCalibration.leastMonths else {
            ranges = .absent(.historyTooShort)
            return
        }
        let count = Double(sums.count)
        let squares = sums.reduce(0) { $0 + ($1.paid - ratio * $1.estimated) * ($1.paid - ratio * $1.estimated) }
        let error = (count * squares / (count - 1)).squareRoot() / Double(estimated)
        ranges = .value(
            EstimateCalibration.confidences.map { confidence in
                let reach = StudentEven(degrees: sums.count - 1).reach(confidence) * error
                return (ratio - reach)...(ratio + reach)
            })
    }
}
