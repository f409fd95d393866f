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
    /// The column that says what a row cost.
    public let spend: String
    public let rows: RowRule
    /// The columns that together tell two rows apart; empty: rows may repeat.
    public let key: [String]
    /// Columns that are known and of no use.
    public let ignored: [String]

    /// Every column that the layout speaks of, in no order.
    public var columnNames: Set<String> {
        var names: Set<String> = [spend, month.column]
        names.formUnion(dimensions.values.flatMap(\.columnNames))
        names.formUnion(key + ignored + rows.only.map(\.column))
        names.formUnion([insertions, rows.control?.column, currency.column].compactMap(\.self))
        return names
    }
}

/// How the characters of a file are coded.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16 = "utf-16"
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

        public init(_ name: String, key: String? = nil, dropsLeadingZeros: Bool = false, isOptional: Bool = false) {
            self.name = name
            self.key = key
            self.dropsLeadingZeros = dropsLeadingZeros
            self.isOptional = isOptional
        }
    }

    var columnNames: [String] {
        switch self {
        case .constant: []
        case .column(let column): [column.name, column.key].compactMap(\.self)
        }
    }
}

/// Which lines of a file are rows, and which of them are only there to be compared.
public struct RowRule: Hashable, Sendable {
    /// Amounts of another kind of row, such as the voucher that the details under it repeat: added up and compared,
    /// never counted as spend.
    public var control: Control?
    /// Whether lines without any amount are page furniture: counted, and passed over.
    public var othersAreSkipped: Bool
    /// A row counts only if each of these columns says this.
    public var only: [Condition]

    public init(control: Control? = nil, othersAreSkipped: Bool = false, only: [Condition] = []) {
        self.control = control
        self.othersAreSkipped = othersAreSkipped
        self.only = only
    }

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

    public struct Condition: Hashable, Sendable {
        public var column: String
        public var text: String

        public init(column: String, text: String) {
            self.column = column
            self.text = text
        }
    }
}
