public import Diagnostics
public import Monetary
public import WorkTime

/// A status series as files state it, not checked yet.
public struct StatusSeriesDraft: Sendable {
    /// One row of the series.
    public struct Row: Sendable {
        public var period: Located<Int>
        public var date: Located<StatedStatusDate>
        public var plannedValue: Located<Money>
        /// `nil` together with the actual cost in rows of the plan that lie ahead.
        public var earnedValue: Located<Money>?
        public var actualCost: Located<Money>?

        public init(
            period: Located<Int>, date: Located<StatedStatusDate>, plannedValue: Located<Money>,
            earnedValue: Located<Money>?, actualCost: Located<Money>?
        ) {
            self.period = period
            self.date = date
            self.plannedValue = plannedValue
            self.earnedValue = earnedValue
            self.actualCost = actualCost
        }
    }

    /// The cumulative planned value at the end of a day.
    public struct PlannedDay: Sendable {
        public var day: Located<CivilDay>
        public var plannedValue: Located<Money>

        public init(day: Located<CivilDay>, plannedValue: Located<Money>) {
            self.day = day
            self.plannedValue = plannedValue
        }
    }

    /// One activity in one period, cumulative.
    public struct TrackedActivity: Sendable {
        public var period: Located<Int>
        public var activity: String
        public var earnedValue: Money
        public var actualCost: Money

        public init(period: Located<Int>, activity: String, earnedValue: Money, actualCost: Money) {
            self.period = period
            self.activity = activity
            self.earnedValue = earnedValue
            self.actualCost = actualCost
        }
    }

    public var currency: Currency
    public var rows: [Row]
    /// `nil` when there is no baseline by day; the planned values of the rows then make the curve. Days that are not
    /// listed are days on which nothing is planned.
    public var baseline: [PlannedDay]?
    /// `nil` when the activities are not known.
    public var tracking: [TrackedActivity]?
    /// `nil` to take where the baseline ends, or without one the last planned value of the rows.
    public var budgetAtCompletion: Money?
    /// `nil` to take the beginning of the first day of the baseline; without one, the date of a first row
    /// without any amount, else one period before the first status.
    public var plannedStart: CivilMinute?
    /// `nil` to take the moment at which the plan reaches its last value; without a baseline only where that is the
    /// budget.
    public var plannedFinish: CivilMinute?

    public init(
        currency: Currency, rows: [Row], baseline: [PlannedDay]? = nil, tracking: [TrackedActivity]? = nil,
        budgetAtCompletion: Money? = nil, plannedStart: CivilMinute? = nil, plannedFinish: CivilMinute? = nil
    ) {
        self.currency = currency
        self.rows = rows
        self.baseline = baseline
        self.tracking = tracking
        self.budgetAtCompletion = budgetAtCompletion
        self.plannedStart = plannedStart
        self.plannedFinish = plannedFinish
    }
}
