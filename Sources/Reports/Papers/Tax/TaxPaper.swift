public import Diagnostics
public import Monetary

/// What finance owes of each tax for a period, how that comes about, by which rules, and the proof that it adds up.
public struct TaxPaper: Paper {
    public let statement: TaxStatement
    /// The rules that it was made by.
    public let table: TaxTable
    public let findings: [Finding]

    public init(statement: TaxStatement, table: TaxTable, findings: [Finding] = []) {
        self.statement = statement
        self.table = table
        self.findings = findings
    }

    public func report(in book: Phrasebook) -> Report {
        let words = TaxWords(statement, table, book)
        return Report(
            kind: "cost-tax", language: book.language, title: book.say(TaxPhrase.title), subtitle: words.tableName,
            facts: [
                .init(book.say(TaxPhrase.table), words.tableName),
                .init(book.say(TaxPhrase.date), book.day(statement.day)),
                .init(book.say(TaxPhrase.receipts), book.money(statement.receipts)),
                .init(book.say(TaxPhrase.payments), book.money(statement.payments)),
            ], headline: words.headline,
            sections: [
                Section(book.say(TaxPhrase.taxes), [.table(words.taxTable)]),
                Section(book.say(TaxPhrase.proof), [.table(words.proofTable), .paragraph(words.proofSentence)]),
                Section(book.say(TaxPhrase.sources), [.table(words.sourceTable)]),
                findings.section(book),
            ].filter { !$0.blocks.isEmpty })
    }
}
