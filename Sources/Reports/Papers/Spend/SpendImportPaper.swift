public import MediaSpend
import Monetary
import WorkTime

/// What an import stored: a sentence for each file, and its months.
public struct SpendImportPaper: Paper {
    public let lines: [Line]
    public let workspace: String

    /// A file and what became of it.
    public struct Line: Hashable, Sendable {
        public let delivery: Delivery
        /// Whether it was stored now; the same contents may have been there before.
        public let isNew: Bool

        public init(_ delivery: Delivery, isNew: Bool) {
            self.delivery = delivery
            self.isNew = isNew
        }
    }

    public init(_ lines: [Line], workspace: String) {
        self.lines = lines
        self.workspace = workspace
    }

    public func report(in book: Phrasebook) -> Report {
        Report(
            kind: "spend-import", language: book.language, title: book.say(SpendImportPhrase.title),
            facts: [Report.Fact(book.say(SpendImportPhrase.workspace), workspace)],
            headline: .init(
                lines.map { sentence(on: $0, book) }, tone: lines.contains(where: \.isNew) ? .good : .neutral),
            sections: [Section(book.say(SpendImportPhrase.months), [.table(table(book))])])
    }

    private func sentence(on line: Line, _ book: Phrasebook) -> String {
        let delivery = line.delivery
        guard line.isNew else { return book.say(SpendImportPhrase.alreadyStored(delivery.file)) }
        let rows = SpendImportPhrase.stored(
            delivery.file, rows: delivery.rows, from: delivery.months.first?.month, to: delivery.months.last?.month,
            spend: delivery.spend)
        let left = delivery.filteredRows + delivery.skippedLines
        return book.say(rows) + (left > 0 ? book.say(SpendImportPhrase.leftOut(left)) : "")
    }

    private func table(_ book: Phrasebook) -> Table {
        let rows = lines.flatMap { line in
            line.delivery.months.map { month in
                [
                    Cell(line.delivery.file), Cell(line.delivery.source), book.cell(.month(month.month)),
                    book.cell(.integer(month.rows)), book.cell(.money(month.spend)),
                ]
            }
        }
        return Table(
            "months", title: book.say(SpendImportPhrase.months),
            columns: [
                Column(book.say(SpendImportPhrase.file)),
                Column(book.say(SpendImportPhrase.layout), importance: .extra),
                Column(book.say(.month), .date), Column(book.say(SpendImportPhrase.rows), .integer),
                Column(book.say(SpendPhrase.spend), .money),
            ], rows: rows, rowLimit: 40)
    }
}
