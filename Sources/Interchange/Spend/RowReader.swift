import Diagnostics
import MediaSpend
import Monetary

/// Makes occurrences of the records of one file, as a layout says, and remembers what is wrong with them.
struct RowReader {
    let layout: Layout
    let file: String
    /// The year that the delivery is for, where the layout's month is a number only.
    let year: Int?
    var ledger = FindingLedger()
    var coder = NameCoder()
    /// `nil` until a row states it, where the layout does not.
    var currency: Currency? { didSet { currencyCode = Array((currency?.code ?? "").utf8) } }
    /// The bytes by which each row is held to it.
    private(set) var currencyCode: [UInt8] = []
    private(set) var totals = MonthTotals()
    private(set) var lines = LineCounts()
    private(set) var map: ColumnMap?
    /// What the header names, in order; empty until there is one.
    var columns: [String] = []
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
    }

    init(_ layout: Layout, file: String, year: Int?) {
        self.layout = layout
        self.file = file
        self.year = year
        if case .fixed(let currency) = layout.currency { self.currency = currency }
        var common = Occurrence()
        for dimension in SpendDimension.named {
            guard case .constant(let text) = layout.dimensions[dimension] else { continue }
            common[dimension] = coder.code(for: text, in: dimension)
        }
        self.common = common
    }

    /// Takes in one record.
    ///
    /// - Returns: the occurrence that it states; `nil` for a line that is none, or that cannot be read.
    mutating func take(_ record: RecordView, in block: Span<UInt8>) -> Occurrence? {
        guard let map else {
            map = readHeader(record, in: block)
            return nil
        }
        guard hasSoundQuotes(record, in: block) else { return nil }
        switch kind(of: record, map, in: block) {
        case .row(let spend, let control):
            guard hasRightWidth(record, map, in: block) else { return nil }
            if let control { totals.addControl(control) }
            guard let spend, var occurrence = occurrence(record, map, in: block) else { return nil }
            occurrence.spend = spend
            checkKey(record, map, in: block)
            totals.add(occurrence)
            return occurrence
        case .header(let other):
            self.map = other
            lines.repeatedHeaders += 1
        case .other: lines.others += 1
        case .filtered: lines.filtered += 1
        case .faulty: break
        }
        return nil
    }

    // MARK: Kinds of line

    private enum LineKind {
        /// Minor units that the row spends, and those it has for comparison; at least one of them.
        case row(spend: Int64?, control: Int64?)
        /// The header once more, perhaps with other columns.
        case header(ColumnMap)
        case other
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

    private func amount(in field: RecordScanner.FieldRange, _ block: Span<UInt8>) -> AmountReading {
        let bytes = block.extracting(field.start..<field.end)
        if trimmedRange(of: bytes).isEmpty { return .empty }
        // A file without a currency is refused; its amounts are still looked at.
        guard let currency else { return .amount(0) }
        do throws(AmountFault) {
            return .amount(try layout.amounts.minorUnits(of: bytes, in: currency))
        } catch {
            return .fault(error)
        }
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

    private func isCounted(_ record: RecordView, _ map: ColumnMap, in block: Span<UInt8>) -> Bool {
        for condition in map.conditions where record.text(condition.position, in: block) != condition.text {
            return false
        }
        return true
    }

    private mutating func checkKey(_ record: RecordView, _ map: ColumnMap, in block: Span<UInt8>) {
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
