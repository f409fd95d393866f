import Diagnostics
import MediaSpend
public import Parallel
import Reports
import Store
public import WorkTime

extension Answer {
    /// The competitive activity report: which brands advertised far more heavily than they usually do, and where.
    ///
    /// - Parameters:
    ///   - question: whose set and brand are meant; its month and base do not matter.
    ///   - since: the first month to look at; `nil`: the months that the last delivery brought.
    ///   - store: the workspace that the month files were imported into.
    ///   - workers: the threads that add up; the answer is the same on any number.
    /// - Throws: a `Rejection` when there are no such months, or a name is not among the data; ``Failure``.
    public static func spendAlerts(
        on question: SpendQuestion, since: CivilMonth? = nil, in store: String, on workers: Workers = .all
    ) throws -> Answer {
        try translatingSpendFaults {
            let workspace = try Workspace.existing(at: store)
            let market = try workspace.market(of: question.source, asOf: question.asOf)
            let months = try workspace.months(since: since, question.choice, in: market)
            let scope = try SpendScope(question, market, in: workspace)
            let alerts = try workspace.alerts(of: scope.set, in: months, on: question, market, workers)
            let partial = try workspace.partialMonths(of: market.source, question.choice, among: Set(months))
            return Answer(
                name: "spend-alerts", findings: scope.findings + partial, isNegative: false, body: alerts.json,
                paper: SpendAlertsPaper(alerts))
        }
    }
}

extension Workspace {
    /// The months to look at, in order.
    fileprivate func months(since first: CivilMonth?, _ choice: DeliveryChoice, in market: MarketData) throws
        -> [CivilMonth]
    {
        guard let first else {
            let last = try deliveries(of: market.source).last { choice.counts($0.id) }
            return (last?.delivery.months.map(\.month) ?? []).filter(market.covers).sorted()
        }
        let months = market.months.filter { $0 >= first }
        guard months.isEmpty else { return months }
        throw Rejection(findings: [
            Finding(
                "spend.month-not-delivered", .error, "nothing was delivered from \(first) on",
                advice: "ask from one of the months there are: \(spans(of: market.months))")
        ])
    }

    fileprivate func alerts(
        of set: CompetitiveSet, in months: [CivilMonth], on question: SpendQuestion, _ market: MarketData,
        _ workers: Workers
    ) throws -> SpendAlerts {
        // As many months before as the monthly paper looks at, so that both say the same.
        let window = months.first.map { first in market.months.filter { $0 >= ComparedMonths(first).window.lowerBound }
        }
        let alerts = try cubes(of: market.source, question.choice, on: workers) { cube in
            let spend = try cube([.category, .brand, .month], CubeFilter(months: Set(window ?? [])))
            let bursts = Bursts(spend, in: months).restricted(to: set)
            var ofBursts = set.filter(months: Set(bursts.lines.flatMap { $0.usualMonths + [$0.month] }))
            ofBursts.names[.brand] = Set(bursts.lines.map(\.brand))
            let cells = try cube([.category, .brand] + SpendAlerts.explainingDimensions + [.month], ofBursts)
            return SpendAlerts(bursts, in: cells, of: set, months: months, client: question.brand)
        }
        guard let alerts else { throw Failure(.ours, name, cause: "the data went away while being read") }
        return alerts
    }
}
