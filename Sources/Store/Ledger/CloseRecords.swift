import Costing
import FoundationEssentials
import GRDB
import WorkTime

/// The months of one job that were closed, in the table `ledger_close`: every edition with its figures as they were reported.
struct CloseRecords {
    let job: Int64
    let database: Database

    func insert(_ record: CloseRecord) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let figures = String(decoding: try encoder.encode(record.figures), as: UTF8.self)
        try database.execute(
            sql: """
                INSERT INTO ledger_close (job, month, edition, closed_on, closed_by, batch, figures, checksum)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                job, record.month.number, record.edition, record.date.number, record.name, record.batch, figures,
                Self.checksum(record.edition, record.date, record.name, record.batch, figures),
            ])
    }

    /// By month, then by edition.
    func all() throws -> [CloseRecord] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT month, edition, closed_on, closed_by, batch, figures, checksum FROM ledger_close WHERE job = ?
                ORDER BY month, edition
                """, arguments: [job]
        ).map(record)
    }

    private func record(_ row: Row) throws -> CloseRecord {
        let month = try row.monthNumber(0)
        let (edition, date, name): (Int, CivilDay, String) = (try row.value(1), try row.dayNumber(2), try row.value(3))
        let (batch, text): (Int, String) = (try row.value(4), try row.value(5))
        guard try Self.checksum(edition, date, name, batch, text) == row.value(6),
            let figures = try? JSONDecoder().decode(Reconciliation.self, from: Data(text.utf8)),
            figures.month == month
        else { throw Damage("the close of \(month) is damaged") }
        return CloseRecord(edition: edition, date: date, name: name, batch: batch, figures: figures)
    }

    private static func checksum(_ edition: Int, _ date: CivilDay, _ name: String, _ batch: Int, _ figures: String)
        -> Int64
    {
        fingerprint(of: ["\(edition)", "\(date)", name, "\(batch)", figures])
    }
}
