import GRDB

/// The tables of a workspace, as named steps. Steps are only ever added: a step that has been published stays as it is.
enum Migrations {
    /// - Throws: ``StoreFailure`` of the kind `newerVersion` when the file has steps that are not known here.
    static func bringUpToDate(_ queue: DatabaseQueue, _ name: String) throws {
        guard try !queue.read(all.hasBeenSuperseded) else {
            throw StoreFailure(.newerVersion, name, cause: "a later version of Headroom made it")
        }
        guard try !queue.read(all.hasCompletedMigrations) else { return }
        do {
            try all.migrate(queue)
        } catch {
            // Another program may have made the same tables in this moment.
            guard try queue.read(all.hasCompletedMigrations) else { throw error }
        }
    }

    private static let all: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("spend deliveries") { try $0.execute(sql: spendDeliveries) }
        return migrator
    }()

    /// What vendors delivered: see ``DeliveryRecords``, ``NameRecords`` and ``ColumnRecords``.
    private static let spendDeliveries = """
        CREATE TABLE spend_delivery (
            id INTEGER PRIMARY KEY,
            source TEXT NOT NULL,
            file TEXT NOT NULL,
            digest TEXT NOT NULL,
            currency TEXT NOT NULL,
            basis TEXT NOT NULL,
            counts_insertions INTEGER NOT NULL,
            skipped_lines INTEGER NOT NULL,
            filtered_rows INTEGER NOT NULL,
            control_column TEXT,
            control_total INTEGER,
            control_rows INTEGER,
            checksum INTEGER NOT NULL,
            UNIQUE (source, digest)
        ) STRICT;
        CREATE TABLE spend_month (
            delivery INTEGER NOT NULL REFERENCES spend_delivery,
            month TEXT NOT NULL,
            rows INTEGER NOT NULL,
            insertions INTEGER NOT NULL,
            spend INTEGER NOT NULL,
            PRIMARY KEY (delivery, month)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE spend_names (
            id INTEGER PRIMARY KEY,
            source TEXT NOT NULL,
            dimension TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('key', 'label')),
            entries INTEGER NOT NULL,
            checksum INTEGER NOT NULL,
            data BLOB NOT NULL
        ) STRICT;
        CREATE INDEX spend_names_of ON spend_names (source, dimension);
        CREATE TABLE spend_column (
            id INTEGER PRIMARY KEY,
            delivery INTEGER NOT NULL REFERENCES spend_delivery DEFERRABLE INITIALLY DEFERRED,
            chunk INTEGER NOT NULL,
            name TEXT NOT NULL,
            rows INTEGER NOT NULL,
            minimum INTEGER NOT NULL,
            maximum INTEGER NOT NULL,
            checksum INTEGER NOT NULL,
            data BLOB NOT NULL,
            UNIQUE (delivery, name, chunk)
        ) STRICT;
        """
}
