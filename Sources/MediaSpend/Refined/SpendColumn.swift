/// What spend can be grouped by: a column of the data, or a level that a taxonomy adds.
public enum SpendColumn: Hashable, Sendable {
    case dimension(SpendDimension)
    /// Never one that the data have a column for.
    case level(TaxonomyLevel)

    /// Every column there is, in the order in which they are listed.
    public static let allCases: [SpendColumn] =
        SpendDimension.allCases.map(SpendColumn.dimension)
        + TaxonomyLevel.allCases.filter { $0.dimension == nil }.map(SpendColumn.level)

    /// The column of the data; `nil` for a level that only a taxonomy knows.
    public var dimension: SpendDimension? { if case .dimension(let dimension) = self { dimension } else { nil } }

    /// The level of a taxonomy that it shows; `nil` for what no taxonomy speaks of.
    var taxonomyLevel: TaxonomyLevel? {
        switch self {
        case .dimension(let dimension): TaxonomyLevel.allCases.first { $0.dimension == dimension }
        case .level(let level): level
        }
    }
}

extension SpendColumn: RawRepresentable, CaseIterable {
    public var rawValue: String {
        switch self {
        case .dimension(let dimension): dimension.rawValue
        case .level(let level): level.rawValue
        }
    }

    public init?(rawValue: String) {
        guard let column = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = column
    }
}
