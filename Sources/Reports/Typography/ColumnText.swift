/// Text set in equal columns, as on a terminal: Chinese takes two columns, marks none.
extension String {
    /// How many columns it takes.
    var columns: Int { CharacterWidth.columns(of: self) }

    /// The text, or as much of its beginning as fits with “…” behind it.
    func fitted(columns limit: Int) -> String {
        guard columns > limit else { return self }
        guard limit > 0 else { return "" }
        var kept = ""
        var room = limit - 1
        for character in self {
            room -= CharacterWidth.columns(of: character)
            guard room >= 0 else { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// The text fitted and then filled with blanks to exactly so many columns.
    func set(columns width: Int, _ alignment: Column.Alignment = .leading) -> String {
        let text = fitted(columns: width)
        let blanks = width - text.columns
        switch alignment {
        case .leading: return text + String(repeating: " ", count: blanks)
        case .trailing: return String(repeating: " ", count: blanks) + text
        case .centre:
            let before = blanks / 2
            return String(repeating: " ", count: before) + text + String(repeating: " ", count: blanks - before)
        }
    }

    /// The text broken into lines of at most so many columns: at blanks, between Chinese characters, and inside a word
    /// only when it fills a line alone. Punctuation that closes stays with what it closes.
    func wrapped(columns limit: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces {
            if line.columns + piece.trailingBlanksDropped.columns > limit, !line.isEmpty {
                lines.append(line.trailingBlanksDropped)
                line = ""
            }
            // The word may be megabytes long, so no line looks at more of it than the line holds.
            let word = piece.trailingBlanksDropped
            var rest = word[...]
            while rest.endIndex > rest.prefix(columns: limit).endIndex {
                let head = rest.prefix(columns: limit)
                lines.append(String(head))
                rest = rest[head.endIndex...]
            }
            line += rest + piece.dropFirst(word.count)
        }
        if !line.trailingBlanksDropped.isEmpty || lines.isEmpty { lines.append(line.trailingBlanksDropped) }
        return lines
    }

    /// The pieces between which a line may break.
    private var pieces: [String] {
        var pieces: [String] = []
        var last: Character?
        for character in self {
            if let last, Self.mayBreak(between: last, and: character) || pieces.isEmpty {
                pieces.append(String(character))
            } else if pieces.isEmpty {
                pieces.append(String(character))
            } else {
                pieces[pieces.count - 1].append(character)
            }
            last = character
        }
        return pieces
    }

    private static func mayBreak(between left: Character, and right: Character) -> Bool {
        if right == " " || closing.contains(right) || opening.contains(left) { return false }
        if left == " " { return true }
        return CharacterWidth.columns(of: left) == 2 || CharacterWidth.columns(of: right) == 2
    }

    private static let closing: Set<Character> = Set("，。、；：？！）】》」』”’…%,.;:?!)]}")
    private static let opening: Set<Character> = Set("（【《「『“‘([{")

    private var trailingBlanksDropped: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension Substring {
    /// The longest beginning of at most so many columns, but at least one character.
    fileprivate func prefix(columns limit: Int) -> Substring {
        var end = startIndex
        var room = limit
        while end < endIndex {
            room -= CharacterWidth.columns(of: self[end])
            guard room >= 0 || end == startIndex else { break }
            formIndex(after: &end)
        }
        return self[..<end]
    }
}
