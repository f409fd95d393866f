import MediaSpend

/// The cells of some roll-ups of one level that pass a filter, side by side.
struct RollUpSelection {
    private let level: RollUpLevel
    private let dimensions: [SpendDimension]
    /// What the filter admits in the columns of the level, by code.
    private let admitted: [(column: Int, codes: [Bool])]
    /// One column a dimension, one code a cell.
    private(set) var codes: [[UInt32]]
    private(set) var sums = CellSums()

    /// - Precondition: the level has the dimensions of the cube and of the filter, but for the month.
    init(_ level: RollUpLevel, by dimensions: [SpendDimension], where filter: CodeFilter) {
        self.level = level
        self.dimensions = dimensions
        codes = Array(repeating: [], count: dimensions.count)
        admitted = level.dimensions.indices.compactMap { column in
            guard let codes = filter.admitted[level.dimensions[column]] else { return nil }
            var isAdmitted = [Bool](repeating: false, count: Int(codes.max() ?? 0) + 1)
            for code in codes { isAdmitted[Int(code)] = true }
            return (column, isAdmitted)
        }
    }

    /// Adds the cells of a month that pass.
    ///
    /// - Returns: `false` when a code stands for nothing.
    mutating func add(_ rollUp: RollUp, of month: UInt32, _ names: Vocabulary) -> Bool {
        for (dimension, column) in zip(level.dimensions, rollUp.codes) where dimensions.contains(dimension) {
            guard Int64(column.max() ?? 0) < names.ceiling(of: dimension) else { return false }
        }
        let passing = passing(rollUp)
        for (position, dimension) in dimensions.enumerated() {
            if let column = level.dimensions.firstIndex(of: dimension) {
                codes[position].append(contentsOf: rollUp.codes[column].keeping(passing))
            } else {
                codes[position].append(contentsOf: repeatElement(month, count: passing?.count ?? rollUp.count))
            }
        }
        sums.rows.append(contentsOf: rollUp.sums.rows.keeping(passing))
        sums.insertions.append(contentsOf: rollUp.sums.insertions.keeping(passing))
        sums.spend.append(contentsOf: rollUp.sums.spend.keeping(passing))
        return true
    }

    /// The cells that pass; `nil` when all do.
    private func passing(_ rollUp: RollUp) -> [Int]? {
        guard !admitted.isEmpty else { return nil }
        return (0..<rollUp.count).filter { cell in
            admitted.allSatisfy { column, codes in
                let code = Int(rollUp.codes[column][cell])
                return code < codes.count && codes[code]
            }
        }
    }
}

extension Array {
    /// The elements at some places; all when `places` is `nil`.
    fileprivate func keeping(_ places: [Int]?) -> [Element] { places.map { $0.map { self[$0] } } ?? self }
}
