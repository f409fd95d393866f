import Diagnostics
public import MediaSpend
import Monetary

extension Workspace {
    /// Stores a delivery, whole or not at all.
    ///
    /// A month that was delivered before is kept beside the older rows and speaks for that month from now on, see
    /// ``DeliveryChoice``.
    ///
    /// - Parameters:
    ///   - source: the name of the layout that the file is read through.
    ///   - reading: reads the file, hands its chunks to the writer, and returns what the file was and what it calls
    ///     things. It runs once, inside the transaction: it must not call the workspace.
    /// - Returns: `alreadyStored` when the same contents are there, and nothing was changed.
    /// - Throws: ``StoreFailure``; a `Rejection` when the delivery is in another currency or on another basis than what
    ///   the source brought before; what `reading` throws. In each case the workspace is as it was.
    public func store(
        from source: String, reading: (DeliveryWriter) throws -> (delivery: Delivery, names: Vocabulary)
    ) throws -> StoringResult {
        var known: StoredDelivery?
        let new: StoredDelivery? = try write { database in
            let records = DeliveryRecords(database: database)
            let writer = try DeliveryWriter(records.nextID(), of: source, in: database, self)
            let (delivery, names) = try reading(writer)
            precondition(delivery.source == source, "a delivery of “\(delivery.source)” is stored as “\(source)”")
            known = try records.find(delivery.digest, of: source)
            guard known == nil else { return nil }
            let others = try records.all(of: source)
            try Self.check(delivery, against: others)
            let stored = StoredDelivery(id: writer.id, delivery: delivery)
            try records.insert(stored)
            try writer.finish(delivery, named: names)
            try RollUpRecords(database: database).repair(others)
            return stored
        }
        if let new { return .stored(new) }
        guard let known else { preconditionFailure("a delivery of “\(source)” is neither new nor known") }
        return .alreadyStored(known)
    }

    /// Stores a delivery whose rows are at hand.
    ///
    /// - Throws: as ``store(from:reading:)``, and what the sequence throws in its course.
    public func store(
        _ delivery: Delivery, _ chunks: some Sequence<OccurrenceChunk>, named names: Vocabulary
    ) throws -> StoringResult {
        try store(from: delivery.source) { writer in
            for chunk in chunks { try writer.append(chunk, named: names) }
            return (delivery, names)
        }
    }

    /// Figures of two currencies, or of two bases, are never added up.
    private static func check(_ delivery: Delivery, against stored: [StoredDelivery]) throws(Rejection) {
        guard let first = stored.first?.delivery else { return }
        var findings = FindingList()
        func report(_ id: FindingID, _ what: String, _ new: String, _ old: String) {
            findings.report(
                Finding(
                    id, .error,
                    "“\(delivery.file)” states \(what) \(new), and “\(first.file)” of the same layout \(old)",
                    advice: "read one of them through a layout of another name"))
        }
        if delivery.currency != first.currency {
            report("spend.another-currency", "amounts in", delivery.currency.code, first.currency.code)
        }
        if delivery.basis != first.basis {
            report("spend.another-basis", "spend on the basis", delivery.basis.rawValue, first.basis.rawValue)
        }
        try findings.throwIfErrors()
    }
}
