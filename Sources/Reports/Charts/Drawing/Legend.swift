/// Samples with their names, set in rows like words.
struct Legend {
    private(set) var entries: [Entry] = []

    struct Entry {
        var name: String
        /// Draws the sample into a box of 18 × 12 pixels whose upper left corner is given.
        var sample: (inout Canvas, Point) -> Void
    }

    mutating func add(_ name: String, _ sample: @escaping (inout Canvas, Point) -> Void) {
        entries.append(Entry(name: name, sample: sample))
    }

    /// Draws the legend between two sides and returns the height that it took.
    func draw(on canvas: inout Canvas, left: Double, right: Double, top: Double) -> Double {
        guard !entries.isEmpty else { return 0 }
        let style = Canvas.TextStyle(11.5, Palette.quietInk)
        var place = Point(left, top)
        for entry in entries {
            let room = max(0, right - left - 24)
            let name = TextMeasure.fitted(entry.name.printable, into: room, size: style.size)
            let width = 24 + TextMeasure.width(of: name, size: style.size)
            if place.x > left, place.x + width > right { place = Point(left, place.y + 18) }
            entry.sample(&canvas, place)
            canvas.text(name, at: Point(place.x + 24, place.y + 10), style)
            place.x += width + 18
        }
        return place.y + 18 - top
    }
}
