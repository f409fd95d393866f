import WorkTime

extension QualityGate {
    /// From how many year-on-year movements on it can be told how far they spread.
    private static let leastMovements = 3

    /// Months whose total is far from what it was a year ago, as the market has moved since. The measure is the factor
    /// by which it is away, above 1 either way.
    ///
    /// The market's movement is the median over the last 12 months of total over total of the year before; so nothing is
    /// said before the 16th month.
    var totalIssues: [QualityIssue] {
        months.compactMap { month in
            guard let spend = total(month), let base = total(month.advanced(by: -12)), base > 0 else { return nil }
            let movements = (1...12).compactMap { back in movement(to: month.advanced(by: -back)) }
            guard movements.count >= Self.leastMovements, let usual = RobustSpread(of: movements), usual.median > 0
            else { return nil }
            let now = Double(spend) / Double(base)
            let away = now > usual.median ? now / usual.median : now > 0 ? usual.median / now : .infinity
            guard away > limit(.factor, of: .monthTotal),
                usual.deviations(of: now) > limit(.deviations, of: .monthTotal)
            else { return nil }
            let expected = Double(base) * usual.median
            return issue(
                .monthTotal, in: month, count: 1, amount: spend,
                usual: expected < 9e18 ? Int64(expected.rounded()) : nil, measure: min(away, 1e9))
        }
    }

    /// A month's total over that of the year before.
    private func movement(to month: CivilMonth) -> Double? {
        guard let spend = total(month), let base = total(month.advanced(by: -12)), base > 0, spend > 0 else {
            return nil
        }
        return Double(spend) / Double(base)
    }
}
