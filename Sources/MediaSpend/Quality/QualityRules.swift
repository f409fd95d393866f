/// How much each rule of the quality gate weighs, and from where on it speaks.
public struct QualityRules: Hashable, Sendable {
    private var settings: [QualityRule: Setting]

    /// One rule's weight and limits.
    public struct Setting: Hashable, Sendable {
        public var severity: QualitySeverity
        /// Only those that the rule asks for; see ``QualityRules/standard``.
        public var limits: [Limit: Double]

        public init(_ severity: QualitySeverity, _ limits: [Limit: Double] = [:]) {
            self.severity = severity
            self.limits = limits
        }
    }

    /// From where on a rule speaks. The raw value is its name in a rules file.
    public enum Limit: String, Hashable, Sendable, CaseIterable {
        /// The rule speaks when its measure is above this; see ``QualityIssue/measure``.
        case above
        /// And blocks, whatever its severity, when the measure is above this.
        case blockedAbove = "blocked above"
        /// By how many times a figure must differ from what is usual.
        case factor
        /// By how many robust standard deviations.
        case deviations
        /// How many rows something must have had in each month before, so that none at all is no accident; how many
        /// repeated rows in a row are no accident.
        case rows
        /// How many months before are looked at.
        case months
        /// How many days a month may end early.
        case days
    }

    public subscript(rule: QualityRule) -> Setting {
        get { settings[rule] ?? Setting(.off) }
        set { settings[rule] = newValue }
    }

    /// A limit of a rule.
    ///
    /// - Precondition: the rule has it.
    func limit(_ limit: Limit, of rule: QualityRule) -> Double {
        guard let value = self[rule].limits[limit] ?? Self.standard[rule].limits[limit] else {
            preconditionFailure("the rule \(rule.rawValue) has no limit “\(limit.rawValue)”")
        }
        return value
    }

    /// What a rule says of a measure; `nil` when it says nothing.
    func severity(of rule: QualityRule, measure: Double) -> QualitySeverity? {
        let setting = self[rule]
        guard setting.severity != .off, measure > setting.limits[.above] ?? 0 else { return nil }
        if let limit = setting.limits[.blockedAbove], measure > limit { return .blocked }
        return setting.severity
    }

    /// The rules that hold where no file says otherwise. They are chosen so that a sound month of a sound vendor passes
    /// without a word, and that what no sound month ever shows is blocked: totals that contradict each other, a file
    /// that holds itself twice, a quarter of the market gone or priced in another unit. A month's total alone blocks
    /// nothing: public advertisers cut theirs to a hundredth from one budget to the next.
    ///
    /// A vehicle with 10 rows a month has none by accident once in 20,000 months; an advertiser comes and goes by its
    /// own will, so more is asked of it, and it is only a note. Robust deviations beyond 3.5: Iglewicz and Hoaglin, 1993.
    public static let standard = QualityRules(settings: [
        .columnsChanged: Setting(.warning),
        .controlTotal: Setting(.blocked),
        .partsDiffer: Setting(.warning),
        .duplicateKey: Setting(.warning),
        .duplicateRows: Setting(.warning, [.rows: 20, .above: 0, .blockedAbove: 0.25]),
        .missingVehicle: Setting(.warning, [.months: 3, .rows: 10, .above: 0, .blockedAbove: 0.25]),
        .missingRegion: Setting(.warning, [.months: 3, .rows: 10, .above: 0, .blockedAbove: 0.25]),
        .missingCategory: Setting(.warning, [.months: 3, .rows: 10, .above: 0, .blockedAbove: 0.25]),
        .missingAdvertiser: Setting(.note, [.months: 3, .rows: 20, .above: 0.05]),
        .missingDays: Setting(.warning, [.months: 3]),
        .partialMonth: Setting(.warning, [.months: 3, .days: 3]),
        .unitPrice: Setting(.warning, [.months: 12, .deviations: 3.5, .factor: 2, .above: 0.01, .blockedAbove: 0.25]),
        .newCategory: Setting(.warning, [.above: 0.001]),
        .newOwner: Setting(.warning, [.above: 0.001]),
        .negativeAmounts: Setting(.warning, [.above: 0.01]),
        .monthTotal: Setting(.warning, [.deviations: 3.5, .factor: 2]),
        .mixedCurrencies: Setting(.blocked),
    ])
}
