public import MediaSpend

extension Layout {
    /// Those layouts that can read a file: every column that they need stands in its header.
    ///
    /// The header is the first line; of a workbook, or where a layout passes over page heads, one of the first fifty.
    ///
    /// - Parameter path: a file; standard input cannot be looked at before it is read.
    /// - Throws: ``SpendFileFault`` when the file cannot be opened or read; a `Rejection` when it is packed and damaged.
    public static func fitting(_ path: String, among layouts: [Layout]) throws -> [Layout] {
        let heads = try FileHead(path)
        return layouts.filter { layout in
            heads.records(for: layout).contains { record in
                var missing: [String] = []
                return ColumnMap(record.fields, for: layout, missing: &missing) != nil
            }
        }
    }
}

/// The first lines of a file, split as different layouts have it.
private struct FileHead {
    private let byDelimiter: [FieldDelimiter: [FileSample.Record]]
    private let isWorkbook: Bool

    init(_ path: String) throws {
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        while bytes.count < 1 << 16, try source.read(into: &bytes) {}
        isWorkbook = FileSample.isWorkbook(bytes)
        if isWorkbook {
            let sheets = try FileSample.sheets(ofWorkbook: path)
            let heads = sheets.flatMap { $0.prefix(RowReader.furthestHeaderLine) }
            byDelimiter = Dictionary(uniqueKeysWithValues: FieldDelimiter.allCases.map { ($0, heads) })
        } else {
            let text = FileSample.text(of: bytes)
            byDelimiter = Dictionary(
                uniqueKeysWithValues: FieldDelimiter.allCases.map { ($0, FileSample.records(of: text, $0, limit: 50)) })
        }
    }

    func records(for layout: Layout) -> ArraySlice<FileSample.Record> {
        let records = byDelimiter[layout.delimiter] ?? []
        return records.prefix(isWorkbook ? records.count : layout.rows.othersAreSkipped ? 50 : 1)
    }
}
