/// A text input with its name and its lines, so that findings can show the line they speak of.
public struct SourceText: Sendable {
    /// The input's name as the user gave it.
    public let file: String
    private let source: SourceName
    public let text: String
    /// Where each line begins, as an offset into the bytes of the text.
    private let starts: [Int]

    /// - Parameters:
    ///   - text: the whole input; lines end in LF, CR LF or CR.
    ///   - file: its name as the user gave it, `-` for standard input.
    public init(_ text: String, file: String) {
        self.file = file
        source = SourceName(file)
        self.text = text
        var contiguous = text
        starts = contiguous.withUTF8(Self.lineStarts)
    }

    private static func lineStarts(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var starts = [0]
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte <= carriageReturn, byte == lineFeed || byte == carriageReturn else { continue }
            if byte == carriageReturn, index < bytes.count, bytes[index] == lineFeed { index += 1 }
            starts.append(index)
        }
        return starts
    }

    /// A place in this text.
    public func place(line: Int, column: Int) -> SourcePlace {
        SourcePlace(in: source, line: line, column: column)
    }

    /// The line at a place, cut to `limit` Unicode scalars; `nil` outside the text or when the line is blank.
    public func excerpt(at place: SourcePlace?, limit: Int = 160) -> String? {
        guard let place, place.file == file, starts.indices.contains(place.line - 1) else { return nil }
        // A line may be megabytes long: no more of it is looked at than is shown.
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: starts[place.line - 1])
        let rest = text[start...].unicodeScalars.prefix(limit + 1)
        let line = rest.prefix { $0 != "\n" && $0 != "\r" }
        guard !line.allSatisfy(\.properties.isWhitespace) else { return nil }
        return line.count > limit ? String(line.prefix(limit - 1)) + "…" : String(line)
    }

    /// The same finding with the line it speaks of.
    public func showing(_ finding: Finding) -> Finding {
        var shown = finding
        shown.excerpt = finding.excerpt ?? excerpt(at: finding.place)
        return shown
    }
}

private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
