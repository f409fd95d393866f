import Costing
import Monetary

/// A calibration being told in one language.
struct CalibrationWords {
    let calibration: Calibration
    let book: Phrasebook

    init(_ calibration: Calibration, _ book: Phrasebook) {
        self.calibration = calibration
        self.book = book
    }

    /// The forecast's own score.
    var forecast: CalibrationScore? { calibration.score(of: .referenceClass) }
    var spread: CalibrationSpread? { forecast?.spread }
    var judgedJobs: Int { forecast?.jobs ?? 0 }

    /// The error first, then the intervals, then the warnings.
    var headline: Report.Headline {
        guard let forecast else { return Report.Headline([], tone: .neutral) }
        var sentences: [CalibrationHeadline] = [
            .error(
                jobs: forecast.jobs, forecast: forecast.error,
                costIndex: calibration.score(of: .estimate(.cpi))?.error,
                budgetRate: calibration.score(of: .estimate(.pf1))?.error)
        ]
        if let coverage = spread?.coverages.first(where: { $0.nominal == 0.8 }) {
            sentences.append(
                .coverage(held: coverage.actual, standardError: coverage.standardError, Self.verdict(coverage)))
        }
        let warnings = forecast.warnings
        sentences.append(
            warnings.overspends == 0
                ? .nobodyOverspent(falseAlarms: warnings.falseAlarms)
                : .warned(
                    hits: warnings.hits, overspends: warnings.overspends, falseAlarms: warnings.falseAlarms))
        return Report.Headline(sentences.map { book.say($0) }, tone: .neutral)
    }

    /// Off by more than chance moves it.
    private static func verdict(_ coverage: CalibrationSpread.Coverage) -> CalibrationHeadline.Verdict {
        let distance = coverage.actual - coverage.nominal
        if distance.magnitude <= 2 * coverage.standardError { return .fair }
        return distance < 0 ? .narrow : .wide
    }

    // MARK: Intervals

    func coverageTable(_ spread: CalibrationSpread) -> Table {
        Table(
            "coverage", title: book.say(CalibrationPhrase.intervals),
            columns: [
                Column(book.say(CalibrationPhrase.nominal), .percent),
                Column(book.say(CalibrationPhrase.held), .percent),
                Column(book.say(CalibrationPhrase.standardError), .percent),
            ],
            rows: spread.coverages.map { coverage in
                [coverage.nominal, coverage.actual, coverage.standardError].map { cell(percent: $0, decimals: 0) }
            })
    }

    /// What the intervals held against what they should hold, give or take two standard errors.
    func coverageChart(_ spread: CalibrationSpread) -> LineChart {
        let coverages = spread.coverages
        let held = coverages.first { $0.nominal == 0.8 }?.actual ?? 0
        return LineChart(
            book.say(CalibrationPhrase.intervalsChart),
            summary: book.say(CalibrationPhrase.intervalsSummary(held: held)),
            axis: .steps(coverages.map { book.percent($0.nominal, decimals: 0) }), unit: .percent,
            series: [
                .init(book.say(CalibrationPhrase.held), coverages.map(\.actual), isLeading: true),
                .init(
                    book.say(CalibrationPhrase.shouldHold), coverages.map(\.nominal),
                    bands: [
                        LineChart.Band(
                            book.say(CalibrationPhrase.twoStandardErrors),
                            coverages.map { coverage in
                                let margin = 2 * coverage.standardError
                                return max(0, coverage.nominal - margin)...min(1, coverage.nominal + margin)
                            })
                    ]),
            ])
    }

    func spreadFigures(_ spread: CalibrationSpread) -> [KeyFigure] {
        [
            KeyFigure(
                book.say(CalibrationPhrase.width), book.percent(spread.width),
                context: book.say(CalibrationPhrase.rankedScoreContext)),
            KeyFigure(
                book.say(CalibrationPhrase.rankedScore), book.percent(spread.rankedScore, decimals: 2),
                context: book.say(CalibrationPhrase.rankedScoreContext)),
            KeyFigure(
                book.say(CalibrationPhrase.brierScore), book.number(spread.brierScore, decimals: 3),
                context: book.say(CalibrationPhrase.brierScoreContext)),
        ]
    }

    // MARK: Cells

    func cell(percent share: Double, decimals: Int = 1, signed: Bool = false) -> Cell {
        Cell(.percent(share), text: book.percent(share, decimals: decimals, signed: signed))
    }
}
