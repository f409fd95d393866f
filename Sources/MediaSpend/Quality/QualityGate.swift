import Monetary
public import WorkTime

/// Judges a delivery against the months before it, before anything of it is stored.
///
/// The months of one file are judged in their order, each against those before it, whether they are stored or stand in
/// the same file. What a rule cannot know, because there is no history, it does not say.
public struct QualityGate: Sendable {
    public var rules: QualityRules
    public let delivery: Delivery
    /// Of the months that the delivery brings.
    public let figures: QualityFigures
    public let file: FileFigures
    /// Of months that are stored and that the delivery does not bring, each month in one of them; at least the
    /// ``window`` before its first.
    public var history: [QualityFigures] = []
    /// The spend of each month that is stored and that the delivery does not bring, in minor units.
    public var totals: [CivilMonth: Int64] = [:]
    /// Which month a day of the data is counted in.
    public var monthRule = MonthRule.Kind.day
    /// The names of the file's columns, and those of each earlier delivery of its layout.
    public var columns: [String] = []
    public var earlierColumns: [[String]] = []
    /// How often the reader found something that is a rule here.
    public var foundByReader: [QualityRule: Int] = [:]

    /// How many months before a month are looked at.
    public static let window = 12

    public init(
        _ delivery: Delivery, figures: QualityFigures, file: FileFigures, rules: QualityRules = .standard
    ) {
        self.delivery = delivery
        self.figures = figures
        self.file = file
        self.rules = rules
    }

    /// Everything that the rules have to say, by rule and then by month.
    public var issues: [QualityIssue] {
        let issues =
            readerIssues + columnIssues + duplicateIssues + creditIssues + coverageIssues + dayIssues
            + priceIssues + affiliationIssues + totalIssues
        return issues.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.rule != b.rule { return a.rule < b.rule }
            if let first = a.month, let second = b.month, first != second { return first < second }
            return left.offset < right.offset
        }.map(\.element)
    }

    // MARK: What rules share

    /// The months of the delivery, in order.
    var months: [CivilMonth] { delivery.months.map(\.month) }

    /// The cells of the past and of the delivery: no month is in both.
    func cells(_ path: KeyPath<QualityFigures, FigureCells>) -> [FigureCells] {
        (history + [figures]).map { $0[keyPath: path] }
    }

    /// Whether each of the months before a month is known.
    func knows(_ count: Int, before month: CivilMonth) -> Bool {
        let delivered = Set(months)
        return (1...max(1, count)).allSatisfy { back in
            let earlier = month.advanced(by: -back)
            return totals[earlier] != nil || delivered.contains(earlier)
        }
    }

    /// What a month spent, with the delivery as it would be stored.
    func total(_ month: CivilMonth) -> Int64? {
        delivery.months.first { $0.month == month }?.spend.minorUnits ?? totals[month]
    }

    /// An issue, if the rule speaks at this measure.
    func issue(
        _ rule: QualityRule, in month: CivilMonth? = nil, count: Int, cases: [QualityIssue.Case] = [],
        amount: Int64? = nil, usual: Int64? = nil, measure: Double
    ) -> QualityIssue? {
        guard let severity = rules.severity(of: rule, measure: measure) else { return nil }
        return QualityIssue(
            rule, severity, month: month, count: count, cases: cases, amount: amount, usual: usual, measure: measure)
    }

    func limit(_ limit: QualityRules.Limit, of rule: QualityRule) -> Double { rules.limit(limit, of: rule) }

    /// The part that an amount is of a whole; all of it where the whole is nothing.
    func part(_ amount: Int64, of whole: Int64?) -> Double {
        guard let whole, whole > 0 else { return amount == 0 ? 0 : 1 }
        return Double(amount.magnitude) / Double(whole)
    }
}
