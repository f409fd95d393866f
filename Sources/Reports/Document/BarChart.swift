/// Horizontal bars from zero: lengths to compare, or changes to either side.
public struct BarChart: Hashable, Sendable, Codable {
    public var title: String
    public var summary: String
    public var unit: ChartUnit
    /// From top to bottom.
    public var bars: [Bar]
    /// What the ticks across the bars are, such as “previous month”; needed when a bar has a reference.
    public var referenceLabel: String?

    public init(_ title: String, summary: String, unit: ChartUnit, bars: [Bar], referenceLabel: String? = nil) {
        self.title = title
        self.summary = summary
        self.unit = unit
        self.bars = bars
        self.referenceLabel = referenceLabel
    }

    public struct Bar: Hashable, Sendable, Codable {
        public var label: String
        /// Below zero draws to the left. `nil` draws no bar.
        public var value: Double?
        /// Where the bar begins, such as at the end of the one above: the steps of a waterfall; `nil` at zero.
        public var start: Double?
        /// The value as it is shown beside the bar; for `nil` the words instead, such as “n/a”.
        public var text: String
        /// Another value on the same scale to compare with, drawn as a tick.
        public var reference: Double?
        public var emphasis: Cell.Emphasis

        public init(
            _ label: String, _ value: Double?, start: Double? = nil, text: String, reference: Double? = nil,
            emphasis: Cell.Emphasis = .plain
        ) {
            self.label = label
            self.value = value
            self.start = start
            self.text = text
            self.reference = reference
            self.emphasis = emphasis
        }
    }
}
