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
        public let fate: Fate
        /// What the quality gate says of it.
        public let quality: QualityReport
        /// What became of the rows of months that were stored before; `nil` where it brings none of them.
        public let comparison: DeliveryComparison?

        public init(
            _ delivery: Delivery, _ fate: Fate, quality: QualityReport = QualityReport([]),
            comparison: DeliveryComparison? = nil
        ) {
            self.delivery = delivery
            self.fate = fate
            self.quality = quality
            self.comparison = comparison
        }

        public init(_ delivery: Delivery, isNew: Bool) { self.init(delivery, isNew ? .stored : .alreadyStored) }
    }

    /// What became of a file. The raw value is its name in JSON.
    public enum Fate: String, Hashable, Sendable {
        case stored
        /// The same contents were there before.
        case alreadyStored = "already-stored"
        /// The quality gate kept it out.
        case blocked
        /// Another file of the same import was blocked.
        case notStored = "not-stored"
    }

    public init(_ lines: [Line], workspace: String) {
        self.lines = lines
        self.workspace = workspace
    }

    public func report(in book: Phrasebook) -> Report {
        Report(
            kind: "spend-import", language: book.language, title: book.say(SpendImportPhrase.title),
            facts: [Report.Fact(book.say(SpendImportPhrase.workspace), workspace)],
            headline: .init(headline(book), tone: tone),
            sections: [checks(book), restated(book)].compactMap(\.self) + [
                Section(book.say(SpendImportPhrase.months), [.table(table(book))])
            ])
    }

    /// From how many files on one sentence speaks of all: what each brought stands in the table.
    private static let many = 6

    private func headline(_ book: Phrasebook) -> [String] {
        guard lines.count >= Self.many, let together = together(book) else {
            return lines.map { sentence(on: $0, book) }
        }
        return [together]
    }

    /// What all files brought; `nil` unless all were stored, in one currency.
    private func together(_ book: Phrasebook) -> String? {
        let deliveries = lines.map(\.delivery)
        guard let currency = deliveries.first?.currency, lines.allSatisfy({ $0.fate == .stored }),
            deliveries.allSatisfy({ $0.currency == currency })
        else { return nil }
        var spend: Int64 = 0
        for delivery in deliveries {
            let (sum, overflow) = spend.addingReportingOverflow(delivery.spend.minorUnits)
            guard !overflow else { return nil }
            spend = sum
        }
        let months = deliveries.flatMap { $0.months.map(\.month) }
        let stored = SpendImportPhrase.storedTogether(
            files: lines.count, rows: deliveries.reduce(0) { $0 + $1.rows }, from: months.min(), to: months.max(),
            spend: Money(minorUnits: spend, currency))
        let left = deliveries.reduce(0) { $0 + $1.filteredRows + $1.skippedLines }
        return book.say(stored) + (left > 0 ? book.say(SpendImportPhrase.leftOut(left)) : "")
    }

    private var tone: Tone {
        if lines.contains(where: { $0.fate == .blocked }) { return .bad }
        return lines.contains { $0.fate == .stored } ? .good : .neutral
    }

    private func checks(_ book: Phrasebook) -> Section? {
        let words = QualityWords(book)
        let blocks = lines.filter { !$0.quality.issues.isEmpty }.flatMap { line -> [Block] in
            let said = Block.list(words.sentences(line.delivery, line.quality))
            return lines.count > 1 ? [.paragraph(line.delivery.file), said] : [said]
        }
        let isBlocked = lines.contains { $0.fate == .blocked }
        guard !blocks.isEmpty else { return nil }
        return Section(
            book.say(QualityPhrase.checks),
            blocks + (isBlocked ? [.note(Note(book.say(QualityPhrase.blockedAdvice), tone: .bad))] : []))
    }

    /// What became of months that were delivered before.
    private func restated(_ book: Phrasebook) -> Section? {
        let blocks = lines.flatMap { line -> [Block] in
            guard let comparison = line.comparison, let first = comparison.months.first?.month,
                let last = comparison.months.last?.month
            else { return [] }
            let words = SpendDiffWords(comparison, book)
            let sentences = [book.say(SpendDiffPhrase.reissued(first, last))] + words.headline
            return [.paragraph(book.list(sentences: sentences)), .table(words.kinds)]
        }
        return blocks.isEmpty ? nil : Section(book.say(SpendDiffPhrase.kinds), blocks)
    }

    private func sentence(on line: Line, _ book: Phrasebook) -> String {
        let delivery = line.delivery
        switch line.fate {
        case .stored: break
        case .alreadyStored: return book.say(SpendImportPhrase.alreadyStored(delivery.file))
        case .blocked: return book.say(QualityPhrase.blocked(delivery.file, line.quality.blocking.count))
        case .notStored: return book.say(QualityPhrase.notStored(delivery.file))
        }
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
