import Diagnostics
import Formats
import MediaSpend

extension FileSample {
    /// The first rows of the sheet of a workbook that has most of them, as far as one looks.
    ///
    /// - Throws: a `Rejection` when the workbook cannot be used.
    init(workbook path: String) throws {
        let sheets = try Self.sheets(ofWorkbook: path)
        let fullest = sheets.reduce(sheets.first ?? []) { $1.count > $0.count ? $1 : $0 }
        self.init(path, .utf8, .comma, fullest)
    }

    /// The first rows of each sheet that is shown.
    static func sheets(ofWorkbook path: String) throws -> [[Record]] {
        let (workbook, findings) = Workbook.reading(try ByteSource.whole(path), file: path)
        guard let workbook else { throw Rejection(findings: findings) }
        let shown = workbook.sheets.filter { !$0.isHidden }
        return try (shown.isEmpty ? workbook.sheets : shown).map { name in
            let (opened, faults) = workbook.rows(of: name)
            guard var rows = opened else { throw Rejection(findings: faults) }
            var records: [Record] = []
            while records.count < recordLimit, let row = rows.next() {
                records.append(Record(line: row.number, fields: row.texts))
            }
            try FindingList(rows.findings).throwIfErrors()
            return records
        }
    }
}
