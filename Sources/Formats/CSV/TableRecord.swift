public import Diagnostics

/// One row of a table, whatever file it stands in: a record of a CSV file, a row of a sheet.
public protocol TableRecord: Sendable {
    /// The number of fields.
    var count: Int { get }
    /// The text of a field; empty beyond the last one.
    subscript(index: Int) -> String { get }
    /// Whether there is nothing in the field, or no such field.
    func isEmpty(_ index: Int) -> Bool
    /// Where a field stands.
    func place(of index: Int) -> SourcePlace
    /// What stands around a field, for showing under a finding.
    func excerpt(of index: Int) -> String?
    /// A finding about a field, with its place and what stands there.
    func finding(
        _ id: FindingID, _ severity: Severity, _ message: String, advice: String, field index: Int
    ) -> Finding
}

extension CSVRecord: TableRecord {}
extension WorkbookRow: TableRecord {}
