import CXlsxWriter
import Formats
import Monetary
import WorkTime

/// A sheet that is being written. Rows and columns count from 0.
struct Sheet {
    let name: String
    let handle: UnsafeMutablePointer<lxw_worksheet>
    private let workbook: Workbook

    init(_ handle: UnsafeMutablePointer<lxw_worksheet>, name: String, in workbook: Workbook) {
        self.handle = handle
        self.name = name
        self.workbook = workbook
    }

    /// What the library says of a call that may fail.
    func note(_ error: lxw_error) { workbook.note(error) }

    /// The most rows that a sheet holds, its headings included.
    static let rowLimit = 1_048_576

    /// Writes words. They are never taken for a formula, whatever they begin with; beyond what a cell holds they are cut.
    func write(_ text: String, row: Int, column: Int, _ format: CellFormat = CellFormat()) {
        let text = text.printable.cut(utf16: 32_000)
        workbook.note(
            worksheet_write_string(handle, lxw_row_t(row), lxw_col_t(column), text, workbook.format(format)))
    }

    func write(_ number: Double, row: Int, column: Int, _ format: CellFormat) {
        workbook.note(
            worksheet_write_number(handle, lxw_row_t(row), lxw_col_t(column), number, workbook.format(format)))
    }

    /// Writes a number; one that follows from others as its formula, with the value for programs that do not compute.
    func write(_ value: Double, _ formula: String?, row: Int, column: Int, _ format: CellFormat) {
        guard let formula else { return write(value, row: row, column: column, format) }
        workbook.note(
            worksheet_write_formula_num(
                handle, lxw_row_t(row), lxw_col_t(column), formula, workbook.format(format), value))
    }

    /// Writes a cell of a table as the number, date or text that it is; a number that follows from others as its formula.
    func write(
        _ cell: Cell, row: Int, column: Int, _ format: CellFormat, _ book: Phrasebook, _ formulas: FormulaText
    ) {
        var format = format
        format.emphasis = cell.emphasis
        guard let (number, pattern) = cell.spreadsheetNumber(book) else {
            if !writeLink(of: cell, row: row, column: column, format) {
                write(cell.text, row: row, column: column, format)
            }
            return
        }
        format.number = pattern
        write(number, cell.formula.flatMap(formulas.text), row: row, column: column, format)
    }

    /// Writes a cell that leads somewhere; `false` where it does not, or a sheet cannot hold the address or one more of them.
    private func writeLink(of cell: Cell, row: Int, column: Int, _ format: CellFormat) -> Bool {
        guard let link = cell.link else { return false }
        // In the path of a file what follows this sign would be a place in it.
        if !link.isOnWeb, link.text.contains("#") { return false }
        let address = link.isOnWeb ? link.text : "external:" + link.text
        var format = format
        format.isLink = true
        let error = worksheet_write_url(
            handle, lxw_row_t(row), lxw_col_t(column), address, workbook.format(format))
        // The library writes the address in the cell; the words take its place.
        if error == LXW_NO_ERROR { write(cell.text, row: row, column: column, format) }
        return error == LXW_NO_ERROR
    }

    /// Writes words across so many columns from the first, broken into lines where they are longer than these are wide.
    func write(_ text: String, row: Int, across columns: Int, width: Int, _ format: CellFormat) {
        var format = format
        format.wraps = true
        let lines = text.wrappedLines(in: width)
        if lines > 1 { setHeight(ofRow: row, lines: lines) }
        guard columns > 1 else { return write(text, row: row, column: 0, format) }
        let text = text.printable.cut(utf16: 32_000)
        workbook.note(
            worksheet_merge_range(
                handle, lxw_row_t(row), 0, lxw_row_t(row), lxw_col_t(columns - 1), text, workbook.format(format)))
    }

    func setWidth(ofColumn column: Int, _ characters: Double) {
        workbook.note(worksheet_set_column(handle, lxw_col_t(column), lxw_col_t(column), characters, nil))
    }

    func setHeight(ofRow row: Int, points: Double) {
        workbook.note(worksheet_set_row(handle, lxw_row_t(row), points, nil))
    }

