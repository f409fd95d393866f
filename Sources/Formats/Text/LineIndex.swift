public import Diagnostics

/// Where the lines of a text in UTF-8 begin, so that a byte can be named by line and column.
///
/// Lines end in LF, CR LF or CR. Built only when something has to be pointed at.
///
/// - Complexity: O(bytes) to build, O(log lines + line length) to look up.
public struct LineIndex: Sendable {
    private let bytes: [UInt8]
    private let starts: [Int]

    /// - Parameter start: where the text begins, after a byte order mark.
    public init(_ bytes: [UInt8], from start: Int = 0) {
        self.bytes = bytes
        var starts = [start]
        var position = start
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            guard byte == Byte.lineFeed || byte == Byte.carriageReturn else { continue }
            if byte == Byte.carriageReturn, position < bytes.count, bytes[position] == Byte.lineFeed { position += 1 }
            starts.append(position)
        }
        self.starts = starts
    }

    /// The place of the scalar that the byte at `offset` begins or belongs to.
    public func place(of offset: Int, in file: String) -> SourcePlace {
        let line = lineNumber(of: offset)
        let column = bytes[starts[line - 1]..<min(offset, bytes.count)].count { !Byte.isContinuation($0) }
        return SourcePlace(file: file, line: line, column: column + 1)
    }

    /// The line, counted from 1, cut to `limit` scalars; wrong bytes show as U+FFFD.
    public func excerpt(line: Int, limit: Int = 160) -> String? {
        guard starts.indices.contains(line - 1) else { return nil }
        return TextLine.excerpt(of: bytes, from: starts[line - 1], limit: limit)
    }

    /// The last line that begins at or before `offset`.
    private func lineNumber(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(low, 1)
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
