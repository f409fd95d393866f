/// Exponential and logarithm in plain arithmetic, so that a forecast has the same bits on every machine, whatever
/// mathematical library is installed. Both are within one unit in the last place of the true value.
public enum Elementary {
    // ln 2 in two parts; the first has so few bits that its product with an exponent is exact.
    private static let ln2High = 0x1.62E42FEEp-1
    private static let ln2Low = 0x1.A39EF35793C76p-33

    /// e to the power of `x`: 0 far below zero, infinite far above, NaN for NaN.
    public static func exp(_ x: Double) -> Double {
        guard x > -746 else { return x.isNaN ? x : 0 }
        guard x < 710 else { return x.isNaN ? x : .infinity }
        let halvings = (x / (ln2High + ln2Low)).rounded()
        let rest = (x - halvings * ln2High) - halvings * ln2Low
        // |rest| ≤ ln 2 / 2: fourteen terms of the series leave less than 10⁻¹⁷.
        var sum = 0.0
        for divisor in stride(from: 13.0, through: 2, by: -1) { sum = (sum + 1) * rest / divisor }
        return Double(sign: .plus, exponent: Int(halvings), significand: 1 + (rest + rest * sum))
    }

    /// The natural logarithm: minus infinity at zero, NaN below it and for NaN.
    ///
    /// - Source: the series of the area hyperbolic tangent, arranged as in K. C. Ng's fdlibm, 1993.
    public static func log(_ x: Double) -> Double {
        guard x > 0 else { return x == 0 ? -.infinity : .nan }
        guard x < .infinity else { return x }
        var exponent = Double(x.exponent)
        var significand = x.significand
        if significand > 1.414_213_562_373_095_1 {
            significand /= 2
            exponent += 1
        }
        let excess = significand - 1
        let ratio = excess / (2 + excess)
        let square = ratio * ratio
        // |ratio| ≤ 0.1716: eleven terms leave less than 10⁻¹⁸.
        var sum = 0.0
        for divisor in stride(from: 23.0, through: 3, by: -2) { sum = (sum + 2 / divisor) * square }
        return exponent * ln2High + (excess - (ratio * (excess - sum) - exponent * ln2Low))
    }
}
