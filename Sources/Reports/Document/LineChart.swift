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
                line.values.count == axis.count && line.bands.allSatisfy { $0.ranges.count == axis.count },
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
        /// Ranges around the values, the narrowest first; several shade ever more lightly: a fan.
        public var bands: [Band]
        /// The series that the paper is about: drawn in the strongest colour and width.
        public var isLeading: Bool

        public init(
            _ name: String, _ values: [Double?], forecastFrom: Int? = nil, bands: [Band] = [], isLeading: Bool = false
        ) {
            self.name = name
            self.values = values
            self.forecastFrom = forecastFrom
            self.bands = bands
            self.isLeading = isLeading
        }
    }

    /// A range around the values of a series.
    public struct Band: Hashable, Sendable, Codable {
        /// What it holds, such as “80% range”.
        public var name: String
        /// One for each place on the axis; `nil` before the first and after the last, for pages shade across it.
        public var ranges: [ClosedRange<Double>?]

        public init(_ name: String, _ ranges: [ClosedRange<Double>?]) {
            self.name = name
            self.ranges = ranges
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
