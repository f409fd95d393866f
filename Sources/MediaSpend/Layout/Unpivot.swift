/// Columns side by side that are rows of one dimension: in a wide file, the spend of each medium has a column of its own.
///
/// Each column that states an amount makes an occurrence of its line; what else the line says they have in common. A
/// column that is empty makes none.
public struct Unpivot: Hashable, Sendable {
    /// Which dimension the columns are the names of. A named one.
    public var dimension: SpendDimension
    /// In the order of the layout; one or more.
    public var columns: [Column]
    /// Whether an amount of 0 makes no occurrence: wide files have a 0 for every week that a medium was not used.
    public var zerosAreSkipped: Bool

    public init(dimension: SpendDimension, columns: [Column], zerosAreSkipped: Bool = true) {
        self.dimension = dimension
        self.columns = columns
        self.zerosAreSkipped = zerosAreSkipped
    }

    /// A column of amounts, and what they were spent on.
    public struct Column: Hashable, Sendable {
        /// The name that its occurrences have in the dimension.
        public var name: String
        public var spend: String
        /// The column that counts its insertions; all columns have one, or none.
        public var insertions: String?

        public init(name: String, spend: String, insertions: String? = nil) {
            self.name = name
            self.spend = spend
            self.insertions = insertions
        }
    }

    var columnNames: [String] { columns.flatMap { [$0.spend, $0.insertions].compactMap(\.self) } }

    var countsInsertions: Bool { columns.allSatisfy { $0.insertions != nil } }
}
