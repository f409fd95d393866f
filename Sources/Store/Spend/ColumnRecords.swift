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
    /// - Parameter dimensions: whose columns are read; where one follows from another, that one is read too.
    func chunk(at position: Int, _ dimensions: Set<SpendDimension>) throws -> OccurrenceChunk {
        var columns = ChunkColumns(records: self, position: position)
        let spend: [Int64] = try columns.values(.spend)
        let insertions: [Int64] = try columns.values(.insertions, rows: spend.count)
        var codes: [SpendDimension: [UInt32]] = [:]
        for dimension in dimensions {
            codes[dimension] = try columns.values(.codes(dimension), rows: spend.count)
        }
        return OccurrenceChunk(codes: codes, insertions: insertions, spend: spend)
    }

    /// The columns of a chunk while they are read; each is read once, also where several follow from it.
    private struct ChunkColumns {
        let records: ColumnRecords
        let position: Int
        private var read: [Name: (column: EncodedColumn, offsets: [UInt64])] = [:]

        init(records: ColumnRecords, position: Int) {
            self.records = records
            self.position = position
        }

        mutating func values<Value: FixedWidthInteger>(_ name: Name, rows: Int? = nil) throws -> [Value] {
            let (column, offsets) = try offsets(of: name)
            do throws(Damage) {
                guard rows == nil || rows == offsets.count else { throw Damage("it has \(offsets.count) rows") }
                return try column.values(of: offsets)
            } catch {
                throw records.damage(name, position, error.piece)
            }
        }

        private mutating func offsets(of name: Name) throws -> (column: EncodedColumn, offsets: [UInt64]) {
            if let known = read[name] { return known }
            let column = try records.column(name, at: position)
            let key = try name.key(in: column.encoding).map { try offsets(of: $0).offsets }
            do throws(Damage) {
                let offsets = try column.offsets(from: key)
                read[name] = (column, offsets)
                return (column, offsets)
            } catch {
                throw records.damage(name, position, error.piece)
            }
        }
    }

    private func column(_ name: Name, at position: Int) throws -> EncodedColumn {
        let statement = try database.cachedStatement(
            sql: """
                SELECT encoding, rows, minimum, maximum, checksum, data FROM spend_column
                WHERE delivery = ? AND name = ? AND chunk = ?
                """)
        let rows = try Row.fetchCursor(statement, arguments: [delivery.rawValue, name.text, position])
        guard let row = try rows.next() else { throw damage(name, position, "it is missing") }
        guard let encoding = EncodedColumn.Encoding(rawValue: try row.value(0)) else {
            throw damage(name, position, "its encoding is not known")
        }
        let column = EncodedColumn(
            encoding: encoding, rows: try row.value(1), minimum: try row.value(2), maximum: try row.value(3),
            bytes: try row.bytes(5))
        guard try column.checksum == row.value(4) else { throw damage(name, position, "its checksum is another") }
        return column
    }

    func damage(_ name: Name, _ position: Int, _ what: String) -> Damage {
        Damage("the column \(name.text) of chunk \(position) of delivery \(delivery) is damaged: \(what)")
    }
}