    /// Not every program fits the height of a row to words that it wraps.
    /// A row is at most 409 points high.
    func setHeight(ofRow row: Int, lines: Int) { setHeight(ofRow: row, points: Double(min(lines, 27)) * 15) }

    /// Freezes and repeats the first row, and filters by it.
    func makeTable(rows: Int, columns: Int) {
        worksheet_freeze_panes(handle, 1, 0)
        workbook.note(worksheet_repeat_rows(handle, 0, 0))
        if rows > 0 {
            workbook.note(worksheet_autofilter(handle, 0, 0, lxw_row_t(rows), lxw_col_t(columns - 1)))
        }
    }

    /// A4, as wide as one page.
    func setPage(isLandscape: Bool) {
        worksheet_set_paper(handle, 9)
        if isLandscape { worksheet_set_landscape(handle) }
        worksheet_fit_to_pages(handle, 1, 0)
        workbook.note(worksheet_set_footer(handle, "&C&P / &N"))
    }

    func hideGridlines() { worksheet_gridlines(handle, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
}

extension Cell {
    /// How many characters of the usual font it takes on a sheet, where dates have forms of their own.
    var spreadsheetWidth: Int {
        switch figure {
        case .day: 10
        case .minute: 16
        case .month: 7
        // Sheets show the decimals that a page leaves out.
        case .money(let money) where money.currency.exponent > 0 && !text.contains("."):
            text.columns + 1 + money.currency.exponent
        default: text.columns
        }
    }

    /// The value as a number and the format that shows it; `nil` for words and for what is missing.
    fileprivate func spreadsheetNumber(_ book: Phrasebook) -> (Double, String)? {
        switch figure {
        case .text, .absent: nil
        case .integer(let count): (Double(count), "#,##0")
        case .number(let value, let decimals): value.isFinite ? (value, "#,##0" + Self.places(decimals)) : nil
        case .percent(let value, let decimals): value.isFinite ? (value, "0\(Self.places(decimals))%") : nil
        case .points(let value, let decimals):
            value.isFinite ? (Self.points(value, decimals), Self.pattern(ofPoints: decimals, book)) : nil
        case .money(let money): (money.approximateUnits, pattern(of: money))
        case .day(let day): (Double(day.number + Self.excelEpoch), "yyyy-mm-dd")
        case .minute(let minute):
            (Double(minute.number) / 1_440 + Double(Self.excelEpoch), "yyyy-mm-dd hh:mm")
        case .month(let month): (Double(month.firstDay.number + Self.excelEpoch), "yyyy-mm")
        case .work(let length):
            (length.days, book.language == .english ? "#,##0.0#\" d\"" : "#,##0.0#\"天\"")
        }
    }

    /// Nothing where it would be shown as nothing: a sheet sets the sign of what it does not show.
    private static func points(_ value: Double, _ decimals: Int) -> Double {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        return (value * 100 * scale).rounded() == 0 ? 0 : value * 100
    }

    private static func pattern(ofPoints decimals: Int, _ book: Phrasebook) -> String {
        let number = "0\(places(decimals))"
        let unit = book.language == .english ? "\" pp\"" : "\"个百分点\""
        return "+\(number)\(unit);−\(number)\(unit);\(number)\(unit)"
    }

    /// Days from 1899-12-30, Excel's day 0 for all dates after February 1900, to 1970-01-01.
    private static let excelEpoch = 25_569

    private static func places(_ decimals: Int) -> String {
        decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
    }

    /// With the currency's code where the shown text has it too.
    private func pattern(of money: Money) -> String {
        let amount = "#,##0" + Self.places(money.currency.exponent)
        return text.contains(money.currency.code) ? "\"\(money.currency.code)\" \(amount)" : amount
    }
}

extension String {
    /// How many lines it takes in a cell so wide, with room for bold type and for words that do not fit the end of a line.
    func wrappedLines(in width: Int) -> Int { max(1, (columns * 10 + width * 9 - 1) / (width * 9)) }
}
