/// A picture while it is drawn: shapes in drawing order, and where its words stand.
struct Canvas: Sendable {
    let width: Double
    private(set) var shapes: [String] = []
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
        var attributes = box.attributes + [("fill", fill)]
        if radius > 0 { attributes.append(("rx", radius.coordinate)) }
        if let stroke { attributes.append(("stroke", stroke)) }
        add("rect", attributes, tip: tip)
    }

    mutating func line(
        from start: Point, to end: Point, stroke: String, width: Double = 1, dashes: String? = nil
    ) {
        var attributes = [
            ("x1", start.x.coordinate), ("y1", start.y.coordinate), ("x2", end.x.coordinate),
            ("y2", end.y.coordinate), ("stroke", stroke), ("stroke-width", width.coordinate),
        ]
        if let dashes { attributes.append(("stroke-dasharray", dashes)) }
        add("line", attributes)
    }

    /// An open line through points; a single point draws nothing.
    mutating func path(_ points: [Point], stroke: String, width: Double, dashes: String? = nil) {
        guard points.count > 1 else { return }
        var attributes = [
            ("points", points.attribute), ("fill", "none"), ("stroke", stroke), ("stroke-width", width.coordinate),
            ("stroke-linejoin", "round"), ("stroke-linecap", "round"),
        ]
        if let dashes { attributes.append(("stroke-dasharray", dashes)) }
        add("polyline", attributes)
    }

    /// A filled shape.
    mutating func polygon(
        _ points: [Point], fill: String, stroke: String? = nil, opacity: Double = 1, tip: String? = nil
    ) {
        var attributes = [("points", points.attribute), ("fill", fill)]
        if opacity < 1 { attributes.append(("fill-opacity", opacity.coordinate)) }
        if let stroke { attributes.append(("stroke", stroke)) }
        add("polygon", attributes, tip: tip)
    }

    mutating func circle(at centre: Point, radius: Double, fill: String, stroke: String? = nil, tip: String? = nil) {
        var attributes = [
            ("cx", centre.x.coordinate), ("cy", centre.y.coordinate), ("r", radius.coordinate), ("fill", fill),
        ]
        if let stroke { attributes.append(("stroke", stroke)) }
        add("circle", attributes, tip: tip)
    }

    // MARK: Words

    /// Draws words on a base line. Nothing is drawn for an empty text.
    mutating func text(_ text: String, at point: Point, _ style: TextStyle = TextStyle(), anchor: Anchor = .start) {
        let text = text.printable
        guard !text.isEmpty else { return }
        labels.append(Label(text: text, box: Self.box(of: text, at: point, style, anchor: anchor)))
        var attributes = [
            ("x", point.x.coordinate), ("y", point.y.coordinate), ("font-size", style.size.coordinate),
            ("fill", style.colour),
        ]
        if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
        if style.isBold { attributes.append(("font-weight", "600")) }
        if style.hasHalo {
            attributes += [("stroke", Palette.paper), ("stroke-width", "3"), ("paint-order", "stroke")]
        }
        shapes.append(Markup.element("text", attributes, Markup.escaped(text)))
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

    private mutating func add(_ name: String, _ attributes: [(String, String)], tip: String? = nil) {
        let content = tip.map { Markup.element("title", [], Markup.escaped($0.printable)) } ?? ""
        shapes.append(Markup.element(name, attributes, content))
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

extension Box {
    fileprivate var attributes: [(String, String)] {
        [("x", left.coordinate), ("y", top.coordinate), ("width", width.coordinate), ("height", height.coordinate)]
    }
}

extension [Point] {
    fileprivate var attribute: String { map { "\($0.x.coordinate),\($0.y.coordinate)" }.joined(separator: " ") }
}

extension Double {
    /// With at most two decimals and no trailing zeros: `12`, `12.5`, `-0.25`.
    var coordinate: String {
        let hundredths = Int((self * 100).rounded())
        let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let decimals = part == 0 ? "" : part % 10 == 0 ? ".\(part / 10)" : part < 10 ? ".0\(part)" : ".\(part)"
        return "\(hundredths < 0 ? "-" : "")\(whole)\(decimals)"
    }
}
