/// A rectangle in a picture: pixels from the upper left corner.
struct Box: Hashable, Sendable {
    var left: Double
    var top: Double
    var width: Double
    var height: Double

    var right: Double { left + width }
    var bottom: Double { top + height }

    init(left: Double, top: Double, width: Double, height: Double) {
        self.left = left
        self.top = top
        self.width = width
        self.height = height
    }

    init(left: Double, top: Double, right: Double, bottom: Double) {
        self.init(left: left, top: top, width: right - left, height: bottom - top)
    }

    /// Whether the two share more than an edge.
    func overlaps(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func contains(_ other: Box) -> Bool {
        left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }
}
