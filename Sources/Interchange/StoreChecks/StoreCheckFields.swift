import Diagnostics
import Formats

/// Reads the fields of one file; what is wrong with one is reported and reading goes on.
struct StoreCheckFields {
    let columns: StoreCheckColumns
    private var tally = FindingTally()

    init(_ columns: StoreCheckColumns) { self.columns = columns }

    var findings: [Finding] { tally.findings }

    /// The words of a field; `nil` for an empty one and for a column that is not there.
    func text(_ column: StoreCheckColumn, _ record: any TableRecord) -> String? {
        guard let position = columns[column], !record.isEmpty(position) else { return nil }
        let text = FormulaGuard.unguarded(record[position].trimmed)
        return text.isEmpty ? nil : text
    }

    /// A name that every row needs.
    mutating func name(_ column: StoreCheckColumn, _ record: any TableRecord) -> String? {
        if let name = text(column, record) { return name }
        report(
            TextFault(
                FindingID(rawValue: "store-check.no-\(column.rawValue)"), "this row names no \(column.rawValue)",
                advice: "write it in every row"), column, record)
        return nil
    }

    /// What a field says; `nil` for an empty one, and for one that cannot be read.
    mutating func value<Value>(
        _ column: StoreCheckColumn, _ record: any TableRecord, _ read: (String) throws(TextFault) -> Value
    ) -> Value? {
        guard let stated = text(column, record) else { return nil }
        return attempt(column, record) { () throws(TextFault) in try read(stated) }
    }

    /// What comes of a field; `nil` where it is at fault.
    mutating func attempt<Value>(
        _ column: StoreCheckColumn, _ record: any TableRecord, _ work: () throws(TextFault) -> Value
    ) -> Value? {
        do throws(TextFault) {
            return try work()
        } catch {
            report(error, column, record)
            return nil
        }
    }

    /// Where a field stands.
    func place(_ column: StoreCheckColumn, _ record: any TableRecord) -> SourcePlace {
        record.place(of: columns[column] ?? 0)
    }

    mutating func report(
        _ fault: TextFault, _ column: StoreCheckColumn, _ record: any TableRecord, as severity: Severity = .error
    ) {
        let position = columns[column] ?? 0
        tally.report(fault.id) {
            record.finding(fault.id, severity, fault.message, advice: fault.advice, field: position)
        }
    }
}
