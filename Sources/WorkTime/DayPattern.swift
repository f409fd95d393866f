/// One stretch of work, in minutes of the day on which it begins: `540…720` is 09:00 to 12:00.
///
/// An end past 1,440 lies in the next day: `1320…1800` runs from 22:00 to 06:00 and belongs to the day of the 22:00.
/// A ``DayPattern`` says which shifts are possible.
public struct Shift: Hashable, Sendable, Codable {
    public let start: Int
    public let end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}

/// The shifts that begin on a day, in their order. Codable as its text: `09:00-12:00 13:00-18:00`.
public struct DayPattern: Hashable, Sendable {
    public let shifts: [Shift]

    /// Each shift begins within the day, lasts from a minute to a day, and begins no earlier than the one before ends.
    ///
    /// - Throws: the first fault, in the order of the shifts.
    public init(_ shifts: [Shift]) throws(DayPatternFault) {
        for (position, shift) in shifts.enumerated() {
            guard (0..<CivilMinute.minutesPerDay).contains(shift.start), shift.end > shift.start,
                shift.end <= shift.start + CivilMinute.minutesPerDay
            else { throw .impossibleShift(shift) }
            if position > 0, shift.start < shifts[position - 1].end {
                throw .overlap(shifts[position - 1], shift)
            }
        }
        self.shifts = shifts
    }

    private init(known shifts: [Shift]) { self.shifts = shifts }

    /// No work.
    public static let off = DayPattern(known: [])
    /// All 24 hours.
    public static let wholeDay = DayPattern(known: [Shift(start: 0, end: CivilMinute.minutesPerDay)])

    public var isOff: Bool { shifts.isEmpty }

    /// The length of all shifts, also of what runs into the next day.
    public var workMinutes: WorkMinutes { WorkMinutes(shifts.reduce(0) { $0 + $1.end - $1.start }) }

    /// How far the last shift runs into the next day, in minutes; 0 when all end by midnight.
    var spill: Int { max(0, (shifts.last?.end ?? 0) - CivilMinute.minutesPerDay) }
}

/// Why shifts do not make a day.
public enum DayPatternFault: Error, Hashable, Sendable {
    /// The text is not a list such as `09:00-12:00 13:00-18:00`; carries the word that is not a shift.
    case unreadable(String)
    /// The shift is empty, longer than a day, or begins outside the day.
    case impossibleShift(Shift)
    /// The second shift begins before the first has ended.
    case overlap(Shift, Shift)
}

extension DayPatternFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let word): "“\(word)” is not a shift such as 09:00-12:00"
        case .impossibleShift(let shift): "the shift \(shift) is empty, longer than a day, or begins outside the day"
        case .overlap(let first, let second): "the shift \(second) begins before \(first) has ended"
        }
    }
}
