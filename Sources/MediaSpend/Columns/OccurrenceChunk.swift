/// At most 65,536 occurrences, column by column: what is read, stored and aggregated in one piece.
public struct OccurrenceChunk: Sendable, Equatable {
    /// The most rows that one chunk holds.
    public static let capacity = 65_536

    /// One column a dimension, in the order of ``SpendDimension/allCases``; empty where it is not at hand.
    private var codes: [[UInt32]]
    public private(set) var insertions: [Int64]
    /// Minor units.
    public private(set) var spend: [Int64]

    public var count: Int { spend.count }
    public var isFull: Bool { count == Self.capacity }

    /// No rows yet, and room for all columns.
    public init() {
        codes = Array(repeating: [], count: SpendDimension.allCases.count)
        insertions = []
        spend = []
    }

    /// Columns that were stored; those that nobody asked for may be left out.
    ///
    /// - Precondition: all columns have the same length, at most ``capacity``.
    public init(codes: [SpendDimension: [UInt32]], insertions: [Int64], spend: [Int64]) {
        self.init()
        for (dimension, column) in codes {
            precondition(column.count == spend.count, "\(dimension): \(column.count) codes for \(spend.count) rows")
            self.codes[dimension.position] = column
        }
        precondition(
            insertions.count == spend.count && spend.count <= Self.capacity,
            "\(insertions.count) insertions for \(spend.count) rows")
        self.insertions = insertions
        self.spend = spend
    }

    /// Columns in the order of ``SpendDimension/allCases``; those that nobody asked for are empty.
    ///
    /// - Precondition: all others have the same length, at most ``capacity``.
    package init(columns: [[UInt32]], insertions: [Int64], spend: [Int64]) {
        precondition(
            columns.count == SpendDimension.allCases.count && insertions.count == spend.count
                && columns.allSatisfy { $0.isEmpty || $0.count == spend.count } && spend.count <= Self.capacity,
            "\(columns.map(\.count)) codes and \(insertions.count) insertions for \(spend.count) rows")
        codes = columns
        self.insertions = insertions
        self.spend = spend
    }

    /// The codes of a dimension, one a row; empty when the column is not at hand.
    public subscript(dimension: SpendDimension) -> [UInt32] { codes[dimension.position] }

    /// Adds a row.
    ///
    /// - Precondition: not full.
    public mutating func append(_ occurrence: Occurrence) {
        precondition(!isFull, "a chunk holds \(Self.capacity) rows")
        for dimension in SpendDimension.allCases {
            codes[dimension.position].append(occurrence[dimension])
        }
        insertions.append(occurrence.insertions)
        spend.append(occurrence.spend)
    }
}
