public import Monetary
import WorkTime

/// The earned value of a job at the end of each month and on the day of the status: by line and for the whole, with all
/// that follows from it.
public struct JobStatus: Sendable {
    public let plan: PricedPlan
    /// In order of time, at least one; the last is that of the day.
    public let points: [JobEarnedValue]
    /// The planned value of the job by day, as the version that holds now has it; `nil` where nothing is budgeted.
    public let curve: PlannedValueCurve?

    /// - Throws: `overflow`, where a sum does not fit.
    public init(_ plan: PricedPlan) throws(MonetaryFault) {
        self.plan = plan
        var points: [JobEarnedValue] = []
        for standing in plan.books.history.standings { points.append(try plan.value(at: standing)) }
        self.points = points
        curve = try plan.curve(until: plan.books.day)
    }

    public var books: JobBooks { plan.books }
    public var estimate: CostEstimate { plan.books.estimate }
    public var latest: JobEarnedValue { points[points.count - 1] }

    // MARK: Readings

    /// Indices and estimates at completion of the job at the end of each month, each against the version that held then.
    /// Months before anything was budgeted have none.
    public var readings: [StatusReading] {
        points.indices.compactMap { index in
            let plan =
                points[index].version == latest.version
                ? curve : (try? self.plan.curve(until: points[index].day)) ?? nil
            return reading(at: index, on: plan) { point in Figures(point) }
        }
    }

    /// Those of the job now.
    ///
    /// - Throws: `noPlannedValue` where nothing is budgeted.
    public var reading: StatusReading {
        get throws(Undefined) {
            guard let reading = reading(at: points.count - 1, on: curve, { Figures($0) }) else { throw .noPlannedValue }
            return reading
        }
    }

    /// The statuses of the job as a series against the budget that holds now, for all that is read off one.
    ///
    /// - Throws: `noPlannedValue` where nothing is budgeted.
    public var series: StatusSeries {
        get throws(Undefined) {
            guard let series = series(until: points.count - 1, on: curve, { Figures($0) }) else {
                throw .noPlannedValue
            }
            return series
        }
    }

    /// Those of one line now.
    ///
    /// - Throws: `noPlannedValue` for a line that the estimate does not have, `tooLarge`.
    public func reading(of line: LineID) throws(Undefined) -> StatusReading {
        let curve = try counted { () throws(MonetaryFault) in try plan.curve(of: line, until: books.day) }
        let found = reading(at: points.count - 1, on: curve) { point in
            point.line(line).map(Figures.init) ?? Figures(nothingIn: point.budget.currency)
        }
        guard let found else { throw .noPlannedValue }
        return found
    }

    private func reading(
        at index: Int, on curve: PlannedValueCurve?, _ figures: (JobEarnedValue) -> Figures
    ) -> StatusReading? {
        series(until: index, on: curve, figures)?.readings.last
    }

    /// The statuses up to one, against the budget of that one.
    private func series(
        until index: Int, on curve: PlannedValueCurve?, _ figures: (JobEarnedValue) -> Figures
    ) -> StatusSeries? {
        let budget = figures(points[index]).budget
        guard budget.minorUnits > 0 else { return nil }
        let statuses = points[...index].enumerated().map { number, point in
            let figures = figures(point)
            return Status(
                period: number + 1, stated: .endOfDay(point.day), plannedValue: figures.planned,
                earnedValue: figures.earned, actualCost: figures.cost, accruedCost: nil)
        }
        return StatusSeries(
            currency: budget.currency, budgetAtCompletion: budget, statuses: statuses, plan: curve,
            uninvoiced: nil, findings: [])
    }

    private struct Figures {
        let budget, planned, earned, cost: Money

        init(_ point: JobEarnedValue) {
            (budget, planned, earned, cost) = (point.budget, point.plannedValue, point.earnedValue, point.actualCost)
        }
        init(_ line: JobEarnedValue.Line) {
            (budget, planned, earned, cost) = (line.budget, line.plannedValue, line.earnedValue, line.actualCost)
        }
        init(nothingIn currency: Currency) {
            let nothing = Money.zero(currency)
            (budget, planned, earned, cost) = (nothing, nothing, nothing, nothing)
        }
    }
}
