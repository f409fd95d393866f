import Costing
import Monetary
import Testing

/// Jobs made up for the tests of forecasts that learn.
enum MadeJobs {
    /// A job of a budget of 1,000 by its statuses: shares of work done and costs, in per mille of the budget.
    static func series(_ statuses: [(earned: Int, cost: Int)], scale: Int = 1) throws -> StatusSeries {
        try StatusSeries(
            checking: draft(
                statuses.map { status in
                    let earned = "\(status.earned * scale)"
                    return (earned, earned, "\(status.cost * scale)")
                }, budget: "\(1_000 * scale)"))
    }

    /// Three finished jobs: as budgeted, somewhat dear, and one that began cheap and ended dear.
    static let paths: [[(earned: Int, cost: Int)]] = [
        [(200, 204), (500, 505), (800, 802), (1_000, 1_001)],
        [(100, 112), (450, 480), (1_000, 1_080)],
        [(150, 140), (300, 310), (620, 675), (850, 960), (1_000, 1_150)],
    ]

    static func reference(scale: Int = 1) throws -> ReferenceClass {
        ReferenceClass(
            name: "made",
            jobs: try paths.enumerated().map { index, path in
                let job = ClosedJob(id: "job-\(index)", try series(path, scale: scale))
                return try #require(job)
            })
    }

    static func forecast(
        _ statuses: [(earned: Int, cost: Int)], scale: Int = 1, learning fitted: FittedClass
    ) throws -> CostForecast {
        let series = try series(statuses, scale: scale)
        return try fitted.forecast(of: series.statuses, budget: series.budgetAtCompletion)
    }
}
