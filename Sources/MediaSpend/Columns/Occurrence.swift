/// One monitored row, coded: what ran where, how often, and what it cost.
///
/// A code of a named dimension belongs to a ``NameTable``; ``CalendarCode`` makes those of months and days.
public struct Occurrence: Sendable {
    private var codes = InlineArray<11, UInt32>(repeating: NameTable.notStated)
    /// How many times the ad ran or stood; 0 where the delivery does not count them.
    public var insertions: Int64
    /// Minor units of the delivery's currency; below zero for a credit note.
    public var spend: Int64

    public init(insertions: Int64 = 0, spend: Int64 = 0) {
        self.insertions = insertions
        self.spend = spend
    }

    /// The code that a dimension has in this row.
    public subscript(dimension: SpendDimension) -> UInt32 {
        get { codes[dimension.position] }
        set { codes[dimension.position] = newValue }
    }
}
