/// The colours of pictures and pages: few, and told apart by people who do not see red and green alike, and in grey.
///
/// - Source: the series colours follow Okabe and Ito, 2008, darkened until words and thin lines can be read on white.
enum Palette {
    static let ink = "#1f2933"
    static let quietInk = "#52606d"
    static let faintInk = "#7b8794"
    static let rule = "#d3dae1"
    static let paleRule = "#e8ecf0"
    static let shade = "#f1f3f5"
    static let paper = "#ffffff"

    /// Work with slack.
    static let work = "#7fa6cc"
    static let slack = "#c3d3e3"
    /// On the critical path, and bad news.
    static let critical = "#b3361b"
    static let good = "#1b7a5a"
    static let warning = "#9a6700"
    static let leading = "#14568c"
    static let rising = "#2f6fa8"
    static let falling = "#c2622d"

    /// Grounds from nothing to do to everything: told apart by their lightness too.
    static let calm = "#e4f1ea"
    static let watch = "#fae8b4"
    static let alarm = "#efb8a6"

    /// One for each series or part, in the order of drawing; later ones begin again.
    static let series = [
        "#14568c", "#d98300", "#1b7a5a", "#a8457e", "#5aa9d6", "#b3361b", "#8a7d0a", "#5d4b8c", "#7b8794",
    ]

    /// From little to much: each is darker than the one before, in grey too.
    static let heat = ["#d3e3f1", "#a3c6e2", "#6a9fcd", "#3572aa", "#123f6b"]

    static func series(_ index: Int) -> String { series[index % series.count] }

    static func ink(of tone: Tone) -> String {
        switch tone {
        case .neutral: quietInk
        case .good: good
        case .warning: warning
        case .bad: critical
        }
    }

    /// A colour `#rrggbb` mixed with white: all of it at 1, white at 0.
    static func tint(_ colour: String, _ share: Double) -> String {
        guard let number = Int(colour.dropFirst(), radix: 16) else { return colour }
        let mixed = [16, 8, 0].reduce(0) { mixed, shift in
            mixed << 8 | Int((255 - (255 - Double(number >> shift & 255)) * share).rounded())
        }
        // A leading one keeps the zeros in front.
        return "#" + String(1 << 24 | mixed, radix: 16).dropFirst()
    }

    /// White or ink, whichever can be read on a fill `#rrggbb`.
    static func inkOn(_ fill: String) -> String {
        guard let colour = Int(fill.dropFirst(), radix: 16) else { return ink }
        let red = Double(colour >> 16 & 255)
        let green = Double(colour >> 8 & 255)
        let blue = Double(colour & 255)
        return 0.299 * red + 0.587 * green + 0.114 * blue < 135 ? paper : ink
    }
}
