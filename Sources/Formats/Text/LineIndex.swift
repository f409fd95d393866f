public import Diagnostics

/// Where the lines of a text in UTF-8 begin, so that a byte can be named by line and column.
///
/// Lines end in LF, CR LF or CR. Built only when something has to be pointed at.
///
/// - Complexity: O(bytes) to build, O(log bytes) to look up.
public struct LineIndex: Sendable {
    private let bytes: [UInt8]
    private let starts: [Int]
    /// Columns inside long lines, so that a file of one line is not counted through for each place in it.
    private let marks: [ColumnMark]

    /// A byte in a long line, and how many scalars stand before it in the line.
    private struct ColumnMark {
        let offset: Int
        let column: Int
    }

    /// How many bytes are counted at most to find a column.
    private static let stretch = 1 << 12

    /// - Parameter start: where the text begins, after a byte order mark.
    public init(_ bytes: [UInt8], from start: Int = 0) {
        self.bytes = bytes
        var starts = [start]
        var marks: [ColumnMark] = []
        let text = bytes.span
        var position = start
        var marked = start
        while position < text.count {
            let limit = min(marked + Self.stretch, text.count)
            while position < limit, !Byte.endsLine(text[position]) { position += 1 }
            if position == limit {
                let before = marked == starts[starts.count - 1] ? 0 : marks[marks.count - 1].column
                marks.append(ColumnMark(offset: position, column: before + Self.scalars(in: bytes[marked..<position])))
            } else {
                let byte = text[position]
                position += 1
                if byte == Byte.carriageReturn, position < text.count, text[position] == Byte.lineFeed { position += 1 }
                starts.append(position)
            }
            marked = position
        }
        self.starts = starts
        self.marks = marks
    }

    private static func scalars(in bytes: ArraySlice<UInt8>) -> Int { bytes.count { !Byte.isContinuation($0) } }

    /// The place of the scalar that the byte at `offset` begins or belongs to.
    public func place(of offset: Int, in file: String) -> SourcePlace {
        let line = lineNumber(of: offset)
        let end = max(starts[line - 1], min(offset, bytes.count))
        var counted = ColumnMark(offset: starts[line - 1], column: 0)
        let next = Self.firstIndex(in: marks.indices) { marks[$0].offset > end }
        if next > 0, marks[next - 1].offset > counted.offset { counted = marks[next - 1] }
        let column = counted.column + Self.scalars(in: bytes[counted.offset..<end])
        return SourcePlace(file: file, line: line, column: column + 1)
    }

    /// The line, counted from 1, cut to `limit` scalars; wrong bytes show as U+FFFD.
    public func excerpt(line: Int, limit: Int = 160) -> String? {
        guard starts.indices.contains(line - 1) else { return nil }
        return TextLine.excerpt(of: bytes, from: starts[line - 1], limit: limit)
    }

    /// The line of a byte; of a line that is long, what stands around the byte.
    public func excerpt(around offset: Int) -> String? {
        let start = starts[lineNumber(of: offset) - 1]
        var near = max(start, min(offset, bytes.count) - 80)
        guard near > start + 40 else { return TextLine.excerpt(of: bytes, from: start) }
        while near < bytes.count, Byte.isContinuation(bytes[near]) { near += 1 }
        return TextLine.excerpt(of: bytes, from: near).map { "…" + $0 }
    }

    /// The last line that begins at or before `offset`.
    private func lineNumber(of offset: Int) -> Int {
        max(Self.firstIndex(in: starts.indices) { starts[$0] > offset }, 1)
    }

    /// The first index for which a claim holds that, once true, stays true; the end when there is none.
    private static func firstIndex(in indices: Range<Int>, where holds: (Int) -> Bool) -> Int {
        var low = indices.lowerBound
        var high = indices.upperBound
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

enum TextLine {
    /// The rest of the line from `start` on, cut to `limit` scalars; `nil` when it is blank.
    static func excerpt(of bytes: [UInt8], from start: Int, limit: Int = 160) -> String? {
        // Four bytes a scalar at most, so the search never runs along a line of megabytes.
        let window = bytes[min(start, bytes.count)..<min(start + limit * 4 + 4, bytes.count)]
        let line = window.prefix { $0 != Byte.lineFeed && $0 != Byte.carriageReturn }
        let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
        guard !scalars.allSatisfy(\.properties.isWhitespace) else { return nil }
        let shown = scalars.prefix(limit).map { Byte.isControl($0) ? "\u{FFFD}" : $0 }
        var excerpt = String(String.UnicodeScalarView(shown))
        if scalars.count > limit || line.endIndex < bytes.count && line.count == window.count { excerpt += "…" }
        return excerpt
    }
}

/// The bytes that the readers look for.
enum Byte {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")

    static func endsLine(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
    static func isContinuation(_ byte: UInt8) -> Bool { byte & 0b1100_0000 == 0b1000_0000 }
    /// Not fit to be shown on a terminal; a tab is.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && scalar != "\t") || (0x7F..<0xA0).contains(scalar.value)
    }
}
