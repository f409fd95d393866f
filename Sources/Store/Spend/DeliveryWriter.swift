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

    init(_ id: DeliveryID, of source: String, in database: Database, _ workspace: Workspace) throws {
        self.id = id
        self.workspace = workspace
        columns = ColumnRecords(database: database, delivery: id)
        records = NameRecords(database: database, source: source)
        merger = NameMerger(into: try records.vocabulary(SpendDimension.named))
    }

    /// Stores some rows.
    ///
    /// - Parameters:
    ///   - chunk: with all columns; each row has a month.
    ///   - names: what its codes stand for. The names of a file only grow: codes of chunks before mean the same.
    /// - Throws: ``StoreFailure``; pass it on.
    public func append(_ chunk: OccurrenceChunk, named names: Vocabulary) throws {
        guard chunk.count > 0 else { return }
        precondition(!chunk[.month].contains(NameTable.notStated), "a row without a month cannot be stored")
        let recoded = merger.recoded(chunk, named: names)
        try workspace.translated { try columns.insert(recoded, at: chunks) }
        chunks += 1
        rows += chunk.count
        // Compared with the delivery's totals, which fit into 64 bits, so that wrapping on the way is harmless.
        spend = chunk.spend.reduce(spend, &+)
        insertions = chunk.insertions.reduce(insertions, &+)
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
    }
}
