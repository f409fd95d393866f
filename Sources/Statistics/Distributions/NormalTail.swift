/// How much of a normal distribution lies beyond a number of standard deviations.
public enum NormalTail {
    /// The probability of more than `deviations` above the mean; correct to twelve digits.
    ///
    /// - Source: below three the series, from there on the continued fraction of Abramowitz and Stegun, “Handbook of
    ///   mathematical functions”, 1964, 26.2.11 and 26.2.14.
    public static func above(_ deviations: Double) -> Double {
        guard deviations >= 0 else { return deviations.isNaN ? .nan : 1 - above(-deviations) }
        guard deviations < 40 else { return 0 }
        let density = Elementary.exp(-deviations * deviations / 2) / (2 * Double.pi).squareRoot()
        guard deviations >= 3 else {
            var (term, sum) = (deviations, deviations)
            for number in 1..<60 {
                term *= deviations * deviations / Double(2 * number + 1)
                sum += term
            }
            return 0.5 - density * sum
        }
        var fraction = deviations
        for number in stride(from: 80, through: 1, by: -1) { fraction = deviations + Double(number) / fraction }
        return density / fraction
    }
}
