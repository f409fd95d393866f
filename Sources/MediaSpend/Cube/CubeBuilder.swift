/// A cube while it is being added up: update with chunks, combine with the builders of other workers, finish.
///
/// The finished cube depends on the rows alone: not on their order, their chunks, or who added them.
public struct CubeBuilder: Sendable {
    public let dimensions: [SpendDimension]
    private let filter: CodeFilter
    private(set) var packing: KeyPacking
    /// The cells month by month where months are told apart, because deliveries come month by month, and the cells of one
    /// fit into a processor's cache. All under 0 where they are not.
    private(set) var tables: [UInt32: CellTable] = [:]
    /// The sizes of all that was added: while they stay below 2⁶³, no sum can have overflowed.
    private var spendSize: UInt128 = 0
    private var insertionsSize: UInt128 = 0

    /// - Parameters:
    ///   - dimensions: what to group by, in the order in which the cube is sorted.
    ///   - filter: which rows count; its names are looked up in `vocabulary` now.
    public init(
        by dimensions: [SpendDimension], where filter: CubeFilter = .all, in vocabulary: Vocabulary = Vocabulary()
    ) {
        precondition(Set(dimensions).count == dimensions.count, "a dimension stands twice in \(dimensions)")
        self.dimensions = dimensions
        self.filter = filter.coded(with: vocabulary)
        packing = KeyPacking(widths: Array(repeating: 0, count: dimensions.count))
    }

    /// Adds the rows of a chunk that pass the filter.
    ///
    /// - Precondition: the chunk has the columns of ``dimensions`` and of the filter.
    public mutating func update(with chunk: OccurrenceChunk) {
        let passing = filter.passingRows(of: chunk)
        let rows = passing?.count ?? chunk.count
        let columns = dimensions.map { chunk.column($0, passing) }
        let insertions = passing.map { $0.map { chunk.insertions[Int($0)] } } ?? chunk.insertions
        let spend = passing.map { $0.map { chunk.spend[Int($0)] } } ?? chunk.spend
        spendSize += size(of: spend)
        insertionsSize += size(of: insertions)
        makeRoom(for: columns)
        let keys = packing.words(of: columns, count: rows)
        forEachRun(of: monthColumn(columns), count: rows) { month, run in
            tables[month, default: CellTable()].add(keys[run], insertions: insertions, spend: spend)
        }
    }

    /// Adds a cell that was added up elsewhere: one occurrence that stands for so many rows. The filter is not asked.
    public mutating func add(_ occurrence: Occurrence, rows count: Int64) {
        spendSize += UInt128(occurrence.spend.magnitude)
        insertionsSize += UInt128(occurrence.insertions.magnitude)
        let columns = dimensions.map { [occurrence[$0]] }
        makeRoom(for: columns)
        let key = packing.words(of: columns, count: 1)[0]
        let month = monthColumn(columns)?[0] ?? 0
        tables[month, default: CellTable()].add([
            CellTable.Cell(key: key, rows: count, insertions: occurrence.insertions, spend: occurrence.spend)
        ])
    }

    /// Adds what another builder has added up.
    ///
    /// - Precondition: the same dimensions, and codes of the same vocabulary.
    public mutating func combine(with other: CubeBuilder) {
        precondition(dimensions == other.dimensions, "\(dimensions) cannot be combined with \(other.dimensions)")
        addSizes(of: other)
        for (month, table) in other.tables.sorted(by: { $0.key < $1.key }) { add(table.cells, of: other, to: month) }
    }

    mutating func addSizes(of other: CubeBuilder) {
        spendSize += other.spendSize
        insertionsSize += other.insertionsSize
    }

    /// - Throws: when the sizes of all that was added pass what an `Int64` holds.
    func checkSizes() throws(CubeOverflow) {
        guard spendSize <= UInt128(Int64.max) else { throw CubeOverflow(measure: "spend") }
        guard insertionsSize <= UInt128(Int64.max) else { throw CubeOverflow(measure: "insertions") }
    }

    /// Takes the cells of a month out.
    mutating func takeCells(of month: UInt32) -> [CellTable.Cell] { tables.removeValue(forKey: month)?.cells ?? [] }

    /// How many cells there are.
    var cellCount: Int { tables.values.reduce(0) { $0 + $1.count } }

    /// Takes all cells out, so many at a time, with their codes in columns; their sizes still count.
    mutating func takeAllCells(
        _ count: Int, _ body: (ArraySlice<CellTable.Cell>, [[UInt32]]) throws -> Void
    ) rethrows {
        for month in tables.keys.sorted() {
            let cells = takeCells(of: month)
            for start in stride(from: 0, to: cells.count, by: count) {
                let piece = cells[start..<min(start + count, cells.count)]
                try body(piece, packing.columns(of: piece.map(\.key)))
            }
        }
        // Numbers of words that keys stood for go, too.
        packing = KeyPacking(widths: packing.widths)
    }

    /// Adds cells whose keys another builder packed.
    mutating func add(_ cells: [CellTable.Cell], of other: CubeBuilder, to month: UInt32) {
        if packing.isSame(as: other.packing) {
            tables[month, default: CellTable()].add(cells)
            return
        }
        let columns = other.packing.columns(of: cells.map(\.key))
        makeRoom(for: columns)
        let keys = packing.words(of: columns, count: cells.count)
        tables[month, default: CellTable()].add(zip(cells, keys).map { $0.under($1) })
    }

    // MARK: Keys

    private func monthColumn(_ columns: [[UInt32]]) -> [UInt32]? {
        dimensions.firstIndex(of: .month).map { columns[$0] }
    }

    /// Makes the keys wide enough for these codes.
    private mutating func makeRoom(for columns: [[UInt32]]) {
        let needed = columns.map { KeyPacking.width(of: $0.max() ?? 0) }
        guard zip(needed, packing.widths).contains(where: { $0 > $1 }) else { return }
        let old = self
        packing = KeyPacking(widths: zip(needed, packing.widths).map { max($0, $1) })
        tables = [:]
        for (month, table) in old.tables.sorted(by: { $0.key < $1.key }) { add(table.cells, of: old, to: month) }
    }
}

extension CellTable.Cell {
    fileprivate func under(_ key: UInt64) -> CellTable.Cell {
        CellTable.Cell(key: key, rows: rows, insertions: insertions, spend: spend)
    }
}

extension OccurrenceChunk {
    /// The codes of a dimension, of all rows or of some.
    fileprivate func column(_ dimension: SpendDimension, _ rows: [UInt32]?) -> [UInt32] {
        let column = self[dimension]
        precondition(column.count == count, "the column \(dimension) was not read")
        return rows.map { $0.map { column[Int($0)] } } ?? column
    }
}

/// Hands on runs of the same code; all rows as one run of 0 without a column.
private func forEachRun(of column: [UInt32]?, count: Int, _ body: (UInt32, Range<Int>) -> Void) {
    guard let column else { return body(0, 0..<count) }
    var start = 0
    while start < count {
        var end = start + 1
        while end < count, column[end] == column[start] { end += 1 }
        body(column[start], start..<end)
        start = end
    }
}

private func size(of values: [Int64]) -> UInt128 {
    values.reduce(0 as UInt128) { $0 + UInt128($1.magnitude) }
}

/// A sum that cannot be stated: the sizes of what a cube adds up make more than 2⁶³ − 1.
public struct CubeOverflow: Error, Hashable, Sendable {
    /// `spend` or `insertions`.
    public let measure: String
}
