public import Diagnostics
public import MediaSpend
import Monetary

/// Reads a vendor's month file through a layout: CSV or TSV, also packed with gzip, of any size.
///
/// The file is read in pieces; its rows are handed on in chunks of at most 65,536, so memory does not grow with the file
/// but for the names that occur in it.
///
/// ```swift
/// let reading = try MonthFileReader(layout).read("2025-12.csv.gz") { chunk, names in builder.update(with: chunk) }
/// reading.delivery.spend
/// ```
public struct MonthFileReader: Sendable {
    public let layout: Layout
    /// The year that the delivery is for, where the layout's months are numbers; `nil`: from the file's name.
    public var year: Int?

    /// The longest record that is read, in bytes; a longer one has lost its closing quote.
    static let recordLimit = 4 << 20

    public init(_ layout: Layout, year: Int? = nil) {
        self.layout = layout
        self.year = year
    }

    /// Reads a file to its end.
    ///
    /// - Parameters:
    ///   - path: the file; `-` for standard input.
    ///   - receive: takes each chunk, with the names that its codes stand for; not called any more once something in the
    ///     file is wrong. Names gain labels only at the end, in the reading's own vocabulary.
    /// - Throws: ``SpendFileFault`` when the file cannot be opened or read; a `Rejection` with everything that is wrong
    ///   with it; what `receive` throws.
    public func read(
        _ path: String, into receive: (OccurrenceChunk, Vocabulary) throws -> Void
    ) throws -> MonthFileReading {
        let source = try ByteSource(path: path)
        var text = TextPieces(layout.encoding)
        let deliveryYear = year ?? (layout.month.kind == .monthNumber ? Self.year(in: source.name) : nil)
        var rows = RowReader(layout, file: path, year: deliveryYear)
        guard checkYear(deliveryYear, in: path, &rows) else { throw Rejection(findings: rows.ledger.findings) }

        var scanner = RecordScanner(delimiter: layout.delimiter.byte)
        var digest = ContentDigest.Running()
        var chunk = OccurrenceChunk()
        var block: [UInt8] = []
        var isLast = false
        while !isLast {
            block.removeSubrange(..<scanner.position)
            scanner.rebase()
            isLast = try !text.read(from: source, into: &block, digest: &digest)
            while scanner.next(in: block.span, isLast: isLast) {
                let record = RecordView(file: path, line: scanner.line, start: scanner.start, fields: scanner.fields)
                guard let occurrence = rows.take(record, in: block.span) else {
                    if rows.lacksHeader { throw Rejection(findings: rows.ledger.findings) }
                    continue
                }
                chunk.append(occurrence)
                if chunk.isFull { try handOn(&chunk, rows, receive) }
            }
            reportInvalidText(in: block, upTo: scanner.position, &rows, line: scanner.line)
            if block.count - scanner.position > Self.recordLimit {
                rows.report(finding: endlessRecord(in: path, line: scanner.line))
                break
            }
        }
        try handOn(&chunk, rows, receive)
        return try finish(rows, source.name, digest.finish())
    }

    private func handOn(
        _ chunk: inout OccurrenceChunk, _ rows: RowReader, _ receive: (OccurrenceChunk, Vocabulary) throws -> Void
    ) throws {
        if chunk.count > 0, !rows.ledger.hasErrors { try receive(chunk, rows.coder.vocabulary) }
        chunk.removeAll()
    }

    // MARK: The end

    private func finish(_ rows: RowReader, _ name: String, _ contents: ContentDigest) throws -> MonthFileReading {
        var rows = rows
        reportWhole(&rows)
        guard !rows.ledger.hasErrors, let currency = rows.currency else {
            throw Rejection(findings: rows.ledger.findings)
        }
        let control = layout.rows.control.map {
            Delivery.ControlTotal(
                column: $0.column,
                total: Money(minorUnits: Int64(rows.totals.control.spend), currency),
                rows: rows.totals.control.rows)
        }
        let delivery = Delivery(
            source: layout.name, file: name, digest: contents.combined(with: layout.digest), currency: currency,
            basis: layout.basis, countsInsertions: layout.insertions != nil,
            months: rows.totals.deliveryMonths(in: currency), control: control,
            skippedLines: rows.lines.repeatedHeaders + rows.lines.others, filteredRows: rows.lines.filtered)
        reportControl(of: delivery, &rows)
        return MonthFileReading(
            delivery: delivery, vocabulary: rows.coder.finished(), columns: rows.columns,
            findings: rows.ledger.findings)
    }

}

/// What reading a month file gave.
public struct MonthFileReading: Sendable {
    public let delivery: Delivery
    /// The names behind the codes of the chunks, with their labels.
    public let vocabulary: Vocabulary
    /// The names of the file's columns, as its header writes them.
    public let columns: [String]
    /// Warnings and notes, in reading order.
    public let findings: [Finding]
}
