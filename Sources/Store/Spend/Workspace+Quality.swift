import GRDB
public import MediaSpend
import WorkTime

extension Workspace {
    /// What is kept beside each delivery of a source, by its number; those stored by an earlier version have nothing.
    ///
    /// - Throws: ``StoreFailure``.
    public func quality(of source: String) throws -> [DeliveryID: DeliveryQuality] {
        try read { database in
            Dictionary(
                uniqueKeysWithValues: try QualityRecords(database: database).all(of: source).map { ($0.id, $0.quality) }
            )
        }
    }

    /// Which delivery each month comes from under a choice, in the order of months.
    ///
    /// - Throws: ``StoreFailure``.
    public func origins(of source: String, _ choice: DeliveryChoice = .latest) throws -> [MonthOrigin] {
        let deliveries = try deliveries(of: source)
        return LiveMonths.chosen(choice, among: deliveries).flatMap { live in
            live.months.map { month in
                MonthOrigin(
                    month: month, delivery: live.stored.id.rawValue, file: live.stored.delivery.file,
                    isRestated: deliveries.contains { other in
                        other.id < live.stored.id && other.delivery.months.contains { $0.month == month }
                    })
            }
        }.sorted { $0.month < $1.month }
    }

    /// Whether nothing at all was ever written to it.
    ///
    /// - Throws: ``StoreFailure``.
    public func isBlank() throws -> Bool {
        try read { database in
            let tables = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            return try tables.filter { $0 != "grdb_migrations" }.allSatisfy { table in
                try
                    !(Bool.fetchOne(
                        database, sql: "SELECT EXISTS (SELECT 1 FROM \(table.quotedDatabaseIdentifier))") ?? false)
            }
        }
    }
}
