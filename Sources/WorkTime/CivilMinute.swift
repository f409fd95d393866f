/// A minute of local time, without a time zone: 14 February 2026, 09:30. Codable as its ISO 8601 text.
///
/// It names the instant at which that minute begins. From 0001-01-01T00:00 through 9999-12-31T23:59; arithmetic stops
/// at the ends, as with ``CivilDay``. Days have 1,440 minutes: no summer time and no leap second is known here.
public struct CivilMinute: Hashable, Sendable {
    /// Minutes since 1970-01-01T00:00; below zero before it.
    public let number: Int

    /// The minute that lies so many minutes after 1970-01-01T00:00, or the end of the span nearest to it.
    public init(number: Int) {
        self.number = number.clamped(to: Self.firstNumber...Self.lastNumber)
    }

    /// - Parameter minuteOfDay: 540 is 09:00; 1440 and more count into the days after, less than 0 into the days before.
    public init(day: CivilDay, minuteOfDay: Int) {
        self.init(number: minuteOfDay.addingUpToLimit(day.number * Self.minutesPerDay))
    }

    public var day: CivilDay {
        CivilDay(number: (number - Self.firstNumber) / Self.minutesPerDay + CivilDay.firstNumber)
    }

    /// 0…1439.
    public var minuteOfDay: Int { (number - Self.firstNumber) % Self.minutesPerDay }

    /// 0001-01-01T00:00.
    public static let earliest = CivilMinute(number: firstNumber)
    /// 9999-12-31T23:59.
    public static let latest = CivilMinute(number: lastNumber)

    static let minutesPerDay = 1_440
    static let firstNumber = CivilDay.firstNumber * minutesPerDay
    static let lastNumber = (CivilDay.lastNumber + 1) * minutesPerDay - 1
}

extension CivilMinute: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension CivilMinute {
    public static func + (minute: Self, elapsed: ElapsedMinutes) -> Self {
        Self(number: minute.number.addingUpToLimit(elapsed.count))
    }

    public static func - (minute: Self, elapsed: ElapsedMinutes) -> Self {
        Self(number: minute.number.subtractingUpToLimit(elapsed.count))
    }

    /// Time on the clock from `earlier` to `later`; below zero when they are the other way round.
    public static func - (later: Self, earlier: Self) -> ElapsedMinutes {
        ElapsedMinutes(later.number - earlier.number)
    }
}
