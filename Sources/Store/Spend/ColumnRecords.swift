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
    }

    // MARK: Writing

    /// Stores a chunk, all of its columns.
    func insert(_ chunk: OccurrenceChunk, at position: Int) throws {
        for dimension in SpendDimension.allCases {
            try insert(PackedColumn(packing: chunk[dimension]), .codes(dimension), at: position)
        }
        try insert(PackedColumn(packing: chunk.insertions), .insertions, at: position)
        try insert(PackedColumn(packing: chunk.spend), .spend, at: position)
    }

    private func insert(_ column: PackedColumn, _ name: Name, at position: Int) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO spend_column (delivery, chunk, name, rows, minimum, maximum, checksum, data)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            delivery.rawValue, position, name.text, column.rows, column.minimum, column.maximum, column.checksum,
            Data(column.bytes),
        ])
    }

    // MARK: Reading

    /// How many chunks the delivery has.
    func count() throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT count(*) FROM spend_column WHERE delivery = ? AND name = ?",
            arguments: [delivery.rawValue, Name.spend.text]) ?? 0
    }

    /// The smallest and the largest code of a dimension in a chunk, without reading its codes.
    func limits(of dimension: SpendDimension, at position: Int) throws -> ClosedRange<UInt32> {
        let statement = try database.cachedStatement(
            sql: "SELECT minimum, maximum FROM spend_column WHERE delivery = ? AND name = ? AND chunk = ?")
        let row = try Row.fetchOne(statement, arguments: [delivery.rawValue, dimension.rawValue, position])
        guard let row, let least = try UInt32(exactly: row.value(0, as: Int64.self)),
            let most = try UInt32(exactly: row.value(1, as: Int64.self)),
            least <= most
        else { throw damage(.codes(dimension), position, "it has no limits") }
        return least...most
    }

    /// The codes of some dimensions and the measures of a chunk.
    ///
    /// - Parameter ceilings: for each dimension the number of codes there are; a column beyond it is damaged.
    func chunk(at position: Int, _ ceilings: [SpendDimension: Int64]) throws -> OccurrenceChunk {
        let spend: [Int64] = try values(.spend, at: position)
        let insertions: [Int64] = try values(.insertions, at: position, rows: spend.count)
        var codes: [SpendDimension: [UInt32]] = [:]
        for (dimension, ceiling) in ceilings {
            codes[dimension] = try values(.codes(dimension), at: position, rows: spend.count, below: ceiling)
        }
        return OccurrenceChunk(codes: codes, insertions: insertions, spend: spend)
    }

    private func values<Value: FixedWidthInteger>(
        _ name: Name, at position: Int, rows: Int? = nil, below ceiling: Int64? = nil
    ) throws -> [Value] {
        let column = try column(name, at: position)
        do throws(Damage) {
            let values: [Value] = try column.unpacked()
            guard rows == nil || rows == values.count else { throw Damage("it has \(values.count) rows") }
            if let ceiling, column.maximum >= ceiling { throw Damage("code \(column.maximum) stands for nothing") }
            return values
        } catch {
            throw damage(name, position, error.piece)
        }
    }

    private func column(_ name: Name, at position: Int) throws -> PackedColumn {
        let statement = try database.cachedStatement(
            sql: """
                SELECT rows, minimum, maximum, checksum, data FROM spend_column
                WHERE delivery = ? AND name = ? AND chunk = ?
                """)
        let rows = try Row.fetchCursor(statement, arguments: [delivery.rawValue, name.text, position])
        guard let row = try rows.next() else { throw damage(name, position, "it is missing") }
        let column = try PackedColumn(
            rows: row.value(0), minimum: row.value(1), maximum: row.value(2), bytes: row.bytes(4))
        guard try column.checksum == row.value(3) else { throw damage(name, position, "its checksum is another") }
        return column
    }

    private func damage(_ name: Name, _ position: Int, _ what: String) -> Damage {
        Damage("the column \(name.text) of chunk \(position) of delivery \(delivery) is damaged: \(what)")
    }
}
