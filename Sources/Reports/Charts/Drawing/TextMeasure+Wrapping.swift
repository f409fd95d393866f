extension TextMeasure {
    /// The text on at most so many lines: broken at blanks and between Chinese characters, inside a word only when it fills
    /// a line alone. The last line ends in “…” where more would follow.
    static func wrapped(_ text: String, into width: Double, size: Double, isBold: Bool = false, lines limit: Int)
        -> [String]
    {
        var lines: [String] = []
        var rest = text[...]
        while !rest.isEmpty, lines.count < limit - 1 {
            let line = firstLine(of: rest, into: width, size: size, isBold: isBold)
            lines.append(String(line).trimmedAtEnd)
            rest = rest[line.endIndex...].drop(while: \.isWhitespace)
        }
        let last = fitted(String(rest), into: width, size: size, isBold: isBold)
        return last.isEmpty ? lines : lines + [last]
    }

    /// As much of a text as a line holds; at least one character.
    private static func firstLine(of text: Substring, into width: Double, size: Double, isBold: Bool) -> Substring {
        var end = text.startIndex
        var lastBreak: Substring.Index?
        var room = width
        for index in text.indices {
            let character = text[index]
            room -= self.width(of: String(character), size: size, isBold: isBold)
            let isWide = CharacterWidth.columns(of: character) == 2
            if index > text.startIndex, character.isWhitespace || isWide && !closing.contains(character) {
                lastBreak = index
            }
            guard room >= 0 || character.isWhitespace else {
                return text[..<(lastBreak ?? max(end, text.index(after: text.startIndex)))]
            }
            end = text.index(after: index)
        }
        return text
    }

    /// Marks that stay with what they close.
    private static let closing: Set<Character> = ["，", "。", "、", "；", "：", "！", "？", "）", "”", "》"]
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
