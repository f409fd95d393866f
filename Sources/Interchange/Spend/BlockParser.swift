import MediaSpend
import Monetary
import WorkTime

/// Makes columns of the usual rows of a block. Each thread has one, with what it has met so far.
///
/// Whatever is not usual (a field that is not read at once, a row of another width) is left out, and said to be left
/// out.
final class BlockParser {
    private let row: UsualRow
    /// One for each column of names, then those of months and days. By pointer, so that no access to them is checked at
    /// each field.
    private let memos: UnsafeMutablePointer<FieldMemo>
    private var memoCount: Int { row.names.count + 2 }
    /// For each column of names that is a key with a name beside it, the names that it has.
    private let labels: [KeyLabels?]

    init(_ row: UsualRow) {
        self.row = row
        memos = .allocate(capacity: row.names.count + 2)
        labels = row.names.map { $0.label == nil ? nil : KeyLabels() }
        for position in 0..<memoCount { (memos + position).initialize(to: FieldMemo()) }
    }

    deinit {
        memos.deinitialize(count: memoCount)
        memos.deallocate()
    }

    /// Which reading of the file's columns this one follows.
    var version: Int { row.version }

    /// The columns of a block whose fields are known.
    func parse(_ block: RecordBlock) -> BlockDraft {
        var draft = BlockDraft(rows: block.records, row)
        let rows = RowFields(of: block, width: row.width)
        rows.checkWidth(&draft.unusual)
        parseMonths(of: rows, into: &draft)
        if let day = row.day { parseDays(day, of: rows, into: &draft) }
        checkCurrency(of: rows, into: &draft)
        if let column = row.insertions { parseInsertions(column, of: rows, into: &draft) }
        parseSpend(of: rows, into: &draft)
        // Last, so that what stands in lines that are no rows is taken for no name.
        for position in row.names.indices { parseNames(position, of: rows, into: &draft) }
        for position in row.names.indices { parseLabels(position, of: rows, into: &draft) }
        return draft
    }

    /// Gives what a block brought its codes, which later blocks then find.
    func settle(_ draft: inout BlockDraft, of block: RecordBlock, by coder: inout NameCoder) {
        let text = block.text.span
        for (position, column) in row.names.enumerated() {
            let fields = draft.newNames[position].fields
            guard !fields.isEmpty else { continue }
            let codes = fields.map { coder.code(forSpelling: $0, of: text, in: column) }
            for (field, code) in zip(fields, codes) {
                memos[position].setValue(code, of: block.bytes + field.start, count: field.end - field.start)
            }
            draft.give(codes, in: column.dimension)
        }
        for label in draft.newLabels {
            let dimension = row.names[label.column].dimension
            let code = draft.codes[dimension.position][label.row]
            coder.label(code, bySpelling: label.field, of: text, in: dimension)
            labels[label.column]?.settle(label.number, of: code)
        }
    }

    // MARK: Columns

    /// Finds the codes of a column whose spellings are remembered.
    ///
    /// - Parameter makeSense: gives the code of a spelling that was not met before, or ``unreadable``.
    @inline(__always)
    private func parse(
        _ column: Int, of rows: RowFields, _ memo: UnsafeMutablePointer<FieldMemo>, into codes: inout [UInt32],
        _ unusual: inout UnusualRows, _ makeSense: (_ field: UnsafePointer<UInt8>, _ count: Int) -> UInt32
    ) {
        codes.withUnsafeMutableBufferPointer { codes in
            rows.forEachField(column, &unusual) { row, field, count in
                let code = memo.pointee.value(of: field, count: count) { makeSense(field, count) }
                codes[row] = code
                return code != unreadable
            }
        }
    }

    private func parseMonths(of rows: RowFields, into draft: inout BlockDraft) {
        let calendar = row.calendar
        parse(
            row.month, of: rows, memos + row.names.count, into: &draft.codes[SpendDimension.month.position],
            &draft.unusual
        ) { field, count in
            calendar.month(in: unquoted(field, count).span).map { CalendarCode.of($0) } ?? unreadable
        }
    }

    private func parseDays(_ column: ColumnMap.DayColumn, of rows: RowFields, into draft: inout BlockDraft) {
        let calendar = row.calendar
        parse(
            column.position, of: rows, memos + row.names.count + 1,
            into: &draft.codes[SpendDimension.day.position], &draft.unusual
        ) { field, count in
            calendar.day(in: unquoted(field, count).span).map { CalendarCode.of($0) } ?? unreadable
        }
    }

    private func checkCurrency(of rows: RowFields, into draft: inout BlockDraft) {
        guard let column = row.currencyColumn else { return }
        row.currencyCode.withUnsafeBufferPointer { code in
            rows.forEachField(column, &draft.unusual) { _, field, count in
                guard count == code.count else { return false }
                var difference: UInt8 = 0
                for position in 0..<count { difference |= field[position] ^ code[position] }
                return difference == 0
            }
        }
    }

    private func parseNames(_ position: Int, of rows: RowFields, into draft: inout BlockDraft) {
        let column = row.names[position]
        parse(
            column.position, of: rows, memos + position, into: &draft.codes[column.dimension.position], &draft.unusual
        ) { field, count in
            // Where a key is not stated, the name speaks for itself.
            if column.isKey, trimmedRange(of: unquoted(field, count).span).isEmpty { return unreadable }
            return draft.newNames[position].add(rows.range(of: field, count))
        }
    }

    private func parseLabels(_ position: Int, of rows: RowFields, into draft: inout BlockDraft) {
        guard let labels = labels[position], let column = row.names[position].label else { return }
        let dimension = row.names[position].dimension.position
        rows.forEachField(column, &draft.unusual) { row, field, count in
            let number = labels.number(of: field, count)
            if !labels.isKnown(number, of: draft.codes[dimension][row]) {
                let range = rows.range(of: field, count)
                draft.newLabels.append(.init(column: position, row: row, field: range, number: number))
            }
            return true
        }
    }

    private func parseInsertions(_ column: Int, of rows: RowFields, into draft: inout BlockDraft) {
        draft.insertions.withUnsafeMutableBufferPointer { values in
            rows.forEachField(column, &draft.unusual) { row, field, count in
                guard let value = smallNumber(field, count) ?? wholeNumber(in: unquoted(field, count).span) else {
                    return false
                }
                values[row] = value
                return true
            }
        }
    }

    private func parseSpend(of rows: RowFields, into draft: inout BlockDraft) {
        let row = row
        let amounts = row.amounts
        draft.spend.withUnsafeMutableBufferPointer { values in
            rows.forEachField(row.spend, &draft.unusual) { record, field, count in
                guard
                    let value = amounts.minorUnits(of: UnsafeBufferPointer(start: field, count: count))
                        ?? row.writtenAmount(unquoted(field, count))
                else { return false }
                values[record] = value
                return true
            }
        }
    }
}

/// Stands for a field that is left to the careful reader.
let unreadable = UInt32.max

/// A field without the quotes around it; none of it when quotes are written twice in it, which no number or date has.
private func unquoted(_ field: UnsafePointer<UInt8>, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    let isQuoted = count >= 2 && field[0] == quote && field[count - 1] == quote
    return UnsafeBufferPointer(start: isQuoted ? field + 1 : field, count: isQuoted ? count - 2 : count)
}

/// A number of up to nine digits; `nil` for anything else.
@inline(__always)
private func smallNumber(_ field: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
    guard count > 0, count <= 9 else { return nil }
    var value: Int64 = 0
    for position in 0..<count {
        let digit = field[position] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        value = value &* 10 &+ Int64(digit)
    }
    return value
}

private let quote = UInt8(ascii: "\"")
