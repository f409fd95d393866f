import FoundationEssentials
import GRDB
import MediaSpend
import Monetary
import WorkTime

/// The roll-ups of deliveries in the table `spend_rollup`: one row a delivery, month and level.
///
/// They say nothing that the columns do not. One that is missing, or whose checksum over its bytes, its place and the
/// totals of its month is another, is not believed: the columns answer in its place, and the next delivery that is
/// stored makes it anew. A level without cells says that it cannot be kept, and is not tried again.
struct RollUpRecords {
    let database: Database

    // MARK: Writing

    /// Stores what the rows of a delivery add up to.
    func insert(_ base: [RollUpSums], of stored: StoredDelivery) throws {
        for level in RollUpLevel.allCases {
            let sums =
                base.first { $0.level == level } ?? base.first { $0.level == .brandMedia }?.grouped(level)
                ?? RollUpSums(level)
            let months = sums.isComplete ? sums.byMonth() : [:]
            for total in stored.delivery.months {
                try insert(months[CalendarCode.of(total.month)], level, total, of: stored)
            }
        }
    }

    private func insert(
        _ rollUp: RollUp?, _ level: RollUpLevel, _ total: Delivery.MonthTotal, of stored: StoredDelivery
    ) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO spend_rollup (delivery, level, month, cells, checksum, data) VALUES (?, ?, ?, ?, ?, ?)
                """)
        let bytes = rollUp?.bytes ?? []
        let cells = rollUp?.count ?? 0
        let checksum = bytes.withUnsafeBytes { Self.checksum($0, cells, level, total, of: stored) }
        try statement.execute(arguments: [
            stored.id.rawValue, level.rawValue, total.month.description, cells, checksum, Data(bytes),
        ])
    }

    /// Makes the roll-ups of deliveries anew that are not to be believed.
    ///
    /// Columns that are damaged are left for those who ask for them.
    func repair(_ deliveries: [StoredDelivery]) throws {
        for stored in deliveries where try !isSound(stored) {
            do {
                let columns = ColumnRecords(database: database, delivery: stored.id)
                var base = RollUpSums.base
                for position in 0..<(try columns.count(holding: stored.delivery.rows)) {
                    let chunk = try columns.chunk(at: position, RollUpSums.dimensions).decoded()
                    let offsets = ChunkOffsets(rows: chunk.count, columns: RollUpSums.dimensions.count)
                    var codes: [SpendDimension: ChunkOffsets.Column] = [:]
                    for dimension in RollUpSums.dimensions { codes[dimension] = offsets.append(chunk[dimension]) }
                    withExtendedLifetime(offsets) {
                        for level in base.indices { base[level].add(chunk) { codes[$0]! } }
                    }
                }
                try database.execute(
                    sql: "DELETE FROM spend_rollup WHERE delivery = ?", arguments: [stored.id.rawValue])
                try insert(base, of: stored)
            } catch is Damage {
                continue
            }
        }
    }

    private func isSound(_ stored: StoredDelivery) throws -> Bool {
        for level in RollUpLevel.allCases {
            for total in stored.delivery.months where try row(level, total, of: stored, { _, _ in true }) != true {
                return false
            }
        }
        return true
    }

    // MARK: Reading

    /// What a delivery adds up to in a month; `nil` when the columns have to be asked.
    func rollUp(_ level: RollUpLevel, _ total: Delivery.MonthTotal, of stored: StoredDelivery) throws -> RollUp? {
        let rollUp = try row(level, total, of: stored) { bytes, cells in try? RollUp(bytes, count: cells, of: level) }
        guard let rollUp = rollUp ?? nil, rollUp.sums.adds(upTo: total) else { return nil }
        return rollUp
    }

    /// Looks at a row whose checksum is right; `nil` when there is none.
    private func row<Value>(
        _ level: RollUpLevel, _ total: Delivery.MonthTotal, of stored: StoredDelivery,
        _ body: (UnsafeRawBufferPointer, _ cells: Int) -> Value
    ) throws -> Value? {
        let statement = try database.cachedStatement(
            sql: "SELECT cells, checksum, data FROM spend_rollup WHERE delivery = ? AND level = ? AND month = ?")
        let rows = try Row.fetchCursor(
            statement, arguments: [stored.id.rawValue, level.rawValue, total.month.description])
        guard let row = try rows.next(), let cells: Int = try? row.value(0), let checksum: Int64 = try? row.value(1),
            cells >= 0, cells <= total.rows
        else { return nil }
        return try row.withUnsafeData(atIndex: 2) { data in
            (data ?? Data()).withUnsafeBytes { bytes in
                checksum == Self.checksum(bytes, cells, level, total, of: stored) ? body(bytes, cells) : nil
            }
        }
    }

    private static func checksum(
        _ bytes: UnsafeRawBufferPointer, _ cells: Int, _ level: RollUpLevel, _ total: Delivery.MonthTotal,
        of stored: StoredDelivery
    ) -> Int64 {
        var fingerprint = ContentDigest.Running()
        let place =
            "\(stored.id) \(level.rawValue) \(total.month) \(total.rows) \(total.insertions) "
            + "\(total.spend.minorUnits) \(cells)\n"
        fingerprint.update(Array(place.utf8).span)
        fingerprint.update(bytes.bindMemory(to: UInt8.self).span)
        return Int64(bitPattern: fingerprint.finish().low)
    }
}

extension CellSums {
    /// Whether the cells hold every row of a month.
    fileprivate func adds(upTo total: Delivery.MonthTotal) -> Bool {
        rows.reduce(0, &+) == Int64(total.rows) && insertions.reduce(0, &+) == total.insertions
            && spend.reduce(0, &+) == total.spend.minorUnits
    }
}
