import Headroom

/// A job that earns 80 % of what it plans and spends all of what it plans, day after day: every status is read, and its
/// indices, all its estimates at completion, its forecast and its finish are found. Their sums are known in closed form.
let costing = [100, 10_000].map { count in
    let draft = steadyDraft(of: count)
    let expected = SteadySums(count)
    return Benchmark(name: "cost-forecast-\(count)", units: count) {
        let outlook = CostOutlook(try! StatusSeries(checking: draft))
        let found = SteadySums(outlook)
        precondition(found == expected, "\(found), not \(expected)")
    }
}

/// Each day plans 1,000.00, earns 800.00 and spends 1,000.00.
private func steadyDraft(of count: Int) -> StatusSeriesDraft {
    let start = CivilDay("2020-01-01")!
    let rows = (1...count).map { day in
        StatusSeriesDraft.Row(
            period: Located(day), date: Located(.endOfDay(start.advanced(by: day - 1))),
            plannedValue: Located(yuan(1_000 * day)), earnedValue: Located(yuan(800 * day)),
            actualCost: Located(yuan(1_000 * day)))
    }
    return StatusSeriesDraft(currency: .cny, rows: rows, plannedStart: CivilMinute(day: start, minuteOfDay: 0))
}

private func yuan(_ amount: Int) -> Money { Money(minorUnits: Int64(amount * 100), .cny) }

/// Sums over all statuses.
private struct SteadySums: Equatable {
    /// EAC with PF = 1: the budget and what was lost so far, 200.00 a day.
    let budgetRate: Int64
    /// EAC with CPI, SPI, SPI(t) and 0.8 CPI + 0.2 SPI, all of 0.8.
    let indexRates: Int64
    /// EAC with CPI · SPI of 0.64.
    let product: Int64
    /// In thousandths of a day: the plan of 0.8 day a day.
    let earnedSchedule: Int128
    /// What is to be found beside the sums: a forecast and a finish for each status.
    let forecasts: Int

    init(_ count: Int) {
        let days = Int64(count)
        let sumOfDays = days * (days + 1) / 2
        let budget = 100_000 * days
        budgetRate = days * budget + 20_000 * sumOfDays
        // AC + (BAC − EV) / 0.8 is 1.25 BAC whatever the day; by 0.64 it is 1.5625 BAC less 250.00 a day.
        indexRates = 4 * days * budget * 5 / 4
        product = days * (budget * 25 / 16) - 25_000 * sumOfDays
        earnedSchedule = Int128(800 * sumOfDays)
        forecasts = 2 * count
    }

    init(_ outlook: CostOutlook) {
        func sum(_ methods: CostEstimateMethod...) -> Int64 {
            outlook.readings.reduce(0) { sum, reading in
                methods.reduce(sum) { $0 + (try! reading.estimateAtCompletion($1)).minorUnits }
            }
        }
        budgetRate = sum(.pf1)
        indexRates = sum(.cpi, .spi, .spit, .cpi80spi20)
        product = sum(.sci)
        let days = outlook.readings.reduce(Rate.zero) { try! $0 + $1.schedule.get().earned }
        earnedSchedule = (try! days * 1_000).numerator
        forecasts =
            outlook.readings.count {
                (try? $0.forecast) != nil
            }
            + outlook.readings.count { reading in
                if case .success = reading.finish(of: outlook.series) { true } else { false }
            }
    }
}
