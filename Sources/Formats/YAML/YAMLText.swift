import Diagnostics

/// The text of a YAML file while it is made readable, always knowing which place of the file a place in it is.
struct YAMLText {
    private let source: SourceText
    private var scalars: [Unicode.Scalar]
    private var lineStarts: [Int]
    /// For lines that began with tabs: how many there were and how many blanks each became.
    private var tabs: [Int: (count: Int, width: Int)] = [:]

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

    /// The place in the file of a place in this text, both counted from 1.
    func place(line: Int, column: Int) -> SourcePlace {
        guard let (count, width) = tabs[line] else { return source.place(line: line, column: column) }
        let blanks = column - 1
        let original = blanks < count * width ? blanks / width : blanks - count * (width - 1)
        return source.place(line: line, column: original + 1)
    }

    /// The scalar at a place in this text; `nil` past the end.
    func scalar(line: Int, column: Int) -> Unicode.Scalar? {
        guard lineStarts.indices.contains(line - 1) else { return nil }
        let offset = lineStarts[line - 1] + column - 1
        return scalars.indices.contains(offset) ? scalars[offset] : nil
    }

    /// What stands before a place in its line.
    func text(before column: Int, inLine line: Int) -> String {
        guard lineStarts.indices.contains(line - 1) else { return "" }
        let start = lineStarts[line - 1]
        return String(String.UnicodeScalarView(scalars[start..<min(start + column - 1, scalars.count)]))
    }

    /// Whether nothing but white space stands from this place on.
    func isAtEnd(line: Int, column: Int) -> Bool {
        guard lineStarts.indices.contains(line - 1) else { return true }
        return scalars[min(lineStarts[line - 1] + column - 1, scalars.count)...].allSatisfy(\.properties.isWhitespace)
    }

    /// Line breaks are what the parser takes for one: LF, CR LF, CR, and Unicode's three.
    private static func lineStarts(of scalars: [Unicode.Scalar]) -> [Int] {
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
    private var lines: some Sequence<(line: Int, scalars: ArraySlice<Unicode.Scalar>)> {
        lineStarts.indices.lazy.map { index in
            let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : scalars.count
            return (index + 1, scalars[lineStarts[index]..<end])
        }
    }
}

// MARK: Obstacles that are taken out of the way

extension YAMLText {
    /// Puts U+FFFD for each character that YAML forbids, and reports the first few.
    mutating func replaceControlCharacters() -> [Finding] {
        var offsets: [Int] = []
        for (offset, scalar) in scalars.enumerated() where Self.isForbidden(scalar) {
            scalars[offset] = "\u{FFFD}"
            offsets.append(offset)
        }
        return offsets.prefix(TextEncodingCheck.limit).map { offset in
            let line = lineStarts.lastIndex { $0 <= offset } ?? 0
            return Finding(
                "yaml.control-character", .error, "a control character stands in the text",
                advice: "delete it; some editors show it as a small box or not at all",
                at: place(line: line + 1, column: offset - lineStarts[line] + 1))
        }
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85: false
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF, 0xFEFF: true
        default: false
        }
    }

    /// Puts blanks for tabs at the beginning of lines that hold nothing else than a comment, where nobody can see them.
    ///
    /// - Returns: whether there was one.
    mutating func replaceInvisibleTabs() -> Bool { !replaceTabs(where: Self.isBlankOrComment).isEmpty }

    /// Puts blanks for tabs at the beginning of all other lines, as many as one level of the file is wide, and reports
    /// each line.
    mutating func replaceTabs() -> [Finding] {
        replaceTabs { !Self.isBlankOrComment($0) }.map { line in
            Finding(
                "yaml.tab-indentation", .error, "this line is indented with a tab",
                advice: "indent with blanks; editors can be told to put blanks for the tab key",
                at: source.place(line: line, column: 1))
        }
    }

    /// The lines in which tabs were replaced; `isWanted` judges what follows the indentation.
    private mutating func replaceTabs(where isWanted: (ArraySlice<Unicode.Scalar>) -> Bool) -> [Int] {
        let width = indentationWidth
        var changed: [Int] = []
        var replaced: [Unicode.Scalar] = []
        replaced.reserveCapacity(scalars.count)
        for (line, content) in lines {
            let indent = content.prefix { $0 == " " || $0 == "\t" }
            let rest = content.dropFirst(indent.count)
            let count = indent.count { $0 == "\t" }
            guard count > 0, isWanted(rest) else {
                replaced += content
                continue
            }
            changed.append(line)
            tabs[line] = (count, width)
            replaced += repeatElement(" ", count: indent.count - count + count * width)
            replaced += rest
        }
        scalars = replaced
        lineStarts = Self.lineStarts(of: scalars)
        return changed
    }

