public import Monetary

/// How one vendor's files are read: which column is what, in which units, and which lines are rows. Checked.
///
/// A layout is data: a new vendor takes a file, not code. ``name`` is also the name of the source in the workspace, so
/// deliveries that come through one layout belong together.
public struct Layout: Hashable, Sendable {
    public let name: String
    /// What files it is for, in a sentence.
    public let about: String?
    public let encoding: TextEncoding
    public let delimiter: FieldDelimiter
    public let amounts: AmountStyle
    /// The forms of date that may occur, tried in this order.
    public let dates: [DateFormat]
    public let currency: CurrencySource
    public let basis: SpendBasis
    public let month: MonthRule
    /// What each dimension is read from; those that are not listed are not stated. Never holds ``SpendDimension/month``.
    public let dimensions: [SpendDimension: ColumnSource]
    /// The column that counts insertions; `nil` when the vendor does not.
    public let insertions: String?
    /// The column that says what a row cost; of a wide layout, the first of those that do.
    public let spend: String
    /// Columns side by side that are rows of one dimension; `nil` where each line is one row.
    public let unpivot: Unpivot?
    public let rows: RowRule
    /// The columns that together tell two rows apart; empty: rows may repeat.
    public let key: [String]
    /// Columns that are known and of no use.
    public let ignored: [String]
    /// What stands in a field of amounts or counts that is meant to be empty, such as `na`.
    public let emptyTexts: [String]
    /// The sheets of a workbook that are read; none: all that have the columns.
    public let sheets: [String]

    /// Every column that the layout speaks of, in no order.
    public var columnNames: Set<String> {
        var names: Set<String> = [spend]
        names.formUnion(dimensions.values.flatMap(\.columnNames))
        names.formUnion(key + ignored + rows.columnNames + (unpivot?.columnNames ?? []))
        names.formUnion([month.column, insertions, currency.column].compactMap(\.self))
        return names
    }

    /// Whether every row says how many insertions it stands for.
    public var countsInsertions: Bool { insertions != nil || unpivot?.countsInsertions == true }

    /// Whether a line can mean anything but one row, or nothing by itself: then each is read with the lines before it in
    /// mind, one after the other.
    public var isReadInOrder: Bool {
        unpivot != nil || rows.parts != nil || rows.totalsAreSkipped || month.kind.isLongerThanAMonth
            || month.column == nil || dimensions.values.contains(where: \.hasSubstitutes)
    }
}

/// How the characters of a file are coded.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// In the order of bytes that its mark states; without one, the low byte first.
    case utf16 = "utf-16"
    case utf16LowByteFirst = "utf-16le"
    case utf16HighByteFirst = "utf-16be"
    case windows1252 = "windows-1252"
    /// Also reads GBK and GB2312.
    case gb18030 = "gb18030"
}

/// What stands between the fields of a line.
public enum FieldDelimiter: String, Hashable, Sendable, CaseIterable {
    case comma
    case semicolon
    case tab

    public var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        }
    }
}

/// Where the currency of the amounts is stated.
public enum CurrencySource: Hashable, Sendable {
    case fixed(Currency)
    /// In a column, which must say the same in every row.
    case column(String)

    var column: String? { if case .column(let name) = self { name } else { nil } }
    var fixed: Currency? { if case .fixed(let currency) = self { currency } else { nil } }
}

/// Where the values of a dimension come from.
public enum ColumnSource: Hashable, Sendable {
    case constant(String)
    case column(NamedColumn)

    /// A column of names, perhaps with the vendor's own codes in another.
    public struct NamedColumn: Hashable, Sendable {
        public var name: String
        /// The column by which names are told apart, so that a renamed brand stays one brand; `nil`: by the name.
        public var key: String?
        /// Whether `00625` and `625` are the same key.
        public var dropsLeadingZeros: Bool
        /// Whether a file may lack the column, and a row its value.
        public var isOptional: Bool
        /// Columns that are read in its place where it is empty, the first that is not.
        public var substitutes: [String]

        public init(
            _ name: String, key: String? = nil, dropsLeadingZeros: Bool = false, isOptional: Bool = false,
            substitutes: [String] = []
        ) {
            self.name = name
            self.key = key
            self.dropsLeadingZeros = dropsLeadingZeros
            self.isOptional = isOptional
            self.substitutes = substitutes
        }
    }

    var columnNames: [String] {
        switch self {
        case .constant: []
        case .column(let column): [column.name, column.key].compactMap(\.self) + column.substitutes
        }
    }

    var hasSubstitutes: Bool { if case .column(let column) = self { !column.substitutes.isEmpty } else { false } }
}
