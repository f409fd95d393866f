import GRDB
public import MediaSpend
import Monetary

/// Takes the rows of one delivery while it is being stored; of use only inside ``Workspace/store(from:reading:)``.
public final class DeliveryWriter {
    let id: DeliveryID
    private let workspace: Workspace
    private let columns: ColumnRecords
    private let records: NameRecords
    private var merger: NameMerger
    private var chunks = 0
    private var rows = 0
    private var spend: Int64 = 0
    private var insertions: Int64 = 0
    private var sums = RollUpSums.base

    init(_ id: DeliveryID, of source: String, in database: Database, _ workspace: Workspace) throws {
        self.id = id
        self.workspace = workspace
        columns = ColumnRecords(database: database, delivery: id)
        records = NameRecords(database: database, source: source)
        merger = NameMerger(into: try records.vocabulary(SpendDimension.named))
    }

    /// Stores some rows: ``register(_:)``, encode and ``write(_:)`` in one.
    ///
    /// - Parameters:
    ///   - chunk: with all columns; each row has a month.
    ///   - names: what its codes stand for. The names of a file only grow: codes of chunks before mean the same.
    /// - Throws: ``StoreFailure``; pass it on.
    public func append(_ chunk: OccurrenceChunk, named names: Vocabulary) throws {
        try write(EncodedChunk(chunk, through: register(names)))
    }

    /// Gives the names that the workspace does not know yet a code.
    ///
    /// To be called for one chunk after another in the order of the file, which is what makes the codes, and so the
    /// bytes of the workspace, the same however many threads encode.
    public func register(_ names: Vocabulary) -> WorkspaceCodes { merger.register(names) }

    /// Stores the rows of an encoded chunk; to be called in the order of the file.
    ///
    /// - Throws: ``StoreFailure``; pass it on.
    public func write(_ chunk: EncodedChunk) throws {
        guard chunk.rows > 0 else { return }
        try workspace.translated { try columns.insert(chunk.columns, at: chunks) }
        chunks += 1
        rows += chunk.rows
        // Compared with the delivery's totals, which fit into 64 bits, so that wrapping on the way is harmless.
        spend &+= chunk.spend
        insertions &+= chunk.insertions
        for level in sums.indices { sums[level].add(chunk.sums[level]) }
    }

    /// The names of before that the file exchanged for others; known at the end.
    var nameChanges: [NameChange] { merger.changes }

    /// Stores what was left open, once the whole file has been read.
    func finish(_ delivery: Delivery, named names: Vocabulary) throws {
        precondition(
            delivery.rows == rows && delivery.spend.minorUnits == spend && delivery.insertions == insertions,
            "\(delivery.file) states \(delivery.rows) rows that spend \(delivery.spend), and brought \(rows), \(spend)")
        merger.relabel(as: names)
        try merger.save(to: records)
        try RollUpRecords(database: columns.database).insert(sums, of: StoredDelivery(id: id, delivery: delivery))
    }
}
