import GRDB
import MediaSpend
import Monetary
import WorkTime

/// What is known of each delivery, in the tables `spend_delivery` and `spend_month`.
struct DeliveryRecords {
    let database: Database

    // MARK: Writing

    /// Takes the next number, for rows that are stored before the delivery is known.
    func nextID() throws -> DeliveryID {
        let last = try Int64.fetchOne(database, sql: "SELECT max(id) FROM spend_delivery") ?? 0
        return DeliveryID(rawValue: last + 1)
    }

    func insert(_ stored: StoredDelivery) throws {
        let delivery = stored.delivery
        try database.execute(
            sql: """
                INSERT INTO spend_delivery (id, source, file, digest, currency, basis, counts_insertions, skipped_lines,
                    filtered_rows, control_column, control_total, control_rows, checksum)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                stored.id.rawValue, delivery.source, delivery.file, delivery.digest.description,
                delivery.currency.code, delivery.basis.rawValue, delivery.countsInsertions, delivery.skippedLines,
                delivery.filteredRows, delivery.control?.column, delivery.control?.total.minorUnits,
                delivery.control?.rows, Self.checksum(of: delivery),
            ])
        for total in delivery.months {
            try database.execute(
                sql: "INSERT INTO spend_month (delivery, month, rows, insertions, spend) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    stored.id.rawValue, total.month.description, total.rows, total.insertions, total.spend.minorUnits,
                ])
        }
    }

    // MARK: Reading

    private static let fields = """
        SELECT id, source, file, digest, currency, basis, counts_insertions, skipped_lines, filtered_rows,
            control_column, control_total, control_rows, checksum
        FROM spend_delivery
        """

    /// All deliveries, or those of one source, in the order of storing.
    func all(of source: String? = nil) throws -> [StoredDelivery] {
        try Row.fetchAll(
            database, sql: "\(Self.fields) WHERE source = coalesce(?, source) ORDER BY id", arguments: [source]
        ).map(delivery)
    }

    /// The delivery that brought these contents.
    func find(_ digest: ContentDigest, of source: String) throws -> StoredDelivery? {
        try Row.fetchOne(
            database, sql: "\(Self.fields) WHERE source = ? AND digest = ?", arguments: [source, digest.description]
        ).map(delivery)
    }

    private func delivery(_ row: Row) throws -> StoredDelivery {
        let id = DeliveryID(rawValue: try row.value(0))
        guard let digest = ContentDigest(try row.value(3)), let currency = try? Currency(row.value(4, as: String.self)),
            let basis = SpendBasis(rawValue: try row.value(5))
        else { throw Damage("what is known of delivery \(id) is damaged") }
        let delivery = Delivery(
            source: try row.value(1), file: try row.value(2), digest: digest, currency: currency, basis: basis,
            countsInsertions: try row.value(6), months: try months(of: id, in: currency),
            control: try control(row, in: currency), skippedLines: try row.value(7), filteredRows: try row.value(8))
        guard try Self.checksum(of: delivery) == row.value(12) else {
            throw Damage("what is known of delivery \(id) is damaged")
        }
        return StoredDelivery(id: id, delivery: delivery)
    }

    private func control(_ row: Row, in currency: Currency) throws -> Delivery.ControlTotal? {
        guard let column: String = try row.optional(9) else { return nil }
        return Delivery.ControlTotal(
            column: column, total: Money(minorUnits: try row.value(10), currency), rows: try row.value(11))
    }

    private func months(of id: DeliveryID, in currency: Currency) throws -> [Delivery.MonthTotal] {
        try Row.fetchAll(
            database, sql: "SELECT month, rows, insertions, spend FROM spend_month WHERE delivery = ? ORDER BY month",
            arguments: [id.rawValue]
        ).map { row in
            guard let month = CivilMonth(try row.value(0, as: String.self)) else {
                throw Damage("a month of delivery \(id) is damaged")
            }
            return Delivery.MonthTotal(
                month: month, rows: try row.value(1), insertions: try row.value(2),
                spend: Money(minorUnits: try row.value(3), currency))
        }
    }

    /// Over all that is known of a delivery.
    private static func checksum(of delivery: Delivery) -> Int64 {
        var parts: [String] = [
            delivery.source, delivery.file, "\(delivery.digest)", delivery.currency.code, delivery.basis.rawValue,
            "\(delivery.countsInsertions)", "\(delivery.skippedLines)", "\(delivery.filteredRows)",
            delivery.control.map { "\($0.total.minorUnits) \($0.rows) \($0.column)" } ?? "",
        ]
        parts += delivery.months.map { "\($0.month) \($0.rows) \($0.insertions) \($0.spend.minorUnits)" }
        return fingerprint(of: parts)
    }
}
