public import Costing
public import Diagnostics

/// What an agency shows before it asks to be believed: how far its forecasts were off on finished jobs, how often their
/// intervals held, and who was warned in time, beside the plain rules that anybody could have used.
public struct CalibrationPaper: Paper {
    public let calibration: Calibration
    /// The folder of the jobs as the reader knows it.
    public let source: String
    /// What the reader should know about the input.
    public let findings: [Finding]

    public init(calibration: Calibration, source: String, findings: [Finding] = []) {
        self.calibration = calibration
        self.source = source
        self.findings = findings
    }

    public func report(in book: Phrasebook) -> Report {
        let words = CalibrationWords(calibration, book)
        return Report(
            kind: "cost-calibration", language: book.language, title: book.say(CalibrationPhrase.title),
            subtitle: source, facts: facts(words), headline: words.headline,
            sections: [
                errors(words), intervals(words), warnings(words),
                Section(book.say(CalibrationPhrase.jobList), [.table(words.jobTable)]), method(words),
                findings.section(book),
            ].filter { !$0.blocks.isEmpty })
    }

    private func facts(_ words: CalibrationWords) -> [Report.Fact] {
        let book = words.book
        let learning = calibration.learning
        let learned: CalibrationPhrase =
            learning.most == 0
            ? .learnedFromNone
            : .learnedFromJobs(learning.name, fewest: learning.fewest, most: learning.most)
        return [
            .init(book.say(.source), source),
            .init(book.say(CalibrationPhrase.jobs), book.integer(calibration.jobs.count)),
            .init(book.say(CalibrationPhrase.statuses), book.integer(calibration.scores.first?.statuses ?? 0)),
            .init(book.say(CalibrationPhrase.learnedFrom), book.say(learned)),
        ]
    }

    // MARK: Sections

    private func errors(_ words: CalibrationWords) -> Section {
        let blocks: [Block] = [
            .paragraph(words.book.say(CalibrationPhrase.errorsIntroduction)), .table(words.errorTable),
        ]
        let chart = words.errorChart.map { Block.chart(.line($0)) }
        return Section(
            words.book.say(CalibrationPhrase.errors),
            calibration.scores.isEmpty ? [] : blocks + [chart].compactMap(\.self))
    }

    private func intervals(_ words: CalibrationWords) -> Section {
        let heading = words.book.say(CalibrationPhrase.intervals)
        guard let spread = words.spread else { return Section(heading, []) }
        return Section(
            heading,
            [
                .paragraph(words.book.say(CalibrationPhrase.intervalsIntroduction(jobs: words.judgedJobs))),
                .table(words.coverageTable(spread)), .chart(.line(words.coverageChart(spread))),
                .keyFigures(words.spreadFigures(spread)),
            ])
    }

    private func warnings(_ words: CalibrationWords) -> Section {
        Section(
            words.book.say(CalibrationPhrase.warnings),
            calibration.scores.isEmpty
                ? []
                : [
                    .paragraph(words.book.say(CalibrationPhrase.warningsIntroduction)), .table(words.warningTable),
                ])
    }

    private func method(_ words: CalibrationWords) -> Section {
        Section(
            words.book.say(CalibrationPhrase.howMade),
            [CalibrationPhrase.howJudged, .honesty(jobs: calibration.jobs.count)].map {
                .paragraph(words.book.say($0))
            })
    }
}
