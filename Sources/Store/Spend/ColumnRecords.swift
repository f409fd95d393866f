import FoundationEssentials
import GRDB
import MediaSpend

/// The columns of chunks in the table `spend_column`: one row a column and chunk.
struct ColumnRecords {
    let database: Database
    let delivery: DeliveryID

    /// What a column is called in the file: a dimension's own name, or a measure.
    enum Name: Hashable {
        case codes(SpendDimension)
        case insertions
        case spend

        var text: String {
            switch self {
            case .codes(let dimension): dimension.rawValue
            case .insertions: "insertions"
            case .spend: "spend"
            }
        }

        /// The column that has to be read before this one.
        func key(in encoding: EncodedColumn.Encoding) -> Name? {
            guard case .codes(let dimension) = self else { return nil }
            return switch encoding {
            case .derived: dimension.key.map(Name.codes)
            case .grouped: dimension.context.map(Name.codes)
            case .packed, .classed, .folded, .runs: nil
            }
        }
    }

    // MARK: Writing

    /// Stores the columns of a chunk.
    func insert(_ columns: [(name: Name, column: EncodedColumn)], at position: Int) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO spend_column (delivery, chunk, name, encoding, rows, minimum, maximum, checksum, data)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (name, column) in columns {
            try statement.execute(arguments: [
                delivery.rawValue, position, name.text, column.encoding.rawValue, column.rows, column.minimum,
                column.maximum, column.checksum, Data(column.bytes),
            ])
        }
    }

    // MARK: Reading

    /// How many chunks the delivery has.
    ///
    /// - Parameter rows: how many it brought.
    /// - Throws: ``Damage`` when its chunks hold more or fewer.
    func count(holding rows: Int) throws -> Int {
        let found = try Row.fetchOne(
            database,
            sql: "SELECT count(*), coalesce(sum(rows), 0) FROM spend_column WHERE delivery = ? AND name = ?",
            arguments: [delivery.rawValue, Name.spend.text])
        let count: Int = try found?.value(0) ?? 0
        let held: Int = try found?.value(1) ?? 0
        guard held == rows else {
            throw Damage("the rows of delivery \(delivery) are damaged: there are \(held) of \(rows)")
        }
        return count
    }

    /// The smallest and the largest code of a dimension in a chunk, without reading its codes.
    func limits(of dimension: SpendDimension, at position: Int) throws -> ClosedRange<UInt32> {
        let statement = try database.cachedStatement(
            sql: "SELECT minimum, maximum FROM spend_column WHERE delivery = ? AND name = ? AND chunk = ?")
        let row = try Row.fetchOne(statement, arguments: [delivery.rawValue, dimension.rawValue, position])
        guard let row, let least = try UInt32(exactly: row.value(0, as: Int64.self)),
            let most = try UInt32(exactly: row.value(1, as: Int64.self)),
            least <= most
        else { throw place(position).damage(.codes(dimension), "it has no limits") }
        return least...most
    }

    /// A chunk.
    ///
    /// - Parameters:
    ///   - dimensions: whose columns are read; where one follows from another, that one is read too.
    ///   - filter: which of its rows count.
    func chunk(
        at position: Int, _ dimensions: Set<SpendDimension>, where filter: CodeFilter = .all
    ) throws -> StoredChunk {
        let place = place(position)
        guard filter.admitted[.month] != nil else {
            return try StoredChunk(place, dimensions, where: filter) { try column($0, at: place) }
        }
        // Most chunks hold a month or two that all count: then their column need not be decoded to know.
        let needed = filter.needed(.month, within: try limits(of: .month, at: position))
        if needed.admitted[.month] == nil, !dimensions.contains(.month) { try verify(.month, at: position) }
        return try StoredChunk(place, dimensions, where: needed) { try column($0, at: place) }
    }

    /// Whether a chunk may hold rows that pass, by the limits of its columns. A column that says no is checked for damage:
    /// nobody else looks at it then.
    func mayPass(_ filter: CodeFilter, at position: Int) throws -> Bool {
        for dimension in filter.admitted.keys.sorted() {
            if filter.mayPass(dimension, in: try limits(of: dimension, at: position)) { continue }
            try verify(dimension, at: position)
            return false
        }
        return true
    }

    /// - Throws: ``Damage`` when a column, or what is said of it, is not what was stored.
    private func verify(_ dimension: SpendDimension, at position: Int) throws {
        let stored = try column(.codes(dimension), at: place(position))
        guard stored.isSound else { throw place(position).damage(.codes(dimension), "its checksum is another") }
    }

    private func place(_ position: Int) -> StoredChunk.Place { .init(delivery: delivery, position: position) }

    private func column(_ name: Name, at place: StoredChunk.Place) throws -> StoredChunk.Column {
        let statement = try database.cachedStatement(
            sql: """
                SELECT encoding, rows, minimum, maximum, checksum, data FROM spend_column
                WHERE delivery = ? AND name = ? AND chunk = ?
                """)
        let rows = try Row.fetchCursor(statement, arguments: [delivery.rawValue, name.text, place.position])
        guard let row = try rows.next() else { throw place.damage(name, "it is missing") }
        guard let encoding = EncodedColumn.Encoding(rawValue: try row.value(0)) else {
            throw place.damage(name, "its encoding is not known")
        }
        let encoded = EncodedColumn(
            encoding: encoding, rows: try row.value(1), minimum: try row.value(2), maximum: try row.value(3),
            bytes: try row.bytes(5))
        return StoredChunk.Column(encoded: encoded, checksum: try row.value(4))
    }
}
