/// A drawn picture: a piece of SVG with its size.
struct Picture: Sendable {
    var title: String
    var summary: String
    var width: Double
    var height: Double
    var canvas: Canvas

    /// - Parameter height: of all that was drawn, without the air below.
    init(_ chart: Chart, part: Int = 0, of parts: Int = 1, width: Double, height: Double, canvas: Canvas) {
        title = parts > 1 ? "\(chart.title) (\(part + 1)/\(parts))" : chart.title
        summary = chart.summary
        self.width = width
        self.height = height
        self.canvas = canvas
    }

    /// The picture as an element of a page.
    ///
    /// - Parameters:
    ///   - id: unique in its page; ties the title and the description to the picture.
    ///   - isFile: whether the SVG stands alone and names its own font and background.
    func svg(id: String, isFile: Bool = false) -> String {
        var attributes = [
            ("viewBox", "0 0 \(width.coordinate) \(height.coordinate)"), ("width", width.coordinate),
            ("height", height.coordinate), ("role", "img"), ("aria-labelledby", "\(id)-title \(id)-summary"),
        ]
        var content = [
            Markup.element("title", [("id", "\(id)-title")], Markup.escaped(title.printable)),
            Markup.element("desc", [("id", "\(id)-summary")], Markup.escaped(summary.printable)),
        ]
        if isFile {
            attributes = [("xmlns", "http://www.w3.org/2000/svg"), ("font-family", Typeface.stack)] + attributes
            content.append(Markup.element("rect", [("width", "100%"), ("height", "100%"), ("fill", Palette.paper)]))
        }
        return Markup.element("svg", attributes, "\n" + (content + canvas.shapes).joined(separator: "\n") + "\n")
    }
}

/// The fonts that pages and pictures ask for: plain sans-serif, with fonts for simplified Chinese named before the
/// generic one, lest a system choose the Japanese forms of characters.
enum Typeface {
    static let stack =
        "'Helvetica Neue', Arial, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', "
        + "'Source Han Sans SC', sans-serif"
}

extension Chart {
    /// The chart as pictures of a width in pixels: one, or several below one another when a Gantt chart is long.
    ///
    /// Below 520 pixels labels stand above their bars, as on a phone.
    func pictures(width: Double, _ book: Phrasebook) -> [Picture] {
        switch self {
        case .gantt(let chart): GanttDrawing(chart, width: width, book).pictures
        case .line(let chart): [LineDrawing(chart, width: width, book).picture]
        case .bar(let chart): [BarDrawing(chart, width: width, book).picture]
        case .share(let chart): [ShareDrawing(chart, width: width, book).picture]
        }
    }
}

/// Pictures narrower than this set labels above bars.
let narrowPicture = 520.0
