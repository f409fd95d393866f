import Diagnostics
import MediaSpend
import Monetary

/// Makes occurrences of the records of one file, as a layout says, and remembers what is wrong with them.
struct RowReader {
    let layout: Layout
    let file: String
    let calendar: CalendarFields
    var ledger = FindingLedger()
    var coder: NameCoder
    /// `nil` until a row states it, where the layout does not.
    var currency: Currency? { didSet { currencyCode = Array((currency?.code ?? "").utf8) } }
    /// The bytes by which each row is held to it.
    private(set) var currencyCode: [UInt8] = []
    var totals = MonthTotals()
    var lines = LineCounts()
    private(set) var map: ColumnMap? { didSet { mapVersion += 1 } }
    /// Counted up with each header.
    private(set) var mapVersion = 0
    /// What the header names, in order; empty until there is one.
    var columns: [String] = []
    var parts = PartsLedger()
    var statedTotals = StatedTotals()
    /// The codes of columns that are rows, in the order of the layout.
    private(set) var channelCodes: [UInt32] = []
    private let emptyTexts: [[UInt8]]
    /// What the line lacks that came nearest to a header, until there is one.
    var nearestHeader: [Finding]?
    /// Whether the file has no header, so that reading on is of no use.
    var lacksHeader = false
    /// What every row has in common.
    let common: Occurrence
    private var keys: Set<ContentDigest> = []

    /// Lines of a file that are not counted as spend.
    struct LineCounts {
        var repeatedHeaders = 0
        /// Page heads, totals, pieces of wrapped texts.
        var others = 0
        /// Rows that the layout leaves out.
        var filtered = 0
        /// Lines that call themselves totals.
        var totals = 0

        var skipped: Int { repeatedHeaders + others + totals }
    }

    /// - Parameter names: those that have their codes already.
    init(_ layout: Layout, file: String, _ calendar: CalendarFields, names: Vocabulary) {
        self.layout = layout
        self.file = file
        self.calendar = calendar
        coder = NameCoder(names)
        emptyTexts = layout.emptyTexts.map { Array($0.utf8) }
        if case .fixed(let currency) = layout.currency { self.currency = currency }
        var common = Occurrence()
        for dimension in SpendDimension.named {
            guard case .constant(let text) = layout.dimensions[dimension] else { continue }
            common[dimension] = coder.code(for: text, in: dimension)
        }
        self.common = common
        if let unpivot = layout.unpivot {
            channelCodes = unpivot.columns.map { coder.code(for: $0.name, in: unpivot.dimension) }
        }
    }

    /// Takes in one record.
    ///
    /// - Parameter emit: takes each occurrence that it states: one for a row, several for a line of a wide file, none for a
    ///   line that is no row or cannot be read.
    mutating func take(_ record: RecordView, in block: Span<UInt8>, emit: (Occurrence) -> Void) {
        guard let map else {
            map = readHeader(record, in: block)
            return
        }
        guard hasSoundQuotes(record, in: block) else { return }
        if !map.channels.isEmpty { return takeWide(record, map, in: block, emit: emit) }
        switch kind(of: record, map, in: block) {
        case .row(let spend, let control):
            guard hasRightWidth(record, map, in: block) else { return }
            if let control { totals.addControl(control) }
            noteParts(record, map, spend: spend, in: block)
            guard let spend, var occurrence = occurrence(record, map, in: block) else { return }
            occurrence.spend = spend
            checkKey(record, map, in: block)
            totals.add(occurrence)
            emit(occurrence)
        case .header(let other): begin(other)
        case .total(let amount): compareTotal(amount, record, map, in: block)
        case .other:
            lines.others += 1
            noteParts(record, map, spend: nil, in: block)
        case .filtered: lines.filtered += 1
        case .faulty: break
        }
    }

    /// Reads on by another header.
    mutating func begin(_ other: ColumnMap) {
        map = other
        lines.repeatedHeaders += 1
    }

    /// Counts rows that were read elsewhere.
    mutating func add(_ chunk: OccurrenceChunk) { totals.add(chunk) }
    mutating func add(_ occurrence: Occurrence) { totals.add(occurrence) }

    // MARK: Kinds of line

    private enum LineKind {
        /// Minor units that the row spends, and those it has for comparison; at least one of them.
        case row(spend: Int64?, control: Int64?)
        /// The header once more, perhaps with other columns.
        case header(ColumnMap)
        case other
        /// A line that calls itself a total, of so many minor units where it can be read.
        case total(Int64?)
        /// A row that the layout leaves out.
        case filtered
        /// Reported already.
        case faulty

