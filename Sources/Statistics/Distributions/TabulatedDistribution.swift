/// A distribution known by its density at places in order, straight lines between them, and nothing beyond the ends.
public struct TabulatedDistribution: Hashable, Sendable {
    /// Ascending.
    public let places: [Double]
    /// The area under the density as it was given, by the trapezium rule: the evidence, when the density is a prior times a
    /// likelihood. Zero when there is nothing under it.
    public let area: Double
    /// The probability up to each place: from 0 to 1.
    private let cumulative: [Double]

    /// - Parameter density: one for each place, zero or more, of any total.
    /// - Returns: `nil` when there is no area, or not a finite one.
    public init?(places: [Double], density: [Double]) {
        precondition(places.count == density.count && places.count > 1, "\(density.count) values at \(places.count)")
        var sums = [0.0]
        sums.reserveCapacity(places.count)
        var sum = 0.0
        for index in 1..<places.count {
            sum += (density[index - 1] + density[index]) / 2 * (places[index] - places[index - 1])
            sums.append(sum)
        }
        guard sum > 0, sum.isFinite else { return nil }
        self.places = places
        area = sum
        cumulative = sums.map { $0 / sum }
    }

    /// The probability of a value of at most `value`.
    public func probability(upTo value: Double) -> Double {
        guard let first = places.first, value > first else { return 0 }
        guard value < places[places.count - 1] else { return 1 }
        let above = places.firstIndexAbove(value)
        let share = (value - places[above - 1]) / (places[above] - places[above - 1])
        return cumulative[above - 1] + share * (cumulative[above] - cumulative[above - 1])
    }

    /// The expectation of a function of the value, taken as straight between places.
    public func mean(of function: (Double) -> Double) -> Double {
        var sum = 0.0
        var before = function(places[0])
        for index in 1..<places.count {
            let here = function(places[index])
            sum += (before + here) / 2 * (cumulative[index] - cumulative[index - 1])
            before = here
        }
        return sum
    }
}

extension [Double] {
    /// The first index whose value is above `value`, in an array that ascends; its count when there is none.
    func firstIndexAbove(_ value: Double) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] > value { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
