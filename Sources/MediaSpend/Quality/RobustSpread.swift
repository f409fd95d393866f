/// Where numbers lie and how far they spread, without regard to a few that lie elsewhere.
struct RobustSpread: Hashable, Sendable {
    let median: Double
    /// The median distance from the median; where that is 0, 1.2533 times the mean distance, scaled alike.
    let deviation: Double

    /// `nil` for no numbers.
    init?(of numbers: [Double]) {
        guard let middle = Self.median(of: numbers) else { return nil }
        median = middle
        deviation = Self.deviation(ofDistances: numbers.map { ($0 - middle).magnitude })
    }

    /// A standard deviation from distances to a middle: the median distance, or the mean where that is 0; 0 for none.
    static func deviation(ofDistances distances: [Double]) -> Double {
        guard let median = median(of: distances) else { return 0 }
        return median > 0 ? median / 0.6745 : 1.2533 * distances.reduce(0, +) / Double(distances.count)
    }

    /// By how many robust standard deviations a number lies away from the median; infinite where all were the same and
    /// it is another.
    ///
    /// - Source: Iglewicz and Hoaglin, 1993.
    func deviations(of number: Double) -> Double {
        let distance = (number - median).magnitude
        return deviation > 0 ? distance / deviation : distance > 0 ? .infinity : 0
    }

    /// The middle one, or the mean of the two in the middle.
    static func median(of numbers: [Double]) -> Double? {
        guard !numbers.isEmpty else { return nil }
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
