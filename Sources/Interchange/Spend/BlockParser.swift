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
        let fields = findFields(of: block, &draft)
        parseMonths(of: block, fields, &draft)
        if let day = row.day { parseDays(day, of: block, fields, &draft) }
        checkCurrency(of: block, fields, &draft)
        if let column = row.insertions { parseInsertions(column, of: block, fields, &draft) }
        parseSpend(of: block, fields, &draft)
        // Last, so that what stands in lines that are no rows is taken for no name.
        for position in row.names.indices { parseNames(position, of: block, fields, &draft) }
        for position in row.names.indices { parseLabels(position, of: block, fields, &draft) }
        return draft
    }

    /// Gives what a block brought its codes, which later blocks then find.
    func settle(_ draft: inout BlockDraft, of block: RecordBlock, by coder: inout NameCoder) {
        let text = block.text.span
        for names in draft.newNames {
            let column = row.names[names.column]
            let codes = names.fields.map { coder.code(forSpelling: $0, of: text, in: column) }
            for (field, code) in zip(names.fields, codes) {
                memos[names.column].setValue(code, of: block.bytes + field.start, count: field.end - field.start)
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

    // MARK: Fields

    /// For each row the index of its first separator; rows of another width are marked.
    private func findFields(of block: RecordBlock, _ draft: inout BlockDraft) -> [UInt32] {
        let ends = block.recordEnds
        let width = row.width
        return [UInt32](unsafeUninitializedCapacity: block.records) { firsts, count in
            var next = 0
            for record in 0..<block.records {
                let end = Int(ends[record])
                firsts[record] = UInt32(truncatingIfNeeded: next)
                if end - next + 1 != width { draft.markUnusual(record) }
                next = end + 1
            }
            count = block.records
        }
    }

    /// Shows each usual row's field of a column as bytes without the quotes around them.
    ///
    /// - Parameter body: takes the row, the first byte, and how many there are; returns whether it could make sense of it.
    @inline(__always)
    private func forEachField(
        _ column: Int, of block: RecordBlock, _ firsts: [UInt32], _ draft: inout BlockDraft,
        _ body: (_ row: Int, _ field: UnsafePointer<UInt8>, _ count: Int) -> Bool
    ) {
        let bytes = UnsafePointer(block.bytes)
        let separators = block.separators
        let isLast = column == row.width - 1
        // Mostly no row has to be asked.
        let allAreUsual = draft.unusualCount == 0
        firsts.withUnsafeBufferPointer { firsts in
            for record in 0..<firsts.count where allAreUsual || !draft.isUnusual(record) {
                let index = Int(firsts[record]) &+ column
                let start = Int(separators[index &- 1] &+ 1)
                var end = Int(separators[index])
                if isLast, end > start, bytes[end &- 1] == carriageReturn { end &-= 1 }
                if !body(record, bytes + start, end &- start) { draft.markUnusual(record) }
            }
        }
    }

    // MARK: Columns

    /// The codes of a column whose spellings are remembered.
    ///
    /// - Parameter makeSense: gives the code of a spelling that was not met before, or ``unreadable``.
    @inline(__always)
    private func codes(
        _ column: Int, _ memo: UnsafeMutablePointer<FieldMemo>, of block: RecordBlock, _ firsts: [UInt32],
        _ draft: inout BlockDraft, _ makeSense: (_ field: UnsafePointer<UInt8>, _ count: Int) -> UInt32
    ) -> [UInt32] {
        var codes = [UInt32](repeating: 0, count: block.records)
        codes.withUnsafeMutableBufferPointer { codes in
            forEachField(column, of: block, firsts, &draft) { record, field, count in
                let code = memo.pointee.value(of: field, count: count) { makeSense(field, count) }
                codes[record] = code
                return code != unreadable
            }
        }
        return codes
    }

    private func parseMonths(of block: RecordBlock, _ firsts: [UInt32], _ draft: inout BlockDraft) {
        let row = row
        draft.codes[SpendDimension.month.position] = codes(
            row.month, memos + row.names.count, of: block, firsts, &draft
        ) { field, count in
            row.calendar.month(in: unquoted(field, count).span).map { CalendarCode.of($0) } ?? unreadable
        }
    }

    private func parseDays(
        _ column: ColumnMap.DayColumn, of block: RecordBlock, _ firsts: [UInt32], _ draft: inout BlockDraft
    ) {
        let row = row
        draft.codes[SpendDimension.day.position] = codes(
            column.position, memos + row.names.count + 1, of: block, firsts, &draft
        ) { field, count in
            row.calendar.day(in: unquoted(field, count).span).map { CalendarCode.of($0) } ?? unreadable
        }
    }

    private func checkCurrency(of block: RecordBlock, _ firsts: [UInt32], _ draft: inout BlockDraft) {
        guard let column = row.currencyColumn else { return }
        row.currencyCode.withUnsafeBufferPointer { code in
            forEachField(column, of: block, firsts, &draft) { _, field, count in
                guard count == code.count else { return false }
                var difference: UInt8 = 0
                for position in 0..<count { difference |= field[position] ^ code[position] }
                return difference == 0
            }
        }
    }

    private func parseNames(_ position: Int, of block: RecordBlock, _ firsts: [UInt32], _ draft: inout BlockDraft) {
        let column = row.names[position]
        let bytes = UnsafePointer(block.bytes)
        var new = BlockDraft.NewNames(column: position)
        draft.codes[column.dimension.position] = codes(
            column.position, memos + position, of: block, firsts, &draft
        ) { field, count in
            // Where a key is not stated, the name speaks for itself.
            if column.isKey, trimmedRange(of: unquoted(field, count).span).isEmpty { return unreadable }
            return new.add(field - bytes, count)
        }
        if !new.fields.isEmpty { draft.newNames.append(new) }
    }

    private func parseLabels(_ position: Int, of block: RecordBlock, _ firsts: [UInt32], _ draft: inout BlockDraft) {
        guard let labels = labels[position], let column = row.names[position].label else { return }
        let codes = draft.codes[row.names[position].dimension.position]
        let bytes = UnsafePointer(block.bytes)
        var new: [BlockDraft.NewLabel] = []
        forEachField(column, of: block, firsts, &draft) { record, field, count in
            let number = labels.number(of: field, count)
            if !labels.isKnown(number, of: codes[record]) {
                let start = field - bytes
                let range = RecordScanner.FieldRange(start: start, end: start + count)
                new.append(BlockDraft.NewLabel(column: position, row: record, field: range, number: number))
            }
            return true
        }
        draft.newLabels += new
    }

    private func parseInsertions(
        _ column: Int, of block: RecordBlock, _ firsts: [UInt32], _ draft: inout BlockDraft
    ) {
        var values = [Int64](repeating: 0, count: block.records)
        values.withUnsafeMutableBufferPointer { values in
            forEachField(column, of: block, firsts, &draft) { record, field, count in
                guard let value = smallNumber(field, count) ?? wholeNumber(in: unquoted(field, count).span) else {
                    return false
                }
                values[record] = value
                return true
            }
        }
        draft.insertions = values
    }

    private func parseSpend(of block: RecordBlock, _ firsts: [UInt32], _ draft: inout BlockDraft) {
        let row = row
        let amounts = row.amounts
        var values = [Int64](repeating: 0, count: block.records)
        values.withUnsafeMutableBufferPointer { values in
            forEachField(row.spend, of: block, firsts, &draft) { record, field, count in
                guard
                    let value = amounts.minorUnits(of: UnsafeBufferPointer(start: field, count: count))
                        ?? row.writtenAmount(unquoted(field, count))
                else { return false }
                values[record] = value
                return true
            }
        }
        draft.spend = values
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
private let carriageReturn = UInt8(ascii: "\r")
