import Costing
import Monetary
import WorkTime

extension FinancialStatusWords {
    /// Between these probabilities the fan of the forecast is shaded.
    var fanProbabilities: (low: Double, high: Double) { (0.1, 0.9) }

    /// Planned, earned and accrued by day, and how the cost may go on until the job ends.
    var curve: LineChart? {
        let days = curveDays
        guard days.count > 1 else { return nil }
        let forecastFrom = days.firstIndex { $0 > status.day }
        let latest = outlook.status.latest
        return LineChart(
            book.say(FinancialPhrase.curve),
            summary: book.say(
                FinancialPhrase.curveSummary(
                    planned: .money(latest.plannedValue), earned: .money(latest.earnedValue),
                    accrued: .money(latest.actualCost))),
            axis: .days(days), unit: .money(currency: currency.code),
            series: [
                .init(book.say(FinancialPhrase.planned), days.map(planned)),
                .init(book.say(FinancialPhrase.earned), values(days) { $0.earnedValue.approximateUnits }),
                .init(
                    book.say(FinancialPhrase.accrued), cost(days, .median), forecastFrom: forecastFrom,
                    bands: forecastFrom == nil ? [] : [band(days)], isLeading: true),
            ], levels: [.init(book.say(FinancialPhrase.approved), outlook.approvedCost.approximateUnits, tone: tone)])
    }

    /// The day before the job, month ends until the status, then weeks until the end.
    private var curveDays: [CivilDay] {
        let points = outlook.status.points.map(\.day)
        var days = [estimate.start.advanced(by: -1)] + points
        var day = status.day
        while day < lastDay {
            day = min(day.advanced(by: step), lastDay)
            days.append(day)
        }
        return Set(days).sorted()
    }

    /// No picture has more places than can be told apart.
    private var step: Int { max(7, status.day.distance(to: lastDay) / 40) }

    /// When the job ends: as planned, or a month after the status where that is past and work is left.
    private var lastDay: CivilDay {
        let planned = outlook.status.curve?.plannedFinish.map { $0.day.advanced(by: -1) } ?? estimate.finish
        if max(planned, estimate.finish) > status.day { return max(planned, estimate.finish) }
        let isCertain =
            outlook.quantiles.first?.cost == outlook.quantiles.last?.cost
            && outlook.median == outlook.status.latest.actualCost
        return isCertain ? status.day : status.day.advanced(by: 30)
    }

    private func planned(at day: CivilDay) -> Double? {
        guard let curve = outlook.status.curve else { return nil }
        let instant = CivilMinute(day: day, minuteOfDay: 1_440)
        return curve.points.last { $0.instant <= instant }?.plannedValue.approximateUnits ?? 0
    }

    private func values(_ days: [CivilDay], _ value: (JobEarnedValue) -> Double) -> [Double?] {
        let known = Dictionary(outlook.status.points.map { ($0.day, value($0)) }) { first, _ in first }
        return days.map { day in known[day] ?? (day < estimate.start ? 0 : nil) }
    }

    // MARK: The fan

    private enum Edge { case low, median, high }

    private func end(_ edge: Edge) -> Double {
        let ends = fanProbabilities
        let probability =
            switch edge {
            case .low: ends.low
            case .median: 0.5
            case .high: ends.high
            }
        return outlook.quantiles.first { $0.probability == probability }?.cost.approximateUnits
            ?? outlook.median.approximateUnits
    }

    /// Accrued until the status; from there to the forecast as the rest of the work is planned.
    private func cost(_ days: [CivilDay], _ edge: Edge) -> [Double?] {
        let now = outlook.status.latest.actualCost.approximateUnits
        let past = values(days) { $0.actualCost.approximateUnits }
        return zip(days, past).map { day, accrued in
            day <= status.day ? accrued : now + (end(edge) - now) * share(by: day)
        }
    }

    private func band(_ days: [CivilDay]) -> LineChart.Band {
        let ranges = zip(days, zip(cost(days, .low), cost(days, .high))).map { day, ends -> ClosedRange<Double>? in
            guard day >= status.day, let low = ends.0, let high = ends.1 else { return nil }
            return min(low, high)...max(low, high)
        }
        return LineChart.Band(book.say(RangePhrase.holding(fanProbabilities.high - fanProbabilities.low)), ranges)
    }

    /// Of what is planned between the status and the end, so much is planned by a day, 0…1; evenly where nothing is.
    private func share(by day: CivilDay) -> Double {
        let (now, last) = (planned(at: status.day) ?? 0, planned(at: lastDay) ?? 0)
        let evenly = Double(status.day.distance(to: day)) / Double(max(1, status.day.distance(to: lastDay)))
        guard last > now, let then = planned(at: day) else { return evenly }
        return (then - now) / (last - now)
    }
}
