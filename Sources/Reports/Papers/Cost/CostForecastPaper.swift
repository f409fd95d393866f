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
                Section(book.say(CostPhrase.curves), [words.curves].compactMap(\.self).map { .chart(.line($0)) }),
                Section(
                    book.say(CostPhrase.indices),
                    [.table(words.measureTable)]
                        + (words.isDone ? [] : [.paragraph(book.say(words.earnedScheduleSentence))])),
                estimates(words), Section(book.say(CostPhrase.history), [.table(words.historyTable)]),
                method(words), findings.section(book),
            ].filter { !$0.blocks.isEmpty })
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

    /// Nothing when the work is done: then all of them are what it cost.
    private func estimates(_ words: CostForecastWords) -> Section {
        let chart = words.estimateChart.map { Block.chart(.bar($0)) }
        let blocks: [Block] = [
            .paragraph(words.book.say(CostPhrase.estimatesIntroduction)), .table(words.estimateTable),
        ]
        return Section(
            words.book.say(CostPhrase.estimates), words.isDone ? [] : blocks + [chart].compactMap(\.self))
    }

    private func method(_ words: CostForecastWords) -> Section {
        Section(
            words.book.say(CostPhrase.howMade), words.methodPhrases.map { .paragraph(words.book.say($0)) })
    }
}
