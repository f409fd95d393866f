/// Which lines of a file are rows, and which of them are only there to be compared.
public struct RowRule: Hashable, Sendable {
    /// Amounts of another kind of row, such as the voucher that the details under it repeat: added up and compared,
    /// never counted as spend.
    public var control: Control?
    /// Whether lines without any amount are page furniture: counted, and passed over.
    public var othersAreSkipped: Bool
    /// Whether a line that calls itself a total, 合计 say, is compared with the rows before it and passed over.
    public var totalsAreSkipped: Bool
    /// A row counts only if each of these columns says this.
    public var only: [Condition]
    /// A total that is stated beside its parts.
    public var parts: Parts?

    public init(
        control: Control? = nil, othersAreSkipped: Bool = false, totalsAreSkipped: Bool = false,
        only: [Condition] = [], parts: Parts? = nil
    ) {
        self.control = control
        self.othersAreSkipped = othersAreSkipped
        self.totalsAreSkipped = totalsAreSkipped
        self.only = only
        self.parts = parts
    }

    var columnNames: [String] {
        only.map(\.column) + [control?.column, parts?.group, parts?.total].compactMap(\.self)
    }

    /// Rows that belong together repeat what they should add up to, such as the budget of a campaign beside the amount of
    /// each outlet. Compared, never counted as spend.
    public struct Parts: Hashable, Sendable {
        /// The column that says which rows belong together.
        public var group: String
        /// The column with the total of the group.
        public var total: String
        /// By how much the parts may differ from it: an amount as the file would write it.
        public var tolerance: String

        public init(group: String, total: String, tolerance: String = "0") {
            self.group = group
            self.total = total
            self.tolerance = tolerance
        }
    }

    /// The column in which rows of the other kind state their amounts.
    public struct Control: Hashable, Sendable {
        public var column: String
        /// By how much its total may differ from the spend before that is worth a warning: an amount as the file
        /// would write it.
        public var tolerance: String

        public init(column: String, tolerance: String = "0") {
            self.column = column
            self.tolerance = tolerance
        }
    }

    /// What a column must say for a row to count.
    public struct Condition: Hashable, Sendable {
        public var column: String
        public var text: String

        public init(column: String, text: String) {
            self.column = column
            self.text = text
        }
    }
}
