/// How much of buffers is consumed beside how much of the work before them is done, over zones from calm to alarm.
public struct FeverChart: Hashable, Sendable, Codable {
    public var title: String
    public var summary: String
    /// Where the middle zone begins, and the upper one, nowhere below it.
    public var yellow: Border
    public var red: Border
    public var paths: [Path]

    public init(_ title: String, summary: String, yellow: Border, red: Border, paths: [Path]) {
        self.title = title
        self.summary = summary
        self.yellow = yellow
        self.red = red
        self.paths = paths
    }

    /// Shares of a buffer, 0 to 1, when nothing is done and when all is; straight in between.
    public struct Border: Hashable, Sendable, Codable {
        public var atStart: Double
        public var atEnd: Double

        public init(atStart: Double, atEnd: Double) {
            self.atStart = atStart
            self.atEnd = atEnd
        }

        func height(at progress: Double) -> Double { atStart + (atEnd - atStart) * progress }
    }

    /// The readings of one buffer, the latest last.
    public struct Path: Hashable, Sendable, Codable {
        public var name: String
        public var points: [Point]

        public init(_ name: String, _ points: [Point]) {
            self.name = name
            self.points = points
        }
    }

    public struct Point: Hashable, Sendable, Codable {
        /// The share of the work that was done, 0 to 1.
        public var progress: Double
        /// The share of the buffer that was consumed; above 1 when it was not enough.
        public var consumed: Double
        /// When that was.
        public var label: String

        public init(_ progress: Double, _ consumed: Double, label: String) {
            self.progress = progress
            self.consumed = consumed
            self.label = label
        }
    }
}
