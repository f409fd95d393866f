public import Diagnostics
import Monetary

extension FactorTable {
    /// A table from what a file states, if nothing is wrong with it; everything wrong is added to `findings`.
    ///
    /// Findings: `factors.bad-factor`, `factors.bad-month`, `factors.ends-before-it-begins`, `factors.overlap`,
    /// `factors.two-tiers`, `factors.unknown-tier`, `factors.empty`.
    public init?(checking draft: FactorDraft, findings: inout FindingList) {
        var check = FactorCheck(draft)
        let table = check.table()
        findings.report(contentsOf: check.findings)
        guard !check.findings.contains(where: { $0.severity == .error }) else { return nil }
        self = table
    }
}

/// A draft of a table of factors while it is being checked.
private struct FactorCheck {
    let draft: FactorDraft
    private(set) var findings: [Finding] = []

    init(_ draft: FactorDraft) { self.draft = draft }

    mutating func table() -> FactorTable {
        if draft.rules.isEmpty {
            report(
                "factors.empty", "the table has no factor", advice: "write one, such as {medium: TV, factor: 42%}",
                at: nil)
        }
        let tiers = tiers()
        var rules: [FactorTable.Key: [FactorTable.Rule]] = [:]
        var places: [FactorTable.Key: [SourcePlace?]] = [:]
        let tierNames = Set(tiers.values)
        for rule in draft.rules {
            checkTier(rule, among: tierNames)
            guard let factor = factor(rule), let span = span(rule) else { continue }
            let key = FactorTable.Key(
                medium: rule.medium?.value, vehicle: rule.vehicle?.value, tier: rule.tier?.value)
            // A rule for some months stands above the one for all.
            for (index, other) in (rules[key] ?? []).enumerated()
            where other.span.isAlways == span.isAlways && other.span.overlaps(span) {
                let line = places[key]?[index].map { " (line \($0.line))" } ?? ""
                report(
                    "factors.overlap",
                    "two factors are for the same in the same months: \(other.span)\(line) and \(span)",
                    advice: "let one end in the month before the other begins, or keep one of them", at: rule.place)
            }
            rules[key, default: []].append(
                FactorTable.Rule(span: span, parts: factor.numerator * (FactorTable.measure / factor.denominator)))
            places[key, default: []].append(rule.place)
        }
        return FactorTable(tiers: tiers, rules: rules)
    }

    private mutating func tiers() -> [String: String] {
        var tiers: [String: String] = [:]
        for entry in draft.tiers {
            let before = tiers.updateValue(entry.tier.value, forKey: entry.advertiser.value)
            if let before, before != entry.tier.value {
                report(
                    "factors.two-tiers",
                    "“\(entry.advertiser.value)” is in the tiers “\(before)” and “\(entry.tier.value)”",
                    advice: "keep one of the two", at: entry.advertiser.place)
            }
        }
        return tiers
    }

    private mutating func checkTier(_ rule: FactorDraft.RuleDraft, among names: Set<String>) {
        guard let tier = rule.tier, !names.contains(tier.value) else { return }
        report(
            "factors.unknown-tier", "no advertiser is in the tier “\(tier.value)”",
            advice: nearestName(to: tier.value, among: names.sorted()).map { "is “\($0)” meant?" }
                ?? "list its advertisers under tiers", at: tier.place ?? rule.place)
    }

    private mutating func factor(_ rule: FactorDraft.RuleDraft) -> Rate? {
        if let text = rule.factor, let factor = try? Rate(text.value), !factor.isNegative, factor <= 10,
            FactorTable.measure % factor.denominator == 0
        {
            return factor
        }
        report(
            "factors.bad-factor",
            rule.factor.map { "“\($0.value)” is not a factor" } ?? "this states no factor",
            advice: "write net in rate card, from 0 to 10 with at most nine decimals, such as 0.42 or 42%",
            at: rule.factor?.place ?? rule.place)
        return nil
    }

    private mutating func span(_ rule: FactorDraft.RuleDraft) -> MonthSpan? {
        let reading = rule.validity.span("factors", at: rule.place)
        findings += reading.findings
        return reading.span
    }

    private mutating func report(_ id: FindingID, _ message: String, advice: String, at place: SourcePlace?) {
        findings.append(Finding(id, .error, message, advice: advice, at: place))
    }
}
