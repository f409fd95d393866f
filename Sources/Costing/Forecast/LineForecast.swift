public import Monetary

/// What one line of a job, such as an activity or a line of its estimate, is expected to cost.
public struct LineForecast: Hashable, Sendable {
    /// A line as it stands.
    public struct Line: Hashable, Sendable {
        public let id: String
        public let budget: Money
        public let earnedValue: Money
        /// What it has cost so far, with late invoices counted in where they are known.
        public let cost: Money

        public init(id: String, budget: Money, earnedValue: Money, cost: Money) {
            self.id = id
            self.budget = budget
            self.earnedValue = earnedValue
            self.cost = cost
        }
    }

    public let line: Line
    public let forecast: Money
}

extension CostForecast {
    /// The median shared out among the lines of the job, adding up to it exactly: each line keeps what it has cost, and what
    /// is expected beyond that goes to the lines by the budget that each has left.
    ///
    /// Where no budget is left on any line, what is still expected goes by whole budgets.
    ///
    /// - Parameter lines: in the currency of the forecast.
    /// - Throws: `noTracking` when there are no lines, or none with a budget; `negativeAmount` for a budget below zero;
    ///   `tooLarge`.
    public func shared(among lines: [LineForecast.Line]) throws(Undefined) -> [LineForecast] {
        guard lines.allSatisfy({ !$0.budget.isNegative }) else { throw .negativeAmount }
        let left = lines.map {
            max(0, $0.budget.minorUnits.subtractingReportingOverflow($0.earnedValue.minorUnits).partialValue)
        }
        let weights = left.contains { $0 > 0 } ? left : lines.map(\.budget.minorUnits)
        guard weights.contains(where: { $0 > 0 }) else { throw .noTracking }
        let median = median
        return try counted { () throws(MonetaryFault) in
            let rest = try median - lines.map(\.cost).total(in: median.currency)
            let shares = try Allocation(of: rest, by: weights).parts
            var forecasts: [LineForecast] = []
            for (line, share) in zip(lines, shares) {
                forecasts.append(LineForecast(line: line, forecast: try line.cost + share))
            }
            return forecasts
        }
    }
}