        /// A row, if both amounts can be read and one of them is there.
        init?(_ spend: AmountReading, _ control: AmountReading) {
            switch (spend, control) {
            case (.amount(let spend), .amount(let control)): self = .row(spend: spend, control: control)
            case (.amount(let spend), .empty): self = .row(spend: spend, control: nil)
            case (.empty, .amount(let control)): self = .row(spend: nil, control: control)
            default: return nil
            }
        }
    }

    private mutating func kind(of record: RecordView, _ map: ColumnMap, in block: Span<UInt8>) -> LineKind {
        if currency == nil { readCurrency(record, map, in: block) }
        let spend = amount(in: record[map.spend], block)
        let control = map.control.map { amount(in: record[$0], block) } ?? .empty
        if layout.rows.totalsAreSkipped, TotalWords.stand(in: record, block) {
            if case .amount(let total) = spend { return .total(total) } else { return .total(nil) }
        }
        if let row = LineKind(spend, control) {
            return isCounted(record, map, in: block) ? row : .filtered
        }
        if let header = repeatedHeader(in: record, block) { return .header(header) }
        if layout.rows.othersAreSkipped, isFurniture(record, map, spend: spend, control: control, in: block) {
            return .other
        }
        guard isCounted(record, map, in: block) else { return .filtered }
        guard hasRightWidth(record, map, in: block) else { return .faulty }
        if !spend.isEmpty || control.isEmpty { report(spend, at: map.spend, of: record, in: block) }
        if let column = map.control, !control.isEmpty { report(control, at: column, of: record, in: block) }
        return .faulty
    }

    /// What stands where an amount is expected.
    enum AmountReading {
        /// Minor units.
        case amount(Int64)
        case empty
        case fault(AmountFault)

        var isEmpty: Bool { if case .empty = self { true } else { false } }
    }

    func amount(in field: RecordScanner.FieldRange, _ block: Span<UInt8>) -> AmountReading {
        let bytes = block.extracting(field.start..<field.end)
        if isEmpty(bytes) { return .empty }
        // A file without a currency is refused; its amounts are still looked at.
        guard let currency else { return .amount(0) }
        do throws(AmountFault) {
            return .amount(try layout.amounts.minorUnits(asWritten: bytes, in: currency))
        } catch {
            return .fault(error)
        }
    }

    /// Whether nothing stands in a field, or what the layout says is as much.
    func isEmpty(_ field: Span<UInt8>) -> Bool {
        let range = trimmedRange(of: field)
        return range.isEmpty || emptyTexts.contains { field.extracting(range).holds($0) }
    }

    /// Whether a line without readable amounts is a page head, a total, or a piece of a wrapped text: it has no amount
    /// at all, or repeats a part of the header.
    private func isFurniture(
        _ record: RecordView, _ map: ColumnMap, spend: AmountReading, control: AmountReading, in block: Span<UInt8>
    ) -> Bool {
        if spend.isEmpty, control.isEmpty { return true }
        let columns = [(map.spend, layout.spend), (map.control ?? map.spend, layout.rows.control?.column ?? "")]
        return columns.contains { record.text($0.0, in: block).lowercased() == $0.1.lowercased() }
    }

    // MARK: Rows

    mutating func report(finding: Finding) { ledger.report(finding) }

    func isCounted(_ record: RecordView, _ map: ColumnMap, in block: Span<UInt8>) -> Bool {
        for condition in map.conditions where record.text(condition.position, in: block) != condition.text {
            return false
        }
        return true
    }

    mutating func checkKey(_ record: RecordView, _ map: ColumnMap, in block: Span<UInt8>) {
        guard !map.key.isEmpty else { return }
        var fingerprint = ContentDigest.Running()
        for column in map.key {
            let field = record[column]
            fingerprint.update(block.extracting(field.start..<field.end))
            fingerprint.update([0].span)
        }
        if !keys.insert(fingerprint.finish()).inserted {
            ledger.report("spend.duplicate-key", .warning) {
                record.finding(
                    "spend.duplicate-key", .warning,
                    "a row with the same \(layout.key.joined(separator: ", ")) stood before",
                    advice: "both are counted; check whether the vendor delivered one row twice",
                    field: map.key[0], in: block)
            }
        }
    }
}
