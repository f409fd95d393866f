import CXlsxWriter

/// What a native chart is made of: a column of places, and a column for each series.
struct ChartData {
    var kind: lxw_chart_type
    var title: String
    var unit: ChartUnit
    var places: [String]
    var series: [Series]
    /// Whether bars lie, the first place on top.
    var isHorizontal: Bool

    struct Series {
        /// The heading of its column.
        var name: String
        var values: [Double?]
        var colour: String
        var stroke = Stroke.full
        var legend = LegendEntry.heading
    }

    /// How a line is drawn; bars have none.
    enum Stroke {
        case full
        /// An end of a range.
        case thin
        /// A value that holds over the whole width.
        case dotted

        /// In points.
        var width: Float {
            switch self {
            case .full: 2
            case .thin: 1
            case .dotted: 1.5
            }
        }
    }

    enum LegendEntry: Equatable {
        case heading
        case words(String)
        case none
    }
}

extension ChartData {
    /// `nil` for a timetable and a network, which have no native form, and for what has one of its own.
    init?(_ chart: Chart, _ book: Phrasebook) {
        switch chart {
        case .gantt, .network, .fever, .heatMap: return nil
        case .line(let chart):
            self.init(
                kind: LXW_CHART_LINE, title: chart.title, unit: chart.unit,
                places: (0..<chart.axis.count).map { chart.axis.label(at: $0, book) },
                series: chart.spreadsheetSeries(book), isHorizontal: false)
        case .bar(let chart):
            self.init(
                kind: LXW_CHART_BAR, title: chart.title, unit: chart.unit, places: chart.bars.map(\.label),
                series: [
                    Series(
                        name: book.axisTitle(chart.unit) ?? chart.title, values: chart.bars.map(\.value),
                        colour: Palette.leading)
                ], isHorizontal: true)
        case .share(let chart):
            self.init(
                kind: LXW_CHART_BAR_STACKED_PERCENT, title: chart.title, unit: .percent,
                places: chart.bars.map(\.label),
                series: chart.parts.enumerated().map { part, name in
                    Series(name: name, values: chart.bars.map { $0.shares[part] }, colour: Palette.series(part))
                }, isHorizontal: true)
        }
    }
}

extension LineChart {
    /// Each series with its ranges behind it, then the levels.
    fileprivate func spreadsheetSeries(_ book: Phrasebook) -> [ChartData.Series] {
        let lines = series.indices.flatMap { index in
            let colour = colour(ofSeries: index)
            return [ChartData.Series(name: series[index].name, values: series[index].values, colour: colour)]
                + series[index].bands.enumerated().flatMap { ends(of: $1, ofSeries: index, rank: $0, book) }
        }
        return lines
            + levels.map { level in
                ChartData.Series(
                    name: level.label, values: Array(repeating: level.value, count: axis.count),
                    colour: Palette.ink(of: level.tone), stroke: .dotted)
            }
    }

    /// The low and the high end of a range, as lines that share one entry of the legend.
    ///
    /// Lines and no shaded area: the library cannot set a line before stacked areas in one chart; and areas fall to zero
    /// where a range begins, and differ between programs below zero.
    /// - Parameter rank: how many narrower ranges there are; wider ones are paler.
    private func ends(
        of band: Band, ofSeries index: Int, rank: Int, _ book: Phrasebook
    ) -> [ChartData.Series] {
        let hasOthers = series.indices.contains { $0 != index && !series[$0].bands.isEmpty }
        let name = hasOthers ? book.say(LayoutPhrase.labelled(series[index].name, band.name)) : band.name
        let colour = Palette.tint(colour(ofSeries: index), max(0.3, 0.65 - 0.15 * Double(rank)))
        return [
            ChartData.Series(
                name: book.say(RangePhrase.low(name)), values: band.ranges.map { $0?.lowerBound }, colour: colour,
                stroke: .thin, legend: .words(name)),
            ChartData.Series(
                name: book.say(RangePhrase.high(name)), values: band.ranges.map { $0?.upperBound }, colour: colour,
                stroke: .thin, legend: .none),
        ]
    }
}

extension ChartUnit {
    /// How spreadsheets show such numbers.
    var spreadsheetFormat: String {
        switch self {
        case .percent: "0.0%"
        case .number: "General"
        case .money, .days: "#,##0"
        }
    }
}
