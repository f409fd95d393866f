/// What is worked on each weekday when no date rule says otherwise.
public struct WeekPattern: Hashable, Sendable, Codable {
    /// Seven, Monday first.
    public let days: [DayPattern]
    /// The usual working day: the pattern that most weekdays keep, the earliest in the week of those equally frequent,
    /// ``DayPattern/off`` when no weekday works. Make-up days are worked with it, and `1d` means its length.
    public let standardDay: DayPattern

    /// - Parameter days: exactly seven, Monday first.
    public init(_ days: [DayPattern]) {
        precondition(days.count == 7, "a week has seven days, not \(days.count)")
        self.days = days
        standardDay = Self.mostFrequent(days.filter { !$0.isOff }) ?? .off
    }

    /// The same hours on the weekdays named, and none on the others.
    public init(_ pattern: DayPattern, on weekdays: some Sequence<Weekday>) {
        let working = Set(weekdays)
        self.init(Weekday.allCases.map { working.contains($0) ? pattern : .off })
    }

    public subscript(weekday: Weekday) -> DayPattern { days[weekday.rawValue - 1] }

    /// How many weekdays work, 0…7.
    public var workingDays: Int { days.count { !$0.isOff } }

    /// The length of the usual working day; 0 when no weekday works.
    public var minutesPerDay: WorkMinutes { standardDay.workMinutes }

    private static func mostFrequent(_ patterns: [DayPattern]) -> DayPattern? {
        var best: (pattern: DayPattern, count: Int)?
        for pattern in patterns {
            let count = patterns.count { $0 == pattern }
            if count > best?.count ?? 0 { best = (pattern, count) }
        }
        return best?.pattern
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let days = try container.decode([DayPattern].self)
        guard days.count == 7 else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a week has seven days")
        }
        self.init(days)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(days)
    }
}
