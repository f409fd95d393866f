import CXlsxWriter

/// What a native chart is made of: a column of places, and a column for each series.
struct ChartData {
    var kind: lxw_chart_type
    var title: String
    var unit: ChartUnit
    var places: [String]
    var series: [(name: String, values: [Double?], colour: String)]
    /// Whether the first place stands on top, as in our own bars.
    var isHorizontal: Bool
}

extension ChartData {
    /// `nil` for a timetable and a network, which have no native form, and for what has one of its own.
    init?(_ chart: Chart, _ book: Phrasebook) {
        switch chart {
        case .gantt, .network, .fever, .heatMap: return nil
        case .line(let chart):
            let levels = chart.levels.map { ($0.label, [Double?](repeating: $0.value, count: chart.axis.count)) }
            let lines = chart.series.map { ($0.name, $0.values) } + levels
            self.init(
                kind: LXW_CHART_LINE, title: chart.title, unit: chart.unit,
                places: (0..<chart.axis.count).map { chart.axis.label(at: $0, book) },
                series: lines.enumerated().map { ($1.0, $1.1, Palette.series($0)) }, isHorizontal: false)
        case .bar(let chart):
            self.init(
                kind: LXW_CHART_BAR, title: chart.title, unit: chart.unit, places: chart.bars.map(\.label),
                series: [(book.axisTitle(chart.unit) ?? chart.title, chart.bars.map(\.value), Palette.leading)],
                isHorizontal: true)
        case .share(let chart):
            self.init(
                kind: LXW_CHART_BAR_STACKED_PERCENT, title: chart.title, unit: .percent,
                places: chart.bars.map(\.label),
                series: chart.parts.enumerated().map { part, name in
                    (name, chart.bars.map { $0.shares[part] }, Palette.series(part))
                }, isHorizontal: true)
        }
    }

    fileprivate var numberFormat: String {
        switch unit {
        case .percent: "0.0%"
        case .number: "General"
        case .money, .days: "#,##0"
        }
    }
}

extension SpreadsheetPages {
    /// A sheet with the chart's values and, beside them, the chart.
    ///
    /// Titles and names are given as cells: given as words, the library would take one that begins with `=` for a
    /// formula.
    func write(_ chart: Chart) throws(RenderingFailure) {
        if case .fever(let chart) = chart { return try write(chart) }
        if case .heatMap(let chart) = chart { return try write(chart) }
        guard let data = ChartData(chart, book), !data.places.isEmpty, !data.series.isEmpty else { return }
        let sheet = try workbook.addSheet(named: chart.title)
        sheet.write(chart.title, row: 0, column: 0, CellFormat(emphasis: .strong))
        sheet.setWidth(ofColumn: 0, Double(min(40, max(12, (data.places.map(\.columns).max() ?? 0) + 2))))
        for (index, series) in data.series.enumerated() {
            let heading = CellFormat(alignment: .trailing, role: .heading)
            sheet.write(series.name, row: 1, column: index + 1, heading)
            sheet.setWidth(ofColumn: index + 1, 16)
        }
        let lines = data.series.map { $0.name.wrappedLines(in: 16) }.max() ?? 1
        if lines > 1 { sheet.setHeight(ofRow: 1, lines: lines) }
        let numbers = CellFormat(number: data.numberFormat, alignment: .trailing)
        for (row, place) in data.places.enumerated() {
            sheet.write(place, row: row + 2, column: 0)
            for (index, series) in data.series.enumerated() {
                guard let value = series.values[row], value.isFinite else { continue }
                sheet.write(value, row: row + 2, column: index + 1, numbers)
            }
        }
        sheet.setPage(isLandscape: true)
        insertChart(data, on: sheet)
    }

    private func insertChart(_ data: ChartData, on sheet: Sheet) {
        guard let chart = workbook.addChart(data.kind) else { return }
        let last = lxw_row_t(data.places.count + 1)
        for (index, line) in data.series.enumerated() {
            guard let series = chart_add_series(chart, nil, nil) else { continue }
            let column = lxw_col_t(index + 1)
            chart_series_set_categories(series, sheet.name, 2, 0, last, 0)
            chart_series_set_values(series, sheet.name, 2, column, last, column)
            chart_series_set_name_range(series, sheet.name, 1, column)
            colour(series, line.colour, isLine: data.kind == LXW_CHART_LINE)
        }
        chart_title_set_name_range(chart, sheet.name, 0, 0)
        // In horizontal charts the library's x axis carries the values and its y axis the places.
        chart_axis_set_num_format(data.isHorizontal ? chart.pointee.x_axis : chart.pointee.y_axis, data.numberFormat)
        if data.isHorizontal {
            chart_axis_set_reverse(chart.pointee.y_axis)
            chart_axis_set_label_position(chart.pointee.y_axis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
        }
        let legend = data.series.count > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
        chart_legend_set_position(chart, UInt8(legend.rawValue))
        var options = lxw_chart_options()
        options.x_scale = 1.6
        options.y_scale = data.isHorizontal ? max(1.2, Double(data.places.count) * 0.07) : 1.4
        options.x_offset = 12
        workbook.note(
            worksheet_insert_chart_opt(sheet.handle, 1, lxw_col_t(data.series.count + 1), chart, &options))
    }

    private func colour(_ series: UnsafeMutablePointer<lxw_chart_series>, _ colour: String, isLine: Bool) {
        if isLine {
            var line = lxw_chart_line()
            line.color = Palette.number(colour)
            line.width = 2
            chart_series_set_line(series, &line)
        } else {
            var fill = lxw_chart_fill()
            fill.color = Palette.number(colour)
            chart_series_set_fill(series, &fill)
        }
    }
}
