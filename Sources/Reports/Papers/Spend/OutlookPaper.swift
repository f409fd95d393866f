public import Statistics

/// What the next periods of some series are expected to bring (趋势展望).
public struct OutlookPaper: Paper {
    public let series: [Series]
    public let horizon: Int

    /// One series.
    public struct Series: Hashable, Sendable {
        public let name: String
        public let forecast: SeriesForecast
        /// What the periods are called, one for each point.
        public let periods: [String]

        public init(name: String, forecast: SeriesForecast, periods: [String]) {
            precondition(periods.count == forecast.points.count)
            self.name = name
            self.forecast = forecast
            self.periods = periods
        }
    }

    public init(_ series: [Series], horizon: Int) {
        self.series = series
        self.horizon = horizon
    }

    public func report(in book: Phrasebook) -> Report {
        let lacking = series.count { $0.forecast.intervals.isEmpty }
        return Report(
            kind: "spend-outlook", language: book.language, title: book.say(OutlookPhrase.title), facts: [],
            headline: .init(
                [book.say(OutlookPhrase.headline(series: series.count, periods: horizon))]
                    + (lacking > 0 ? [book.say(OutlookPhrase.withoutIntervals(lacking))] : []), tone: .neutral),
            sections: series.isEmpty || horizon == 0
                ? [] : [Section(book.say(OutlookPhrase.expected), [.table(table(book))])])
    }

    private func table(_ book: Phrasebook) -> Table {
        let columns = [
            Column(book.say(OutlookPhrase.series)), Column(book.say(OutlookPhrase.period)),
            Column(book.say(ForecastPhrase.expected), .number), Column(book.say(ForecastPhrase.from(0.8)), .number),
            Column(book.say(ForecastPhrase.to(0.8)), .number),
            Column(book.say(ForecastPhrase.from(0.95)), .number, importance: .useful),
            Column(book.say(ForecastPhrase.to(0.95)), .number, importance: .useful),
            Column(book.say(OutlookPhrase.method), importance: .useful),
        ]
        let rows = series.flatMap { series in series.periods.indices.map { row(series, $0, book) } }
        return Table(
            "outlook", title: book.say(OutlookPhrase.expected), columns: columns, rows: rows, rowLimit: 60,
            remark: book.say(OutlookPhrase.remark))
    }

    private func row(_ series: Series, _ position: Int, _ book: Phrasebook) -> [Cell] {
        let forecast = series.forecast
        // As many decimals as the size of the numbers leaves room for.
        let size = forecast.points.reduce(0) { max($0, $1.magnitude) }
        let decimals = size >= 1_000 ? 0 : size >= 10 ? 1 : 2
        func cell(_ value: Double?) -> Cell {
            guard let value else { return book.cell(.absent(reason: book.say(OutlookPhrase.tooShort))) }
            return book.cell(.number(value, decimals: decimals))
        }
        let bounds = [0.8, 0.95].flatMap { confidence -> [Cell] in
            let range = forecast.intervals.first { $0.confidence == confidence }?.ranges[position]
            return [cell(range?.lowerBound), cell(range?.upperBound)]
        }
        return [Cell(series.name), Cell(series.periods[position]), cell(forecast.points[position])] + bounds
            + [Cell(book.say(OutlookPhrase.named(forecast.method)))]
    }
}
