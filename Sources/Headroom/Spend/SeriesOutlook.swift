public import Diagnostics
import Formats
public import Interchange
public import Parallel
import Reports
public import Statistics

/// What the next periods of many series are expected to bring: `headroom spend outlook`.
public struct SeriesOutlook: Sendable {
    /// In the order of the file.
    public let lines: [Line]
    public let horizon: Int
    public let seasonLength: Int

    /// One series and its forecast.
    public struct Line: Sendable {
        public let series: SeriesFile.Series
        /// With intervals of 50, 80 and 95 per cent, where the history tells any.
        public let forecast: SeriesForecast
    }

    static let confidences = [0.5, 0.8, 0.95]

    /// Forecasts every series of a file, each by itself. The answer is the same on any number of threads.
    ///
    /// - Parameters:
    ///   - file: see ``SeriesFile``.
    ///   - horizon: how many periods.
    ///   - seasonLength: periods after which the season comes round; 1 for none.
    /// - Throws: a `Rejection` with everything that is wrong with the file.
    public init(
        of file: InputFile, horizon: Int, seasonLength: Int = 12, on workers: Workers = .all
    ) throws(Rejection) {
        let series = try SeriesFile(reading: file.bytes, file: file.path).series
        var lines: [Line] = []
        lines.reserveCapacity(series.count)
        workers.inOrder(series.count) { number in
            Line(series: series[number], forecast: Self.forecast(series[number], horizon, seasonLength))
        } handOn: {
            lines.append($0)
        }
        self.lines = lines
        self.horizon = horizon
        self.seasonLength = seasonLength
    }

    private static func forecast(_ series: SeriesFile.Series, _ horizon: Int, _ season: Int) -> SeriesForecast {
        do {
            let history = try SeriesHistory(series.values, seasonLength: season)
            return SeriesForecast(of: history, horizon: horizon, options: ForecastOptions(confidences: confidences))
        } catch {
            preconditionFailure("the file of series let “\(series.id)” pass: \(error)")
        }
    }

    // MARK: Answers

    /// The answer of the command: its paper and its JSON.
    public var answer: Answer {
        Answer(
            name: "spend-outlook", findings: [], isNegative: false,
            body: [
                "horizon": .integer(horizon), "seasonLength": .integer(seasonLength),
                "rows": .array(lines.flatMap { line in (0..<horizon).map { line.json(at: $0) } }),
            ], paper: OutlookPaper(lines.map(\.forPaper), horizon: horizon))
    }

    /// One record a series and period under the header `id,h,value,lo80,hi80,lo95,hi95,method`; bounds are empty where the
    /// history is too short to tell them.
    public var csv: String {
        var writer = CSVWriter()
        writer.write(["id", "h", "value", "lo80", "hi80", "lo95", "hi95", "method"])
        for line in lines {
            for position in 0..<horizon {
                let bounds = [0.8, 0.95].flatMap { confidence -> [CSVCell] in
                    guard let range = line.range(confidence, at: position) else { return [nil, nil] }
                    return [.number(range.lowerBound), .number(range.upperBound)]
                }
                writer.write(
                    [.text(line.series.id), .integer(position + 1), .number(line.forecast.points[position])] + bounds
                        + [.text(line.forecast.method.rawValue)])
            }
        }
        return writer.text
    }

    /// Writes ``csv`` to a file, whole or not at all.
    ///
    /// - Throws: ``Failure``; `.cannotWrite`.
    public func write(to path: String) throws(Failure) { try OutputFile.write(csv.utf8, to: path) }
}

extension SeriesOutlook.Line {
    fileprivate func range(_ confidence: Double, at position: Int) -> ClosedRange<Double>? {
        forecast.intervals.first { $0.confidence == confidence }?.ranges[position]
    }

    fileprivate func json(at position: Int) -> JSONValue {
        var members: [JSONMember] = [
            ("id", .string(series.id)), ("h", .integer(position + 1)),
            ("t", .string(series.lastPeriod.advanced(by: position + 1).description)),
            ("value", .number(forecast.points[position])),
        ]
        for confidence in SeriesOutlook.confidences {
            let (keys, range) = (rangeKeys(confidence), range(confidence, at: position))
            members += [
                (keys.low, range.map { .number($0.lowerBound) } ?? .null),
                (keys.high, range.map { .number($0.upperBound) } ?? .null),
            ]
        }
        if forecast.intervals.isEmpty { members.append(("intervalsReason", .string("history-too-short"))) }
        return .object(members + [("method", .string(forecast.method.rawValue))])
    }

    fileprivate var forPaper: OutlookPaper.Series {
        OutlookPaper.Series(
            name: series.id, forecast: forecast,
            periods: forecast.points.indices.map { series.lastPeriod.advanced(by: $0 + 1).description })
    }
}
