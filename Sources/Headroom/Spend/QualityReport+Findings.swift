import Diagnostics
import MediaSpend
import Reports

extension QualityReport {
    /// What the gate says of a file as findings; what the reader has found already is left out.
    func findings(on delivery: Delivery) -> [Finding] {
        issues.filter { !$0.rule.isFoundByReader }.map { issue in
            Finding(
                FindingID(rawValue: "spend.\(issue.rule.rawValue)"), severity(of: issue),
                QualityIssueText(issue, of: delivery).text(in: .english), advice: advice(on: issue))
        }
    }

    /// A finding of the reader, as heavy as the rules make it.
    func weighed(_ finding: Finding) -> Finding {
        guard finding.severity != .error, let rule = finding.rule, let issue = issues.first(where: { $0.rule == rule }),
            finding.severity != .note
        else { return finding }
        var weighed = finding
        weighed.severity = severity(of: issue)
        if issue.severity == .blocked { weighed.advice = "\(finding.advice); \(advice(on: issue))" }
        return weighed
    }

    private func severity(of issue: QualityIssue) -> Severity {
        switch issue.severity {
        case .off, .note: .note
        case .warning: .warning
        case .blocked: acceptance(of: issue.rule) == nil ? .error : .warning
        }
    }

    private func advice(on issue: QualityIssue) -> String {
        if let acceptance = acceptance(of: issue.rule) { return "accepted by \(acceptance.by): \(acceptance.because)" }
        return issue.severity == .blocked
            ? "ask the vendor, or store it all the same with --accept \(issue.rule.rawValue) --by NAME --because TEXT"
            : "ask the vendor before the figures are used"
    }
}
