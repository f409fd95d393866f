/// Cuts a block of bytes into records and fields, without making anything of them.
///
/// Fields may stand in quotes, with quotes inside written twice; a quoted field may hold delimiters and line ends.
/// Records end in LF, CR LF or CR; blank lines are passed over. A quote inside a field that does not begin with one
/// stands for itself.
///
/// ```swift
/// while scanner.next(in: block, isLast: true) { use(scanner.fields) }
/// ```
///
/// - Source: RFC 4180, and the dialects that spreadsheets write.
package struct RecordScanner: Sendable {
    package let delimiter: UInt8
    /// The fields of the record that was found last, as ranges of the block.
    package private(set) var fields: [FieldRange] = []
    /// Where the next record begins in the block.
    package var position = 0
    /// Where the record that was found last begins in the block.
    package private(set) var start = 0
    /// The line on which the record that was found last begins, counted from 1.
    package private(set) var line = 1
    /// The line on which the next record begins, unless blank lines come before it.
    package private(set) var nextLine: Int

    /// - Parameter line: the line on which the first block begins, counted from 1.
    package init(delimiter: UInt8, line: Int = 1) {
        self.delimiter = delimiter
        nextLine = line
    }

    /// A field between its delimiters, without its quotes.
    package struct FieldRange: Sendable {
        package var start: Int
        package var end: Int
        /// Whether quotes are written twice in it.
        package var hasDoubledQuotes = false
        /// Why its quotes cannot be read.
        package var fault: Fault?

        package init(start: Int, end: Int) {
            self.start = start
            self.end = end
        }

        package enum Fault: Sendable {
            case unclosedQuote
            case textAfterQuote
        }
    }

    /// Finds the next record.
    ///
    /// - Parameter isLast: whether nothing comes after this block.
    /// - Returns: `false` at the end of the block. Unless it is the last, a record may have begun at ``position`` that
    ///   the block does not hold to its end: show it again with more behind it.
    package mutating func next(in block: Span<UInt8>, isLast: Bool) -> Bool {
        skipBlankLines(in: block, isLast: isLast)
        guard position < block.count else { return false }
        fields.removeAll(keepingCapacity: true)
        var cursor = Cursor(position: position, line: nextLine)
        while true {
            guard let field = field(in: block, &cursor, isLast: isLast) else { return false }
            fields.append(field)
            guard cursor.position < block.count else {
                guard isLast else { return false }
                break
            }
            if block[cursor.position] == delimiter {
                cursor.position += 1
                continue
            }
            // A CR at the very end of a block may be half of a CR LF.
            if block[cursor.position] == Ascii.carriageReturn, cursor.position + 1 == block.count, !isLast {
                return false
            }
            cursor.passLineEnd(in: block)
            break
        }
        start = position
        line = nextLine
        nextLine = cursor.line
        position = cursor.position
        return true
    }

    private struct Cursor {
        var position: Int
        var line: Int

        mutating func passLineEnd(in block: Span<UInt8>) {
            let isPair =
                block[position] == Ascii.carriageReturn && position + 1 < block.count
                && block[position + 1] == Ascii.lineFeed
            position += isPair ? 2 : 1
            line += 1
        }
    }

    private mutating func skipBlankLines(in block: Span<UInt8>, isLast: Bool) {
        var cursor = Cursor(position: position, line: nextLine)
        while cursor.position < block.count {
            let byte = block[cursor.position]
            guard byte == Ascii.lineFeed || byte == Ascii.carriageReturn else { break }
            if byte == Ascii.carriageReturn, cursor.position + 1 == block.count, !isLast { break }
            cursor.passLineEnd(in: block)
        }
        position = cursor.position
        nextLine = cursor.line
    }

    /// The field that begins at the cursor; `nil` when the block ends inside it and is not the last.
    private func field(in block: Span<UInt8>, _ cursor: inout Cursor, isLast: Bool) -> FieldRange? {
        if cursor.position < block.count, block[cursor.position] == Ascii.quote {
            return quotedField(in: block, &cursor, isLast: isLast)
        }
        let start = cursor.position
        cursor.position = endOfPlainText(in: block, from: start)
        return FieldRange(start: start, end: cursor.position)
    }

    private func endOfPlainText(in block: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < block.count {
            let byte = block[end]
            if byte == delimiter || byte == Ascii.lineFeed || byte == Ascii.carriageReturn { break }
            end += 1
        }
        return end
    }

    private func quotedField(in block: Span<UInt8>, _ cursor: inout Cursor, isLast: Bool) -> FieldRange? {
        cursor.position += 1
        var field = FieldRange(start: cursor.position, end: cursor.position)
        while cursor.position < block.count {
            let byte = block[cursor.position]
            if byte == Ascii.quote {
                // Whether it closes the field is for the next byte to say.
                guard cursor.position + 1 < block.count || isLast else { return nil }
                guard cursor.position + 1 < block.count, block[cursor.position + 1] == Ascii.quote else {
                    return closedField(field, in: block, &cursor)
                }
                field.hasDoubledQuotes = true
                cursor.position += 2
            } else {
                if byte == Ascii.lineFeed { cursor.line += 1 }
                cursor.position += 1
            }
        }
        guard isLast else { return nil }
        field.end = cursor.position
        field.fault = .unclosedQuote
        return field
    }

    /// A field whose closing quote stands at the cursor.
    private func closedField(_ open: FieldRange, in block: Span<UInt8>, _ cursor: inout Cursor) -> FieldRange {
        var field = open
        field.end = cursor.position
        let closing = cursor.position + 1
        cursor.position = endOfPlainText(in: block, from: closing)
        for position in closing..<cursor.position where block[position] != Ascii.blank { field.fault = .textAfterQuote }
        return field
    }
}
