/// Two cubes by the same dimensions under common codes, each sorted into rows by what tells rows apart.
struct ComparedCubes {
    let old: Side
    let new: Side
    /// For each dimension of the cubes, its members in both, by key.
    let members: [SpendDimension: Members]
    let identity: [SpendDimension]

    /// The members of a dimension: the common code of each is its position.
    struct Members {
        var keys: [String] = []
        /// What each is called; `nil` where a side lacks it.
        var oldNames: [String?] = []
        var newNames: [String?] = []

        /// As the newer side calls it.
        func name(of code: UInt32) -> String { newNames[Int(code)] ?? oldNames[Int(code)] ?? "" }
    }

    /// One of the two cubes.
    struct Side {
        let cube: Cube
        /// The common code of each cell.
        let codes: [SpendDimension: [UInt32]]
        /// Cells, sorted by the identity.
        let order: [Int]
        /// In the order of the identity's common codes.
        let rows: [ComparedRow]

        /// The common code that a row has in a dimension of the identity.
        func code(_ dimension: SpendDimension, of row: ComparedRow) -> UInt32 {
            codes[dimension].map { $0[order[row.cells.lowerBound]] } ?? 0
        }

        /// All codes that the cells of a row have in a dimension.
        func allCodes(_ dimension: SpendDimension, of row: ComparedRow) -> Set<UInt32> {
            guard let column = codes[dimension] else { return [] }
            return Set(row.cells.map { column[order[$0]] })
        }
    }

    /// - Precondition: both cubes are grouped by all dimensions of the identity.
    init(_ old: Cube, _ new: Cube, _ identity: RowIdentity) {
        let dimensions = old.dimensions.filter(new.dimensions.contains)
        var members: [SpendDimension: Members] = [:]
        var oldColumns: [SpendDimension: CubeColumn] = [:]
        var newColumns: [SpendDimension: CubeColumn] = [:]
        for dimension in dimensions {
            let common = CommonMembers(old.column(dimension), new.column(dimension))
            members[dimension] = common.members
            oldColumns[dimension] = common.old
            newColumns[dimension] = common.new
        }
        self.members = members
        self.identity = identity.dimensions
        self.old = Self.side(of: old, oldColumns, identity.dimensions)
        self.new = Self.side(of: new, newColumns, identity.dimensions)
    }

    private static func side(
        of cube: Cube, _ columns: [SpendDimension: CubeColumn], _ identity: [SpendDimension]
    ) -> Side {
        let sorting = identity.compactMap { columns[$0] }
        let order = ascendingOrder(
            of: sorting.map(\.cells), sizes: sorting.map(\.members.count), count: cube.count
        ).map { Int($0) }
        var rows: [ComparedRow] = []
        for position in order.indices {
            let cell = order[position]
            let isSame =
                position > 0
                && sorting.allSatisfy { $0.cells[cell] == $0.cells[order[position - 1]] }
            if !isSame { rows.append(ComparedRow(cells: position..<position)) }
            rows[rows.count - 1].add(cube, cell)
        }
        return Side(cube: cube, codes: columns.mapValues(\.cells), order: order, rows: rows)
    }

    /// Which side has the next row where both are walked along.
    enum Next { case old, new, both }

    /// Which of two rows comes next, by their positions; a side that has ended has none.
    func next(_ oldRow: Int, _ newRow: Int) -> Next {
        guard oldRow < old.rows.count else { return .new }
        guard newRow < new.rows.count else { return .old }
        for dimension in identity {
            let left = old.code(dimension, of: old.rows[oldRow])
            let right = new.code(dimension, of: new.rows[newRow])
            if left != right { return left < right ? .old : .new }
        }
        return .both
    }
}

/// All cells that are one row, added up.
struct ComparedRow: Hashable, Sendable {
    /// Positions in the order of its side.
    var cells: Range<Int>
    var insertions: Int64 = 0
    /// Minor units.
    var spend: Int64 = 0

    mutating func add(_ cube: Cube, _ cell: Int) {
        cells = cells.lowerBound..<cells.upperBound + 1
        insertions += cube.insertions[cell]
        spend += cube.spend[cell]
    }

    func hasAmounts(of other: ComparedRow) -> Bool { insertions == other.insertions && spend == other.spend }
}

/// The members of one dimension in two cubes, by key.
private struct CommonMembers {
    var members = ComparedCubes.Members()
    let old: CubeColumn
    let new: CubeColumn

    init(_ old: CubeColumn, _ new: CubeColumn) {
        let keys = Set((old.members + new.members).map(\.key)).sorted { left, right in
            left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
        }
        let codes = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, UInt32($0)) })
        members.keys = keys
        members.oldNames = Array(repeating: nil, count: keys.count)
        members.newNames = Array(repeating: nil, count: keys.count)
        for member in old.members { members.oldNames[Int(codes[member.key] ?? 0)] = member.name }
        for member in new.members { members.newNames[Int(codes[member.key] ?? 0)] = member.name }
        let common = keys.map { CubeColumn.Member(name: $0, key: $0) }
        func recoded(_ column: CubeColumn) -> CubeColumn {
            let table = column.members.map { codes[$0.key] ?? 0 }
            return CubeColumn(
                dimension: column.dimension, members: common, cells: column.cells.map { table[Int($0)] })
        }
        self.old = recoded(old)
        self.new = recoded(new)
    }
}
