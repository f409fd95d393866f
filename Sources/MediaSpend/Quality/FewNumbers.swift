/// Up to twelve numbers in order, without memory of their own: for medians that are asked for a million times.
struct FewNumbers {
    static let limit = 12

    private var sorted = InlineArray<12, Double>(repeating: 0)
    private(set) var count = 0

    /// - Precondition: fewer than ``limit`` so far.
    mutating func insert(_ number: Double) {
        precondition(count < Self.limit)
        var place = count
        while place > 0, sorted[place - 1] > number {
            sorted[place] = sorted[place - 1]
            place -= 1
        }
        sorted[place] = number
        count += 1
    }

    /// The middle one, or the mean of the two in the middle; `nil` for none.
    var median: Double? {
        guard count > 0 else { return nil }
        let middle = count / 2
        return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// The median distance from a number; where that is 0, 1.2533 times the mean distance: both as a standard deviation,
    /// as of ``RobustSpread``.
    func spread(around middle: Double) -> Double {
        guard count > 0 else { return 0 }
        var distances = FewNumbers()
        var sum = 0.0
        for position in 0..<count {
            distances.insert((sorted[position] - middle).magnitude)
            sum += (sorted[position] - middle).magnitude
        }
        guard let median = distances.median, median > 0 else { return 1.2533 * sum / Double(count) }
        return median / 0.6745
    }
}
