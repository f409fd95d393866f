import MediaSpend
import Monetary
import WorkTime

extension SpendReportWriter {
    /// What the next months are expected to bring, and what became of last month's outlook.
    var outlookSection: Section? {
        switch analysis.outlook {
        case .absent(let absence):
            let words = book.say(SpendOutlookPhrase.unknown(SpendAbsencePhrase(reason: absence)))
            return Section(say(.outlook), [.note(Note(words))])
        case .value(let outlook):
            let blocks = [
                isPartial ? .note(Note(say(.fromPart(month)), tone: .warning)) : nil, fan(of: outlook),
                .table(monthTable(outlook)), partTable(.brand, outlook), partTable(.medium, outlook),
                isMarket ? partTable(.category, outlook) : nil, checkTable, seasonTable,
            ]
            return Section(say(.outlook), blocks.compactMap(\.self))
        }
    }

    private func say(_ phrase: SpendOutlookPhrase) -> String { book.say(phrase) }

    // MARK: Fan

    /// Two years of what was spent and the months to come, with 50, 80 and 95 % ranges: of the client's rivals, or of all.
    private func fan(of outlook: SpendOutlook) -> Block? {
        let line = outlook.line(.rivals) ?? outlook.total
        let known = Array(outlook.history.suffix(24))
        guard known.count > 1 else { return nil }
        let spent = line.spent.suffix(known.count).map(\.approximateUnits)
        let expected = line.expected.map(\.approximateUnits)
        return .chart(
            .line(
                LineChart(
                    say(.fan(subject(line.subject))),
                    summary: say(.fanSummary(subject(line.subject), from: known[0], to: outlook.months.last ?? month)),
                    axis: .months(known + outlook.months), unit: .money(currency: code),
                    series: [
                        LineChart.Series(
                            subject(line.subject), spent + expected, forecastFrom: known.count,
                            bands: [0.5, 0.8, 0.95].map { band($0, line, after: spent) }, isLeading: true)
                    ])))
    }

    /// A range that opens at the last amount known.
    private func band(_ confidence: Double, _ line: SpendOutlook.Line, after spent: [Double]) -> LineChart.Band {
        let ranges = (line.range(confidence) ?? []).map { $0.low.approximateUnits...$0.high.approximateUnits }
        let seam = spent.last.map { $0...$0 }
        return LineChart.Band(
            book.say(RangePhrase.holding(confidence)), Array(repeating: nil, count: spent.count - 1) + [seam] + ranges)
    }

    // MARK: Tables

    /// The whole set, and rivals where there is a client, month by month.
    private func monthTable(_ outlook: SpendOutlook) -> Table {
        let lines = [outlook.line(.rivals), outlook.total].compactMap(\.self)
        let rows = lines.flatMap { line in
            outlook.months.indices.map { place in
                [Cell(subject(line.subject)), Cell(book.month(outlook.months[place]))]
                    + cells(line, at: place, showing: [0.8, 0.95])
            }
        }
        let history = outlook.history
        return Table(
            "outlook", title: say(.expectedByMonth),
            columns: [Column(say(.whose)), Column(book.say(BurstPhrase.month))] + rangeColumns([0.8, 0.95]), rows: rows,
            remark: say(.remark(from: history.lowerBound, to: history.upperBound)))
    }

    /// The lines of a dimension in the first month to come, and what is expected in the two after it.
    private func partTable(_ dimension: SpendDimension, _ outlook: SpendOutlook) -> Block? {
        let lines = outlook.lines(of: dimension)
        guard !lines.isEmpty, let first = outlook.months.first else { return nil }
        let later = outlook.months.indices.dropFirst().prefix(2)
        let rows = lines.map { line in
            [label(line.subject)] + cells(line, at: 0, showing: [0.8]) + later.map { cell(line.expected[$0]) }
        }
        let total = outlook.total
        return .table(
            Table(
                "outlook-\(dimension.rawValue)", title: say(.expectedBy(SpendDimensionPhrase(dimension), first)),
                columns: [Column(book.heading(of: dimension))] + rangeColumns([0.8])
                    + later.map {
                        Column(moneyHeading(.spendIn(outlook.months[$0])), .money, importance: .useful)
                    },
                rows: rows,
                totals: [
                    Cell(book.say(.total)), cell(total.expected[0]), .empty, .empty, cell(growth: total.yearOnYear[0]),
                ] + later.map { cell(total.expected[$0]) }))
    }

