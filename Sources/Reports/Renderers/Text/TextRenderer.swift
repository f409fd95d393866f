/// Plain text for a terminal or a mail: lines of at most `width` columns, drawn charts included.
public struct TextRenderer: Renderer {
    /// Columns of a line; 40 or more.
    public let width: Int
    /// Whether emphasis is coloured by the escape sequences that terminals understand.
    public let isColoured: Bool

    public init(width: Int = 80, isColoured: Bool = false) {
        self.width = max(40, width)
        self.isColoured = isColoured
    }

    public func render(_ report: Report) -> Rendering {
        var page = TextPage(width: width, isColoured: isColoured, book: Phrasebook(report.language))
        page.append(report)
        return Rendering(page.text, fileExtension: "txt")
    }
}

extension Renderer where Self == TextRenderer {
    public static func text(width: Int = 80, isColoured: Bool = false) -> Self {
        TextRenderer(width: width, isColoured: isColoured)
    }
}
