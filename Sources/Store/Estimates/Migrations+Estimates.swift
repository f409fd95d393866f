extension Migrations {
    /// What was proposed, signed and abandoned of estimates: see ``EstimateRecords``.
    ///
    /// A version is kept whole, and never written again: what the client has approved is what later costs are measured
    /// against.
    static let estimates =
        """
        CREATE TABLE cost_estimate (
            job TEXT NOT NULL,
            version INTEGER NOT NULL,
            proposed_on TEXT,
            proposed_by TEXT,
            name TEXT NOT NULL,
            client TEXT NOT NULL,
            type TEXT,
            currency TEXT NOT NULL,
            effective TEXT NOT NULL,
            reason TEXT,
            start TEXT NOT NULL,
            finish TEXT NOT NULL,
            contingency INTEGER NOT NULL,
            management_reserve INTEGER NOT NULL,
            ceiling INTEGER,
            tax_rate TEXT,
            checksum INTEGER NOT NULL,
            PRIMARY KEY (job, version)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cost_estimate_line (
            job TEXT NOT NULL,
            version INTEGER NOT NULL,
            place INTEGER NOT NULL,
            line TEXT NOT NULL,
            name TEXT NOT NULL,
            category TEXT NOT NULL,
            phase TEXT,
            supplier TEXT,
            quantity TEXT NOT NULL,
            unit TEXT,
            unit_cost TEXT NOT NULL,
            stated_gross INTEGER NOT NULL,
            supplier_currency TEXT NOT NULL,
            exchange_rate TEXT NOT NULL,
            supplier_cost INTEGER NOT NULL,
            cost INTEGER NOT NULL,
            price INTEGER NOT NULL,
            basis TEXT NOT NULL CHECK (basis IN ('pass-through', 'commission', 'markup', 'fixed')),
            basis_share TEXT,
            start TEXT,
            finish TEXT,
            earning TEXT NOT NULL CHECK (earning IN ('finish', 'half', 'percent', 'units', 'milestones')),
            PRIMARY KEY (job, version, place),
            UNIQUE (job, version, line),
            FOREIGN KEY (job, version) REFERENCES cost_estimate
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cost_estimate_activity (
            job TEXT NOT NULL,
            version INTEGER NOT NULL,
            line INTEGER NOT NULL,
            place INTEGER NOT NULL,
            activity TEXT NOT NULL,
            PRIMARY KEY (job, version, line, place),
            FOREIGN KEY (job, version, line) REFERENCES cost_estimate_line (job, version, place)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cost_estimate_milestone (
            job TEXT NOT NULL,
            version INTEGER NOT NULL,
            line INTEGER NOT NULL,
            place INTEGER NOT NULL,
            name TEXT NOT NULL,
            share TEXT NOT NULL,
            due TEXT,
            PRIMARY KEY (job, version, line, place),
            FOREIGN KEY (job, version, line) REFERENCES cost_estimate_line (job, version, place)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cost_estimate_exchange (
            job TEXT NOT NULL,
            version INTEGER NOT NULL,
            place INTEGER NOT NULL,
            currency TEXT NOT NULL,
            rate TEXT NOT NULL,
            date TEXT,
            source TEXT,
            PRIMARY KEY (job, version, place),
            FOREIGN KEY (job, version) REFERENCES cost_estimate
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cost_estimate_step (
            job TEXT NOT NULL,
            version INTEGER NOT NULL,
            place INTEGER NOT NULL,
            name TEXT NOT NULL,
            date TEXT NOT NULL,
            amount INTEGER NOT NULL,
            retainer INTEGER NOT NULL,
            PRIMARY KEY (job, version, place),
            FOREIGN KEY (job, version) REFERENCES cost_estimate
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cost_estimate_signature (
            job TEXT NOT NULL,
            version INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('internal', 'client', 'abandonment')),
            date TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (job, version, kind),
            FOREIGN KEY (job, version) REFERENCES cost_estimate
        ) STRICT, WITHOUT ROWID;
        """
        + kept([
            "cost_estimate", "cost_estimate_line", "cost_estimate_activity", "cost_estimate_milestone",
            "cost_estimate_exchange", "cost_estimate_step", "cost_estimate_signature",
        ])
}
