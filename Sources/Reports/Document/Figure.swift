public import Monetary
public import WorkTime

/// One value of a paper with its kind, from which every renderer takes what it needs: the terminal a text,
/// a spreadsheet a number with a format. ``Phrasebook/say(_:signed:)`` tells how it is shown.
public enum Figure: Hashable, Sendable, Codable {
    case text(String)
    case integer(Int)
    /// A number without a unit, shown with this many decimals.
    case number(Double, decimals: Int)
    /// A fraction shown as per cent: 0.125 is 12.5%.
    case percent(Double, decimals: Int = 1)
    /// The difference of two fractions shown in percentage points: 0.012 is 1.2 points.
    case points(Double, decimals: Int = 1)
    case money(Money)
    case day(CivilDay)
    case minute(CivilMinute)
    case month(CivilMonth)
    case work(WorkLength)
    /// There is no value, and why: a fragment such as “no spend in the month before”.
    case absent(reason: String)
}

/// Working time as people speak of it: minutes, and how many of them make a day.
public struct WorkLength: Hashable, Sendable, Codable {
    public var minutes: WorkMinutes
    /// Minutes of the usual working day; 1,440 for time around the clock.
    public var perDay: WorkMinutes

    public init(_ minutes: WorkMinutes, perDay: WorkMinutes) {
        self.minutes = minutes
        self.perDay = perDay
    }

    /// In days of ``perDay``; 0 when a day has no minutes.
    public var days: Double {
        perDay.count > 0 ? Double(minutes.count) / Double(perDay.count) : 0
    }
}
