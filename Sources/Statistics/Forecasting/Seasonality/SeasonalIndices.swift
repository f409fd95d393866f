/// How each period of the season stands to the level of the series.
public struct SeasonalIndices: Hashable, Sendable {
    /// How a season and a level make a value.
    public enum Kind: Hashable, Sendable {
        /// Value = level + index; the indices add up to 0.
        case additive
        /// Value = level · index; the indices average 1, each above zero.
        case multiplicative
    }

    public let kind: Kind
    /// One for each period of the season, that of the first observation first.
    public let values: [Double]

    /// - Precondition: multiplicative indices are above zero.
    public init(_ kind: Kind, _ values: [Double]) {
        precondition(!values.isEmpty && values.allSatisfy(\.isFinite), "indices \(values)")
        precondition(kind == .additive || values.allSatisfy { $0 > 0 }, "multiplicative indices \(values)")
        self.kind = kind
        self.values = values
    }

    /// A series without a season.
    static let none = SeasonalIndices(.additive, [0])

    /// The level behind a value of the period at `position`, counted from the first observation.
    func adjusted(_ value: Double, at position: Int) -> Double {
        let index = values[position % values.count]
        return kind == .additive ? value - index : value / index
    }

    /// The value that a level makes in the period at `position`.
    func restored(_ level: Double, at position: Int) -> Double {
        let index = values[position % values.count]
        return kind == .additive ? level + index : level * index
    }

    func adjusted(_ history: [Double]) -> [Double] {
        history.enumerated().map { adjusted($0.element, at: $0.offset) }
    }
}
