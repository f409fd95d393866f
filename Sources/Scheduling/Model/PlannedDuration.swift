public import WorkTime

/// A length of time as a planner writes it: `2d`, `4h`, `1.5w`, `3ed`.
///
/// How many minutes that is depends on the calendar it is counted on, so the text's own terms are kept.
public struct PlannedDuration: Hashable, Sendable {
    /// What the amount counts.
    public enum Unit: String, Sendable, CaseIterable {
        case minutes = "m"
        case hours = "h"
        case days = "d"
        case weeks = "w"
        /// Of the predecessor's duration: only a lag is counted so.
        case percent = "%"
    }

    /// The amount in thousandths of the unit; below zero only where a lead is written.
    public var thousandths: Int
    public var unit: Unit
    /// Whether nights, weekends and holidays count too (`3ed`: paint dries on Sundays).
    public var isElapsed: Bool

    /// - Parameter thousandths: at most ``limit`` either way; parsing sees to it.
    public init(thousandths: Int, unit: Unit, isElapsed: Bool = false) {
        self.thousandths = thousandths
        self.unit = unit
        self.isElapsed = isElapsed
    }

    /// The largest amount that can be written, in thousandths: a million of any unit. A plan of a million weeks is
    /// a slip of the pen; the bound also keeps sums over a million activities far from overflow.
    public static let limit = 1_000_000_000

    public static func minutes(_ count: Int) -> Self { Self(thousandths: count * 1_000, unit: .minutes) }
    public static func hours(_ count: Int) -> Self { Self(thousandths: count * 1_000, unit: .hours) }
    public static func days(_ count: Int) -> Self { Self(thousandths: count * 1_000, unit: .days) }
    public static func weeks(_ count: Int) -> Self { Self(thousandths: count * 1_000, unit: .weeks) }
    public static func elapsedDays(_ count: Int) -> Self {
        Self(thousandths: count * 1_000, unit: .days, isElapsed: true)
    }
    public static let none = Self(thousandths: 0, unit: .minutes)

    /// Whole minutes on a calendar: a day is its usual working day, a week its usual working week; elapsed days have
    /// 24 hours and elapsed weeks seven days; a percentage has no length on a calendar. A part of a minute is rounded, halves
    /// away from zero.
    public func minutes(on calendar: WorkCalendar) -> Int {
        let perDay = isElapsed ? 1_440 : calendar.minutesPerDay.count
        let perUnit =
            switch unit {
            case .minutes: 1
            case .hours: 60
            case .days: perDay
            case .weeks: perDay * (isElapsed ? 7 : calendar.daysPerWeek)
            case .percent: 0
            }
        return Self.rounded(thousandths * perUnit, by: 1_000)
    }

    /// Whole minutes of a percentage of some minutes.
    func minutes(ofPercentOf whole: Int) -> Int {
        let (product, overflow) = thousandths.multipliedReportingOverflow(by: whole)
        return overflow ? Self.rounded(thousandths, by: 100_000) * whole : Self.rounded(product, by: 100_000)
    }

    private static func rounded(_ product: Int, by divisor: Int) -> Int {
        (product + (product < 0 ? -divisor / 2 : divisor / 2)) / divisor
    }
}

extension PlannedDuration: CustomStringConvertible {
    /// As a planner would write it: `1.5w`, `-2d`, `3ed`.
    public var description: String {
        let whole = thousandths.magnitude / 1_000
        let part = thousandths.magnitude % 1_000
        var decimals = part == 0 ? "" : "." + String(part + 1_000).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return "\(thousandths < 0 ? "-" : "")\(whole)\(decimals)\(isElapsed ? "e" : "")\(unit.rawValue)"
    }
}
