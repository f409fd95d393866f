import CXlsxWriter

extension SpreadsheetPages {
    /// A sheet with the amounts, shaded by a scale of colours that follows them when they are changed.
    ///
    /// Places of nothing are left empty, so that the middle of the scale is that of what was spent.
    func write(_ chart: HeatMap) throws(RenderingFailure) {
        guard !chart.columns.isEmpty, !chart.rows.isEmpty else { return }
        let sheet = try workbook.addSheet(named: chart.title)
        sheet.write(chart.title, row: 0, column: 0, CellFormat(emphasis: .strong))
        if let unit = book.axisTitle(chart.unit) {
            sheet.write(book.say(HeatPhrase.unit(unit)), row: 1, column: 0, CellFormat(role: .quiet))
        }
        sheet.setWidth(ofColumn: 0, Double(min(40, max(12, (chart.rows.map(\.label.columns).max() ?? 0) + 3))))
        let lines = chart.columns.map { $0.label.wrappedLines(in: 11) }.max() ?? 1
        sheet.setHeight(ofRow: 1, lines: lines)
        for (index, column) in chart.columns.enumerated() {
            sheet.write(column.label, row: 1, column: index + 1, CellFormat(alignment: .trailing, role: .heading))
            sheet.setWidth(ofColumn: index + 1, 11)
        }
        for (index, row) in chart.rows.enumerated() { write(row, at: index + 2, on: sheet, of: chart) }
        sheet.shade(rows: 2...chart.rows.count + 1, columns: 1...chart.columns.count)
        let words = ["?", chart.unknownLabel]
        if chart.hasUnknown {
            sheet.write(
                book.say(LayoutPhrase.labelled(words[0], words[1])), row: chart.rows.count + 3, column: 0,
                CellFormat(role: .quiet))
        }
        worksheet_freeze_panes(sheet.handle, 2, 1)
        sheet.setPage(isLandscape: true)
    }

    private func write(_ row: HeatMap.Row, at line: Int, on sheet: Sheet, of chart: HeatMap) {
        var label = CellFormat(emphasis: row.isStrong ? .strong : row.isPart ? .muted : .plain)
        label.isIndented = row.isPart
        sheet.write(row.label, row: line, column: 0, label)
        let numbers = CellFormat(number: chart.unit == .percent ? "0.0%" : "#,##0", alignment: .trailing)
        for (column, place) in row.places.enumerated() {
            if let amount = place.amount {
                sheet.write(amount, row: line, column: column + 1, numbers)
            } else if place == .unknown {
                sheet.write("?", row: line, column: column + 1, CellFormat(alignment: .trailing, role: .quiet))
            }
        }
    }
}

extension Sheet {
    /// Colours numbers by a scale from light to dark, dark enough to tell and light enough to read on.
    fileprivate func shade(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        var scale = lxw_conditional_format()
        scale.type = UInt8(LXW_CONDITIONAL_3_COLOR_SCALE.rawValue)
        scale.min_color = Palette.number("#eaf2f9")
        scale.mid_color = Palette.number(Palette.heat[1])
        scale.max_color = Palette.number(Palette.heat[2])
        note(
            worksheet_conditional_format_range(
                handle, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound), lxw_row_t(rows.upperBound),
                lxw_col_t(columns.upperBound), &scale))
    }
}
