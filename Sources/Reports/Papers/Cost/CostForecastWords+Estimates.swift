import Costing
import Monetary

extension CostForecastWords {
    /// The forecast and the estimates of the literature, each with its assumption and its headroom.
    var estimateTable: Table {
        Table(
            "estimates", title: book.say(CostPhrase.estimates),
            columns: [
                Column(book.say(CostPhrase.method)), Column(book.say(CostPhrase.assumption), importance: .extra),
                Column(book.say(CostPhrase.factor), .number, importance: .extra),
                Column(moneyHeading(.estimateAtCompletion), .money),
                Column(book.say(CostPhrase.againstApproved), .money),
            ], rows: [forecastRow] + plainRow + CostEstimateMethod.allCases.map(row))
    }

    private var forecastRow: [Cell] {
        [
            Cell(book.say(.forecast), emphasis: .strong),
            Cell(book.say(isLearned ? CostPhrase.asFinishedJobs : .byProgress)),
            .empty, cell(outlook.forecast) { book.cell(bare: $0.median, .strong) },
            cell(headroom: outlook.costHeadroom),
        ]
    }

    /// Whether more than one figure is known of the end.
    private var isLearned: Bool { (try? outlook.forecast.get())?.distribution != nil }

    /// What would lead without finished jobs.
    private var plainRow: [[Cell]] {
        guard isLearned else { return [] }
        let plain = figure { () throws(Undefined) in try latest.forecast.median }
        return [
            [
                Cell(book.say(CostPhrase.plainForecast)), Cell(book.say(CostPhrase.byProgress)), .empty,
                cell(plain) { book.cell(bare: $0) }, cell(headroom: headroom(over: plain)),
            ]
        ]
    }

    private func row(_ method: CostEstimateMethod) -> [Cell] {
        let estimate = estimate(method)
        return [
            Cell(book.say(EstimatePhrase(method))), Cell(book.say(EstimatePhrase(method).assumption)),
            cell(ratio: figure { () throws(Undefined) in try latest.performanceFactor(method) }),
            cell(estimate) { book.cell(bare: $0) }, cell(headroom: headroom(over: estimate)),
        ]
    }

    private func estimate(_ method: CostEstimateMethod) -> Result<Money, Undefined> {
        figure { () throws(Undefined) in try latest.estimateAtCompletion(method) }
    }

    private func headroom(over estimate: Result<Money, Undefined>) -> Result<Money, Undefined> {
        estimate.flatMap { estimate in
            (try? outlook.approved - estimate).map { .success($0) } ?? .failure(.tooLarge)
        }
    }

    /// The same as bars with the approved amount across them; `nil` when fewer than two have a value.
    var estimateChart: BarChart? {
        let methods = CostEstimateMethod.allCases.map { (book.say(EstimatePhrase($0)), estimate($0), false) }
        let all = [(book.say(.forecast), outlook.forecast.map(\.median), true)] + methods
        let known = all.compactMap { try? $0.1.get() }
        guard known.count > 1, let least = known.min(by: { $0.minorUnits < $1.minorUnits }),
            let most = known.max(by: { $0.minorUnits < $1.minorUnits })
        else { return nil }
        let approved = outlook.approved.approximateUnits
        return BarChart(
            book.say(CostPhrase.estimatesChart),
            summary: book.say(CostPhrase.estimatesSummary(least: least, most: most)),
            unit: .money(currency: currency.code),
            bars: all.map { name, estimate, isForecast in
                let amount = try? estimate.get()
                let emphasis: Cell.Emphasis =
                    amount.map { $0.minorUnits > outlook.approved.minorUnits ? .missed : .plain } ?? .muted
                return BarChart.Bar(
                    name, amount?.approximateUnits,
                    text: amount.map { book.money($0, code: false) } ?? book.say(.notAvailable), reference: approved,
                    emphasis: isForecast && emphasis == .plain ? .strong : emphasis)
            }, referenceLabel: book.say(CostPhrase.approved))
    }
}
