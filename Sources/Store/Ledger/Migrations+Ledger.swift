extension Migrations {
    /// The events of jobs, what they book, and sums of both by month: see ``EventRecords``, ``AccountRecords`` and
    /// ``RollupRecords``. What ``ledgerControlAccounts`` takes out again is not explained here.
    ///
    /// What is posted is never written again: it is taken back and stated anew. Only the sums by month grow. Days are numbers of
    /// `CivilDay`, months of `CivilMonth`, amounts minor units.
    static let ledger =
        """
        CREATE TABLE ledger_job (
            id INTEGER PRIMARY KEY,
            job TEXT NOT NULL UNIQUE,
            currency TEXT NOT NULL
        ) STRICT;
        CREATE TABLE ledger_batch (
            job INTEGER NOT NULL REFERENCES ledger_job,
            number INTEGER NOT NULL,
            posted_on INTEGER NOT NULL,
            events INTEGER NOT NULL,
            repeated INTEGER NOT NULL,
            checksum INTEGER NOT NULL,
            PRIMARY KEY (job, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ledger_file (
            job INTEGER NOT NULL,
            batch INTEGER NOT NULL,
            place INTEGER NOT NULL,
            file TEXT NOT NULL,
            digest TEXT NOT NULL,
            PRIMARY KEY (job, batch, place),
            FOREIGN KEY (job, batch) REFERENCES ledger_batch
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ledger_event (
            number INTEGER PRIMARY KEY,
            job INTEGER NOT NULL,
            batch INTEGER NOT NULL,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            date INTEGER NOT NULL,
            line TEXT,
            order_number TEXT,
            party TEXT,
            currency TEXT NOT NULL,
            amount INTEGER NOT NULL,
            tax INTEGER NOT NULL,
            book_amount INTEGER NOT NULL,
            rate TEXT,
            rate_derived INTEGER,
            rate_date INTEGER,
            rate_source TEXT,
            due INTEGER,
            settles TEXT,
            progress TEXT,
            memo TEXT
        ) STRICT;
        CREATE UNIQUE INDEX ledger_event_id ON ledger_event (job, id);
        CREATE INDEX ledger_event_order ON ledger_event (job, order_number) WHERE kind = 'order';
        CREATE INDEX ledger_event_taken_back ON ledger_event (job, settles) WHERE kind = 'reversal';
        CREATE INDEX ledger_event_progress ON ledger_event (job) WHERE kind = 'progress';
        CREATE TABLE ledger_account (
            id INTEGER PRIMARY KEY,
            job INTEGER NOT NULL REFERENCES ledger_job,
            kind INTEGER NOT NULL,
            order_number TEXT,
            line TEXT,
            party TEXT
        ) STRICT;
        CREATE INDEX ledger_account_of ON ledger_account (job, kind, order_number, line, party);
        CREATE TABLE ledger_posting (
            event INTEGER NOT NULL,
            account INTEGER NOT NULL,
            currency INTEGER NOT NULL,
            amount INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE ledger_balance (
            job INTEGER NOT NULL,
            account INTEGER NOT NULL,
            currency INTEGER NOT NULL,
            month INTEGER NOT NULL,
            amount INTEGER NOT NULL,
            PRIMARY KEY (job, account, currency, month)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ledger_order (
            id INTEGER PRIMARY KEY,
            job INTEGER NOT NULL REFERENCES ledger_job,
            order_number TEXT NOT NULL,
            line TEXT NOT NULL,
            supplier TEXT NOT NULL,
            currency TEXT NOT NULL,
            UNIQUE (job, order_number, line)
        ) STRICT;
        CREATE TABLE ledger_order_month (
            job INTEGER NOT NULL,
            target INTEGER NOT NULL,
            month INTEGER NOT NULL,
            ordered INTEGER NOT NULL,
            work_done INTEGER NOT NULL,
            invoiced INTEGER NOT NULL,
            book_ordered INTEGER NOT NULL,
            book_work_done INTEGER NOT NULL,
            book_invoiced INTEGER NOT NULL,
            last_work INTEGER,
            PRIMARY KEY (job, target, month)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ledger_closing (
            job INTEGER NOT NULL,
            order_number TEXT NOT NULL,
            line TEXT NOT NULL,
            month INTEGER NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (job, order_number, line, month)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ledger_document (
            id INTEGER PRIMARY KEY,
            job INTEGER NOT NULL REFERENCES ledger_job,
            document TEXT NOT NULL,
            kind TEXT NOT NULL,
            party TEXT NOT NULL,
            line TEXT,
            order_number TEXT,
            date INTEGER NOT NULL,
            due INTEGER NOT NULL,
            currency TEXT NOT NULL,
            UNIQUE (job, document)
        ) STRICT;
        CREATE TABLE ledger_document_month (
            job INTEGER NOT NULL,
            target INTEGER NOT NULL,
            month INTEGER NOT NULL,
            amount INTEGER NOT NULL,
            tax INTEGER NOT NULL,
            book_amount INTEGER NOT NULL,
            paid INTEGER NOT NULL,
            book_paid INTEGER NOT NULL,
            credited INTEGER NOT NULL,
            PRIMARY KEY (job, target, month)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ledger_line_month (
            job INTEGER NOT NULL,
            line TEXT NOT NULL,
            month INTEGER NOT NULL,
            expenses INTEGER NOT NULL,
            time INTEGER NOT NULL,
            billed INTEGER NOT NULL,
            retained INTEGER NOT NULL,
            used INTEGER NOT NULL,
            PRIMARY KEY (job, line, month)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ledger_turnover (
            job INTEGER NOT NULL,
            currency TEXT NOT NULL,
            amount INTEGER NOT NULL,
            PRIMARY KEY (job, currency)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ledger_close (
            job INTEGER NOT NULL,
            month INTEGER NOT NULL,
            edition INTEGER NOT NULL,
            closed_on INTEGER NOT NULL,
            closed_by TEXT NOT NULL,
            batch INTEGER NOT NULL,
            figures TEXT NOT NULL,
            checksum INTEGER NOT NULL,
            PRIMARY KEY (job, month, edition)
        ) STRICT, WITHOUT ROWID;
        """
        + kept([
            "ledger_batch", "ledger_file", "ledger_event", "ledger_posting", "ledger_close",
        ])

    /// What an event books follows from the event, and what stands on the account of an order from the sums of the order:
    /// neither is kept twice. All orders of a job have one account of each kind together.
    static let ledgerControlAccounts = """
        DROP TABLE ledger_posting;
        DROP INDEX ledger_account_of;
        INSERT INTO ledger_account (job, kind)
            SELECT job, kind FROM ledger_account WHERE order_number IS NOT NULL GROUP BY job, kind;
        INSERT INTO ledger_balance (job, account, currency, month, amount)
            SELECT b.job, control.id, b.currency, b.month, sum(b.amount)
            FROM ledger_balance b JOIN ledger_account a ON a.id = b.account
                JOIN ledger_account control
                    ON control.job = a.job AND control.kind = a.kind AND control.order_number IS NULL
            WHERE a.order_number IS NOT NULL GROUP BY b.job, control.id, b.currency, b.month;
        DELETE FROM ledger_balance
            WHERE account IN (SELECT id FROM ledger_account WHERE order_number IS NOT NULL);
        DELETE FROM ledger_account WHERE order_number IS NOT NULL;
        ALTER TABLE ledger_account DROP COLUMN order_number;
        """
}
