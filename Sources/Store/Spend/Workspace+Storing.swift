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
        try storing { session in
            try session.store(from: source, reading: reading) { _, _ in (DeliveryQuality(), nil) }
        }
    }

    /// Stores several deliveries together: when `body` throws, the workspace is as it was, and when none of them was new,
    /// it is not written to.
    ///
    /// - Parameter body: runs once, inside the transaction: it must not call the workspace.
    /// - Throws: ``StoreFailure``, and what `body` throws.
    public func storing<Value>(_ body: (StoringSession) throws -> Value) throws -> Value {
        var value: Value?
        let _: Bool? = try write { database in
            let session = StoringSession(in: database, self)
            value = try body(session)
            return session.hasStored ? true : nil
        }
        guard let value else { preconditionFailure("“\(name)”: a transaction ended without a value") }
        return value
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
    static func check(_ delivery: Delivery, against stored: [StoredDelivery]) throws(Rejection) {
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
