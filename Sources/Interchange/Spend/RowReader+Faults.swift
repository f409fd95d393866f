import Diagnostics
import MediaSpend
import Monetary

extension RowReader {
    /// Reports an amount that cannot be used.
    mutating func report(_ reading: AmountReading, at column: Int, of record: RecordView, in block: Span<UInt8>) {
        switch reading {
        case .amount: break
        case .empty:
            ledger.report("spend.missing-amount") {
                record.finding(
                    "spend.missing-amount", .error, "the row states no spend",
                    advice: "fill it in; if such lines are no rows, let the layout say so: rows: {others: skipped}",
                    field: column, in: block)
            }
        case .fault(let fault):
            ledger.report("spend.bad-amount") {
                record.finding(
                    "spend.bad-amount", .error, "“\(record.text(column, in: block))” \(fault)", advice: fault.advice,
                    field: column, in: block)
            }
        }
    }

    /// Whether every quote is closed and nothing follows it; otherwise the fault is reported.
    mutating func hasSoundQuotes(_ record: RecordView, in block: Span<UInt8>) -> Bool {
        guard let column = record.fields.firstIndex(where: { $0.fault != nil }) else { return true }
        let isUnclosed = record.fields[column].fault == .unclosedQuote
        let id: FindingID = isUnclosed ? "spend.unclosed-quote" : "spend.text-after-quote"
        ledger.report(id) {
            record.finding(
                id, .error,
                isUnclosed
                    ? "the quote that opens here is never closed" : "text follows the closing quote of this field",
                advice: isUnclosed
                    ? "close it; everything after it was read as one field"
                    : "write a quote inside a quoted field twice", field: column, in: block)
        }
        return false
    }

    /// Whether a row has a field for each column and nothing beyond them; otherwise the fault is reported.
    mutating func hasRightWidth(_ record: RecordView, _ map: ColumnMap, in block: Span<UInt8>) -> Bool {
        let count = record.fields.count
        if map.width.contains(count) { return true }
        let width = map.width.upperBound
        if count > width, (width..<count).allSatisfy({ record.isBlank($0, in: block) }) { return true }
        ledger.report("spend.ragged-row") {
            record.finding(
                "spend.ragged-row", .error,
                "the row has \(count) \(count == 1 ? "field" : "fields") where the header has \(width)",
                advice: count < width
                    ? "add what is missing, or check for a quote or line end inside a field"
                    : "put fields that hold a \(layout.delimiter.rawValue) into quotes", field: min(count, width),
                in: block)
        }
        return false
    }
}
