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
    /// A dimension that is not listed does not narrow.
    package private(set) var admitted: [SpendDimension: Set<UInt32>]

    /// Every row.
    package static let all = CodeFilter(admitted: [:])

    /// Passes what this filter passes, if its code of a dimension is among some.
    package func narrowed(to codes: Set<UInt32>, in dimension: SpendDimension) -> CodeFilter {
        var narrowed = self
        narrowed.admitted[dimension] = admitted[dimension]?.intersection(codes) ?? codes
        return narrowed
    }

    /// Whether a column whose codes lie in `range` may hold a row that passes.
    package func mayPass(_ dimension: SpendDimension, in range: ClosedRange<UInt32>) -> Bool {
        guard let codes = admitted[dimension] else { return true }
        return codes.contains { range.contains($0) }
    }

    /// The same without a dimension of which every code in a range passes.
    package func needed(_ dimension: SpendDimension, within range: ClosedRange<UInt32>) -> CodeFilter {
        guard let codes = admitted[dimension], range.count <= codes.count, range.allSatisfy(codes.contains) else {
            return self
        }
        var needed = self
        needed.admitted[dimension] = nil
        return needed
    }

    /// The rows that pass, in order; `nil` when all do.
    ///
    /// - Parameter column: the codes of a dimension, one a row; asked for where the filter looks at it.
    package func passingRows<Fault: Error>(
        of count: Int, column: (SpendDimension) throws(Fault) -> [UInt32]
    ) throws(Fault) -> [UInt32]? {
        var passing: [UInt32]?
        for (dimension, codes) in admitted.sorted(by: { $0.key < $1.key }) {
            let rows = passing
            passing = Self.rows(rows, of: try column(dimension), among: codes)
        }
        return passing?.count == count ? nil : passing
    }

    func passingRows(of chunk: OccurrenceChunk) -> [UInt32]? { passingRows(of: chunk.count) { chunk[$0] } }

    /// Those of some rows, or of all, whose code is admitted.
    private static func rows(_ rows: [UInt32]?, of column: [UInt32], among codes: Set<UInt32>) -> [UInt32] {
        var isAdmitted = [Bool](repeating: false, count: codes.max().map { Int($0) + 1 } ?? 0)
        for code in codes { isAdmitted[Int(code)] = true }
        let count = rows?.count ?? column.count
        return [UInt32](unsafeUninitializedCapacity: count) { passing, filled in
            var place = 0
            for candidate in 0..<count {
                let row = rows?[candidate] ?? UInt32(candidate)
                let code = Int(column[Int(row)])
                passing[place] = row
                // Written over by the next where it does not pass.
                place &+= code < isAdmitted.count && isAdmitted[code] ? 1 : 0
            }
            filled = place
        }
    }
}
