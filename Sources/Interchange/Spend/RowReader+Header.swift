import Diagnostics
import MediaSpend

extension RowReader {
    /// The columns that the first line names; `nil` when it is not a header, which is reported unless a header may
    /// still come.
    mutating func readHeader(_ record: RecordView, in block: Span<UInt8>) -> ColumnMap? {
        let names = record.fields.indices.map { record.text($0, in: block) }
        var missing: [String] = []
        if let map = ColumnMap(names, for: layout, missing: &missing) {
            columns = names.filter { !$0.isEmpty }
            reportDuplicates(names, record, in: block)
            reportUnread(names, record, in: block)
            return map
        }
        if nearestHeader.map({ missing.count < $0.count }) ?? true {
            nearestHeader = missing.enumerated().map { index, name in
                missingColumn(name, names, record, in: block, isFirst: index == 0)
            }
        }
        // Page heads may stand before the header of a file that has them between its rows.
        if layout.rows.othersAreSkipped, record.line < Self.furthestHeaderLine { return nil }
        for finding in nearestHeader ?? [] { ledger.report(finding) }
        lacksHeader = true
        return nil
    }

    /// Up to which line a header is looked for below a page head.
    static let furthestHeaderLine = 50

    /// The columns, if a line between the rows is a header once more.
    func repeatedHeader(in record: RecordView, _ block: Span<UInt8>) -> ColumnMap? {
        var missing: [String] = []
        return ColumnMap(record.fields.indices.map { record.text($0, in: block) }, for: layout, missing: &missing)
    }

    /// What the line names instead is said once.
    private func missingColumn(
        _ name: String, _ names: [String], _ record: RecordView, in block: Span<UInt8>, isFirst: Bool
    ) -> Finding {
        let nearest = nearestName(to: name, among: names.filter { !$0.isEmpty })
        let shown = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
        return record.finding(
            "spend.missing-column", .error,
            "the column “\(name)” is missing, which the layout \(layout.name) reads",
            advice: nearest.map { "is “\($0)” the same? Then name it in a layout file of your own" }
                ?? "check that this is the right layout" + (isFirst ? "; the file has: \(shown)" : ""),
            in: block)
    }

    private mutating func reportDuplicates(_ names: [String], _ record: RecordView, in block: Span<UInt8>) {
        var positions: [String: Int] = [:]
        let read = Set(layout.columnNames.map { $0.lowercased() })
        for (position, name) in names.enumerated() where read.contains(name.lowercased()) {
            guard let first = positions.updateValue(position, forKey: name.lowercased()) else { continue }
            ledger.report("spend.duplicate-column") {
                record.finding(
                    "spend.duplicate-column", .error,
                    "the column “\(name)” stands twice, as number \(first + 1) and \(position + 1)",
                    advice: "give one of them another name; the layout cannot tell which it means", field: position,
                    in: block)
            }
        }
    }

    /// Columns that nobody reads are named once: a vendor who adds one may mean something by it.
    private mutating func reportUnread(_ names: [String], _ record: RecordView, in block: Span<UInt8>) {
        let unread = ColumnMap.unread(names, by: layout)
        guard let first = unread.first else { return }
        let shown = unread.prefix(12).joined(separator: ", ") + (unread.count > 12 ? ", …" : "")
        ledger.report("spend.unread-columns", .note) {
            record.finding(
                "spend.unread-columns", .note,
                "\(unread.count == 1 ? "1 column is" : "\(unread.count) columns are") not read: \(shown)",
                advice: "nothing needs to be done; a layout that lists them under ignored says no more of them",
                field: names.firstIndex(of: first) ?? 0, in: block)
        }
    }
}
