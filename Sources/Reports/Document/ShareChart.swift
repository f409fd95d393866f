/// How wholes are made up: bars of equal length cut into shares.
public struct ShareChart: Hashable, Sendable, Codable {
    public var title: String
    public var summary: String
    /// The names of the parts, in the order of drawing; the same for every bar.
    public var parts: [String]
    /// From top to bottom.
    public var bars: [Bar]

    /// - Precondition: every bar has one share for each part.
    public init(_ title: String, summary: String, parts: [String], bars: [Bar]) {
        for bar in bars {
            precondition(
                bar.shares.count == parts.count, "“\(bar.label)”: \(bar.shares.count) shares for \(parts.count) parts")
        }
        self.title = title
        self.summary = summary
        self.parts = parts
        self.bars = bars
    }

    public struct Bar: Hashable, Sendable, Codable {
        public var label: String
        /// Fractions of the whole, 0 to 1, together 1; an empty whole has only zeros.
        public var shares: [Double]

        public init(_ label: String, _ shares: [Double]) {
            self.label = label
            self.shares = shares
        }
    }
}
