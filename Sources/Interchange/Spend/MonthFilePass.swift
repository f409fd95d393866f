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
    private let source: ByteSource
    private let wanted: Set<SpendDimension>
    private var cutter: BlockCutter
    private var rows: RowReader
    /// How usual rows are read now; threads look at it before they parse.
    private let usual = Mutex<UsualRow?>(nil)

    init(
        _ reader: MonthFileReader, _ path: String, _ names: Vocabulary, _ wanted: Set<SpendDimension>, _ blockSize: Int
    ) throws {
        let layout = reader.layout
        let source = try ByteSource(path: path, layout: layout)
        let year = reader.year ?? (layout.month.kind == .monthNumber ? MonthFileReader.year(in: source.name) : nil)
        self.reader = reader
        self.path = path
        self.wanted = wanted
        self.source = source
        let isWorkbook = source.workbook != nil
        let calendar = CalendarFields(
            layout, isWorkbook: isWorkbook, year: year, fileMonth: MonthFileReader.month(in: source.name))
        rows = RowReader(layout, file: path, calendar, names: names)
        cutter = BlockCutter(
            TextPieces(
                source, isWorkbook ? .utf8 : layout.encoding,
                isForKeeping: wanted.count == SpendDimension.allCases.count), delimiter: layout.delimiter.byte,
            size: blockSize,
            first: reader.firstBlockSize)
        guard reader.checkPeriod(year, in: path, &rows) else { throw Rejection(findings: rows.ledger.findings) }
    }

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
            block = RecordBlock(capacity: pass.reader.firstBlockSize)
        }

        /// Parses the block, if its rows may be usual.
        func parse() {
            draft = nil
            guard !block.isDoubtful, let row = pass.usual.withLock({ $0 }), block.isText else { return }
            if parser?.version != row.version { parser = BlockParser(row) }
            draft = parser?.parse(block)
        }
    }

    func thread() -> Thread { Thread(self) }

    // MARK: Settling

    /// Brings a block into the order of the file: gives new names their codes, and reads what is not usual.
    ///
    /// - Returns: its rows, mostly one chunk; none when no row counts, or something in the file is wrong.
    /// - Throws: a `Rejection` when reading on is of no use.
    func settle(_ thread: Thread) throws -> [OccurrenceChunk] {
        let chunks = try rows(of: thread)
        thread.draft = nil
        return rows.ledger.hasErrors ? [] : chunks
    }

    private func rows(of thread: Thread) throws -> [OccurrenceChunk] {
        guard var draft = thread.draft, let parser = thread.parser, draft.version == rows.mapVersion,
            !draft.bringsNames || !changesColumns(draft, thread.block)
        else {
            return try readCarefully(thread.block)
        }
        parser.settle(&draft, of: thread.block, by: &rows.coder)
        guard !draft.unusual.isEmpty else {
            let chunk = draft.chunk()
            rows.add(chunk)
            return [chunk]
        }
        return try readUnusual(draft, thread.block)
    }

    /// Whether a line of a block is a header of other columns: what stands behind it are no names of these.
    private func changesColumns(_ draft: BlockDraft, _ block: RecordBlock) -> Bool {
        guard !draft.unusual.isEmpty else { return false }
        return (0..<draft.count).contains { row in
            guard draft.unusual.contains(row) else { return false }
            let range = block.range(of: row)
            let text = block.text.span.extracting(0..<range.upperBound)
            var scanner = RecordScanner(delimiter: reader.layout.delimiter.byte, line: 0)
            scanner.position = range.lowerBound
            guard scanner.next(in: text, isLast: true) else { return false }
            let record = RecordView(file: path, line: 0, start: scanner.start, fields: scanner.fields)
            guard let header = rows.repeatedHeader(in: record, text) else { return false }
            return header != rows.map
        }
    }

    /// Reads a block record by record.
    private func readCarefully(_ block: RecordBlock) throws -> [OccurrenceChunk] {
        var chunks = ChunkList()
        try read(0..<block.count, of: block, line: block.firstLine, into: &chunks)
        endCareful(block)
        return chunks.all
    }

    /// The rows of a block some of which are not usual.
    private func readUnusual(_ draft: BlockDraft, _ block: RecordBlock) throws -> [OccurrenceChunk] {
        var chunks = ChunkList()
        let version = rows.mapVersion
        // Lines are counted once, however many rows are not usual.
        var counted = (place: 0, line: block.firstLine)
        for row in 0..<draft.count {
            // Behind another header the columns are others.
            if draft.unusual.contains(row) || rows.mapVersion != version {
                let range = block.range(of: row)
                counted = (range.lowerBound, counted.line + block.lineFeeds(from: counted.place, to: range.lowerBound))
                try read(range, of: block, line: counted.line, into: &chunks)
            } else {
                let occurrence = draft.occurrence(row)
                rows.add(occurrence)
                chunks.append(occurrence)
            }
        }
        endCareful(block)
        return chunks.all
    }

    /// Reads the records in a part of a block.
    ///
    /// - Parameter line: the line on which the first of them begins.
    private func read(
        _ range: Range<Int>, of block: RecordBlock, line: Int, into chunks: inout ChunkList
    ) throws {
        var scanner = RecordScanner(delimiter: reader.layout.delimiter.byte, line: line)
        scanner.position = range.lowerBound
        let text = block.text.span.extracting(0..<range.upperBound)
        while scanner.next(in: text, isLast: true) {
            let record = RecordView(file: path, line: scanner.line, start: scanner.start, fields: scanner.fields)
            rows.take(record, in: text) { chunks.append($0) }
            if rows.lacksHeader { throw Rejection(findings: rows.ledger.findings) }
        }
    }

    private func endCareful(_ block: RecordBlock) {
        reader.reportInvalidText(in: block, &rows, offset: block.offset)
        usual.withLock { row in
            if row?.version != rows.mapVersion { row = reader.readsCarefully ? nil : UsualRow(rows, wanted) }
        }
    }

    // MARK: The end

    /// Shows where in the file the findings are, whatever it was made into to be read.
    func placingFindings(_ read: () throws -> MonthFileReading) throws -> MonthFileReading {
        do {
            var reading = try read()
            reading.findings = source.placed(reading.findings)
            return reading
        } catch let rejection as Rejection {
            throw Rejection(findings: source.placed(rejection.findings))
        }
    }

    func finish() throws -> MonthFileReading {
        if let endless = cutter.endless {
            rows.report(finding: reader.endlessRecord(in: path, line: endless.line, offset: endless.offset))
        }
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
            source: layout.name, file: source.name, digest: cutter.digest.combined(with: layout.digest),
            currency: currency,
            basis: layout.basis, countsInsertions: layout.countsInsertions,
            months: rows.totals.deliveryMonths(in: currency), control: control,
            skippedLines: rows.lines.skipped, filteredRows: rows.lines.filtered)
        reader.reportControl(of: delivery, &rows)
        return MonthFileReading(
            delivery: delivery, vocabulary: rows.coder.finished(), columns: rows.columns,
            findings: rows.ledger.findings)
    }
}

/// Rows in as many chunks as they take.
private struct ChunkList {
    private(set) var full: [OccurrenceChunk] = []
    private var last = OccurrenceChunk()

    mutating func append(_ occurrence: Occurrence) {
        if last.isFull {
            full.append(last)
            last = OccurrenceChunk()
        }
        last.append(occurrence)
    }

    var all: [OccurrenceChunk] { last.count > 0 ? full + [last] : full }
}
