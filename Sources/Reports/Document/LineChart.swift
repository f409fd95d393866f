public import WorkTime

/// Several series of numbers over time, with forecasts dashed and ranges shaded.
public struct LineChart: Hashable, Sendable, Codable {
    public var title: String
    public var summary: String
    public var axis: Axis
    public var unit: ChartUnit
    public var series: [Series]
    /// Horizontal lines, such as the approved estimate.
    public var levels: [Level]

    /// - Precondition: every series has one value for each place on the axis.
    public init(
        _ title: String, summary: String, axis: Axis, unit: ChartUnit, series: [Series], levels: [Level] = []
    ) {
        for line in series {
            precondition(
                line.values.count == axis.count && line.bands.allSatisfy { $0.count == axis.count },
                "“\(line.name)”: \(line.values.count) values for \(axis.count) places")
        }
        self.title = title
        self.summary = summary
        self.axis = axis
        self.unit = unit
        self.series = series
        self.levels = levels
    }

    /// The places at which values stand, from left to right.
    public enum Axis: Hashable, Sendable, Codable {
        /// Evenly spaced, each with a label: “week 3”, “status 7”.
        case steps([String])
        /// Evenly spaced months, in order.
        case months([CivilMonth])
        /// Spaced by the calendar, in order.
        case days([CivilDay])

        public var count: Int {
            switch self {
            case .steps(let labels): labels.count
            case .months(let months): months.count
            case .days(let days): days.count
            }
        }
    }

    public struct Series: Hashable, Sendable, Codable {
        public var name: String
        /// One for each place on the axis; `nil` leaves a gap.
        public var values: [Double?]
        /// The first place whose value is a forecast: the line is dashed from the place before it on.
        public var forecastFrom: Int?
        /// A range around the values, such as 80 % confidence, one for each place.
        public var band: [ClosedRange<Double>?]?
        /// Wider ranges around it, such as 80 and 90 % about 50 %, which shade ever more lightly: a fan. `nil` for none.
        public var outerBands: [[ClosedRange<Double>?]]?
        /// The series that the paper is about: drawn in the strongest colour and width.
        public var isLeading: Bool

        public init(
            _ name: String, _ values: [Double?], forecastFrom: Int? = nil, band: [ClosedRange<Double>?]? = nil,
            outerBands: [[ClosedRange<Double>?]]? = nil, isLeading: Bool = false
        ) {
            self.name = name
            self.values = values
            self.forecastFrom = forecastFrom
            self.band = band
            self.outerBands = outerBands
            self.isLeading = isLeading
        }
    }

    /// A value that holds over the whole width.
    public struct Level: Hashable, Sendable, Codable {
        /// Without the value, which drawings write behind it.
        public var label: String
        public var value: Double
        public var tone: Tone

        public init(_ label: String, _ value: Double, tone: Tone = .neutral) {
            self.label = label
            self.value = value
            self.tone = tone
        }
    }
}

extension LineChart.Series {
    /// All ranges, the widest first.
    var bands: [[ClosedRange<Double>?]] { (outerBands ?? []).reversed() + [band].compactMap(\.self) }
}
