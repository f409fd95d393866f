/// How wide words will be, without asking a font: about as wide as in DejaVu Sans, the widest of the usual sans-serif
/// fonts, so that the others fit too.
enum TextMeasure {
    /// Width in pixels at a font size in pixels.
    static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
        text.reduce(0) { $0 + ems(of: $1) } * size * (isBold ? 1.1 : 1)
    }

    /// The text, or as much of its beginning as fits together with “…”; empty when not even that does.
    static func fitted(_ text: String, into width: Double, size: Double, isBold: Bool = false) -> String {
        guard Self.width(of: text, size: size, isBold: isBold) > width else { return text }
        let scale = size * (isBold ? 1.1 : 1)
        var room = width - ems(of: "…") * scale
        guard room > 0 else { return "" }
        var kept = ""
        for character in text {
            room -= ems(of: character) * scale
            guard room >= 0 else { break }
            kept.append(character)
        }
        while kept.last?.isWhitespace == true { kept.removeLast() }
        return kept.isEmpty ? "" : kept + "…"
    }

    /// Width in ems: 1 for what stands in a square (Chinese, emoji), less for Latin.
    private static func ems(of character: Character) -> Double {
        switch CharacterWidth.columns(of: character) {
        case 0: 0
        case 2: 1
        default: latin[character] ?? (character.isUppercase ? 0.7 : 0.62)
        }
    }

    private static let latin: [Character: Double] = {
        var widths: [Character: Double] = [:]
        let groups: [(Double, String)] = [
            (0.32, " I"), (0.3, "ijl|'.,:;!·"), (0.4, "ft()[]/\\-–"), (0.46, "r\"“”*"), (0.56, "csxzkvyJ?_°"),
            (0.64, "abdeghnopquLFTESPZ0123456789$€£¥"), (0.71, "ABCKRVXY&"), (0.78, "DGHNOQU"), (0.83, "w+−=<>#~^"),
            (0.95, "%"), (0.98, "Mm…—"), (1, "W@"),
        ]
        for (width, characters) in groups {
            for character in characters { widths[character] = width }
        }
        return widths
    }()
}
