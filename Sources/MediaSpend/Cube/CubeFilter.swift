public import WorkTime

/// Which rows a cube counts.
public struct CubeFilter: Hashable, Sendable {
    /// `nil`: every month.
    public var months: Set<CivilMonth>?
    /// Names that count in a dimension; a dimension that is not listed does not narrow.
    public var names: [SpendDimension: Set<String>]

    public init(months: Set<CivilMonth>? = nil, names: [SpendDimension: Set<String>] = [:]) {
        self.months = months
        self.names = names
    }

    /// Every row.
    public static let all = CubeFilter()

    /// The dimensions that it looks at.
    public var dimensions: Set<SpendDimension> { Set(names.keys).union(months == nil ? [] : [.month]) }

    /// The same question asked of codes.
    package func coded(with vocabulary: Vocabulary) -> CodeFilter {
        var admitted: [SpendDimension: Set<UInt32>] = [:]
        if let months { admitted[.month] = Set(months.map { CalendarCode.of($0) }) }
        for (dimension, names) in names {
            let table = vocabulary[dimension]
            admitted[dimension] = Set((0..<UInt32(table.count)).filter { names.contains(table.name(of: $0)) })
        }
        return CodeFilter(admitted: admitted)
    }
}

/// A filter over codes: a row passes when each of its codes is admitted.
package struct CodeFilter: Sendable {
    package let admitted: [SpendDimension: Set<UInt32>]

    /// Whether a column whose codes lie in `range` may hold a row that passes.
    package func mayPass(_ dimension: SpendDimension, in range: ClosedRange<UInt32>) -> Bool {
        guard let codes = admitted[dimension] else { return true }
        return codes.contains { range.contains($0) }
    }

    /// The rows of a chunk that pass; `nil` when all do.
    func passingRows(of chunk: OccurrenceChunk) -> [Int]? {
        guard !admitted.isEmpty else { return nil }
        var passing = Array(0..<chunk.count)
        for (dimension, codes) in admitted {
            let column = chunk[dimension]
            let ceiling = codes.max().map { Int($0) + 1 } ?? 0
            var isAdmitted = [Bool](repeating: false, count: ceiling)
            for code in codes { isAdmitted[Int(code)] = true }
            passing.removeAll { Int(column[$0]) >= ceiling || !isAdmitted[Int(column[$0])] }
        }
        return passing.count == chunk.count ? nil : passing
    }
}
