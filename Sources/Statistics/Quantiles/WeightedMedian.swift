/// The number that parts a list into halves of equal weight.
public enum WeightedMedian {
    /// A number and how much it counts.
    public struct Number: Hashable, Sendable {
        public let value: Double
        public let weight: Double

        /// - Parameter weight: not below 0.
        public init(value: Double, weight: Double) {
            self.value = value
            self.weight = weight
        }
    }

    /// The least number such that it and those below it have half of the weight; `nil` when there is no weight.
    public static func of(_ numbers: [Number]) -> Double? {
        let sorted = numbers.sorted { $0.value < $1.value }
        let half = sorted.reduce(0) { $0 + $1.weight } / 2
        guard half > 0 else { return nil }
        var sum = 0.0
        return sorted.first { number in
            sum += number.weight
            return sum >= half
        }?.value
    }
}
