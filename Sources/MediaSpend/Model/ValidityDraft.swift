public import Diagnostics
import WorkTime

/// The months in which something holds, as a file states them.
public struct ValidityDraft: Hashable, Sendable {
    public var from: Located<String>?
    public var through: Located<String>?

    public init(from: Located<String>? = nil, through: Located<String>? = nil) {
        self.from = from
        self.through = through
    }

    /// The months, or what is wrong with them: `<subject>.bad-month`, `<subject>.ends-before-it-begins`.
    ///
    /// - Parameter place: of what holds then, for what has no place of its own.
    func span(_ subject: String, at place: SourcePlace?) -> (span: MonthSpan?, findings: [Finding]) {
        var findings: [Finding] = []
        func report(_ fault: String, _ message: String, advice: String, at place: SourcePlace?) {
            findings.append(
                Finding(FindingID(rawValue: "\(subject).\(fault)"), .error, message, advice: advice, at: place))
        }
        let months = [from, through].map { text -> CivilMonth? in
            guard let text, !text.value.isEmpty else { return nil }
            if let month = CivilMonth(text.value) { return month }
            report(
                "bad-month", "“\(text.value)” is not a month",
                advice: "write a month, such as 2025-07: spend is monthly, so nothing changes within one",
                at: text.place ?? place)
            return nil
        }
        guard findings.isEmpty else { return (nil, findings) }
        let span = MonthSpan(from: months[0], through: months[1])
        if span == nil {
            report(
                "ends-before-it-begins", "this ends before it begins",
                advice: "exchange from and through, or correct one of them", at: through?.place ?? place)
        }
        return (span, findings)
    }
}
