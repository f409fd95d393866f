import Formats

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
    var element: Element { element([], []) }

    /// The picture as a file of its own, which names its font and has a white ground.
    var file: String {
        let ground = SVG.rectangle(x: 0, y: 0, width: width, height: height, [("fill", Palette.paper)])
        return element([("font-family", Typeface.stack)], [ground]).written(as: .xml, indented: true) + "\n"
    }

    private func element(_ attributes: [(String, String)], _ ground: [Markup]) -> Element {
        let words: [Markup] = [
            .element(Element("title", text: title.printable)), .element(Element("desc", text: summary.printable)),
        ]
        return SVG.drawing(
            width: width, height: height, label: title.printable,
            [("width", SVG.number(width)), ("height", SVG.number(height))] + attributes, words + ground + canvas.shapes)
    }
}
