import Diagnostics
import MediaSpend
import Monetary
import Synchronization

/// One reading of a month file, step by step: cut a block, parse it, settle it.
///
/// Cutting is for one caller at a time, and so is settling, which goes in the order of the blocks; parsing needs no turn.
final class MonthFilePass: @unchecked Sendable {
    private let reader: MonthFileReader
    private let path: String
    private let name: String
    private let wanted: Set<SpendDimension>
    private let blockSize: Int
    private var cutter: BlockCutter
    private var rows: RowReader
    /// How usual rows are read now; threads look at it before they parse.
    private let usual = Mutex<UsualRow?>(nil)

    init(
        _ reader: MonthFileReader, _ path: String, _ names: Vocabulary, _ wanted: Set<SpendDimension>, _ blockSize: Int
    ) throws {
        let source = try ByteSource(path: path)
        let layout = reader.layout
        let year = reader.year ?? (layout.month.kind == .monthNumber ? MonthFileReader.year(in: source.name) : nil)
        self.reader = reader
        self.path = path
        self.blockSize = blockSize
        self.wanted = wanted
        name = source.name
        rows = RowReader(layout, file: path, year: year, names: names)
        cutter = BlockCutter(
            TextPieces(source, layout.encoding), delimiter: layout.delimiter.byte, size: blockSize,
            first: Self.firstBlockSize)
        guard reader.checkYear(year, in: path, &rows) else { throw Rejection(findings: rows.ledger.findings) }
    }

    /// The first block is read carefully, for its header and currency; it need not be large.
    private static let firstBlockSize = 1 << 16

    /// The names so far.
    ///
    /// Only for who settles.
    var names: Vocabulary { rows.coder.vocabulary }

    /// Whether the columns and the currency are known.
    ///
    /// Only for who settles.
    var knowsRows: Bool { rows.map != nil && rows.currency != nil }

    // MARK: Cutting

    /// Fills a block with the next records.
    func next(into block: RecordBlock) throws -> Bool {
        try cutter.next(into: block, atMost: OccurrenceChunk.capacity)
    }

    // MARK: Parsing

    /// What one thread works with.
    final class Thread {
        let block: RecordBlock
        private let pass: MonthFilePass
        fileprivate var parser: BlockParser?
        fileprivate var draft: BlockDraft?

        fileprivate init(_ pass: MonthFilePass) {
            self.pass = pass
            block = RecordBlock(capacity: MonthFilePass.firstBlockSize)
        }

        /// Parses the block, if its rows may be usual.
        func parse() {
            draft = nil
            guard !block.isDoubtful, let row = pass.usual.withLock({ $0 }) else { return }
            if parser?.version != row.version { parser = BlockParser(row) }
            draft = parser?.parse(block)
        }
    }

    func thread() -> Thread { Thread(self) }

    // MARK: Settling

    /// Brings a block into the order of the file: gives new names their codes, and reads what is not usual.
    ///
    /// - Returns: its rows; `nil` when it has none that count, or something in the file is wrong.
    /// - Throws: a `Rejection` when reading on is of no use.
    func settle(_ thread: Thread) throws -> OccurrenceChunk? {
        let chunk = try rows(of: thread)
        thread.draft = nil
        guard chunk.count > 0, !rows.ledger.hasErrors else { return nil }
        return chunk
    }

    private func rows(of thread: Thread) throws -> OccurrenceChunk {
        guard var draft = thread.draft, let parser = thread.parser, draft.version == rows.mapVersion else {
            return try readCarefully(thread.block)
        }
        for names in draft.newNames {
            let codes = names.fields.map {
                rows.coder.code(forSpelling: $0, of: thread.block.text.span, in: names.dimension)
            }
            parser.settle(names, of: thread.block, codes: codes)
            draft.give(names, codes)
        }
        guard draft.unusualCount > 0 else {
            let chunk = draft.chunk()
            rows.add(chunk)
            return chunk
        }
        return try readUnusual(draft, thread.block)
    }

    /// Reads a block record by record.
    private func readCarefully(_ block: RecordBlock) throws -> OccurrenceChunk {
        var chunk = OccurrenceChunk()
        var scanner = RecordScanner(delimiter: reader.layout.delimiter.byte, line: block.firstLine)
        let text = block.text.span
        while scanner.next(in: text, isLast: true) {
            let record = RecordView(file: path, line: scanner.line, start: scanner.start, fields: scanner.fields)
            if let occurrence = rows.take(record, in: text) { chunk.append(occurrence) }
            if rows.lacksHeader { throw Rejection(findings: rows.ledger.findings) }
        }
        reader.reportInvalidText(in: text, &rows, firstLine: block.firstLine)
        usual.withLock { row in
            if row?.version != rows.mapVersion { row = reader.readsCarefully ? nil : UsualRow(rows, wanted) }
        }
        return chunk
    }

    /// The rows of a block some of which are not usual.
    private func readUnusual(_ draft: BlockDraft, _ block: RecordBlock) throws -> OccurrenceChunk {
        var chunk = OccurrenceChunk()
        let text = block.text.span
        let version = rows.mapVersion
        var start = 0
        for row in 0..<draft.count {
            let end = Int(block.separators[Int(block.recordEnds[row])]) + 1
            defer { start = end }
            // Behind another header the columns are others.
            if !draft.isUnusual(row), rows.mapVersion == version {
                let occurrence = draft.occurrence(row)
                rows.add(occurrence)
                chunk.append(occurrence)
                continue
            }
            var scanner = RecordScanner(
                delimiter: reader.layout.delimiter.byte, line: block.firstLine + block.lineFeeds(from: 0, to: start))
            scanner.position = start
            while scanner.position < end, scanner.next(in: text, isLast: true), scanner.start < end {
                let record = RecordView(file: path, line: scanner.line, start: scanner.start, fields: scanner.fields)
                if let occurrence = rows.take(record, in: text) { chunk.append(occurrence) }
            }
        }
        reader.reportInvalidText(in: text, &rows, firstLine: block.firstLine)
        usual.withLock { row in
            if row?.version != rows.mapVersion { row = reader.readsCarefully ? nil : UsualRow(rows, wanted) }
        }
        return chunk
    }

    // MARK: The end

    func finish() throws -> MonthFileReading {
        if let line = cutter.endlessLine { rows.report(finding: reader.endlessRecord(in: path, line: line)) }
        reader.reportWhole(&rows)
        guard !rows.ledger.hasErrors, let currency = rows.currency else {
            throw Rejection(findings: rows.ledger.findings)
        }
        let layout = reader.layout
        let control = layout.rows.control.map {
            Delivery.ControlTotal(
                column: $0.column, total: Money(minorUnits: Int64(rows.totals.control.spend), currency),
                rows: rows.totals.control.rows)
        }
        let delivery = Delivery(
            source: layout.name, file: name, digest: cutter.digest.combined(with: layout.digest), currency: currency,
            basis: layout.basis, countsInsertions: layout.insertions != nil,
            months: rows.totals.deliveryMonths(in: currency), control: control,
            skippedLines: rows.lines.repeatedHeaders + rows.lines.others, filteredRows: rows.lines.filtered)
        reader.reportControl(of: delivery, &rows)
        return MonthFileReading(
            delivery: delivery, vocabulary: rows.coder.finished(), findings: rows.ledger.findings)
    }
}
