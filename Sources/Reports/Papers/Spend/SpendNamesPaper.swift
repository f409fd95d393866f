public import MediaSpend
import Monetary

/// The names of data that a taxonomy does not know, by spend, with the names that may be meant.
public struct SpendNamesPaper: Paper {
    public let names: UnknownNames
    /// Without a taxonomy, names that are written in two ways are told.
    public let hasTaxonomy: Bool

    public init(_ names: UnknownNames, hasTaxonomy: Bool) {
        self.names = names
        self.hasTaxonomy = hasTaxonomy
    }

    public func report(in book: Phrasebook) -> Report {
        let levels = TaxonomyLevel.allCases.filter { level in names.lines.contains { $0.level == level } }
        return Report(
            kind: "spend-names", language: book.language,
            title: book.say(hasTaxonomy ? SpendNamesPhrase.title : .titleOfTwins), facts: [],
            headline: .init(headline(levels, book), tone: names.lines.isEmpty ? .good : .warning),
            sections: levels.isEmpty
                ? [] : [Section(book.say(SpendNamesPhrase.names), [.table(table(book))])])
    }

    private func headline(_ levels: [TaxonomyLevel], _ book: Phrasebook) -> [String] {
        guard !levels.isEmpty else {
            return [book.say(hasTaxonomy ? SpendNamesPhrase.allKnown : .noTwins)]
        }
        return levels.map { level in
            let lines = names.lines.filter { $0.level == level }
            let spend = names.market.money(names.spend(at: level))
            let phrase =
                hasTaxonomy
                ? SpendNamesPhrase.unknown(level, count: lines.count, spend: spend)
                : .twins(level, count: lines.count, spend: spend)
            return book.say(phrase)
        }
    }

    private func table(_ book: Phrasebook) -> Table {
        let rows = names.lines.map { line in
            [
                Cell(book.say(SpendNamesPhrase.level(line.level))), Cell(line.name),
                book.cell(bare: names.market.money(line.spend)), book.cell(.integer(Int(line.rows))),
                Cell(line.proposal?.name ?? ""),
                Cell(line.proposal.map { book.say(SpendNamesPhrase.reason($0.reason)) } ?? ""),
            ]
        }
        let spend = book.say(
            LayoutPhrase.headingWithUnit(book.say(SpendPhrase.spend), names.market.currency.code))
        return Table(
            "names", title: book.say(SpendNamesPhrase.names),
            columns: [
                Column(book.say(SpendNamesPhrase.levelHead)), Column(book.say(SpendNamesPhrase.name)),
                Column(spend, .money),
                Column(book.say(SpendImportPhrase.rows), .integer, importance: .useful),
                Column(book.say(SpendNamesPhrase.proposal)),
                Column(book.say(SpendNamesPhrase.likeness), importance: .useful),
            ], rows: rows, rowLimit: 60)
    }
}
