extension Migrations {
    /// What was said of deliveries when they were stored: see ``QualityRecords``. What was accepted, by whom and why, is
    /// never written again.
    static let spendQuality = """
        CREATE TABLE spend_quality (
            delivery INTEGER PRIMARY KEY REFERENCES spend_delivery DEFERRABLE INITIALLY DEFERRED,
            contents TEXT NOT NULL,
            checksum INTEGER NOT NULL
        ) STRICT;
        """ + kept(["spend_quality"])
}