    private func rangeColumns(_ confidences: [Double]) -> [Column] {
        let bounds = confidences.enumerated().flatMap { place, confidence -> [Column] in
            let importance: Column.Importance = place == 0 ? .essential : .extra
            return [
                Column(words.money(ForecastPhrase.from(confidence)), .money, importance: importance),
                Column(words.money(ForecastPhrase.to(confidence)), .money, importance: importance),
            ]
        }
        return [Column(words.money(ForecastPhrase.expected), .money)] + bounds
            + [Column(heading(.yearOnYear), .percent, importance: .useful)]
    }

    private func cells(_ line: SpendOutlook.Line, at place: Int, showing confidences: [Double]) -> [Cell] {
        let bounds = confidences.flatMap { confidence -> [Cell] in
            let range = line.range(confidence)?[place]
            return [cell(range?.low), cell(range?.high)]
        }
        return [cell(line.expected[place])] + bounds + [cell(growth: line.yearOnYear[place])]
    }

    // MARK: Last month's outlook

    private var checkTable: Block? {
        guard case .value(let check) = analysis.outlookCheck else { return nil }
        let shown = check.lines.filter { isMarket || $0.subject.dimension != .category }
        let rows = shown.map { line in
            [
                label(line.subject), cell(line.expected), cell(line.range.low), cell(line.range.high), cell(line.spend),
                cell(growth: line.deviation),
                line.isWithin ? Cell(say(.within)) : Cell(say(.beyond), emphasis: .strong),
            ]
        }
        return .table(
            Table(
                "outlook-check", title: say(.lastOutlook(check.month)),
                columns: [
                    Column(say(.whose)), Column(words.money(ForecastPhrase.expected), .money),
                    Column(words.money(ForecastPhrase.from(0.8)), .money, importance: .useful),
                    Column(words.money(ForecastPhrase.to(0.8)), .money, importance: .useful),
                    Column(words.money(SpendOutlookPhrase.came), .money),
                    Column(say(.deviation), .percent), Column(say(.inRange), importance: .useful),
                ], rows: rows,
                remark: say(
                    .checkRemark(
                        within: shown.count(where: \.isWithin), of: shown.count, asPublished: check.isAsPublished))
            ))
    }

    // MARK: Season

    private var seasonTable: Block? {
        guard let index = analysis.seasonalIndex.value else { return nil }
        return .table(
            Table(
                "seasonal-index", title: say(.seasonalIndex),
                columns: [Column(book.say(BurstPhrase.month)), Column(say(.index), .number)],
                rows: index.values.indices.map { place in
                    [
                        Cell(say(.monthOfYear(place + 1))),
                        book.cell(.number(index.values[place], decimals: 0)),
                    ]
                }, remark: say(.seasonRemark)))
    }

    // MARK: Whose

    /// Whose spend a line is, in a sentence or a legend.
    func subject(_ subject: OutlookSubject) -> String {
        switch subject {
        case .total: say(.all)
        case .rivals: say(.rivals)
        case .named(let name, _): named(name)
        case .allOther(let count, _): book.say(SpendPhrase.allOther(count))
        }
    }

    private func label(_ subject: OutlookSubject) -> Cell {
        switch subject {
        case .named(let brand, .brand): name(brand)
        case .allOther: Cell(self.subject(subject), emphasis: .muted)
        default: Cell(self.subject(subject))
        }
    }
}
