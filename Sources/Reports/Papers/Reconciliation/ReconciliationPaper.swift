public import Costing
public import Diagnostics
import Monetary

/// The monthly reconciliation of a client's budget: every line from approved to headroom, closing to zero, beside what was
/// reported where the month was closed; and what is still to be paid, by age.
public struct ReconciliationPaper: Paper {
    /// As the books show the month now.
    public let figures: Reconciliation
    /// What names its lines, and their order; `nil` where the job has none.
    public let estimate: CostEstimate?
    /// `nil` where the month was not closed.
    public let reported: RestatedMonth?
    public let receivables: [Ageing]
    public let payables: [Ageing]
    public let findings: [Finding]

    public init(
        figures: Reconciliation, of estimate: CostEstimate?, reported: RestatedMonth?, receivables: [Ageing] = [],
        payables: [Ageing] = [],
        findings: [Finding] = []
    ) {
        self.figures = figures
        self.estimate = estimate
        self.reported = reported
        self.receivables = receivables
        self.payables = payables
        self.findings = findings
    }

    public func report(in book: Phrasebook) -> Report {
        let words = ReconciliationWords(self, book)
        return Report(
            kind: "cost-reconciliation", language: book.language,
            title: book.say(LedgerPhrase.reconciliation(estimate?.name ?? figures.job.rawValue, figures.month)),
            subtitle: estimate?.client, facts: words.facts,
            headline: words.headline,
            sections: [
                Section(book.say(LedgerPhrase.budget), [.table(words.budget)]),
                Section(book.say(LedgerPhrase.cost), [.table(words.cost)]),
                Section(
                    book.say(LedgerPhrase.clientAndSuppliers), [.table(words.settlements), .table(words.client)]),
                Section(book.say(LedgerPhrase.proof), [.table(words.proof)]),
                Section(book.say(LedgerPhrase.restated), words.restatement),
                Section(book.say(LedgerPhrase.receivables), words.ageing(receivables, "receivables", .receivables)),
                Section(book.say(LedgerPhrase.payables), words.ageing(payables, "payables", .payables)),
                findings.section(book),
            ].filter { !$0.blocks.isEmpty })
    }
}
