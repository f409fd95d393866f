public import Costing
public import Diagnostics

/// What finance shows before a job overspends: headroom against the approved amount, the three curves, the indices, and
/// the estimates at completion side by side.
public struct CostForecastPaper: Paper {
    public let outlook: CostOutlook
    /// The series' file as the reader knows it.
    public let source: String
    /// What the reader should know about the input.
    public let findings: [Finding]

    public init(outlook: CostOutlook, source: String, findings: [Finding] = []) {
        self.outlook = outlook
        self.source = source
        self.findings = findings
    }

    public func report(in book: Phrasebook) -> Report {
        let words = CostForecastWords(outlook, book)
        return Report(
            kind: "cost-forecast", language: book.language, title: book.say(CostPhrase.title), subtitle: source,
            facts: facts(words), headline: words.headline,
            sections: [
                Section(book.say(CostPhrase.headroomSection), [.keyFigures(words.keyFigures)]),
                Section(book.say(CostPhrase.curves), [.chart(.line(words.curves))]),
                Section(book.say(CostPhrase.indices), [.table(words.measureTable)]),
                estimates(words), Section(book.say(CostPhrase.history), [.table(words.historyTable)]),
                method(words),
            ])
    }

    private func facts(_ words: CostForecastWords) -> [Report.Fact] {
        let book = words.book
        return [
            .init(book.say(.source), source),
            .init(book.say(CostPhrase.statusDate), book.day(outlook.latest.status.stated.day)),
            .init(book.say(CostPhrase.budget), book.money(outlook.series.budgetAtCompletion)),
            .init(book.say(CostPhrase.approved), book.money(outlook.approved)),
        ]
    }

    // MARK: Sections

    private func estimates(_ words: CostForecastWords) -> Section {
        let chart = words.estimateChart.map { Block.chart(.bar($0)) }
        return Section(
            words.book.say(CostPhrase.estimates),
            [.paragraph(words.book.say(CostPhrase.estimatesIntroduction)), .table(words.estimateTable)]
                + [chart].compactMap(\.self))
    }

    private func method(_ words: CostForecastWords) -> Section {
        let book = words.book
        let notes = findings.map { finding in
            Block.note(
                Note(
                    book.say(CostFindingPhrase(finding)), advice: book.say(CostAdvicePhrase(finding)),
                    tone: finding.severity == .note ? .neutral : .warning))
        }
        return Section(
            book.say(CostPhrase.howMade), words.methodPhrases.map { .paragraph(book.say($0)) } + notes)
    }
}
