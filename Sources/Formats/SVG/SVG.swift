/// Shapes of a drawing as elements. Lengths are in the drawing's own units; other attributes, such as `fill` or `class`,
/// follow those of the shape.
public enum SVG {
    /// A drawing that scales to the width it is given.
    ///
    /// - Parameter label: what the drawing shows, for those who hear the page.
    public static func drawing(
        width: Double, height: Double, label: String, _ attributes: [(String, String)], _ children: [Markup]
    ) -> Element {
        Element(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 \(number(width)) \(number(height))"),
                ("role", "img"), ("aria-label", label),
            ] + attributes, children)
    }

    public static func rectangle(
        x: Double, y: Double, width: Double, height: Double, radius: Double = 0, _ attributes: [(String, String)] = [],
        _ children: [Markup] = []
    ) -> Markup {
        shape(
            "rect", [("x", x), ("y", y), ("width", width), ("height", height)] + (radius > 0 ? [("rx", radius)] : []),
            attributes, children)
    }

    public static func line(
        x1: Double, y1: Double, x2: Double, y2: Double, _ attributes: [(String, String)] = []
    ) -> Markup {
        shape("line", [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)], attributes)
    }

    public static func circle(
        x: Double, y: Double, radius: Double, _ attributes: [(String, String)] = [], _ children: [Markup] = []
    ) -> Markup {
        shape("circle", [("cx", x), ("cy", y), ("r", radius)], attributes, children)
    }

    /// Straight lines from point to point.
    public static func polyline(_ points: [(x: Double, y: Double)], _ attributes: [(String, String)] = []) -> Markup {
        .element(Element("polyline", [("points", written(points))] + attributes))
    }

    /// A closed area.
    public static func polygon(_ points: [(x: Double, y: Double)], _ attributes: [(String, String)] = []) -> Markup {
        .element(Element("polygon", [("points", written(points))] + attributes))
    }

    /// Words whose baseline begins at a point.
    public static func text(
        _ words: String, x: Double, y: Double, _ attributes: [(String, String)] = []
    ) -> Markup {
        shape("text", [("x", x), ("y", y)], attributes, [.text(words)])
    }

    /// Shapes that belong together.
    public static func group(_ attributes: [(String, String)], _ children: [Markup]) -> Markup {
        .element(Element("g", attributes, children))
    }

    /// A curve or area from the commands of ``SVGPath``.
    public static func path(_ path: SVGPath, _ attributes: [(String, String)] = [], _ children: [Markup] = []) -> Markup
    {
        .element(Element("path", [("d", path.commands)] + attributes, children))
    }

    /// Words that a browser shows when the pointer rests on the shape that holds them.
    public static func hint(_ words: String) -> Markup { .element(Element("title", text: words)) }

    /// A number as drawings write it; see ``SVGNumber/written(_:)``.
    public static func number(_ value: Double) -> String { SVGNumber.written(value) }

    private static func written(_ points: [(x: Double, y: Double)]) -> String {
        points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    }

    private static func shape(
        _ name: String, _ lengths: [(String, Double)], _ attributes: [(String, String)], _ children: [Markup] = []
    ) -> Markup {
        .element(Element(name, lengths.map { ($0, number($1)) } + attributes, children))
    }
}

/// The outline of a shape, drawn point by point.
public struct SVGPath: Sendable, Hashable {
    /// As the attribute `d` holds them.
    public private(set) var commands = ""

    public init() {}

    public mutating func move(x: Double, y: Double) { add("M", [x, y]) }
    public mutating func line(x: Double, y: Double) { add("L", [x, y]) }

    /// Part of a circle to a point.
    ///
    /// - Parameters:
    ///   - isLarge: whether it is more than half of the circle.
    ///   - isClockwise: as the page is seen, with y downwards.
    public mutating func arc(radius: Double, isLarge: Bool, isClockwise: Bool, x: Double, y: Double) {
        add("A", [radius, radius, 0, isLarge ? 1 : 0, isClockwise ? 1 : 0, x, y])
    }

    /// A line back to where the outline began.
    public mutating func close() { commands += "Z" }

    private mutating func add(_ command: String, _ numbers: [Double]) {
        commands += command + numbers.map(SVG.number).joined(separator: " ")
    }
}
