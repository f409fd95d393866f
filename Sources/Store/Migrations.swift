import GRDB

/// The tables of a workspace, as named steps. Steps are only ever added: a step that has been published stays as it is.
enum Migrations {
    /// - Throws: ``StoreFailure`` of the kind `newerVersion` when the file has steps that are not known here.
    static func bringUpToDate(_ queue: DatabaseQueue, _ name: String) throws {
        guard try !isSuperseded(queue, name) else {
            throw StoreFailure(.newerVersion, name, cause: "a later version of Headroom made it")
        }
        guard try !queue.read(all.hasCompletedMigrations) else { return }
        let known = try queue.read(all.appliedMigrations).count
        do {
            try all.migrate(queue)
        } catch {
            // Another program may have made the same tables in this moment, and may be about to make the next.
            if try queue.read(all.hasCompletedMigrations) { return }
            guard try queue.read(all.appliedMigrations).count == known else {
                throw StoreFailure(.busy, name, cause: "another program is making it")
            }
            throw error
        }
    }

    /// Whether a later version made the file.
    ///
    /// - Throws: ``StoreFailure`` of the kind `busy` when another program makes the tables in this very moment: they
    ///   were not there at first, and are by the time it is asked why.
    private static func isSuperseded(_ queue: DatabaseQueue, _ name: String) throws -> Bool {
        do {
            return try queue.read(all.hasBeenSuperseded)
        } catch let error as DatabaseError where error.message == "no such table: grdb_migrations" {
            throw StoreFailure(.busy, name, cause: "another program is making it")
        }
    }

    private static let all: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("spend deliveries") { try $0.execute(sql: spendDeliveries) }
        migrator.registerMigration("plan promises and updates") { try $0.execute(sql: plans) }
        migrator.registerMigration("cost estimates") { try $0.execute(sql: estimates) }
        migrator.registerMigration("cost ledger") { try $0.execute(sql: ledger) }
        migrator.registerMigration("cost requests") { try $0.execute(sql: requests) }
        migrator.registerMigration("cost ledger, sums of orders") { try $0.execute(sql: ledgerControlAccounts) }
        migrator.registerMigration("spend encodings and roll-ups") { try $0.execute(sql: spendRollUps) }
        migrator.registerMigration("spend quality") { try $0.execute(sql: spendQuality) }
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

    /// How a column is to be read, and what a delivery adds up to: see ``EncodedColumn`` and ``RollUpRecords``.
    private static let spendRollUps = """
        ALTER TABLE spend_column ADD COLUMN encoding TEXT NOT NULL DEFAULT 'packed';
        CREATE TABLE spend_rollup (
            id INTEGER PRIMARY KEY,
            delivery INTEGER NOT NULL REFERENCES spend_delivery DEFERRABLE INITIALLY DEFERRED,
            level TEXT NOT NULL,
            month TEXT NOT NULL,
            cells INTEGER NOT NULL,
            checksum INTEGER NOT NULL,
            data BLOB NOT NULL,
            UNIQUE (delivery, level, month)
        ) STRICT;
        """

    /// What was proposed, accepted and reported of plans: see ``ProposalRecords`` and ``UpdateRecords``.
    ///
    /// What a client has seen or accepted is never written again, whoever opens the file.
    private static let plans = """
        CREATE TABLE plan_proposal (
            plan TEXT NOT NULL,
            number INTEGER NOT NULL,
            date TEXT NOT NULL,
            author TEXT,
            checksum INTEGER NOT NULL,
            PRIMARY KEY (plan, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE plan_proposed_activity (
            plan TEXT NOT NULL,
            number INTEGER NOT NULL,
            place INTEGER NOT NULL,
            activity TEXT NOT NULL,
            start TEXT NOT NULL,
            finish TEXT NOT NULL,
            duration INTEGER NOT NULL,
            PRIMARY KEY (plan, number, place),
            FOREIGN KEY (plan, number) REFERENCES plan_proposal
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE plan_proposed_promise (
            plan TEXT NOT NULL,
            number INTEGER NOT NULL,
            place INTEGER NOT NULL,
            activity TEXT,
            promised TEXT NOT NULL,
            forecast TEXT NOT NULL,
            PRIMARY KEY (plan, number, place),
            FOREIGN KEY (plan, number) REFERENCES plan_proposal
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE plan_acceptance (
            plan TEXT NOT NULL,
            number INTEGER NOT NULL,
            date TEXT NOT NULL,
            client TEXT NOT NULL,
            PRIMARY KEY (plan, number),
            FOREIGN KEY (plan, number) REFERENCES plan_proposal
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE plan_update (
            plan TEXT NOT NULL,
            number INTEGER NOT NULL,
            date TEXT NOT NULL,
            snapshot_date TEXT NOT NULL,
            checksum INTEGER NOT NULL,
            PRIMARY KEY (plan, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE plan_update_progress (
            plan TEXT NOT NULL,
            number INTEGER NOT NULL,
            place INTEGER NOT NULL,
            activity TEXT NOT NULL,
            started TEXT,
            finished TEXT,
            remaining TEXT,
            complete INTEGER,
            suspended TEXT,
            resumes TEXT,
            rounds INTEGER,
            PRIMARY KEY (plan, number, place),
            FOREIGN KEY (plan, number) REFERENCES plan_update
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE plan_snapshot_activity (
            plan TEXT NOT NULL,
            number INTEGER NOT NULL,
            place INTEGER NOT NULL,
            activity TEXT NOT NULL,
            start TEXT NOT NULL,
            finish TEXT NOT NULL,
            total_float INTEGER,
            PRIMARY KEY (plan, number, place),
            FOREIGN KEY (plan, number) REFERENCES plan_update
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE plan_snapshot_promise (
            plan TEXT NOT NULL,
            number INTEGER NOT NULL,
            place INTEGER NOT NULL,
            activity TEXT,
            promised TEXT NOT NULL,
            forecast TEXT NOT NULL,
            headroom INTEGER NOT NULL,
            PRIMARY KEY (plan, number, place),
            FOREIGN KEY (plan, number) REFERENCES plan_update
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE plan_snapshot_buffer (
            plan TEXT NOT NULL,
            number INTEGER NOT NULL,
            place INTEGER NOT NULL,
            promise TEXT,
            source TEXT,
            target TEXT,
            progress REAL NOT NULL,
            consumed REAL NOT NULL,
            PRIMARY KEY (plan, number, place),
            FOREIGN KEY (plan, number) REFERENCES plan_update
        ) STRICT, WITHOUT ROWID;
        """ + kept(["plan_proposal", "plan_proposed_activity", "plan_proposed_promise", "plan_acceptance"])

    /// Nothing in these tables is changed or taken out.
    static func kept(_ tables: [String]) -> String {
        tables.flatMap { table in
            ["UPDATE", "DELETE"].map { deed in
                """
                CREATE TRIGGER \(table)_no_\(deed.lowercased()) BEFORE \(deed) ON \(table)
                BEGIN SELECT RAISE(ABORT, 'what was promised is not changed'); END;

                """
            }
        }.joined()
    }
}
