import Diagnostics

/// The text of a YAML file while it is made readable, always knowing which place of the file a place in it is.
struct YAMLText {
    let source: SourceText
    /// The text, and where its lines begin; changed only by the repairs.
    var scalars: [Unicode.Scalar]
    var lineStarts: [Int]
    /// For lines that began with tabs: how many there were and how many blanks each became.
    var tabs: [Int: (count: Int, width: Int)] = [:]

    init(_ source: SourceText) {
        self.source = source
        scalars = Array(source.text.unicodeScalars)
        // Editors do not count the byte order mark as a column.
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        lineStarts = Self.lineStarts(of: scalars)
    }

    /// As the parser gets it.
    var string: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The length in scalars.
    var count: Int { scalars.count }

    /// A place in this text: line and column, both counted from 1.
    typealias Position = (line: Int, column: Int)

    /// The place in the file of a place in this text.
    func place(_ position: Position) -> SourcePlace {
        let (line, column) = position
        guard let (count, width) = tabs[line] else { return source.place(line: line, column: column) }
        let blanks = column - 1
        let original = blanks < count * width ? blanks / width : blanks - count * (width - 1)
        return source.place(line: line, column: original + 1)
    }

    /// The scalar at a place in this text; `nil` past the end.
    func scalar(at position: Position) -> Unicode.Scalar? {
        let offset = offset(of: position)
        return offset < scalars.count ? scalars[offset] : nil
    }

    /// What stands before a place in its line.
    func text(before position: Position) -> String {
        let start = offset(of: (position.line, 1))
        return String(String.UnicodeScalarView(scalars[start..<max(start, offset(of: position))]))
    }

    /// How many blanks a line begins with.
    func indentation(of line: Int) -> Int { scalars[offset(of: (line, 1))...].prefix { $0 == " " }.count }

    /// Whether nothing but white space stands from this place on.
    func isAtEnd(_ position: Position) -> Bool {
        scalars[offset(of: position)...].allSatisfy(\.properties.isWhitespace)
    }

    /// Places past the end are the end.
    func offset(of position: Position) -> Int {
        guard lineStarts.indices.contains(position.line - 1) else { return scalars.count }
        return min(lineStarts[position.line - 1] + position.column - 1, scalars.count)
    }

    /// Line breaks are what the parser takes for one: LF, CR LF, CR, and Unicode's three.
    static func lineStarts(of scalars: [Unicode.Scalar]) -> [Int] {
        var starts = [0]
        for (offset, scalar) in scalars.enumerated() {
            switch scalar {
            case "\n", "\u{85}", "\u{2028}", "\u{2029}": starts.append(offset + 1)
            case "\r" where offset + 1 == scalars.count || scalars[offset + 1] != "\n": starts.append(offset + 1)
            default: break
            }
        }
        return starts
    }

    /// The scalars of each line, counted from 1, with its line break.
    var lines: some Sequence<(line: Int, scalars: ArraySlice<Unicode.Scalar>)> {
        lineStarts.indices.lazy.map { index in
            let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : scalars.count
            return (index + 1, scalars[lineStarts[index]..<end])
        }
    }
}
