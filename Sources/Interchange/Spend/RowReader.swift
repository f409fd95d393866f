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
    private(set) var unpivotedCodes: [UInt32] = []
    let emptyTexts: [[UInt8]]
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
            unpivotedCodes = unpivot.columns.map { coder.code(for: $0.name, in: unpivot.dimension) }
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
        if !map.unpivoted.isEmpty { return takeWide(record, map, in: block, emit: emit) }
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
        // The same columns once more change nothing for those who know them.
        if other != map { map = other }
        lines.repeatedHeaders += 1
    }

    /// Counts rows that were read elsewhere.
    mutating func add(_ chunk: OccurrenceChunk) { totals.add(chunk) }
    mutating func add(_ occurrence: Occurrence) { totals.add(occurrence) }

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
