/// Amounts over rows and columns as shades: dark for much, blank for nothing, hatched for what is not known.
public struct HeatMap: Hashable, Sendable, Codable {
    public var title: String
    public var summary: String
    public var unit: ChartUnit
    /// From left to right.
    public var columns: [Place]
    /// From top to bottom.
    public var rows: [Row]
    /// What a blank says, such as “off air”.
    public var nothingLabel: String
    /// What a hatched place says, such as “not delivered”.
    public var unknownLabel: String

    /// - Precondition: every row has one value for each column.
    public init(
        _ title: String, summary: String, unit: ChartUnit, columns: [Place], rows: [Row], nothingLabel: String,
        unknownLabel: String
    ) {
        for row in rows {
            precondition(
                row.places.count == columns.count, "“\(row.label)”: \(row.places.count) values for \(columns.count)")
        }
        self.title = title
        self.summary = summary
        self.unit = unit
        self.columns = columns
        self.rows = rows
        self.nothingLabel = nothingLabel
        self.unknownLabel = unknownLabel
    }

    /// A column.
    public struct Place: Hashable, Sendable, Codable {
        /// In full, such as “week of 6 Jan 2025”.
        public var label: String
        /// What is written above it where something begins, such as “Jan”.
        public var mark: String?
        /// What is written above the marks where something larger begins, such as “2025”.
        public var group: String?

        public init(_ label: String, mark: String? = nil, group: String? = nil) {
            self.label = label
            self.mark = mark
            self.group = group
        }
    }

    public struct Row: Hashable, Sendable, Codable {
        public var label: String
        /// One for each column.
        public var places: [Value]
        /// The row that the paper is about.
        public var isStrong: Bool
        /// Whether it is a part of a row above.
        public var isPart: Bool

        public init(_ label: String, _ places: [Value], isStrong: Bool = false, isPart: Bool = false) {
            self.label = label
            self.places = places
            self.isStrong = isStrong
            self.isPart = isPart
        }
    }

    public enum Value: Hashable, Sendable, Codable {
        /// Above zero.
        case value(Double)
        case nothing
        case unknown
    }
}
