/// Colours words by the escape sequences of terminals, or leaves them alone.
struct TextInk {
    let isColoured: Bool

    enum Style: Hashable {
        case plain
        case strong
        case quiet
        case headline(Tone)
        case cell(Cell.Emphasis)
    }

    /// The text in a style. It keeps its columns: escape sequences take none.
    func paint(_ text: String, _ style: Style) -> String {
        guard isColoured, let code = code(of: style), !text.isEmpty else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    /// Pieces side by side, without the blanks at the end of the line.
    func line(_ pieces: [(text: String, style: Style)], gap: String = "  ") -> String {
        guard let last = pieces.lastIndex(where: { !$0.text.allSatisfy { $0 == " " } }) else { return "" }
        return pieces[...last].enumerated().map { index, piece in
            paint(index == last ? piece.text.trailingBlanksTrimmed : piece.text, piece.style)
        }.joined(separator: gap)
    }

    private func code(of style: Style) -> String? {
        switch style {
        case .plain, .headline(.neutral), .cell(.plain), .cell(.blank): nil
        case .strong, .cell(.strong): "1"
        case .quiet, .cell(.muted): "2"
        case .headline(.good), .cell(.kept): "32"
        case .headline(.warning): "33"
        case .headline(.bad), .cell(.missed), .cell(.critical): "31"
        case .cell(.new): "36"
        }
    }
}
