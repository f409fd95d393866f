public import WorkTime

/// What an agency owes of each tax for a period: on what it received, with what it paid on for media taken into account.
///
/// Both amounts have their tax in them, as receipts and invoices state it. A tax on the price is what is in the receipts less
/// what is in the payments, and below zero when more was paid than received: that is carried forward. A tax on receipts less
/// media is a share of the difference; a difference below zero is taxed at nothing and carried forward.
///
/// All payments count as media that may be deducted: which invoices do is for the caller, who knows them.
public struct TaxStatement: Hashable, Sendable, Codable {
    public let day: CivilDay
    /// With tax.
    public let receipts: Money
    /// With tax: paid to publishers and other agencies.
    public let payments: Money
    /// One for each rule, in their order.
    public let entries: [Entry]
    /// All that is due, without what is carried forward.
    public let due: Money

    /// One tax of the period.
    public struct Entry: Hashable, Sendable, Codable {
        public let tax: TaxID
        /// What the rate was applied to, before tax for a tax on the price; never below zero for one on receipts less media.
        public let base: Money
        /// Base × rate, or the tax that is in the receipts.
        public let charged: Money
        /// The tax that is in the payments and taken off; zero for a tax that knows no such thing.
        public let credited: Money
        /// What is not levied on the day.
        public let relief: Money
        /// Charged less credited less relief. Below zero it is carried forward.
        public let due: Money
        /// What of the payments found nothing to be taken from and counts for the next period; zero for a tax on the price.
        public let unusedDeduction: Money

        /// That what is due, credited and relieved is what was charged.
        public func proof() throws(MonetaryFault) -> Proof {
            try Proof(
                of: charged,
                as: [Proof.Part("due", due), Proof.Part("credited", credited), Proof.Part("relief", relief)])
        }
    }

    /// - Throws: `mixedCurrencies`, `overflow`.
    public init(
        receipts: Money, payments: Money, by rules: [TaxRule], on day: CivilDay
    ) throws(MonetaryFault) {
        self.day = day
        self.receipts = receipts
        self.payments = payments
        let entries = try rules.map { rule throws(MonetaryFault) in
            switch rule.base {
            case .price: try Entry(onPrice: rule, receipts, payments, day)
            case .receiptsLessMedia: try Entry(onDifference: rule, receipts, payments, day)
            }
        }
        due = try entries.lazy.map(\.due).filter { !$0.isNegative }.total(in: receipts.currency)
        self.entries = entries
    }

    public subscript(tax: TaxID) -> Entry? { entries.first { $0.tax == tax } }
}

extension TaxStatement.Entry {
    fileprivate init(
        onPrice rule: TaxRule, _ receipts: Money, _ payments: Money, _ day: CivilDay
    ) throws(MonetaryFault) {
        let (price, charged) = try rule.split(receipts)
        let credited = try rule.split(payments).tax
        // What is carried forward is not due, and nothing is relieved of it.
        let relief = try rule.relief(of: (charged - credited).notBelowZero, on: day)
        self.init(
            tax: rule.id, base: price, charged: charged, credited: credited, relief: relief,
            due: try charged - credited - relief, unusedDeduction: .zero(receipts.currency))
    }

    fileprivate init(
        onDifference rule: TaxRule, _ receipts: Money, _ payments: Money, _ day: CivilDay
    ) throws(MonetaryFault) {
        let difference = try receipts - payments
        let zero = Money.zero(receipts.currency)
        let base = difference.isNegative ? zero : difference
        let charged = try base.times(rule.rate, rounding: rule.rounding)
        let relief = try rule.relief(of: charged, on: day)
        self.init(
            tax: rule.id, base: base, charged: charged, credited: zero, relief: relief, due: try charged - relief,
            unusedDeduction: difference.isNegative ? try -difference : zero)
    }
}
