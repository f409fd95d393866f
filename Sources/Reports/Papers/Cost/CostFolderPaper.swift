public import Costing
public import Diagnostics
import Monetary

/// The jobs of a folder side by side: what each was approved to cost, what it is expected to cost, and how likely it is to
/// overspend; the likeliest first.
public struct CostFolderPaper: Paper {
    /// A job with its outlook.
    public struct Job: Sendable {
        public let id: String
        public let name: String
        public let outlook: CostOutlook

        public init(id: String, name: String, outlook: CostOutlook) {
            self.id = id
            self.name = name
            self.outlook = outlook
        }
    }

    public let jobs: [Job]
    /// The folder as the reader knows it.
    public let source: String
    public let findings: [Finding]

    public init(jobs: [Job], source: String, findings: [Finding] = []) {
        self.jobs = jobs
        self.source = source
        self.findings = findings
    }

    public func report(in book: Phrasebook) -> Report {
        let open = jobs.filter { !$0.outlook.series.isDone }
        let over = open.filter { $0.outlook.passesApproved }
        let headline = CostFolderPhrase.headline(open: open.count, over: over.count, done: jobs.count - open.count)
        return Report(
            kind: "cost-forecast-folder", language: book.language, title: book.say(CostPhrase.title), subtitle: source,
            facts: [.init(book.say(.source), source)],
            headline: .init([book.say(headline)], tone: over.isEmpty ? .good : .bad),
            sections: [
                Section(book.say(CostFolderPhrase.jobs), [.table(table(book))]), findings.section(book),
            ].filter { !$0.blocks.isEmpty })
    }

    private func table(_ book: Phrasebook) -> Table {
        Table(
            "jobs", title: book.say(CostFolderPhrase.jobs),
            columns: [
                Column(book.say(CalibrationPhrase.job)),
                Column(book.say(CostFolderPhrase.done), .percent, importance: .useful),
                Column(book.say(CostPhrase.budget), .money, importance: .useful),
                Column(book.say(CostPhrase.forecastCost), .money),
                Column(book.say(CostFolderPhrase.atEighty), .money, importance: .useful),
                Column(book.say(CostPhrase.costHeadroom), .money),
                Column(book.say(CostFolderPhrase.probabilityOver), .percent),
            ], rows: jobs.sorted { order($0) < order($1) }.map { row($0, book) })
    }

    /// Those under way before those done, the likeliest to overspend first.
    private func order(_ job: Job) -> (Int, Double, String) {
        (job.outlook.series.isDone ? 1 : 0, -(job.outlook.probabilityOver() ?? 0), job.id)
    }

    private func row(_ job: Job, _ book: Phrasebook) -> [Cell] {
        let outlook = job.outlook
        let words = CostForecastWords(outlook, book)
        let progress = (try? outlook.latest.value.progress).map { min(1, Double($0)) } ?? 0
        return [
            Cell(job.name), Cell(.percent(progress), text: book.percent(progress, decimals: 0)),
            book.cell(.money(outlook.series.budgetAtCompletion)),
            words.cell(outlook.forecast) { book.cell(.money($0.median)) },
            words.cell(outlook.cost(atConfidence: 0.8)) { book.cell(.money($0)) },
            words.cell(outlook.costHeadroom) { book.cell(.money($0), $0.isNegative ? .missed : .kept, signed: true) },
            outlook.probabilityOver().map { Cell(.percent($0), text: book.percent($0, decimals: 0)) } ?? .empty,
        ]
    }
}
