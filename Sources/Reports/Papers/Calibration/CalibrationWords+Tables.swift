import Costing
import Monetary

extension CalibrationWords {
    /// Every method's error, over all and by stage, the least first.
    var errorTable: Table {
        Table(
            "errors", title: book.say(CalibrationPhrase.errors),
            columns: [
                Column(book.say(CalibrationPhrase.method)), Column(book.say(CalibrationPhrase.error), .percent),
            ]
                + CalibrationScore.stages.map {
                    Column(book.say(CalibrationPhrase.stage($0)), .percent, importance: .useful)
                } + [
                    Column(book.say(CalibrationPhrase.bias), .percent, importance: .useful),
                    Column(book.say(CalibrationPhrase.judgedJobs), .integer, importance: .extra),
                ],
            rows: calibration.scores.sorted { ($0.error, $0.method.name) < ($1.error, $1.method.name) }.map(errorRow))
    }

    private func errorRow(_ score: CalibrationScore) -> [Cell] {
        [name(score), cell(percent: score.error)] + score.errorByStage.map { $0.map { cell(percent: $0) } ?? .empty }
            + [cell(percent: score.bias, signed: true), book.cell(.integer(score.jobs))]
    }

    private func name(_ score: CalibrationScore) -> Cell {
        Cell(
            book.say(CalibrationMethodPhrase(method: score.method)),
            emphasis: score.method == .referenceClass ? .strong : .plain)
    }

    /// The forecast beside the rules that are not hopeless; `nil` when a stage has no job.
    var errorChart: LineChart? {
        let shown: [CalibrationMethod] = [
            .referenceClass, .estimate(.cpi), .estimate(.pf1), .progressWeightedAccrued,
        ]
        let scores = shown.compactMap { calibration.score(of: $0) }
        guard let forecast, let first = forecast.errorByStage.first ?? nil, let last = forecast.errorByStage.last ?? nil
        else { return nil }
        return LineChart(
            book.say(CalibrationPhrase.errorsChart),
            summary: book.say(CalibrationPhrase.errorsSummary(first: first, last: last)),
            axis: .steps(CalibrationScore.stages.map { book.percent($0, decimals: 0) }), unit: .percent,
            series: scores.map { score in
                .init(
                    book.say(CalibrationMethodPhrase(method: score.method)), score.errorByStage,
                    isLeading: score.method == .referenceClass)
            })
    }

    var warningTable: Table {
        Table(
            "warnings", title: book.say(CalibrationPhrase.warnings),
            columns: [
                Column(book.say(CalibrationPhrase.method)), Column(book.say(CalibrationPhrase.overspends), .integer),
                Column(book.say(CalibrationPhrase.hits), .integer),
                Column(book.say(CalibrationPhrase.falseAlarms), .integer),
            ],
            rows: calibration.scores.map { score in
                [name(score)]
                    + [score.warnings.overspends, score.warnings.hits, score.warnings.falseAlarms].map {
                        book.cell(.integer($0))
                    }
            })
    }

    var jobTable: Table {
        Table(
            "jobs", title: book.say(CalibrationPhrase.jobList),
            columns: [
                Column(book.say(CalibrationPhrase.job)), Column(book.say(CalibrationPhrase.budget), .money),
                Column(book.say(CalibrationPhrase.finalCost), .money),
                Column(book.say(CalibrationPhrase.overBudget), .percent),
            ],
            rows: calibration.jobs.map { job in
                let (budget, cost) = (job.closed.budget, job.closed.finalCost)
                let over = cost.approximateUnits / budget.approximateUnits - 1
                return [
                    Cell(job.name), Cell(.money(budget), text: book.money(budget)),
                    Cell(.money(cost), text: book.money(cost)),
                    Cell(
                        .percent(over), text: book.percent(over, signed: true),
                        emphasis: job.closed.finalCost.minorUnits > budget.minorUnits ? .missed : .kept),
                ]
            })
    }
}
