public import MediaSpend
import Monetary
import WorkTime

/// What the quality gate said of each stored delivery, and who accepted what, and why.
public struct SpendChecksPaper: Paper {
    public let lines: [Line]
    public let workspace: String

    /// A stored delivery; its checks are `nil` where it was stored before they were kept.
    public struct Line: Hashable, Sendable {
        public let number: Int64
        public let delivery: Delivery
        public let report: QualityReport?

        public init(_ number: Int64, _ delivery: Delivery, _ report: QualityReport?) {
            self.number = number
            self.delivery = delivery
            self.report = report
        }
    }

    public init(_ lines: [Line], workspace: String) {
        self.lines = lines
        self.workspace = workspace
    }

    public func report(in book: Phrasebook) -> Report {
        let reports = lines.compactMap(\.report)
        let issues = reports.reduce(0) { $0 + $1.issues.count }
        let accepted = reports.reduce(0) { sum, report in
            sum + report.issues.count { report.acceptance(of: $0.rule) != nil }
        }
        let words = QualityWords(book)
        let named = lines.compactMap { line in
            line.report.map { (name: "\(line.number) · \(line.delivery.file)", delivery: line.delivery, report: $0) }
        }
        let said = named.filter { !$0.report.issues.isEmpty }.map { named in
            Section(named.name, [.list(words.sentences(named.delivery, named.report))])
        }
        return Report(
            kind: "spend-checks", language: book.language, title: book.say(QualityPhrase.title),
            facts: [Report.Fact(book.say(SpendImportPhrase.workspace), workspace)],
            headline: .init(
                [book.say(QualityPhrase.summary(deliveries: lines.count, issues: issues, accepted: accepted))],
                tone: issues > accepted ? .warning : .good),
            sections: [Section(book.say(QualityPhrase.deliveries), [.table(deliveries(book))])] + said + [
                Section(
                    book.say(QualityPhrase.checks),
                    [words.table(named).map(Block.table) ?? .paragraph(book.say(QualityPhrase.noIssue))])
            ])
    }

    private func deliveries(_ book: Phrasebook) -> Table {
        let rows = lines.map { line -> [Cell] in
            let months = line.delivery.months.map(\.month)
            return [
                book.cell(.integer(Int(line.number))), Cell(line.delivery.file), Cell(line.delivery.source),
                months.first.map { book.cell(.month($0)) } ?? .empty,
                months.last.map { book.cell(.month($0)) } ?? .empty,
                book.cell(.integer(line.delivery.rows)), book.cell(.money(line.delivery.spend)),
                line.report.map { book.cell(.integer($0.issues.count)) }
                    ?? book.cell(.absent(reason: book.say(QualityPhrase.notChecked))),
                line.report.map { book.cell(.integer($0.accepted.count)) }
                    ?? book.cell(.absent(reason: book.say(QualityPhrase.notChecked))),
            ]
        }
        return Table(
            "deliveries", title: book.say(QualityPhrase.deliveries),
            columns: [
                Column(book.say(QualityPhrase.delivery), .integer), Column(book.say(SpendImportPhrase.file)),
                Column(book.say(SpendImportPhrase.layout), importance: .extra),
                Column(book.say(SpendDiffPhrase.first), .date), Column(book.say(SpendDiffPhrase.last), .date),
                Column(book.say(SpendImportPhrase.rows), .integer, importance: .useful),
                Column(book.say(SpendPhrase.spend), .money, importance: .useful),
                Column(book.say(QualityPhrase.issues), .integer),
                Column(book.say(QualityPhrase.acceptances), .integer),
            ], rows: rows, rowLimit: 60)
    }
}
