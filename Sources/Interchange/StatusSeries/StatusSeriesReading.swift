public import Costing
public import Diagnostics
import Formats
public import Monetary

/// A status series as its files state it, and what is wrong with how they are written.
///
/// The series is a table of cumulative amounts, one period a line; a row without earned value and actual cost is a period
/// of the plan that lies ahead:
/// ```csv
/// period,status_date,pv,ev,ac
/// 1,2026-09-04,3200.00,2900.00,3150.00
/// 2,2026-09-11,8600.00,,
/// ```
/// To it may be added the baseline, `day_end,pv`: the cumulative planned value at the end of each day on which something
/// is planned; the activities as they are tracked, `period,activity_id,ev,ac`, and as they were planned,
/// `baseline_start,baseline_end,budget`. Columns stand in any order, separated by commas, semicolons
/// or tabs; columns that are not named here are not read.
///
/// A date alone is the end of that day; a time may follow it. Decimals stand after a point, or after a comma in a file
/// that writes them so throughout.
public struct StatusSeriesReading: Sendable {
    public internal(set) var draft: StatusSeriesDraft
    /// Each with its place and line.
    public internal(set) var findings: FindingList
    private var sources: [SourceText] = []

    /// - Parameters:
    ///   - series: the whole file, of UTF-8 text.
    ///   - file: its name as the user gave it.
    ///   - currency: that of all amounts; the files do not say it.
    public init(series bytes: [UInt8], file: String, currency: Currency) {
        draft = StatusSeriesDraft(currency: currency, rows: [])
        findings = FindingList()
        guard var table = open(bytes, file: file, StatusColumn.self) else { return }
        draft.rows = table.statuses()
        findings.report(contentsOf: table.findings)
        if draft.rows.isEmpty, !findings.hasErrors {
            findings.report(
                Finding(
                    "cost.no-status", .error, "the series has no line but its header",
                    advice: "add a line for each period", at: SourcePlace(file: file, line: 1, column: 1)))
        }
    }

    /// Reads the planned value by day.
    public mutating func addBaseline(_ bytes: [UInt8], file: String) {
        guard var table = open(bytes, file: file, BaselineColumn.self) else { return }
        draft.baseline = table.plannedDays()
        findings.report(contentsOf: table.findings)
    }

    /// Reads the activities behind the totals.
    public mutating func addTracking(_ bytes: [UInt8], file: String) {
        guard var table = open(bytes, file: file, TrackingColumn.self) else { return }
        draft.tracking = table.trackedActivities()
        findings.report(contentsOf: table.findings)
    }

    /// Sets what the files do not state.
    public mutating func complete(by change: (inout StatusSeriesDraft) -> Void) { change(&draft) }

    /// Checks what was read.
    ///
    /// - Throws: every finding, with the lines that they speak of, when one of them is an error.
    public func checked() throws(Rejection) -> StatusSeries {
        do throws(Rejection) {
            // Checking a series of which nothing could be read would only say that everything is missing.
            if draft.rows.isEmpty || draft.baseline?.isEmpty == true { try findings.throwIfErrors() }
            return try StatusSeries(checking: draft, findings: findings.inReadingOrder)
        } catch {
            throw Rejection(findings: showing(error.findings))
        }
    }

    /// The findings with the lines that they speak of.
    public func showing(_ findings: [Finding]) -> [Finding] {
        findings.map { finding in sources.reduce(finding) { $1.showing($0) } }
    }

    /// A file as a table of known columns; `nil`, with findings, when it is no table.
    mutating func open<Column: CostColumn>(
        _ bytes: [UInt8], file: String, _ columns: Column.Type
    ) -> CostTable<Column>? {
        sources.append(SourceText(String(decoding: bytes, as: UTF8.self), file: file))
        let table = CSVTable(
            bytes, file: file, delimiter: .guess(from: bytes), required: Column.allCases.map(\.rawValue))
        findings.report(contentsOf: table.findings.inReadingOrder)
        guard let header = table.header else { return nil }
        return CostTable(header, table.records, currency: draft.currency)
    }
}
