import MediaSpend
import Monetary
import WorkTime

extension SpendReportWriter {
    /// What is expected next, and whether this month came as was expected.
    var outlookNews: [Commentary] { [expected, surprise].compactMap(\.self) }

    /// The next month of the client's rivals, or of all.
    private var expected: Commentary? {
        guard let outlook = analysis.outlook.value, let next = outlook.months.first else { return nil }
        let line = outlook.line(.rivals) ?? outlook.total
        guard let range = line.range(0.8)?.first, let amount = line.expected.first, let now = line.spent.last else {
            return nil
        }
        let yearAgo = next.advanced(by: -12)
        let year = line.yearOnYear.first?.value
        func figure(_ measure: StatedFigure.Measure, _ value: StatedFigure.Value) -> StatedFigure {
            self.figure(
                measure, without: leftOut(of: line.subject), in: next,
                against: measure == .expectedGrowth ? yearAgo : nil, value)
        }
        return comment(
            .expected(
                line.subject == .rivals ? .rivals : .all, next, RoundAmount(amount), low: RoundAmount(range.low),
                high: RoundAmount(range.high), growth: year, since: yearAgo),
            in: "outlook", weight: stake(from: now, to: amount),
            [
                figure(.expected, .money(amount)), year.map { figure(.expectedGrowth, .fraction($0)) },
                figure(.low80, .money(range.low)), figure(.high80, .money(range.high)),
            ].compactMap(\.self))
    }

    /// The brands that do not count where an outlook is about rivals.
    private func leftOut(of subject: OutlookSubject) -> [String] {
        subject == .rivals ? [analysis.client].compactMap(\.self) : []
    }

    /// What last month's outlook expected of this month, where more or less came than its range allows. Of a month known in
    /// part that is no news.
    private var surprise: Commentary? {
        guard !isPartial, let check = analysis.outlookCheck.value,
            let line = check.lines.first(where: { $0.subject == .rivals }) ?? check.lines.first, !line.isWithin,
            let deviation = line.deviation.value
        else { return nil }
        let without = leftOut(of: line.subject)
        return comment(
            .surprising(
                line.subject == .rivals ? .rivals : .all, month, RoundAmount(line.spend), deviation: deviation,
                expected: RoundAmount(line.expected), asPublished: check.isAsPublished),
            in: "outlook-check", weight: stake(from: line.expected, to: line.spend),
            [
                figure(.spend, without: without, .money(line.spend)),
                figure(.deviation, without: without, .fraction(deviation)),
                figure(.expected, without: without, .money(line.expected)),
            ])
    }
}
