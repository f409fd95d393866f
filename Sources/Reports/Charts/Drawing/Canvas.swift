import Formats

/// A picture while it is drawn: shapes in drawing order, and where its words stand.
struct Canvas: Sendable {
    let width: Double
    private(set) var shapes: [Markup] = []
    /// The words drawn so far with the boxes they are expected to fill; tests see to it that none overlap.
    private(set) var labels: [Label] = []

    init(width: Double) { self.width = width }

    struct Label: Hashable, Sendable {
        var text: String
        var box: Box
    }

    enum Anchor: String, Sendable {
        case start
        case middle
        case end
    }

    /// How words look.
    struct TextStyle: Sendable {
        var size: Double
        var colour: String
        var isBold: Bool
        /// Whether a white rim keeps them legible over lines.
        var hasHalo: Bool

        init(_ size: Double = 12, _ colour: String = Palette.ink, bold: Bool = false, halo: Bool = false) {
            self.size = size
            self.colour = colour
            isBold = bold
            hasHalo = halo
        }
    }

    // MARK: Shapes

    mutating func rectangle(_ box: Box, fill: String, stroke: String? = nil, radius: Double = 0, tip: String? = nil) {
        let attributes = [("fill", fill)] + (stroke.map { [("stroke", $0)] } ?? [])
        add(
            SVG.rectangle(x: box.left, y: box.top, width: box.width, height: box.height, radius: radius, attributes),
            tip: tip)
    }

    mutating func line(
        from start: Point, to end: Point, stroke: String, width: Double = 1, dashes: String? = nil
    ) {
        var attributes = [("stroke", stroke)]
        if width != 1 { attributes.append(("stroke-width", SVG.number(width))) }
        if let dashes { attributes.append(("stroke-dasharray", dashes)) }
        add(SVG.line(x1: start.x, y1: start.y, x2: end.x, y2: end.y, attributes))
    }

    /// An open line through points; a single point draws nothing.
    mutating func path(_ points: [Point], stroke: String, width: Double, dashes: String? = nil) {
        guard points.count > 1 else { return }
        var attributes = [
            ("fill", "none"), ("stroke", stroke), ("stroke-width", SVG.number(width)), ("stroke-linejoin", "round"),
        ]
        if let dashes { attributes.append(("stroke-dasharray", dashes)) }
        add(SVG.polyline(points.map { ($0.x, $0.y) }, attributes))
    }

    /// A filled shape.
    mutating func polygon(
        _ points: [Point], fill: String, stroke: String? = nil, opacity: Double = 1, tip: String? = nil
    ) {
        var attributes = [("fill", fill)]
        if opacity < 1 { attributes.append(("fill-opacity", SVG.number(opacity))) }
        if let stroke { attributes.append(("stroke", stroke)) }
        add(SVG.polygon(points.map { ($0.x, $0.y) }, attributes), tip: tip)
    }

    mutating func circle(at centre: Point, radius: Double, fill: String, stroke: String? = nil, tip: String? = nil) {
        let attributes = [("fill", fill)] + (stroke.map { [("stroke", $0)] } ?? [])
        add(SVG.circle(x: centre.x, y: centre.y, radius: radius, attributes), tip: tip)
    }

    /// - Parameter tip: words that appear when the pointer rests on the shape.
    private mutating func add(_ shape: Markup, tip: String? = nil) {
        shapes.append(tip.map { SVG.group([], [SVG.hint($0.printable), shape]) } ?? shape)
    }

    // MARK: Words

    /// Draws words on a base line. Nothing is drawn for an empty text.
    mutating func text(_ text: String, at point: Point, _ style: TextStyle = TextStyle(), anchor: Anchor = .start) {
        let text = text.printable
        guard !text.isEmpty else { return }
        labels.append(Label(text: text, box: Self.box(of: text, at: point, style, anchor: anchor)))
        var attributes = [("font-size", SVG.number(style.size)), ("fill", style.colour)]
        if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
        if style.isBold { attributes.append(("font-weight", "600")) }
        if style.hasHalo {
            attributes += [("stroke", Palette.paper), ("stroke-width", "3"), ("paint-order", "stroke")]
        }
        shapes.append(SVG.text(text, x: point.x, y: point.y, attributes))
    }

    /// Where words would stand.
    static func box(of text: String, at point: Point, _ style: TextStyle, anchor: Anchor = .start) -> Box {
        let width = TextMeasure.width(of: text, size: style.size, isBold: style.isBold)
        let left =
            switch anchor {
            case .start: point.x
            case .middle: point.x - width / 2
            case .end: point.x - width
            }
        return Box(left: left, top: point.y - style.size * 0.86, width: width, height: style.size * 1.1)
    }

    /// Whether words would stand inside the picture's sides and clear of all words so far.
    func hasRoom(for text: String, at point: Point, _ style: TextStyle, anchor: Anchor = .start) -> Bool {
        let box = Self.box(of: text, at: point, style, anchor: anchor)
        return box.left >= 0 && box.right <= width && !labels.contains { $0.box.overlaps(box) }
    }
}

/// A place in a picture: pixels from the upper left corner.
struct Point: Hashable, Sendable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}
