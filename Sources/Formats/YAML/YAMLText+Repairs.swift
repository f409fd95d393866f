import Diagnostics

/// Obstacles that are taken out of the parser's way.
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
                at: place((line + 1, offset - lineStarts[line] + 1)))
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
    mutating func maskKey(at position: Position, number: Int) -> Bool {
        guard let mask = Unicode.Scalar(0xF0000 + number), let first = scalar(at: position) else { return false }
        let isQuoted = first == "\"" || first == "'"
        let target = offset(of: position) + (isQuoted ? 1 : 0)
        // Keys that are empty, lists or groups have no letter to give away.
        guard target < scalars.count, !"\":[{".unicodeScalars.contains(scalars[target]) else { return false }
        if isQuoted, scalars[target] == "'" {
            // In single quotes a quote is written twice; two in a row right away are such a pair or the end.
            guard target + 2 < scalars.count, scalars[target + 1] == "'" else { return false }
            scalars[target + 1] = mask
        }
        scalars[target] = mask
        return true
    }
}
