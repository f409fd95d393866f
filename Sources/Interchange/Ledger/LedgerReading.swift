public import Costing
public import Diagnostics
import Formats
public import Monetary

/// Events of jobs as files state them, and what is wrong with how they are written.
///
/// A table with one event a line. Columns stand in any order, separated by commas, semicolons or tabs, and most may be left
/// out; their names may be Chinese:
/// ```csv
/// id,date,kind,line,order,party,amount,currency,tax,book_amount,rate,rate_date,rate_source,due,settles,percent,units,milestone,memo
/// PO-1,2026-02-02,order,film,,Harbour Films,480000.00,HKD,,,0.9215,2026-02-02,Bank of China,,,,,,
/// PR-1,2026-03-31,progress,film,,,,,,,,,,,,40%,,,
/// ```
/// A column `job` may name the job of each line. Decimals stand after a point, or after a comma in a file that writes them so
/// throughout.
///
/// Or the same as a sheet of an Excel workbook.
///
/// Findings: those of `CSVReader` and `Workbook`, `cost.bad-date`, `cost.unknown-kind`, `cost.no-id`, `cost.no-job`, `cost.other-job`,
/// `cost.no-event`.
public struct LedgerReading: Sendable {
    /// One for each job, in the order in which they come first.
    public private(set) var drafts: [LedgerDraft] = []
    public private(set) var findings = FindingList()
    private let job: JobID?
    private let currency: Currency?
    private var positions: [JobID: Int] = [:]

    /// - Parameters:
    ///   - job: whose events these are; `nil` where each line says so.
    ///   - currency: that of the books, where it is said.
    public init(of job: JobID?, currency: Currency? = nil) {
        self.job = job
        self.currency = currency
    }

    /// Reads one more file: UTF-8 text, or an Excel workbook whose first row of a sheet names the columns.
    ///
    /// Of a workbook the sheet `Ledger` is read, else the first that is not hidden.
    public mutating func add(_ bytes: [UInt8], file: String) {
        guard !Workbook.isWorkbook(bytes) else { return addWorkbook(bytes, file: file) }
        var csv = CSVReader(bytes, file: file, delimiter: .guess(from: bytes))
        guard let header = csv.next().map(CSVHeader.init) else {
            if csv.findings.isEmpty { reportEmpty(file) }
            return findings.report(contentsOf: csv.findings)
        }
        let count = read(under: header) { csv.next() }
        findings.report(contentsOf: csv.findings)
        if count == 0, !findings.hasErrors { reportEmpty(file) }
    }

    private mutating func addWorkbook(_ bytes: [UInt8], file: String) {
        let (workbook, found) = Workbook.reading(bytes, file: file)
        findings.report(contentsOf: found)
        guard let workbook else { return }
        let named = workbook.sheets.first { $0.name.trimmed.lowercased() == "ledger" }
        guard let name = named ?? workbook.sheets.first(where: { !$0.isHidden }) ?? workbook.sheets.first else {
            return
        }
        let (sheet, faults) = workbook.sheet(name)
        findings.report(contentsOf: faults)
        guard let sheet else { return }
        guard let first = sheet.rows.first else { return reportEmpty(file) }
        var rest = sheet.rows.dropFirst().makeIterator()
        let count = read(under: CSVHeader(first)) { rest.next() }
        if count == 0, !findings.hasErrors { reportEmpty(file) }
    }

    /// Reads records up to the last one, and gives back how many there are.
    private mutating func read<Record: TableRecord>(under header: CSVHeader, _ next: () -> Record?) -> Int {
        let known = drafts.map(\.rows.count)
        let columns = LedgerColumns(header, namesJob: job != nil)
        findings.report(contentsOf: columns.findings)
        var rows = LedgerRows(columns)
        var count = 0
        while let record = next() {
            guard (0..<record.count).contains(where: { !record.isEmpty($0) }) else { continue }
            count += 1
            take(rows.read(record), job: rows.job(record, within: job))
        }
        findings.report(contentsOf: rows.findings)
        if rows.writesDecimalCommas { writePoints(after: known) }
        return count
    }

    private mutating func take(_ row: LedgerRows.Reading, job: JobID?) {
        guard let job else { return }
        let position = positions[job] ?? drafts.count
        if position == drafts.count {
            positions[job] = position
            drafts.append(LedgerDraft(job: job, currency: currency))
        }
        switch row {
        case .event(let row): drafts[position].rows.append(row)
        case .unread(let names): drafts[position].unread.formUnion(names)
        }
    }

    /// Turns decimal commas into points in the rows of the file that was just read.
    ///
    /// - Parameter known: how many rows each job had before.
    private mutating func writePoints(after known: [Int]) {
        for draft in drafts.indices {
            let first = draft < known.count ? known[draft] : 0
            for row in first..<drafts[draft].rows.count { drafts[draft].rows[row].writePoints() }
        }
    }

    private mutating func reportEmpty(_ file: String) {
        findings.report(
            Finding(
                "cost.no-event", .error, "the file has no event",
                advice: "add a line for each order, invoice and payment",
                at: SourcePlace(file: file, line: 1, column: 1)))
    }
}

extension LedgerDraft.Row {
    fileprivate mutating func writePoints() {
        for field in [.amount, .tax, .bookAmount, .rate, .percent, .units] as [LedgerDraft.Field] {
            self[field]?.value.writePoint()
        }
    }
}

extension String {
    /// `1234,50` as `1234.50`; a second comma stays, and is a fault later.
    fileprivate mutating func writePoint() {
        if let comma = firstIndex(of: ",") { replaceSubrange(comma...comma, with: ".") }
    }
}
