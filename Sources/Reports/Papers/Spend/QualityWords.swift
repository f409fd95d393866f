import MediaSpend
import Monetary
import WorkTime

/// The checks of deliveries, as tables.
struct QualityWords {
    let book: Phrasebook

    init(_ book: Phrasebook) { self.book = book }

    /// What was said of a delivery, a sentence an issue.
    func sentences(_ delivery: Delivery, _ report: QualityReport) -> [String] {
        report.issues.map { issue in
            let said = QualityPhrase.said(
                issue.rule,
                report.acceptance(of: issue.rule) == nil ? .severity(issue.severity) : .accepted(issue.severity),
                QualityIssuePhrase(issue: issue, currency: delivery.currency), in: issue.month)
            // A name that ends in a full stop, such as “S.A. de C.V.”, ends the sentence too.
            let words = book.say(said)
            let sentence = words.hasSuffix("..") ? String(words.dropLast()) : words
            guard let acceptance = report.acceptance(of: issue.rule) else { return sentence }
            return book.list(
                sentences: [sentence, book.say(QualityPhrase.isAccepted(acceptance.by, acceptance.because))])
        }
    }

    /// What was said of some deliveries, one line an issue; `nil` when nothing was.
    ///
    /// - Parameter deliveries: each with how it is called in the first column.
    func table(_ deliveries: [(name: String, delivery: Delivery, report: QualityReport)]) -> Table? {
        let rows = deliveries.flatMap { named in
            named.report.issues.map { row(on: $0, named.name, named.delivery, named.report) }
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            "checks", title: book.say(QualityPhrase.checks),
            columns: [
                Column(book.say(QualityPhrase.from)),
                Column(book.say(QualityPhrase.ruleHeading)),
                Column(book.say(.month), .date), Column(book.say(QualityPhrase.weight)),
                Column(book.say(QualityPhrase.finding)),
                Column(book.say(QualityPhrase.acceptedBy), importance: .useful),
                Column(book.say(QualityPhrase.because), importance: .useful),
            ], rows: rows, rowLimit: 60)
    }

    private func row(
        on issue: QualityIssue, _ name: String, _ delivery: Delivery, _ report: QualityReport
    ) -> [Cell] {
        let acceptance = report.acceptance(of: issue.rule)
        let emphasis: Cell.Emphasis = issue.severity == .blocked && acceptance == nil ? .missed : .plain
        return [
            Cell(name), Cell(book.say(QualityPhrase.rule(issue.rule))),
            issue.month.map { book.cell(.month($0)) } ?? .empty,
            Cell(
                book.say(
                    acceptance == nil ? QualityPhrase.severity(issue.severity) : .accepted(issue.severity)),
                emphasis: emphasis),
            Cell(book.say(QualityIssuePhrase(issue: issue, currency: delivery.currency))),
            Cell(acceptance?.by ?? ""), Cell(acceptance?.because ?? ""),
        ]
    }

    /// Which delivery each month comes from.
    func table(_ origins: [MonthOrigin]) -> Table {
        Table(
            "deliveries", title: book.say(QualityPhrase.origins),
            columns: [
                Column(book.say(.month), .date), Column(book.say(QualityPhrase.delivery), .integer),
                Column(book.say(SpendImportPhrase.file)), Column(book.say(QualityPhrase.restated)),
            ],
            rows: origins.map { origin in
                [
                    book.cell(.month(origin.month)), book.cell(.integer(Int(origin.delivery))), Cell(origin.file),
                    Cell(origin.isRestated ? book.say(.yes) : ""),
                ]
            }, rowLimit: 40)
    }
}
