public import Diagnostics
import Formats
public import MediaSpend

/// Files that say how much the rules of the quality gate weigh, as YAML; what they do not mention stays as it is.
///
/// ```yaml
/// missing-vehicle: {severity: blocked, months: 3, rows: 20}
/// unit-price: {factor: 3, above: 5%}
/// new-owner: off
/// ```
public enum QualityRulesFile {
    /// - Throws: a `Rejection` with everything that is wrong with the file.
    public static func read(_ source: SourceText) throws(Rejection) -> QualityRules {
        let document = YAMLDocument(reading: source)
        var reader = QualityRulesReader(findings: FindingList(document.findings.inReadingOrder))
        reader.read(document.root, place: source.place(line: 1, column: 1))
        let shown = FindingList(reader.findings.inReadingOrder.map(source.showing))
        try shown.throwIfErrors()
        return reader.rules
    }
}

private struct QualityRulesReader {
    var findings: FindingList
    var rules = QualityRules.standard

    init(findings: FindingList) { self.findings = findings }

    mutating func read(_ root: YAMLNode?, place: SourcePlace) {
        guard let entries = root?.entries else {
            // A file of comments changes nothing.
            if root != nil {
                report("rules.wrong-kind", "a rules file is a list of rules", "write unit-price: off", place)
            }
            return
        }
        for entry in entries {
            guard let rule = QualityRule(rawValue: entry.key.value) else {
                let names = QualityRule.allCases.map(\.rawValue)
                report(
                    "rules.unknown-rule", "there is no rule “\(entry.key.value)”",
                    nearestName(to: entry.key.value, among: names).map { "is “\($0)” meant?" }
                        ?? "use one of: \(names.joined(separator: ", "))", entry.key.place)
                continue
            }
            read(rule, entry.value)
        }
    }

    private mutating func read(_ rule: QualityRule, _ node: YAMLNode) {
        if rule.isAlwaysRefused {
            report(
                "rules.fixed", "the rule \(rule.rawValue) cannot be set: amounts of two currencies are never added",
                "leave it out", node.place)
            return
        }
        if let word = node.text { return setSeverity(of: rule, word, node.place) }
        guard let entries = node.entries else {
            report(
                "rules.wrong-kind", "a rule is a weight, or its weight and limits",
                "write \(rule.rawValue): warning, or {severity: warning}", node.place)
            return
        }
        for entry in entries {
            if entry.key.value == "severity" {
                setSeverity(of: rule, entry.value.text ?? "", entry.value.place)
            } else {
                setLimit(of: rule, entry.key, entry.value)
            }
        }
    }

    private mutating func setSeverity(of rule: QualityRule, _ word: String, _ place: SourcePlace) {
        guard let severity = QualitySeverity(rawValue: word) else {
            report(
                "rules.unknown-severity", "“\(word)” is no weight of a rule",
                "use one of: \(QualitySeverity.allCases.map(\.rawValue).joined(separator: ", "))", place)
            return
        }
        rules[rule].severity = severity
    }

    private mutating func setLimit(of rule: QualityRule, _ name: Located<String>, _ value: YAMLNode) {
        let known = QualityRules.Limit.allCases.filter { limit in
            QualityRules.standard[rule].limits[limit] != nil || limit == .above || limit == .blockedAbove
        }
        guard let limit = QualityRules.Limit(rawValue: name.value), known.contains(limit) else {
            report(
                "rules.unknown-limit", "the rule \(rule.rawValue) has no limit “\(name.value)”",
                "use one of: severity, \(known.map(\.rawValue).joined(separator: ", "))", name.place)
            return
        }
        if limit == .blockedAbove, value.text == "never" {
            rules[rule].limits[limit] = nil
            return
        }
        guard let number = Self.number(value.text ?? ""), number <= 1e6, limit.mayBe(number) else {
            report(
                "rules.bad-limit", "“\(value.text ?? "")” cannot be the limit “\(name.value)”", limit.advice,
                value.place)
            return
        }
        rules[rule].limits[limit] = number
    }

    /// `0.25` or `25%`.
    private static func number(_ text: String) -> Double? {
        let isPercent = text.hasSuffix("%")
        guard let number = Double(isPercent ? String(text.dropLast()) : text), number.isFinite, number >= 0 else {
            return nil
        }
        return isPercent ? number / 100 : number
    }

    private mutating func report(_ id: FindingID, _ message: String, _ advice: String, _ place: SourcePlace?) {
        findings.report(Finding(id, .error, message, advice: advice, at: place))
    }
}

extension QualityRules.Limit {
    fileprivate func mayBe(_ number: Double) -> Bool {
        switch self {
        case .above, .blockedAbove, .deviations: true
        case .factor: number > 1
        case .rows: number == number.rounded()
        case .months: number == number.rounded() && (1...12).contains(number)
        case .days: number == number.rounded() && number <= 31
        }
    }

    fileprivate var advice: String {
        switch self {
        case .above, .deviations: "write a number from 0 on, or per cent: 5%"
        case .blockedAbove: "write a number from 0 on, per cent, or never"
        case .factor: "write a number above 1, such as 2"
        case .rows: "write a whole number"
        case .months: "write a whole number from 1 to 12"
        case .days: "write a whole number up to 31"
        }
    }
}