    private static func isBlankOrComment(_ content: ArraySlice<Unicode.Scalar>) -> Bool {
        content.first.map { $0.properties.isWhitespace || $0 == "#" } ?? true
    }

    /// The smallest indentation in blanks that the file uses; 2 when it uses none.
    private var indentationWidth: Int {
        let widths = lines.lazy.compactMap { line, content -> Int? in
            let indent = content.prefix { $0 == " " }.count
            return indent == 0 || Self.isBlankOrComment(content.dropFirst(indent)) ? nil : indent
        }
        return min(widths.min() ?? 2, 8)
    }

    /// Puts a private-use scalar for the first scalar of a key, so that it is equal to no other key and nothing moves.
    ///
    /// - Returns: whether there was something to put it for.
    mutating func maskKey(line: Int, column: Int, number: Int) -> Bool {
        guard let mask = Unicode.Scalar(0xF0000 + number), let first = scalar(line: line, column: column) else {
            return false
        }
        let offset = lineStarts[line - 1] + column - 1
        let isQuoted = first == "\"" || first == "'"
        let target = isQuoted ? offset + 1 : offset
        guard target < scalars.count, scalars[target] != "\"", scalars[target] != ":" else { return false }
        if isQuoted, scalars[target] == "'" {
            // In single quotes a quote is written twice; two in a row right away are such a pair or the end.
            guard target + 2 < scalars.count, scalars[target + 1] == "'" else { return false }
            scalars[target + 1] = mask
        }
        scalars[target] = mask
        return true
    }
}

// MARK: Obstacles that are refused

extension YAMLText {
    /// A finding where nesting passes ``YAMLDocument/depthLimit``, judged from indentation, dashes and brackets.
    ///
    /// The estimate may be higher than the truth, when a text in quotes holds many open brackets, but not for any
    /// text that a person writes.
    func findingOfDepth() -> Finding? {
        var indents: [Int] = []
        var brackets = 0
        for (line, content) in lines {
            var column = content.prefix { $0 == " " || $0 == "\t" }.count
            let isBlank = content.dropFirst(column).first?.properties.isWhitespace ?? true
            if !isBlank {
                while let last = indents.last, last >= column { indents.removeLast() }
                indents.append(column)
            }
            var isLeading = true
            for scalar in content.dropFirst(column) {
                column += 1
                switch scalar {
                case "[", "{": brackets += 1
                case "]", "}": brackets = max(0, brackets - 1)
                case "-" where isLeading, "?" where isLeading: indents.append(column)
                default: break
                }
                isLeading = isLeading && (scalar == "-" || scalar == "?" || scalar == " ")
                if indents.count + brackets > YAMLDocument.depthLimit + 1 {
                    return Self.tooDeep(at: place(line: line, column: column))
                }
            }
        }
        return nil
    }

    static func tooDeep(at place: SourcePlace) -> Finding {
        Finding(
            "yaml.too-deep", .error,
            "lists and groups are nested more than \(YAMLDocument.depthLimit) levels deep here",
            advice: "check for brackets that are never closed; nothing of the file is read", at: place)
    }

    /// A finding for each `*name` for which an anchor `&name` stands anywhere in the text.
    func aliases() -> [Finding] {
        let anchors = Set(names(after: "&").map(\.name))
        guard !anchors.isEmpty else { return [] }
        return names(after: "*").filter { anchors.contains($0.name) }.map { name, line, column in
            Finding(
                "yaml.alias", .error, "“*\(name)” repeats a value from elsewhere in the file",
                advice: "write the value out; anchors and aliases are not read", at: place(line: line, column: column))
        }
    }

    private func names(after mark: Unicode.Scalar) -> [(name: String, line: Int, column: Int)] {
        lines.flatMap { line, content in
            content.indices.compactMap { index in
                guard content[index] == mark, index == content.startIndex || !Self.isText(content[index - 1]) else {
                    return nil
                }
                let name = content[(index + 1)...].prefix { Self.isAnchorLetter($0) }
                guard !name.isEmpty else { return nil }
                return (String(String.UnicodeScalarView(name)), line, index - content.startIndex + 1)
            }
        }
    }

    /// Whether a mark behind this scalar is part of a word, as in R&D.
    private static func isText(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x80 ? !scalar.properties.isWhitespace : isAnchorLetter(scalar) && scalar != "-"
    }

    private static func isAnchorLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        default: false
        }
    }
}
