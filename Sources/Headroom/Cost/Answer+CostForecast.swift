import Costing
import Diagnostics
import Formats
import Interchange
public import Monetary
import Reports
public import WorkTime

/// What a cost forecast is made from: files, and what they do not say.
public struct CostForecastRequest: Sendable {
    /// The status series: `period,status_date,pv,ev,ac`.
    public var series: InputFile
    /// The planned value by day: `day_end,pv`.
    public var baseline: InputFile?
    /// The activities behind the totals: `period,activity_id,ev,ac`.
    public var tracking: InputFile?
    /// The activities as they were planned: `baseline_start,baseline_end,budget`.
    public var activities: InputFile?
    /// `nil` takes the euro, and says so.
    public var currency: Currency?
    /// What the client approved, as a plain amount; `nil` takes the budget.
    public var approved: Money?
    /// `nil` takes the sum of the activities, else what the plan ends at.
    public var budgetAtCompletion: Money?
    public var plannedStart: CivilMinute?
    public var plannedFinish: CivilMinute?
    /// A folder of finished jobs to learn from; without one the forecast is a single figure.
    public var reference: String?

    public init(
        series: InputFile, baseline: InputFile? = nil, tracking: InputFile? = nil, activities: InputFile? = nil,
        currency: Currency? = nil, approved: Money? = nil, budgetAtCompletion: Money? = nil,
        plannedStart: CivilMinute? = nil, plannedFinish: CivilMinute? = nil, reference: String? = nil
    ) {
        self.series = series
        self.baseline = baseline
        self.tracking = tracking
        self.activities = activities
        self.currency = currency
        self.approved = approved
        self.budgetAtCompletion = budgetAtCompletion
        self.plannedStart = plannedStart
        self.plannedFinish = plannedFinish
        self.reference = reference
    }
}

extension Answer {
    /// Forecasts what a job will cost and when it will finish: the paper, and indices and estimates of every status as JSON.
    ///
    /// - Throws: a ``Rejection`` with every fault of the files; a ``Failure`` for a reference without a list.
    public static func costForecast(of request: CostForecastRequest) throws -> Answer {
        let reading = request.reading
        let series = try reading.checked()
        let folder = try request.reference.map { try JobFolder(reading: $0) }
        let outlook = CostOutlook(
            series, approved: request.approved,
            learning: folder.map { FittedClass($0.reference.without(request.series.stem)) })
        let findings =
            request.assumptions + reading.showing(series.findings) + (folder?.findings ?? [])
        return Answer(
            name: "\(request.series.stem).cost", findings: findings, isNegative: outlook.passesApproved,
            body: outlook.json,
            paper: CostForecastPaper(outlook: outlook, source: request.series.name, findings: findings))
    }
}

extension CostForecastRequest {
    fileprivate var reading: StatusSeriesReading {
        var reading = StatusSeriesReading(series: series.bytes, file: series.path, currency: currency ?? .eur)
        if let baseline { reading.addBaseline(baseline.bytes, file: baseline.path) }
        if let tracking { reading.addTracking(tracking.bytes, file: tracking.path) }
        reading.complete { draft in
            draft.budgetAtCompletion = budgetAtCompletion
            draft.plannedStart = plannedStart
            draft.plannedFinish = plannedFinish
        }
        if let activities { reading.addActivities(activities.bytes, file: activities.path) }
        return reading
    }

    /// What was taken for granted because nobody said it.
    fileprivate var assumptions: [Finding] {
        let assumed = [
            currency == nil
                ? Finding(
                    "cost.currency-assumed", .note, "no currency is named, so amounts are taken to be in EUR",
                    advice: "name it: --currency CNY") : nil,
            approved == nil
                ? Finding(
                    "cost.approval-assumed", .note,
                    "no approved amount is stated, so the budget at completion stands for it",
                    advice: "state what the client approved: --approved 105000") : nil,
        ]
        return assumed.compactMap(\.self)
    }
}
