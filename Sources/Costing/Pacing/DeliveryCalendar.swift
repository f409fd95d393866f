public import WorkTime

/// How the delivery of a flight is spread over its days: how much each weekday weighs, and days that differ.
///
/// Even unless something else is said. A day of weight 0 delivers nothing, such as one on which no spot is booked.
public struct DeliveryCalendar: Hashable, Sendable {
    /// From Monday to Sunday, zero or more, not all zero.
    public let weekdays: [Int]
    /// Instead of their weekday's weight.
    public let days: [CivilDay: Int]

    /// - Precondition: seven weights, none below zero, one above.
    public init(weekdays: [Int] = [1, 1, 1, 1, 1, 1, 1], days: [CivilDay: Int] = [:]) {
        precondition(
            weekdays.count == 7 && weekdays.allSatisfy { $0 >= 0 } && weekdays.contains { $0 > 0 }
                && days.values.allSatisfy { $0 >= 0 }, "weights \(weekdays)")
        self.weekdays = weekdays
        self.days = days
    }

    public static let even = DeliveryCalendar()

    public var isEven: Bool { Set(weekdays).count == 1 && days.isEmpty }

    /// The weight of a flight's days that are over by the end of a day, and of all of them.
    ///
    /// - Complexity: O(days of the flight).
    func weights(of flight: ClosedRange<CivilDay>, through day: CivilDay) -> (elapsed: Int, all: Int) {
        guard !isEven else {
            let all = flight.lowerBound.distance(to: flight.upperBound) + 1
            return (min(max(0, flight.lowerBound.distance(to: day) + 1), all), all)
        }
        return flight.reduce(into: (0, 0)) { sums, flightDay in
            let weight = days[flightDay] ?? weekdays[flightDay.weekday.rawValue - 1]
            sums.1 += weight
            if flightDay <= day { sums.0 += weight }
        }
    }
}
