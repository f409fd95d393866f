public import WorkTime

/// A month that was closed: its figures as they were reported then, whatever has come since.
public struct CloseRecord: Hashable, Sendable {
    /// From 1; a month that events were posted in since is closed again, and that is its next edition.
    public let edition: Int
    public let date: CivilDay
    /// Who closed it.
    public let name: String
    /// The last posting that the figures have seen.
    public let batch: Int
    public let figures: Reconciliation

    public init(edition: Int, date: CivilDay, name: String, batch: Int, figures: Reconciliation) {
        self.edition = edition
        self.date = date
        self.name = name
        self.batch = batch
        self.figures = figures
    }

    public var month: CivilMonth { figures.month }
}
