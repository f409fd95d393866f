import WorkTime

/// The names of every named dimension of one source: what its codes mean.
public struct Vocabulary: Sendable, Equatable {
    private var tables: [NameTable]

    public init() { tables = Array(repeating: NameTable(), count: SpendDimension.allCases.count) }

    /// The names of a dimension.
    public subscript(dimension: SpendDimension) -> NameTable {
        get { tables[dimension.position] }
        _modify { yield &tables[dimension.position] }
    }

    /// The code of a name in a dimension, given now if it has none yet.
    package mutating func code(for key: Span<UInt8>, in dimension: SpendDimension) -> UInt32 {
        tables[dimension.position].code(for: key)
    }

    /// What a code of a dimension says: a name, or a month or day in ISO 8601. Empty when nothing is stated.
    public func text(of code: UInt32, in dimension: SpendDimension) -> String {
        guard code != NameTable.notStated else { return "" }
        return switch dimension {
        case .month: CalendarCode.month(of: code).description
        case .day: CalendarCode.day(of: code).description
        default: self[dimension].name(of: code)
        }
    }
}
