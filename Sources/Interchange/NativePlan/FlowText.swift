/// A value of YAML in braces or brackets, laid out in lines of limited width with what continues it below its beginning.
indirect enum FlowText {
    case text(String)
    case list([FlowText])
    case group([Member])

    struct Member {
        let key: String
        let value: FlowText
        /// Whether it always begins a line, unless it is the first.
        var beginsLine = false
    }

    /// A text in quotes where it needs them.
    static func scalar(_ text: String) -> FlowText { .text(YAMLScalar.text(text)) }

    /// One text as it is, several as a list.
    static func oneOrMore(_ texts: [String]) -> FlowText {
        texts.count == 1 ? .text(texts[0]) : .list(texts.map { .text($0) })
    }

    /// - Parameters:
    ///   - column: where the first line begins, counted from 0; the others are indented to stand below it.
    ///   - width: the columns that a line may have; a single text may pass them.
    func lines(from column: Int, width: Int) -> [String] {
        switch self {
        case .text(let text): [text]
        case .list(let elements):
            Self.fill("[", "]", elements.map { ("", $0, false) }, from: column, width: width)
        case .group(let members):
            Self.fill(
                "{", "}", members.map { ("\(YAMLScalar.text($0.key)): ", $0.value, $0.beginsLine) }, from: column,
                width: width)
        }
    }

    private static func fill(
        _ open: String, _ close: String, _ items: [(label: String, value: FlowText, beginsLine: Bool)],
        from column: Int, width: Int
    ) -> [String] {
        let indent = String(repeating: " ", count: column + 1)
        var lines: [String] = []
        var line = open
        var end = column + 1
        for (index, item) in items.enumerated() {
            let own = item.value.lines(from: column + 1 + item.label.columns, width: width)
            let needed = item.label.columns + own[0].columns + 1
            if index > 0 {
                if item.beginsLine || own.count > 1 || end + 2 + needed > width {
                    lines.append(line + ",")
                    (line, end) = (indent, column + 1)
                } else {
                    (line, end) = (line + ", ", end + 2)
                }
            }
            (line, end) = (line + item.label + own[0], end + needed - 1)
            if let last = own.dropFirst().last {
                lines.append(line)
                lines += own.dropFirst().dropLast()
                (line, end) = (last, last.columns)
            }
        }
        return lines + [line + close]
    }
}

extension String {
    /// The columns that it takes in an editor: two for what is written in Chinese or Japanese.
    var columns: Int { unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 && $1.value < 0x1_0000 ? 2 : 1) } }
}
