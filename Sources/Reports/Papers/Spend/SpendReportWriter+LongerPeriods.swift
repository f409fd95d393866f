import MediaSpend
import Monetary
import WorkTime

extension SpendReportWriter {
    private var periodLimit: Int { 10 }

    /// Year to date and the moving annual total, side by side.
    var longerPeriods: Section? {
        let year = analysis.yearToDate
        guard !year.lines.isEmpty else { return nil }
        return Section(heading(.longerPeriods), [.table(periodTable)])
    }

    private var periodTable: Table {
        let (year, annual) = (analysis.yearToDate, analysis.movingAnnualTotal)
        let shown = shownBrands
        var rows = shown.map { brand in
            [name(brand)] + cells(year.lines.first { $0.brand == brand }, annual.lines.first { $0.brand == brand })
        }
        let names = Set(shown)
        let count = Set(year.lines.map(\.brand)).union(annual.lines.map(\.brand)).subtracting(names).count
        if count > 0 {
            rows.append(
                [Cell(book.say(SpendPhrase.allOther(count)), emphasis: .muted)]
                    + cells(year.allOther(than: names), annual.allOther(than: names)))
        }
        return Table(
            "longer-periods", title: heading(.longerPeriods),
            columns: [
                Column(book.say(.brand)), Column(moneyHeading(.yearToDate(month.year)), .money),
                Column(moneyHeading(.yearToDateBefore(month.year - 1)), .money, importance: .useful),
                Column(heading(.yearToDateGrowth), .percent), Column(book.say(.share), .percent, importance: .extra),
                Column(moneyHeading(.movingAnnualTotal), .money, importance: .useful),
                Column(heading(.movingAnnualGrowth), .percent, importance: .useful),
            ], rows: rows,
            totals: [
                Cell(book.say(.total)), cell(year.total), cell(year.previousTotal), cell(growth: year.growth), .empty,
                cell(annual.total), cell(growth: annual.growth),
            ],
            remark: remark([
                .yearToDateRemark(from: year.months.lowerBound, to: year.months.upperBound)
            ]))
    }

    /// The largest of the year to date, and the client.
    private var shownBrands: [String] {
        var shown = analysis.yearToDate.lines.prefix(periodLimit).map(\.brand)
        if let client = analysis.client, !shown.contains(client),
            analysis.yearToDate.lines.contains(where: { $0.brand == client })
        {
            shown.append(client)
        }
        return shown
    }

    private func cells(_ year: YearToDate.Line?, _ annual: MovingAnnualTotal.Line?) -> [Cell] {
        let none = [Cell.empty]
        return
            (year.map {
                [cell($0.spend), cell($0.previousSpend), cell(growth: $0.growth), cell(share: $0.share)]
            } ?? Array(repeating: none[0], count: 4))
            + (annual.map { [cell($0.total), cell(growth: $0.growth)] } ?? Array(repeating: none[0], count: 2))
    }
}
