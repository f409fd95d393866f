public import Costing
public import Diagnostics
import Monetary

/// The monthly financial status of a job: headroom at a stated confidence, the chain from estimate to payment line by line,
/// the curves, causes, early warnings, indices, and the pace of media.
public struct FinancialStatusPaper: Paper {
    public let status: FinancialStatus
    /// The plan's file as the reader knows it; `nil` for a job without one.
    public let plan: String?
    /// What the reader should know about the input.
    public let findings: [Finding]

    public init(status: FinancialStatus, plan: String? = nil, findings: [Finding] = []) {
        self.status = status
        self.plan = plan
        self.findings = findings
    }

    public func report(in book: Phrasebook) -> Report {
        let words = FinancialStatusWords(status, book)
        let sections = [
            Section(book.say(FinancialPhrase.headroom), [.keyFigures(words.keyFigures)]), words.warningSection,
            Section(book.say(FinancialPhrase.lines), [.table(words.lineTable)]),
            Section(book.say(FinancialPhrase.curve), curve(words)), words.causeSection, indices(words),
            Section(book.say(FinancialPhrase.months), [.table(words.monthTable)]), clientSide(words), pacing(book),
            Section(book.say(FinancialPhrase.method), words.methodPhrases.map { .paragraph(book.say($0)) }),
            findings.section(book),
        ]
        return Report(
            kind: "financial-status", language: book.language,
            title: book.say(FinancialPhrase.title(status.outlook.estimate.name)),
            subtitle: status.outlook.estimate.client, facts: facts(words), headline: words.headline,
            sections: sections.filter { !$0.blocks.isEmpty })
    }

    private func facts(_ words: FinancialStatusWords) -> [Report.Fact] {
        let (book, outlook) = (words.book, status.outlook)
        let version = outlook.books.current
        return [
            .init(book.say(FinancialPhrase.job), outlook.estimate.job.rawValue),
            .init(book.say(FinancialPhrase.statusDay), book.day(status.day)),
            .init(
                book.say(FinancialPhrase.estimateVersion),
                book.say(FinancialPhrase.version(version.estimate.version, version.state))),
            .init(book.say(FinancialPhrase.plan), plan ?? book.say(FinancialPhrase.noPlan)),
            .init(book.say(FinancialPhrase.confidence), book.percent(outlook.confidence, decimals: 0)),
        ]
    }

    private func curve(_ words: FinancialStatusWords) -> [Block] {
        guard let chart = words.curve else { return [] }
        let ends = words.fanProbabilities
        return [
            .chart(.line(chart)),
            .paragraph(words.book.say(FinancialPhrase.range(ends.low, ends.high))),
        ]
    }

    private func indices(_ words: FinancialStatusWords) -> Section {
        let book = words.book
        let blocks: [Block] =
            switch words.indexTable {
            case .success(let table): [.table(table)]
            case .failure(let reason):
                [.paragraph(book.say(FinancialPhrase.noEarnedValue(UndefinedPhrase(reason))))]
            }
        return Section(book.say(CostPhrase.indices), blocks)
    }

    private func clientSide(_ words: FinancialStatusWords) -> Section {
        Section(words.book.say(FinancialPhrase.clientSide), [.table(words.clientTable)])
    }

    private func pacing(_ book: Phrasebook) -> Section {
        guard let pacing = status.pacing else { return Section("", []) }
        let words = PacingWords(pacing, status.outlook.estimate, book)
        return Section(book.say(PacingPhrase.heading), words.blocks)
    }
}
