extension Migrations {
    /// What clients were asked for on top of what they had approved, and what they answered: see ``RequestRecords``.
    ///
    /// A letter that has been sent is not changed any more, nor is an answer.
    static let requests =
        """
        CREATE TABLE cost_request (
            job TEXT NOT NULL,
            number INTEGER NOT NULL,
            date TEXT NOT NULL,
            version INTEGER NOT NULL,
            currency TEXT NOT NULL,
            approved_cost INTEGER NOT NULL,
            forecast INTEGER NOT NULL,
            confidence REAL NOT NULL,
            amount INTEGER NOT NULL,
            price INTEGER NOT NULL,
            answer_by TEXT NOT NULL,
            checksum INTEGER NOT NULL,
            PRIMARY KEY (job, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cost_request_answer (
            job TEXT NOT NULL,
            number INTEGER NOT NULL,
            answer TEXT NOT NULL,
            amount INTEGER,
            date TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (job, number),
            FOREIGN KEY (job, number) REFERENCES cost_request
        ) STRICT, WITHOUT ROWID;
        """ + kept(["cost_request", "cost_request_answer"])
}
