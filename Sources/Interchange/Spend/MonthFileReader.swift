public import Diagnostics
public import MediaSpend
import Monetary

/// Reads a vendor's month file through a layout: CSV or TSV of any size, also packed with gzip, or a workbook.
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
        let source = try ByteSource(path: path, layout: layout)
        do {
            var reading = try read(source, at: path, into: receive)
            reading.findings = source.placed(reading.findings)
            return reading
        } catch let rejection as Rejection {
            throw Rejection(findings: source.placed(rejection.findings))
        }
    }

    private func read(
        _ source: ByteSource, at path: String, into receive: (OccurrenceChunk, Vocabulary) throws -> Void
    ) throws -> MonthFileReading {
        var text = TextPieces(source.workbook == nil ? layout.encoding : .utf8)
        let deliveryYear = year ?? (layout.month.kind == .monthNumber ? Self.year(in: source.name) : nil)
        var rows = RowReader(layout, file: path, year: deliveryYear, isWorkbook: source.workbook != nil)
        rows.fileMonth = Self.month(in: source.name)
        guard checkPeriod(deliveryYear, in: path, &rows) else { throw Rejection(findings: rows.ledger.findings) }

        var scanner = RecordScanner(delimiter: layout.delimiter.byte)
        var digest = ContentDigest.Running()
        var chunk = OccurrenceChunk()
        var block: [UInt8] = []
        var taken: [Occurrence] = []
        var passed = 0
        var isLast = false
        while !isLast {
            passed += scanner.position
            block.removeSubrange(..<scanner.position)
            scanner.rebase()
            isLast = try !text.read(from: source, into: &block, digest: &digest)
            while scanner.next(in: block.span, isLast: isLast) {
                let record = RecordView(file: path, line: scanner.line, start: scanner.start, fields: scanner.fields)
                taken.removeAll(keepingCapacity: true)
                rows.take(record, in: block.span) { taken.append($0) }
                if rows.lacksHeader { throw Rejection(findings: rows.ledger.findings) }
                for occurrence in taken {
                    chunk.append(occurrence)
                    if chunk.isFull { try handOn(&chunk, rows, receive) }
                }
            }
            let offset = text.isPlain ? passed + text.markLength : nil
            reportInvalidText(in: block, upTo: scanner.position, &rows, line: scanner.line, offset: offset)
            if block.count - scanner.position > Self.recordLimit {
                rows.report(finding: endlessRecord(in: path, line: scanner.line, offset: passed + scanner.position))
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
            basis: layout.basis, countsInsertions: layout.countsInsertions,
            months: rows.totals.deliveryMonths(in: currency), control: control,
            skippedLines: rows.lines.skipped, filteredRows: rows.lines.filtered)
        reportControl(of: delivery, &rows)
        return MonthFileReading(
            delivery: delivery, vocabulary: rows.coder.finished(), findings: rows.ledger.findings)
    }

}

/// What reading a month file gave.
public struct MonthFileReading: Sendable {
    public let delivery: Delivery
    /// The names behind the codes of the chunks, with their labels.
    public let vocabulary: Vocabulary
    /// Warnings and notes, in reading order.
    public internal(set) var findings: [Finding]
}
