import Diagnostics

/// What ``SheetReader`` finds.
extension SheetReader {
    private mutating func report(
        _ id: FindingID, _ severity: Severity, _ message: String, advice: String, row: Int? = nil, column: Int? = nil
    ) {
        let place = SourcePlace(in: source, line: max(row ?? self.row, 1), column: max(column ?? self.column, 1))
        tally.report(id) { Finding(id, severity, message, advice: advice, at: place) }
    }

    mutating func reportReference(_ reference: String) {
        report(
            "spreadsheet.bad-reference", .error,
            "the sheet speaks of “\(reference.prefix(40))”, which is no cell of it",
            advice: "open the workbook in Excel and save it again")
    }

    mutating func reportOrder(_ what: String) {
        report(
            "spreadsheet.order", .error, "the sheet is out of order: \(what)",
            advice: "open the workbook in Excel and save it again")
    }

    mutating func reportDamaged(_ what: String) {
        report(
            "spreadsheet.damaged", .error, "cell \(CellAddress.letters(of: column))\(row) \(what)",
            advice: "write the value into the cell again")
    }

    mutating func reportNoResult(_ column: Int) {
        report(
            "spreadsheet.no-result", .error,
            "the formula in \(CellAddress.letters(of: column))\(row) was never computed",
            advice: "open the workbook in a spreadsheet program and save it, so that results stand beside the formulas",
            column: column)
    }

    mutating func reportCovered(_ row: Int) {
        report(
            "spreadsheet.covered-value", .warning, "row \(row) has values under merged cells, which nobody sees",
            advice: "they are not read; take the cells apart if they are meant", row: row, column: 1)
    }

    mutating func noteHiddenRows() {
        guard hiddenRows > 0 else { return }
        report(
            "spreadsheet.hidden-rows", .note,
            hiddenRows == 1 ? "row \(firstHidden) is hidden and is read" : "\(hiddenRows) rows are hidden and are read",
            advice: "delete them if they do not belong there", row: firstHidden, column: 1)
    }
}
