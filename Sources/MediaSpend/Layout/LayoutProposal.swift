/// A layout for a file that none is known for, and what it was concluded from. Nothing is imported by it before somebody
/// has looked at it.
public struct LayoutProposal: Hashable, Sendable {
    /// The layout as a file, with a remark beside everything that the data do not say.
    public let text: String
    public let encoding: TextEncoding
    public let delimiter: FieldDelimiter
    /// The line or row that names the columns, counted from 1.
    public let headerLine: Int
    /// How many lines were looked at, the header not among them.
    public let lines: Int
    /// In the order of the file.
    public let columns: [Column]
    /// What the file does not say, or says in two ways.
    public let assumptions: [Assumption]

    public init(
        text: String, encoding: TextEncoding, delimiter: FieldDelimiter, headerLine: Int, lines: Int, columns: [Column],
        assumptions: [Assumption]
    ) {
        self.text = text
        self.encoding = encoding
        self.delimiter = delimiter
        self.headerLine = headerLine
        self.lines = lines
        self.columns = columns
        self.assumptions = assumptions
    }

    /// One column of the file.
    public struct Column: Hashable, Sendable {
        /// As the file writes it.
        public let name: String
        public let kind: ColumnKind
        public let role: ColumnRole
        /// The first few values that differ.
        public let examples: [String]

        public init(name: String, kind: ColumnKind, role: ColumnRole, examples: [String]) {
            self.name = name
            self.kind = kind
            self.role = role
            self.examples = examples
        }
    }

    /// Something that was assumed, because the file does not say it.
    public enum Assumption: String, Hashable, Sendable, CaseIterable {
        case currency
        case basis
        case category
        case brand
        case medium
        /// Day and month could change places.
        case dayBeforeMonth = "day before month"
        /// A mark could stand before decimals or between thousands.
        case decimalMark = "decimal mark"
        /// No column tells the month.
        case month
        /// Which column holds the spend.
        case spend
    }
}

/// What the values of a column are.
public enum ColumnKind: Hashable, Sendable {
    case empty
    case day(DateFormat)
    case month
    case monthNumber
    case quarter
    case year
    /// With decimals, marks or signs.
    case amount
    case wholeNumber
    /// Names or codes, with the number of different ones.
    case name(distinct: Int)
}

/// What a column is read as.
public enum ColumnRole: Hashable, Sendable {
    case dimension(SpendDimension)
    /// The codes by which the names of a dimension are told apart.
    case key(SpendDimension)
    case spend
    case insertions
    case currency
    /// The spend of one medium of a wide file.
    case spendOfMedium(String)
    case ignored
}
