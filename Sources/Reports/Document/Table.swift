public import Formats

/// Rows of typed cells under headings.
public struct Table: Hashable, Sendable, Codable {
    /// The stable name of the table within its paper, such as `deadlines`: lower case, words joined by hyphens. Files
    /// that hold one table are called by it.
    public var id: String
    public var title: String
    public var columns: [Column]
    public private(set) var rows: [[Cell]]
    /// A last row that sums up, set apart from the others.
    public private(set) var totals: [Cell]?
    /// How many rows a page shows before it says how many more there are; `nil` shows all. Spreadsheets and CSV always
    /// hold every row.
    public var rowLimit: Int?
    /// A remark under the table: the basis of its figures, how to read it.
    public var remark: String?

    /// - Precondition: every row, and the totals, has one cell for each column.
    public init(
        _ id: String, title: String, columns: [Column], rows: [[Cell]], totals: [Cell]? = nil, rowLimit: Int? = nil,
        remark: String? = nil
    ) {
        for row in rows + [totals].compactMap(\.self) {
            precondition(row.count == columns.count, "“\(title)”: \(row.count) cells for \(columns.count) columns")
        }
        self.id = id
        self.title = title
        self.columns = columns
        self.rows = rows
        self.totals = totals
        self.rowLimit = rowLimit
        self.remark = remark
    }
}

/// A column: its heading, what stands in it, and what it is worth when there is little room.
public struct Column: Hashable, Sendable, Codable {
    public var heading: String
    public var kind: Kind
    public var alignment: Alignment
    public var importance: Importance

    /// - Parameter alignment: `nil` sets texts and dates to the left and numbers to the right.
    public init(
        _ heading: String, _ kind: Kind = .text, alignment: Alignment? = nil, importance: Importance = .essential
    ) {
        self.heading = heading
        self.kind = kind
        self.alignment = alignment ?? kind.usualAlignment
        self.importance = importance
    }

    /// What the cells of a column are. A cell may still be empty, absent or a text.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case text
        case integer
        case number
        case money
        case percent
        case date
        case work

        var usualAlignment: Alignment {
            switch self {
            case .text, .date: .leading
            case .integer, .number, .money, .percent, .work: .trailing
            }
        }
    }

    public enum Alignment: String, Hashable, Sendable, Codable, CaseIterable {
        case leading
        case centre
        case trailing
    }

    /// Narrow pages leave out columns, the least important first and the rightmost of equals; the essential ones stay.
    public enum Importance: Int, Hashable, Sendable, Codable, CaseIterable, Comparable {
        case extra
        case useful
        case essential

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }
}

/// A cell: its typed value, how that is shown, and what is special about it.
public struct Cell: Hashable, Sendable, Codable {
    public var figure: Figure
    /// As it is shown in the paper's language.
    public var text: String
    public var emphasis: Emphasis
    /// What the value follows from; `nil` for a value that is simply there.
    public var formula: Formula?
    /// Where a reader gets to from it, such as a photo; `nil` for most. Forms that know no links show the text alone.
    public var link: LinkAddress?

    public init(_ figure: Figure, text: String, emphasis: Emphasis = .plain) {
        self.figure = figure
        self.text = text
        self.emphasis = emphasis
    }

    /// A cell of words.
    public init(_ text: String, emphasis: Emphasis = .plain) {
        self.init(.text(text), text: text, emphasis: emphasis)
    }

    /// A cell of words that leads somewhere.
    public init(_ text: String, linkingTo link: LinkAddress?) {
        self.init(text)
        self.link = link
    }

    /// Nothing to show, and no reason needed: the first cells of a totals row.
    public static let empty = Cell("")

    public enum Emphasis: String, Hashable, Sendable, Codable, CaseIterable {
        case plain
        case strong
        case muted
        /// On the critical path.
        case critical
        /// A promise or a limit that is missed.
        case missed
        /// A promise or a limit that is kept.
        case kept
        /// Not there before.
        case new
        /// Room to write by hand.
        case blank
    }
}
