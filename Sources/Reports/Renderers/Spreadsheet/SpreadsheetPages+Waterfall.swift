import CXlsxWriter

extension SpreadsheetPages {
    /// A sheet with where each bar begins and ends, live, and below it the bars afloat.
    func writeWaterfall(_ chart: BarChart) throws(RenderingFailure) {
        let unit = book.axisTitle(chart.unit)
        let headings = [WaterfallPhrase.from, .to, .change].map { phrase in
            unit.map { book.say(LayoutPhrase.headingWithUnit(book.say(phrase), $0)) } ?? book.say(phrase)
        }
        let sheet = try addSheet(
            titled: chart.title, places: chart.bars.map(\.label),
            headings: headings + Waterfall.Piece.allCases.map { book.say($0.phrase) })
        let waterfall = Waterfall(chart)
        for step in waterfall.steps { write(step, of: waterfall, on: sheet, chart.unit.spreadsheetFormat) }
        insert(waterfall, of: chart, on: sheet)
    }

    private func write(_ step: Waterfall.Step, of waterfall: Waterfall, on sheet: Sheet, _ format: String) {
        let formulas = FormulaText(sheets: [:], firstLine: NativeChart.firstRow + 1)
        func put(_ value: Double, _ formula: Formula?, _ column: Int, _ format: CellFormat) {
            let row = step.row + NativeChart.firstRow
            sheet.write(value, formula.flatMap(formulas.text), row: row, column: column, format)
        }
        let numbers = CellFormat(number: format, alignment: .trailing)
        put(step.from, waterfall.from(step), Waterfall.fromColumn, numbers)
        put(step.to, waterfall.to(step), Waterfall.toColumn, numbers)
        put(step.change, waterfall.change(step), Waterfall.changeColumn, numbers)
        // A piece that a bar does not have is shown as nothing.
        let pieces = CellFormat(number: "\(format);-\(format);", alignment: .trailing, role: .quiet)
        for piece in Waterfall.pieces(of: step) {
            put(piece.part(from: step.from, to: step.to), waterfall.formula(of: piece, step), piece.column, pieces)
        }
    }

    private func insert(_ waterfall: Waterfall, of data: BarChart, on sheet: Sheet) {
        guard var chart = NativeChart(LXW_CHART_BAR_STACKED, on: sheet, places: data.bars.count, in: workbook) else {
            return
        }
        for piece in Waterfall.Piece.allCases {
            let isShown = waterfall.shownPieces.contains(piece)
            guard let series = chart.add(column: piece.column, legend: isShown ? .heading : .none) else { continue }
            switch piece {
            case .empty, .emptyBelowZero: NativeChart.hide(series)
            case .rise, .riseBelowZero: NativeChart.fill(series, data.risingFill)
            case .fall, .fallBelowZero: NativeChart.fill(series, Palette.falling)
            case .total: NativeChart.fill(series, Palette.leading)
            }
        }
        // Not beside so many columns: a reader would have to look for it.
        chart.insert(
            atRow: NativeChart.firstRow + data.bars.count + 1, column: 0, format: data.unit.spreadsheetFormat,
            isHorizontal: true)
    }
}

extension Waterfall.Piece {
    fileprivate var phrase: WaterfallPhrase {
        switch self {
        case .empty: .empty
        case .emptyBelowZero: .emptyBelowZero
        case .rise: .rise
        case .riseBelowZero: .riseBelowZero
        case .fall: .fall
        case .fallBelowZero: .fallBelowZero
        case .total: .total
        }
    }
}
