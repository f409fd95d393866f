public import MediaSpend
import Monetary
import WorkTime

/// What became of the rows of one delivery in another of the same periods.
public struct SpendDiffPaper: Paper {
    public let comparison: DeliveryComparison
    /// How the reader knows the two deliveries.
    public let old: String
    public let new: String

    public init(_ comparison: DeliveryComparison, old: String, new: String) {
        self.comparison = comparison
        self.old = old
        self.new = new
    }

    public func report(in book: Phrasebook) -> Report {
        let words = SpendDiffWords(comparison, book)
        return Report(
            kind: "spend-diff", language: book.language, title: book.say(SpendDiffPhrase.title),
            facts: [
                Report.Fact(book.say(SpendDiffPhrase.old), old), Report.Fact(book.say(SpendDiffPhrase.new), new),
                Report.Fact(book.say(SpendImportPhrase.layout), comparison.market.source),
                Report.Fact(book.say(SpendDiffPhrase.keyedBy), words.identity),
                Report.Fact(book.say(.basis), book.say(SpendPhrase.basis(comparison.market.basis))),
                Report.Fact(book.say(SpendPhrase.currency), comparison.market.currency.code),
            ], headline: .init(words.headline, tone: comparison.isUnchanged ? .good : .warning),
            sections: [
                words.section(.kinds, words.kinds), words.section(.months, words.months),
                words.section(.changes, words.changes), words.section(.repricings, words.repricings),
                words.section(.reclassifications, words.reclassifications), words.section(.rekeys, words.rekeys),
                words.section(.renames, words.renames),
            ].compactMap(\.self))
    }
}

/// The words of one comparison in one language.
struct SpendDiffWords {
    let comparison: DeliveryComparison
    let book: Phrasebook

    init(_ comparison: DeliveryComparison, _ book: Phrasebook) {
        self.comparison = comparison
        self.book = book
    }

    var identity: String {
        guard comparison.identity.isKeyed else { return book.say(SpendDiffPhrase.wholeRow) }
        return book.list(comparison.identity.dimensions.map { book.say(SpendDimensionPhrase($0)) })
    }

    /// What became of the rows, and of the total.
    var headline: [String] {
        let counts = comparison.counts
        let rows = book.say(comparison.isUnchanged ? SpendDiffPhrase.unchanged(counts.oldRows) : .headline(counts))
        let moved = counts.reclassified + counts.rekeyed > 0 ? [book.say(SpendDiffPhrase.moved(counts))] : []
        return [rows] + moved + [book.say(total)]
    }

    private var total: SpendDiffPhrase {
        let (before, after) = (comparison.before, comparison.after)
        if before == after { return .totalStays(before) }
        guard let growth = comparison.growth.value else { return .totalWithoutBase(from: before, to: after) }
        return .total(from: before, to: after, change: growth)
    }

    func section(_ heading: SpendDiffPhrase, _ table: Table?) -> Section? {
        table.map { Section(book.say(heading), [.table($0)]) }
    }

    func column(_ phrase: SpendDiffPhrase, _ kind: Column.Kind = .text, _ importance: Column.Importance = .essential)
        -> Column
    {
        Column(book.say(phrase), kind, importance: importance)
    }

    /// A column of amounts, whose heading names their currency.
    func amounts(_ phrase: SpendDiffPhrase) -> Column { amounts(headed: book.say(phrase)) }

    func amounts(headed heading: String) -> Column {
        Column(book.say(LayoutPhrase.headingWithUnit(heading, comparison.market.currency.code)), .money)
    }

    /// What a change adds to the total, or takes from it: a row that is not there counts as nothing.
    func change(from before: Money?, to after: Money?) -> Cell {
        let (old, new) = (before?.minorUnits ?? 0, after?.minorUnits ?? 0)
        let (difference, overflow) = new.subtractingReportingOverflow(old)
        guard !overflow else { return absent(SpendAbsencePhrase(reason: .tooLarge)) }
        return book.cell(bare: comparison.market.money(difference), signed: true)
    }

    func money(_ money: Money) -> Cell { book.cell(bare: money) }

    /// An amount, or why there is none.
    func money(_ money: Money?, else reason: SpendDiffPhrase) -> Cell { money.map(self.money) ?? absent(reason) }

    func absent(_ reason: some Phrase) -> Cell { book.cell(.absent(reason: book.say(reason))) }
}
