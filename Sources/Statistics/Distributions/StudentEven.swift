/// Student's t distribution with an even number of degrees of freedom, whose probabilities need no function but the square
/// root, so that they have the same bits everywhere.
///
/// - Source: Abramowitz and Stegun, “Handbook of Mathematical Functions”, 1964, 26.7.4.
public struct StudentEven: Hashable, Sendable {
    /// 2, 4, 6, …
    public let degrees: Int

    /// - Parameter degrees: rounded down to an even number, which widens intervals a little; 2 at least.
    public init(degrees: Int) { self.degrees = max(2, degrees - degrees % 2) }

    /// The probability of a value of at most `value`.
    public func probability(upTo value: Double) -> Double { (1 + signedShare(within: value)) / 2 }

    /// The value that a draw stays within, on both sides of 0, with this probability.
    ///
    /// - Parameter probability: 0..<1.
    public func reach(_ probability: Double) -> Double {
        precondition((0..<1).contains(probability), "a reach of \(probability)")
        var high = 1.0
        while signedShare(within: high) < probability, high < 0x1p60 { high *= 2 }
        var low = 0.0
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if signedShare(within: middle) < probability { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The probability of a draw between −`value` and `value`, with the sign of `value`.
    private func signedShare(within value: Double) -> Double {
        let freedom = Double(degrees)
        let sine = value / (freedom + value * value).squareRoot()
        let cosine2 = freedom / (freedom + value * value)
        var term = 1.0
        var sum = 1.0
        for step in stride(from: 2.0, to: freedom, by: 2) {
            term *= cosine2 * (step - 1) / step
            sum += term
        }
        return sine * sum
    }
}
