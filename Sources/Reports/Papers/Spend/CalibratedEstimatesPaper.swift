public import MediaSpend
import Monetary
import WorkTime

/// How far a vendor's estimates of the client's spend are from what the client paid (客户实付与监测数据校准).
public struct CalibratedEstimatesPaper: Paper {
    public let calibration: EstimateCalibration
    public let basis: SpendBasis

    public init(_ calibration: EstimateCalibration, basis: SpendBasis) {
        self.calibration = calibration
        self.basis = basis
    }

    public func report(in book: Phrasebook) -> Report {
        let writer = CalibratedEstimatesWriter(calibration: calibration, book: book)
        return Report(
            kind: "spend-calibration", language: book.language,
            title: book.say(CalibratedEstimatesPhrase.title(calibration.brand)),
            facts: [
                Report.Fact(book.say(.basis), book.say(SpendPhrase.basis(basis))),
                Report.Fact(book.say(SpendPhrase.currency), calibration.total.paid.currency.code),
            ],
            headline: .init(writer.headline, tone: .neutral),
            sections: calibration.media.isEmpty
                ? [] : [Section(book.say(CalibratedEstimatesPhrase.byMedium), [.table(writer.table)])])
    }
}

private struct CalibratedEstimatesWriter {
    let calibration: EstimateCalibration
    let book: Phrasebook

    private var words: SpendWords {
        SpendWords(book: book, currency: calibration.total.paid.currency.code, client: calibration.brand)
    }

    private func say(_ phrase: CalibratedEstimatesPhrase) -> String { book.say(phrase) }

    var headline: [String] {
        let total = calibration.total
        guard !total.months.isEmpty else { return [say(.nothingDelivered)] }
        guard let factor = total.factor.value else { return [say(.nothingToCompare)] }
        let first = say(
            .paid(
                calibration.brand, RoundAmount(total.paid), estimated: RoundAmount(total.estimated), factor: factor,
                months: total.months.count))
        let range = total.ranges.value.map { say(.range(low: $0[0].lowerBound, high: $0[0].upperBound)) }
        return [first, range, say(.notApplied)].compactMap(\.self)
    }

    var table: Table {
        let columns = [
            Column(book.say(.medium)), Column(say(.months), .integer),
            Column(words.money(CalibratedEstimatesPhrase.estimated), .money),
            Column(words.money(CalibratedEstimatesPhrase.actual), .money), Column(say(.factor), .number),
            Column(book.say(ForecastPhrase.from(0.8)), .number), Column(book.say(ForecastPhrase.to(0.8)), .number),
            Column(book.say(ForecastPhrase.from(0.95)), .number, importance: .extra),
            Column(book.say(ForecastPhrase.to(0.95)), .number, importance: .extra),
        ]
        return Table(
            "calibration", title: say(.byMedium), columns: columns,
            rows: calibration.media.map { row(Cell(words.named($0.medium)), $0) },
            totals: row(Cell(book.say(.total)), calibration.total), remark: say(.remark))
    }

    private func row(_ label: Cell, _ line: EstimateCalibration.Line) -> [Cell] {
        let bounds = EstimateCalibration.confidences.indices.flatMap { place in
            [cell(line.ranges.map { $0[place].lowerBound }), cell(line.ranges.map { $0[place].upperBound })]
        }
        return [
            label, book.cell(.integer(line.months.count)), book.cell(whole: line.estimated),
            book.cell(whole: line.paid), cell(line.factor),
        ] + bounds
    }

    private func cell(_ number: Derived<Double>) -> Cell {
        switch number {
        case .value(let value): book.cell(.number(value, decimals: 3))
        case .absent(let reason): book.cell(.absent(reason: book.say(SpendAbsencePhrase(reason: reason))))
        }
    }
}
