import Headroom

/// A sheet of 500,000 cells, written by the spreadsheet form and read again: names, days, shares and amounts. The amounts are
/// held against the sum that was kept when they were drawn.
let workbooks = [50_000].map { rows in
    let file = DrawnWorkbook(rows: rows)
    return Benchmark(name: "workbook-\(rows * 10)-cells", units: rows * 10) {
        let workbook = Workbook.reading(file.bytes, file: "drawn.xlsx").workbook!
        let sheet = workbook.sheet(named: "Lines").sheet!
        var sum: Int64 = 0
        for row in sheet.rows {
            guard let amount = try? Money(row[9], .cny) else { continue }
            sum += amount.minorUnits
        }
        precondition(sum == file.sum, "\(sum), not \(file.sum)")
    }
}

private struct DrawnWorkbook {
    let bytes: [UInt8]
    private(set) var sum: Int64 = 0

    init(rows: Int) {
        var draws = Draws(seed: 19)
        var cells: [[Cell]] = []
        for index in 0..<rows {
            let day = CivilDay("2026-01-01")!.advanced(by: draws.next(below: 365))
            let amount = Money(minorUnits: Int64(draws.next(below: 90_000_000)), .cny)
            sum += amount.minorUnits
            cells.append(
                [Cell("line-\(index)"), Cell("Spots of channel \(draws.next(below: 400))"), Cell("媒介")]
                    + [Cell(.day(day), text: "\(day)"), Cell(.day(day.advanced(by: 30)), text: "")]
                    + [
                        Cell(.percent(0.15), text: "15%"),
                        Cell(.number(Double(draws.next(below: 5_000)) / 10, decimals: 1), text: ""),
                    ]
                    + [
                        Cell("spot"), Cell("Supplier \(draws.next(below: 50))"),
                        Cell(.money(amount), text: amount.amount),
                    ])
        }
        let columns = (0..<10).map { Column("column \($0)") }
        let report = Report(
            kind: "benchmark", language: .english, title: "Drawn", headline: .init(["Drawn."]),
            sections: [Section("Lines", [.table(Table("lines", title: "Lines", columns: columns, rows: cells))])])
        bytes = try! report.rendered(as: .xlsx).files[0].bytes
    }
}
