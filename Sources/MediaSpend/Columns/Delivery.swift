public import Monetary
public import WorkTime

/// What one file brought: who from, which months, how much, and a fingerprint by which the same file is recognised.
public struct Delivery: Hashable, Sendable {
    /// The name of the layout that it came through.
    public var source: String
    /// The file's name as the user gave it, without its folder.
    public var file: String
    /// Of the contents after unpacking, and of the layout that they were read by.
    public var digest: ContentDigest
    public var currency: Currency
    public var basis: SpendBasis
    public var countsInsertions: Bool
    /// In order; only months that have a row.
    public var months: [MonthTotal]
    public var control: ControlTotal?
    /// Lines that are no rows: page heads, repeated headers, totals, fragments.
    public var skippedLines: Int
    /// Rows left out because the layout counts only others.
    public var filteredRows: Int

    public init(
        source: String, file: String, digest: ContentDigest, currency: Currency, basis: SpendBasis,
        countsInsertions: Bool, months: [MonthTotal], control: ControlTotal? = nil, skippedLines: Int = 0,
        filteredRows: Int = 0
    ) {
        self.source = source
        self.file = file
        self.digest = digest
        self.currency = currency
        self.basis = basis
        self.countsInsertions = countsInsertions
        self.months = months
        self.control = control
        self.skippedLines = skippedLines
        self.filteredRows = filteredRows
    }

    public var rows: Int { months.reduce(0) { $0 + $1.rows } }
    /// Every amount that was read lies below 2⁶³ together with all others, which reading sees to.
    public var spend: Money { Money(minorUnits: months.reduce(0) { $0 + $1.spend.minorUnits }, currency) }
    public var insertions: Int64 { months.reduce(0) { $0 + $1.insertions } }

    /// What one month of a delivery adds up to.
    public struct MonthTotal: Hashable, Sendable {
        public var month: CivilMonth
        public var rows: Int
        public var insertions: Int64
        public var spend: Money

        public init(month: CivilMonth, rows: Int, insertions: Int64, spend: Money) {
            self.month = month
            self.rows = rows
            self.insertions = insertions
            self.spend = spend
        }
    }

    /// The total of another kind of row in the same file, which should be the same as the spend.
    public struct ControlTotal: Hashable, Sendable {
        /// The name of its column.
        public var column: String
        public var total: Money
        /// How many rows it adds up.
        public var rows: Int

        public init(column: String, total: Money, rows: Int) {
            self.column = column
            self.total = total
            self.rows = rows
        }
    }
}
