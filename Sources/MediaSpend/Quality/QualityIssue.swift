public import WorkTime

/// What one rule has to say of one month of a delivery, or of the delivery as a whole.
public struct QualityIssue: Hashable, Sendable, Codable {
    public var rule: QualityRule
    /// As the rules weigh it; never `off`. A blocked one that was accepted stays blocked here.
    public var severity: QualitySeverity
    /// `nil`: the whole file.
    public var month: CivilMonth?
    /// How many cases there are: vehicles, days, prices, rows.
    public var count: Int
    /// The weightiest cases, at most ``shownCases``.
    public var cases: [Case]
    /// The money in question, in minor units of the delivery's currency.
    public var amount: Int64?
    /// What the figure usually is, in the same units.
    public var usual: Int64?
    /// What the rule's limits are compared with: a share of the month's spend, for a month's total the factor by which
    /// it is away from what was expected, else the number of cases.
    public var measure: Double
    /// Up to which day the month was delivered, where it ends early.
    public var lastDay: CivilDay?

    /// How many cases are named.
    public static let shownCases = 12

    /// One case: its names, and what stands instead of what.
    public struct Case: Hashable, Sendable, Codable {
        /// Such as vehicle, daypart and length; the brand and its new category.
        public var names: [String]
        public var amount: Int64?
        public var usual: Int64?

        public init(_ names: [String], amount: Int64? = nil, usual: Int64? = nil) {
            self.names = names
            self.amount = amount
            self.usual = usual
        }
    }

    public init(
        _ rule: QualityRule, _ severity: QualitySeverity, month: CivilMonth? = nil, count: Int, cases: [Case] = [],
        amount: Int64? = nil, usual: Int64? = nil, measure: Double
    ) {
        self.rule = rule
        self.severity = severity
        self.month = month
        self.count = count
        self.cases = Array(cases.prefix(Self.shownCases))
        self.amount = amount
        self.usual = usual
        self.measure = measure
    }
}

/// Somebody's word that a delivery is to be stored in spite of a rule.
public struct QualityAcceptance: Hashable, Sendable, Codable {
    public var rule: QualityRule
    public var by: String
    public var because: String

    public init(_ rule: QualityRule, by: String, because: String) {
        self.rule = rule
        self.by = by
        self.because = because
    }
}

/// Everything that the quality gate has to say of a delivery, and what was accepted of it.
public struct QualityReport: Hashable, Sendable, Codable {
    /// By rule, then by month.
    public var issues: [QualityIssue]
    /// Only of rules that had something to say.
    public var accepted: [QualityAcceptance]

    public init(_ issues: [QualityIssue], accepting acceptances: [QualityAcceptance] = []) {
        self.issues = issues
        accepted = acceptances.filter { acceptance in
            !acceptance.rule.isAlwaysRefused && issues.contains { $0.rule == acceptance.rule }
        }
    }

    /// What keeps the delivery from being stored.
    public var blocking: [QualityIssue] {
        issues.filter { issue in issue.severity == .blocked && acceptance(of: issue.rule) == nil }
    }

    /// The last day of a month that ends early.
    public func lastDay(of month: CivilMonth) -> CivilDay? {
        issues.first { $0.rule == .partialMonth && $0.month == month }?.lastDay
    }

    public func acceptance(of rule: QualityRule) -> QualityAcceptance? { accepted.first { $0.rule == rule } }
}
