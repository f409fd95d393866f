public import WorkTime

/// The dates of a paper as entries of a calendar.
public struct Agenda: Hashable, Sendable, Codable {
    /// What the calendar is called.
    public var name: String
    /// As of when the entries hold: the data date of the plan, or its start.
    public var asOf: CivilMinute
    public var entries: [Entry]

    public init(_ name: String, asOf: CivilMinute, entries: [Entry]) {
        self.name = name
        self.asOf = asOf
        self.entries = entries
    }

    public struct Entry: Hashable, Sendable, Codable {
        /// What tells it from the others, the same each time it is made: `work/brief`.
        public var id: String
        public var title: String
        public var span: Span
        public var note: String?
        /// Such as the lane.
        public var category: String?
        /// Whether someone is busy with it, rather than only told of it.
        public var isBusy: Bool

        public init(
            _ id: String, title: String, span: Span, note: String? = nil, category: String? = nil, isBusy: Bool = false
        ) {
            self.id = id
            self.title = title
            self.span = span
            self.note = note
            self.category = category
            self.isBusy = isBusy
        }
    }

    /// When it is, in local time.
    public enum Span: Hashable, Sendable, Codable {
        /// Whole days, the last one included.
        case days(CivilDay, through: CivilDay)
        /// From a minute to another; the same for a point in time.
        case minutes(CivilMinute, to: CivilMinute)
    }
}
