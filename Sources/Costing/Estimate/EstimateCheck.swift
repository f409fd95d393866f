public import Diagnostics
import Monetary
import WorkTime

extension CostEstimate {
    /// Checks a draft: every fault at once, or an estimate that is sound.
    ///
    /// - Parameter found: what was found while the draft was read.
    /// - Throws: all findings when one of them, old or new, is an error. Warnings alone are lost here;
    ///   ``EstimateDraft/checked(findings:)`` gives them too.
    public init(checking draft: EstimateDraft, findings found: [Finding] = []) throws(Rejection) {
        let (estimate, findings) = draft.checked(findings: found)
        try FindingList(findings).throwIfErrors()
        guard let estimate else { preconditionFailure("no estimate, and no finding says why: \(findings)") }
        self = estimate
    }
}

extension EstimateDraft {
    /// The estimate, and everything that is wrong with it; there is one only when nothing is an error.
    ///
    /// Findings: `cost.no-name`, `cost.no-client`, `cost.no-currency`, `cost.no-job`, `cost.no-dates`, `cost.no-lines`, `cost.bad-id`,
    /// `cost.bad-version`, `cost.unknown-currency`, `cost.no-exchange-rate`, `cost.zero-rate`, `cost.duplicate-rate`,
    /// `cost.rate-without-date`, `cost.duplicate-line`, `cost.bad-quantity`, `cost.negative-line`,
    /// `cost.line-without-rate`, `cost.several-bases`, `cost.gross-without-commission`, `cost.impossible-commission`,
    /// `cost.impossible-markup`, `cost.impossible-tax`, `cost.price-below-cost`, `cost.too-many-decimals`,
    /// `cost.overflow`, `cost.finish-before-start`, `cost.date-outside-job`, `cost.bad-milestone`,
    /// `cost.milestones-not-whole`, `cost.units-without-quantity`, `cost.negative-reserve`, `cost.ceiling-passed`,
    /// `cost.step-without-date`, `cost.step-without-amount`, `cost.negative-amount`, `cost.billing-passes-price`,
    /// `cost.billing-outside-job`; `cost.incomplete` for a draft of which parts could not be read and nobody said why.
    ///
    /// - Parameter found: what was found while the draft was read.
    public func checked(findings found: [Finding] = []) -> (estimate: CostEstimate?, findings: [Finding]) {
        var check = EstimateCheck(self, found)
        let estimate = check.estimate()
        if estimate == nil, !check.findings.hasErrors {
            check.report(
                "incomplete", "parts of the estimate could not be read", advice: "correct them, and read it again",
                at: nil)
        }
        return (check.findings.hasErrors ? nil : estimate, check.findings.inReadingOrder)
    }
}

/// Checks one draft, and goes on after each fault.
struct EstimateCheck {
    let draft: EstimateDraft
    var findings: FindingList
    /// `nil` while it is unknown; then amounts are not checked.
    let currency: Currency?
    /// Units of the books for one of each, that of the books at 1.
    private(set) var rates: [Currency: Rate] = [:]
    /// `nil` where the dates are missing or contradict each other; then no other date is checked against them.
    private(set) var span: ClosedRange<CivilDay>?

    init(_ draft: EstimateDraft, _ found: [Finding]) {
        self.draft = draft
        findings = FindingList(found)
        currency = (draft.currency?.value).flatMap { try? Currency($0) }
    }

    /// `nil` when something that it needs is missing, which was reported.
    mutating func estimate() -> CostEstimate? {
        checkHead()
        span = jobSpan()
        checkEffective()
        let exchanges = exchanges()
        rates = Dictionary(exchanges.map { ($0.currency, $0.rate) }) { first, _ in first }
        if let currency { rates[currency] = .one }
        let lines = lines()
        let isWhole = lines.count == draft.lines.count
        guard let currency, let job = draft.job?.value, let span else { return nil }
        let reserves = reserves(of: isWhole ? lines : nil, in: currency)
        let billing = billing(of: isWhole ? lines : nil, in: currency)
        guard isWhole, !findings.hasErrors else { return nil }
        let estimate = CostEstimate(
            job: JobID(job), name: draft.name?.value ?? job, client: draft.client?.value ?? "",
            type: draft.type?.value, currency: currency, version: draft.version?.value ?? 1,
            effective: draft.effective?.value ?? span.lowerBound, reason: draft.reason?.value, start: span.lowerBound,
            finish: span.upperBound, lines: lines, contingency: reserves.contingency,
            managementReserve: reserves.management, ceiling: reserves.ceiling, billing: billing, exchanges: exchanges,
            taxRate: draft.tax?.value)
        checkTotals(of: estimate)
        return estimate
    }

    // MARK: Reporting

    mutating func report(_ fault: String, _ message: String, advice: String, at place: SourcePlace?) {
        add(fault, .error, message, advice: advice, at: place)
    }

    mutating func warn(_ fault: String, _ message: String, advice: String, at place: SourcePlace?) {
        add(fault, .warning, message, advice: advice, at: place)
    }

    private mutating func add(
        _ fault: String, _ severity: Severity, _ message: String, advice: String, at place: SourcePlace?
    ) {
        findings.report(
            Finding(
                FindingID(rawValue: "cost.\(fault)"), severity, message, advice: advice, at: place ?? draft.place))
    }

    mutating func reportOverflow(_ subject: String, at place: SourcePlace?) {
        report(
            "overflow", "\(subject) is too large to be counted exactly",
            advice: "check the amounts and quantities for digits that do not belong to them", at: place)
    }

    /// An amount that is stated as such, in whole minor units; `nil` when it has more decimals than its currency.
    mutating func money(_ units: Located<Rate>, _ currency: Currency, of subject: String) -> Money? {
        do throws(MonetaryFault) {
            if let money = try Money(exactUnits: units.value, currency) { return money }
            report(
                "too-many-decimals",
                "\(subject) has more decimals than \(currency) has: an amount has \(currency.decimalsInWords)",
                advice: "round the amount; where it is the price of a unit, state the quantity too", at: units.place)
        } catch {
            reportOverflow(subject, at: units.place)
        }
        return nil
    }
}

extension Currency {
    /// `no decimals`, `at most 2 decimals`.
    fileprivate var decimalsInWords: String { exponent == 0 ? "no decimals" : "at most \(exponent) decimals" }
}
