import MediaSpend
import Monetary

extension RowReader {
    /// What a line is.
    enum LineKind {
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

    mutating func kind(of record: RecordView, _ map: ColumnMap, in block: Span<UInt8>) -> LineKind {
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

    // MARK: Amounts

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
}
