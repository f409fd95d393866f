import MediaSpend

/// What the roll-ups of a month are grouped by: the questions that the monthly paper asks of every delivery.
enum RollUpLevel: String, CaseIterable, Sendable {
    /// From the fewest cells to the most.
    case media = "category, medium"
    case brands = "category, brand"
    case purchases = "category, medium, daypart, ad length"
    case brandMedia = "category, brand, medium"

    var dimensions: [SpendDimension] {
        switch self {
        case .media: [.category, .medium]
        case .brands: [.category, .brand]
        case .purchases: [.category] + Decomposition.cellDimensions
        case .brandMedia: [.category, .brand, .medium]
        }
    }

    /// What its keys are made of.
    var columns: [SpendDimension] { [.month] + dimensions }

    /// How many bits of a key each column has, 64 together: 17 for the months of ten thousand years. A source with more
    /// names than fit has no roll-up of this level.
    private var widths: [UInt64] {
        switch self {
        case .media: [17, 23, 24]
        case .brands: [17, 23, 24]
        case .purchases: [17, 14, 9, 12, 12]
        case .brandMedia: [17, 14, 20, 13]
        }
    }

    /// The smallest level that can tell of these dimensions; months are told apart by each.
    static func smallest(with dimensions: some Sequence<SpendDimension>) -> RollUpLevel? {
        let needed = Set(dimensions).subtracting([.month])
        return allCases.first { needed.isSubset(of: $0.dimensions) }
    }

    // MARK: Keys

    /// The key of a cell, by the codes of its ``columns``; `nil` when one is too large for it.
    func key(_ codes: [Int64]) -> UInt64? {
        var key: UInt64 = 0
        for (code, width) in zip(codes, widths) {
            guard UInt64(bitPattern: code) >> width == 0 else { return nil }
            key = key << width | UInt64(code)
        }
        return key
    }

    /// How far a column's code is shifted in a key, and the bits that it has there.
    func place(of column: Int) -> (shift: UInt64, mask: UInt64) {
        let widths = widths
        return (widths[(column + 1)...].reduce(0, +), 1 << widths[column] - 1)
    }
}
