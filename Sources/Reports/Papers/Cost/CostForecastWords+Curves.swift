import Costing
import Monetary
import WorkTime

extension CostForecastWords {
    /// Planned value, earned value and actual cost by day; the last two go on to the forecast finish. `nil` for a single
    /// day, which makes no curve.
    var curves: LineChart? {
        let days = curveDays
        guard days.count > 1 else { return nil }
        let status = latest.status
        let forecastFrom = forecastEnd == nil ? nil : days.firstIndex { $0 > status.stated.day }
        return LineChart(
            book.say(CostPhrase.curvesChart),
            summary: book.say(
                CostPhrase.curvesSummary(
                    earned: status.earnedValue, planned: status.plannedValue, cost: status.actualCost)),
            axis: .days(days), unit: .money(currency: currency.code),
            series: [
                .init(book.say(CostPhrase.plannedValue), planned.values(on: days)),
                .init(book.say(CostPhrase.earnedValue), earned.values(on: days), forecastFrom: forecastFrom),
                .init(
                    book.say(CostPhrase.actualCost), spent.values(on: days), forecastFrom: forecastFrom,
                    bands: [0.25...0.75, 0.1...0.9, 0.05...0.95].compactMap { fan($0, on: days) }, isLeading: true),
            ],
            levels: levels)
    }

    /// Where the cost may stand on its way to the end, from the last status on; `nil` where no range is known.
    private func fan(_ probabilities: ClosedRange<Double>, on days: [CivilDay]) -> LineChart.Band? {
        guard case .success(let forecast) = outlook.forecast, let distribution = forecast.distribution,
            let end = forecastEnd,
            let low = try? distribution.cost(atConfidence: probabilities.lowerBound),
            let high = try? distribution.cost(atConfidence: probabilities.upperBound)
        else { return nil }
        let now = (latest.status.stated.day, latest.status.actualCost.approximateUnits)
        let (lower, upper) = (
            DayCurve([now, (end.day, low.approximateUnits)]), DayCurve([now, (end.day, high.approximateUnits)])
        )
        let ranges = zip(lower.values(on: days), upper.values(on: days)).map { low, high -> ClosedRange<Double>? in
            guard let low, let high else { return nil }
            return min(low, high)...max(low, high)
        }
        return LineChart.Band(
            book.say(RangePhrase.holding(probabilities.upperBound - probabilities.lowerBound)), ranges)
    }

    /// The approved amount; and the forecast cost where no curve can lead to it because the finish is not known.
    private var levels: [LineChart.Level] {
        let approved = LineChart.Level(
            book.say(CostPhrase.approved), outlook.approved.approximateUnits, tone: tone)
        guard forecastEnd == nil, !isDone, case .success(let forecast) = outlook.forecast else { return [approved] }
        return [approved, .init(book.say(CostPhrase.forecastCost), forecast.median.approximateUnits)]
    }

    /// No picture shows more days of the plan apart.
    private static let mostPlannedDays = 60

    /// The days of the statuses, of the plan, thinned out evenly, and of the finish as planned and as forecast.
    private var curveDays: [CivilDay] {
        let plan = outlook.series.plan?.points.map { day(of: $0.instant) } ?? []
        let step = max(1, (plan.count + Self.mostPlannedDays - 1) / Self.mostPlannedDays)
        let thinned = stride(from: 0, to: plan.count, by: step).map { plan[$0] }
        let ends = [outlook.plannedFinish.map { day(of: $0) }, forecastEnd?.day, plan.last].compactMap(\.self)
        let statuses = outlook.series.statuses.map(\.stated.day)
        return Set(thinned + ends + statuses).sorted()
    }

    private var planned: DayCurve {
        guard let plan = outlook.series.plan else {
            return DayCurve(outlook.series.statuses.map { ($0.stated.day, $0.plannedValue.approximateUnits) })
        }
        return DayCurve(plan.points.map { (day(of: $0.instant), $0.plannedValue.approximateUnits) })
    }

    private var earned: DayCurve {
        let budget = outlook.series.budgetAtCompletion.approximateUnits
        return DayCurve(
            beginning + outlook.series.statuses.map { ($0.stated.day, $0.earnedValue.approximateUnits) }
                + (forecastEnd.map { [($0.day, budget)] } ?? []))
    }

    private var spent: DayCurve {
        DayCurve(
            beginning + outlook.series.statuses.map { ($0.stated.day, $0.actualCost.approximateUnits) }
                + (forecastEnd.map { [($0.day, $0.cost)] } ?? []))
    }

    /// Nothing is earned or spent at the planned start, unless the first status is not after it.
    private var beginning: [(CivilDay, Double)] {
        guard let start = outlook.series.plan?.plannedStart, let first = outlook.series.statuses.first,
            start < first.instant
        else { return [] }
        return [(day(of: start), 0)]
    }

    /// Where the forecast leads; `nil` when nothing is left to forecast.
    private var forecastEnd: (day: CivilDay, cost: Double)? {
        guard case .success(let forecast) = outlook.forecast, case .success(let finish) = outlook.finish, !isDone else {
            return nil
        }
        let day = day(of: finish.instant)
        return day > latest.status.stated.day ? (day, forecast.median.approximateUnits) : nil
    }
}

/// Straight lines between values at the ends of days.
private struct DayCurve {
    private let points: [(day: CivilDay, value: Double)]

    /// Of several values of one day the last counts.
    init(_ points: [(day: CivilDay, value: Double)]) {
        var kept: [(day: CivilDay, value: Double)] = []
        for point in points {
            if kept.last?.day == point.day { kept.removeLast() }
            kept.append(point)
        }
        self.points = kept
    }

    /// One for each day, in order; `nil` outside the curve.
    func values(on days: [CivilDay]) -> [Double?] {
        var next = 0
        return days.map { day in
            while next < points.count, points[next].day < day { next += 1 }
            guard next < points.count else { return nil }
            let end = points[next]
            if end.day == day { return end.value }
            guard next > 0 else { return nil }
            let begin = points[next - 1]
            let share = Double(begin.day.distance(to: day)) / Double(begin.day.distance(to: end.day))
            return begin.value + (end.value - begin.value) * share
        }
    }
}
