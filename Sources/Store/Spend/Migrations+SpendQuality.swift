extension Migrations {
    /// What was said of deliveries when they were stored: see ``QualityRecords`` and
    /// ``FigureRecords``. What was accepted, by whom and why, is
    /// never written again.
    static let spendQuality = """
        CREATE TABLE spend_quality (
            delivery INTEGER PRIMARY KEY REFERENCES spend_delivery DEFERRABLE INITIALLY DEFERRED,
            contents TEXT NOT NULL,
            checksum INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE spend_figures (
            delivery INTEGER NOT NULL REFERENCES spend_delivery DEFERRABLE INITIALLY DEFERRED,
            month TEXT NOT NULL,
            checksum INTEGER NOT NULL,
            data BLOB NOT NULL,
            UNIQUE (delivery, month)
        ) STRICT;
        """ + kept(["spend_quality"])
}
