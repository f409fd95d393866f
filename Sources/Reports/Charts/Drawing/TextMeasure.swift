/// How wide words will be, without asking a font: an estimate on the safe side for the usual sans-serif fonts.
enum TextMeasure {
    /// Width in pixels at a font size in pixels.
    static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
        text.reduce(0) { $0 + ems(of: $1) } * size * (isBold ? 1.06 : 1)
    }

    /// The text, or as much of its beginning as fits together with “…”; empty when not even that does.
    static func fitted(_ text: String, into width: Double, size: Double, isBold: Bool = false) -> String {
        guard Self.width(of: text, size: size, isBold: isBold) > width else { return text }
        let scale = size * (isBold ? 1.06 : 1)
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
            (0.3, "ijl|'.,:;!·"), (0.34, " I"), (0.4, "ft()[]/\\-–"), (0.43, "r\"“”*"), (0.55, "csxzkvyJ?_°"),
            (0.6, "abdeghnopquLFTESPZ0123456789$€£¥+−=<>#~^"), (0.7, "ABCKRVXY&"), (0.76, "DGHNOQU"), (0.82, "w%"),
            (0.9, "Mm…—"),
            (1, "W@"),
        ]
        for (width, characters) in groups {
            for character in characters { widths[character] = width }
        }
        return widths
    }()
}
