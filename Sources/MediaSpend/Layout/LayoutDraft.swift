public import Diagnostics

/// A layout as a file states it, before anything in it has been checked; ``Layout/init(checking:findings:)`` does that.
public struct LayoutDraft: Sendable {
    public var name: Located<String>?
    public var about: String?
    public var encoding: Located<String>?
    public var delimiter: Located<String>?
    public var decimalMark: Located<String>?
    public var groupingMark: Located<String>?
    public var unit: Located<String>?
    public var surplusDecimals: Located<String>?
    public var currency: Located<String>?
    public var basis: Located<String>?
    public var dates: [Located<String>]
    public var month: MonthDraft?
    /// What each dimension and measure is read from, by the name that the file uses for it.
    public var columns: [(name: Located<String>, source: ColumnDraft)]
    public var rows: RowsDraft?
    /// Columns that together tell two rows apart.
    public var key: [Located<String>]
    /// Columns that are known and of no use, so that nobody needs to hear of them.
    public var ignored: [String]
    /// Texts that stand for nothing, such as `na`.
    public var emptyTexts: [String]
    /// The sheets of a workbook that are read.
    public var sheets: [String]
    public var unpivot: UnpivotDraft?
    /// Where the layout begins, for findings about what is missing.
    public var place: SourcePlace?

    public init(place: SourcePlace? = nil) {
        dates = []
        columns = []
        key = []
        ignored = []
        emptyTexts = []
        sheets = []
        self.place = place
    }

    /// Which column decides the month of a row, and how.
    public struct MonthDraft: Sendable {
        public var column: Located<String>?
        public var rule: Located<String>?
        public var place: SourcePlace?

        public init(column: Located<String>? = nil, rule: Located<String>? = nil, place: SourcePlace? = nil) {
            self.column = column
            self.rule = rule
            self.place = place
        }
    }

    /// Where the values of one dimension or measure come from.
    public struct ColumnDraft: Sendable {
        public var column: Located<String>?
        public var key: Located<String>?
        public var constant: Located<String>?
        public var isOptional: Bool
        public var dropsLeadingZeros: Bool
        /// Columns that are read where this one is empty.
        public var substitutes: [String] = []
        public var place: SourcePlace?

        public init(
            column: Located<String>? = nil, key: Located<String>? = nil, constant: Located<String>? = nil,
            isOptional: Bool = false, dropsLeadingZeros: Bool = false, place: SourcePlace? = nil
        ) {
            self.column = column
            self.key = key
            self.constant = constant
            self.isOptional = isOptional
            self.dropsLeadingZeros = dropsLeadingZeros
            self.place = place
        }
    }

    /// Which lines of the file are rows.
    public struct RowsDraft: Sendable {
        public var control: Located<String>?
        public var tolerance: Located<String>?
        public var othersAreSkipped: Bool
        public var totalsAreSkipped = false
        public var parts: PartsDraft?
        /// Columns and the text that a row must have in them to count.
        public var only: [(column: Located<String>, text: Located<String>)]

        public init(control: Located<String>? = nil, tolerance: Located<String>? = nil, othersAreSkipped: Bool = false)
        {
            self.control = control
            self.tolerance = tolerance
            self.othersAreSkipped = othersAreSkipped
            only = []
        }
    }

    /// A total that is stated beside its parts.
    public struct PartsDraft: Sendable {
        public var group: Located<String>?
        public var total: Located<String>?
        public var tolerance: Located<String>?
        public var place: SourcePlace?

        public init(
            group: Located<String>? = nil, total: Located<String>? = nil, tolerance: Located<String>? = nil,
            place: SourcePlace? = nil
        ) {
            self.group = group
            self.total = total
            self.tolerance = tolerance
            self.place = place
        }
    }

    /// Columns side by side that are rows of one dimension.
    public struct UnpivotDraft: Sendable {
        public var dimension: Located<String>?
        public var zerosAreSkipped = true
        /// By the column of the amounts: what they were spent on, and the column of their insertions.
        public var columns: [(spend: Located<String>, name: Located<String>?, insertions: Located<String>?)] = []
        public var place: SourcePlace?

        public init(place: SourcePlace? = nil) { self.place = place }
    }
}
