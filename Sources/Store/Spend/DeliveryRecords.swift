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
                    filtered_rows, control_column, control_total, control_rows)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                stored.id.rawValue, delivery.source, delivery.file, delivery.digest.description,
                delivery.currency.code, delivery.basis.rawValue, delivery.countsInsertions, delivery.skippedLines,
                delivery.filteredRows, delivery.control?.column, delivery.control?.total.minorUnits,
                delivery.control?.rows,
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

    /// All deliveries, or those of one source, in the order of storing.
    func all(of source: String? = nil) throws -> [StoredDelivery] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM spend_delivery WHERE source = coalesce(?, source) ORDER BY id",
            arguments: [source]
        ).map(delivery)
    }

    /// The delivery that brought these contents.
    func find(_ digest: ContentDigest, of source: String) throws -> StoredDelivery? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM spend_delivery WHERE source = ? AND digest = ?",
            arguments: [source, digest.description]
        ).map(delivery)
    }

    private func delivery(_ row: Row) throws -> StoredDelivery {
        let id = DeliveryID(rawValue: row["id"])
        guard let digest = ContentDigest(row["digest"]), let currency = try? Currency(row["currency"] as String),
            let basis = SpendBasis(rawValue: row["basis"])
        else { throw Damage("what is known of delivery \(id) is damaged") }
        let control = (row["control_column"] as String?).map {
            Delivery.ControlTotal(
                column: $0, total: Money(minorUnits: row["control_total"], currency), rows: row["control_rows"])
        }
        let delivery = Delivery(
            source: row["source"], file: row["file"], digest: digest, currency: currency, basis: basis,
            countsInsertions: row["counts_insertions"], months: try months(of: id, in: currency), control: control,
            skippedLines: row["skipped_lines"], filteredRows: row["filtered_rows"])
        return StoredDelivery(id: id, delivery: delivery)
    }

    private func months(of id: DeliveryID, in currency: Currency) throws -> [Delivery.MonthTotal] {
        try Row.fetchAll(
            database, sql: "SELECT month, rows, insertions, spend FROM spend_month WHERE delivery = ? ORDER BY month",
            arguments: [id.rawValue]
        ).map { row in
            guard let month = CivilMonth(row["month"] as String) else {
                throw Damage("a month of delivery \(id) is damaged")
            }
            return Delivery.MonthTotal(
                month: month, rows: row["rows"], insertions: row["insertions"],
                spend: Money(minorUnits: row["spend"], currency))
        }
    }
}
