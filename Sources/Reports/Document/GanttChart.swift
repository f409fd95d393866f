public import WorkTime

/// A timetable as bars over civil time, in lanes.
public struct GanttChart: Hashable, Sendable, Codable {
    public var title: String
    public var summary: String
    public var lanes: [Lane]
    /// Days on which no work is done, shaded; weekends and holidays alike.
    public var daysOff: [DayOff]
    /// Days worked although the week says otherwise (调休), marked.
    public var makeUpDays: [DayOff]
    /// The vertical lines: the data date, the promised finish.
    public var markers: [Marker]
    /// The hours of the day that the picture shows, in minutes after midnight. A bar from 09:00 to 18:00 fills its day
    /// when these are the working hours.
    public var hours: ClosedRange<Int>

    public init(
        _ title: String, summary: String, lanes: [Lane], daysOff: [DayOff] = [], makeUpDays: [DayOff] = [],
        markers: [Marker] = [], hours: ClosedRange<Int> = 0...1_440
    ) {
        self.title = title
        self.summary = summary
        self.lanes = lanes
        self.daysOff = daysOff
        self.makeUpDays = makeUpDays
        self.markers = markers
        self.hours = hours
    }

    /// The rows of one doer. A chart of one lane without a name shows no lane headings.
    public struct Lane: Hashable, Sendable, Codable {
        public var name: String
        public var rows: [Row]

        public init(_ name: String, rows: [Row]) {
            self.name = name
            self.rows = rows
        }
    }

    /// An activity or a milestone.
    public struct Row: Hashable, Sendable, Codable {
        public var label: String
        public var start: CivilMinute
        /// Equal to `start` for a milestone.
        public var finish: CivilMinute
        /// How far the finish can slip before the project is late: where the pale bar ends. `nil` or not after
        /// `finish`: no slack.
        public var slackUntil: CivilMinute?
        public var isCritical: Bool
        public var isMilestone: Bool
        public var deadline: CivilMinute?
        /// Whether the finish passes the deadline.
        public var missesDeadline: Bool

        public init(
            _ label: String, start: CivilMinute, finish: CivilMinute, slackUntil: CivilMinute? = nil,
            isCritical: Bool = false, isMilestone: Bool = false, deadline: CivilMinute? = nil,
            missesDeadline: Bool = false
        ) {
            self.label = label
            self.start = start
            self.finish = finish
            self.slackUntil = slackUntil
            self.isCritical = isCritical
            self.isMilestone = isMilestone
            self.deadline = deadline
            self.missesDeadline = missesDeadline
        }
    }

    /// A day that is not worked, or worked out of turn, and the holiday's name if it has one.
    public struct DayOff: Hashable, Sendable, Codable {
        public var day: CivilDay
        /// `nil` for the days off of a usual week.
        public var name: String?

        public init(_ day: CivilDay, name: String? = nil) {
            self.day = day
            self.name = name
        }
    }

    /// A date that concerns the whole chart.
    public struct Marker: Hashable, Sendable, Codable {
        public var at: CivilMinute
        public var label: String
        public var tone: Tone

        public init(_ label: String, at: CivilMinute, tone: Tone = .neutral) {
            self.label = label
            self.at = at
            self.tone = tone
        }
    }
}
