import CXlsxWriter

extension SpreadsheetPages {
    /// A sheet with the chart's values and, beside them, the chart.
    func write(_ chart: Chart) throws(RenderingFailure) {
        switch chart {
        case .fever(let chart): try write(chart)
        case .heatMap(let chart): try write(chart)
        case .bar(let chart) where chart.isWaterfall: try writeWaterfall(chart)
        default:
            guard let data = ChartData(chart, book), !data.places.isEmpty, !data.series.isEmpty else { return }
            try write(data)
        }
    }

    private func write(_ data: ChartData) throws(RenderingFailure) {
        let sheet = try addSheet(titled: data.title, places: data.places, headings: data.series.map(\.name))
        let numbers = CellFormat(number: data.unit.spreadsheetFormat, alignment: .trailing)
        for row in data.places.indices {
            for (index, series) in data.series.enumerated() {
                guard let value = series.values[row], value.isFinite else { continue }
                sheet.write(value, row: row + NativeChart.firstRow, column: index + 1, numbers)
            }
        }
        insertChart(data, on: sheet)
    }

    /// A sheet with what charts are drawn beside: a title, headings, and a column of places.
    func addSheet(titled title: String, places: [String], headings: [String]) throws(RenderingFailure) -> Sheet {
        let sheet = try workbook.addSheet(named: title)
        sheet.write(title, row: 0, column: 0, CellFormat(emphasis: .strong))
        sheet.setWidth(ofColumn: 0, Double(min(40, max(12, (places.map(\.columns).max() ?? 0) + 2))))
        for (index, heading) in headings.enumerated() {
            sheet.write(heading, row: 1, column: index + 1, CellFormat(alignment: .trailing, role: .heading))
            sheet.setWidth(ofColumn: index + 1, Double(Self.width(ofHeading: heading)))
        }
        let lines = headings.map { $0.wrappedLines(in: Self.width(ofHeading: $0)) }.max() ?? 1
        if lines > 1 { sheet.setHeight(ofRow: 1, lines: lines) }
        for (row, place) in places.enumerated() { sheet.write(place, row: row + NativeChart.firstRow, column: 0) }
        sheet.setPage(isLandscape: true)
        return sheet
    }

    /// Wide enough for amounts, and a little more where that keeps a heading on one line.
    private static func width(ofHeading heading: String) -> Int { min(18, max(16, heading.columns + 2)) }

    private func insertChart(_ data: ChartData, on sheet: Sheet) {
        guard var chart = NativeChart(data.kind, on: sheet, places: data.places.count, in: workbook) else { return }
        for (index, line) in data.series.enumerated() {
            guard let series = chart.add(column: index + 1, legend: line.legend) else { continue }
            guard data.kind == LXW_CHART_LINE else {
                NativeChart.fill(series, line.colour)
                continue
            }
            NativeChart.draw(series, line.stroke, line.colour)
            if data.places.count == 1 { NativeChart.mark(series, line.colour) }
        }
        chart.insert(
            atRow: 1, column: data.series.count + 1, format: data.unit.spreadsheetFormat,
            isHorizontal: data.isHorizontal)
    }
}
