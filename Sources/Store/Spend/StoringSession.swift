import GRDB
public import MediaSpend
import WorkTime

/// Several deliveries that are stored together or not at all; of use only inside ``Workspace/storing(_:)``.
public final class StoringSession {
    private let database: Database
    private let workspace: Workspace
    private(set) var hasStored = false

    init(in database: Database, _ workspace: Workspace) {
        self.database = database
        self.workspace = workspace
    }

    /// What the workspace holds of a source by now.
    public func history(of source: String) -> SpendHistory { SpendHistory(of: source, in: database) }

    /// Stores a delivery, as ``Workspace/store(from:reading:)`` does. What fails leaves those before as they are.
    ///
    /// - Parameter checking: judges what was read, when it is not known already, and may throw to keep it out; what it
    ///   returns is kept beside the delivery, and the figures for as long as later months are judged by them.
    public func store(
        from source: String, reading: (DeliveryWriter) throws -> (delivery: Delivery, names: Vocabulary),
        checking: (Delivery, Vocabulary) throws -> (DeliveryQuality, QualityFigures?)
    ) throws -> StoringResult {
        var result: StoringResult?
        try database.inSavepoint {
            let records = DeliveryRecords(database: database)
            let writer = try DeliveryWriter(records.nextID(), of: source, in: database, workspace)
            let (delivery, names) = try reading(writer)
            precondition(delivery.source == source, "a delivery of “\(delivery.source)” is stored as “\(source)”")
            if let known = try records.find(delivery.digest, of: source) {
                result = .alreadyStored(known)
                return .rollback
            }
            try Workspace.check(delivery, against: records.all(of: source))
            var (quality, figures) = try checking(delivery, names)
            let stored = StoredDelivery(id: writer.id, delivery: delivery)
            try records.insert(stored)
            try writer.finish(delivery, named: names)
            quality.nameChanges = writer.nameChanges
            try QualityRecords(database: database).insert(quality, of: stored.id)
            if let figures { try keep(figures, of: stored) }
            result = .stored(stored)
            return .commit
        }
        guard let result else { preconditionFailure("a delivery of “\(source)” is neither new nor known") }
        if result.isNew { hasStored = true }
        return result
    }

    /// Keeps the figures of the months that the next ones will be compared with.
    private func keep(_ figures: QualityFigures, of stored: StoredDelivery) throws {
        let records = FigureRecords(database: database)
        guard let last = try history(of: stored.delivery.source).months().last?.month else { return }
        let first = last.advanced(by: -QualityGate.window)
        for month in stored.delivery.months.map(\.month) where month >= first {
            try records.insert(figures.restricted(to: [month]), in: month, of: stored.id)
        }
        try records.removeAll(of: stored.delivery.source, before: first)
    }
}
