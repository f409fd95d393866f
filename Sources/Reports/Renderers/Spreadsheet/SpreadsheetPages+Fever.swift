import CXlsxWriter

extension SpreadsheetPages {
    /// A sheet with the readings of each buffer and the borders of the zones and, beside them, both as a scatter chart.
    func write(_ chart: FeverChart) throws(RenderingFailure) {
        guard !chart.paths.isEmpty else { return }
        let borders = [(FeverPhrase.watch, chart.yellow), (.alarm, chart.red)].map { phrase, border in
            FeverChart.Path(
                book.say(phrase), [0, 1].map { FeverChart.Point($0, border.height(at: $0), label: "") })
        }
        let sheet = try workbook.addSheet(named: chart.title)
        sheet.write(chart.title, row: 0, column: 0, CellFormat(emphasis: .strong))
        for (column, phrase) in [FeverPhrase.done, .consumed].enumerated() {
            sheet.write(
                book.say(phrase), row: 1, column: column + 2, CellFormat(alignment: .trailing, role: .heading))
        }
        for (column, width) in [30.0, 12, 16, 16].enumerated() { sheet.setWidth(ofColumn: column, width) }
        sheet.setPage(isLandscape: true)
        var row = 2
        let spans = (borders + chart.paths).map { path in
            let first = row
            for point in path.points where point.isSound {
                write(point, of: path, row: row, on: sheet)
                row += 1
            }
            return first..<row
        }
        insertScatter(spans, borders: borders.count, top: chart.top, on: sheet)
    }

    private func write(_ point: FeverChart.Point, of path: FeverChart.Path, row: Int, on sheet: Sheet) {
        let percent = CellFormat(number: "0%", alignment: .trailing)
        sheet.write(path.name, row: row, column: 0)
        sheet.write(point.label, row: row, column: 1)
        sheet.write(point.progress, row: row, column: 2, percent)
        sheet.write(point.consumed, row: row, column: 3, percent)
    }

    /// - Parameters:
    ///   - spans: the rows of each series.
    ///   - borders: how many of them, the first ones, are borders of zones.
    private func insertScatter(_ spans: [Range<Int>], borders: Int, top: Double, on sheet: Sheet) {
        guard let chart = workbook.addChart(LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS) else { return }
        for (index, rows) in spans.enumerated() where !rows.isEmpty {
            guard let series = chart_add_series(chart, nil, nil) else { continue }
            let (first, last) = (lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound - 1))
            chart_series_set_categories(series, sheet.name, first, 2, last, 2)
            chart_series_set_values(series, sheet.name, first, 3, last, 3)
            chart_series_set_name_range(series, sheet.name, first, 0)
            let isBorder = index < borders
            let colour = isBorder ? [Palette.warning, Palette.critical][index] : Palette.series(index - borders)
            var line = lxw_chart_line()
            line.color = Palette.number(colour)
            line.width = isBorder ? 1 : 2
            if isBorder { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
            chart_series_set_line(series, &line)
            let marker = isBorder ? LXW_CHART_MARKER_NONE : LXW_CHART_MARKER_CIRCLE
            chart_series_set_marker_type(series, UInt8(marker.rawValue))
        }
        chart_title_set_name_range(chart, sheet.name, 0, 0)
        for (axis, column, high) in [(chart.pointee.x_axis, 2, 1), (chart.pointee.y_axis, 3, top)] {
            chart_axis_set_name_range(axis, sheet.name, 1, lxw_col_t(column))
            chart_axis_set_num_format(axis, "0%")
            chart_axis_set_min(axis, 0)
            chart_axis_set_max(axis, high)
        }
        chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        var options = lxw_chart_options()
        options.x_scale = 1.6
        options.y_scale = 1.4
        options.x_offset = 12
        workbook.note(worksheet_insert_chart_opt(sheet.handle, 1, 5, chart, &options))
    }
}
