import MediaSpend
import Monetary
import WorkTime

extension SpendReportWriter {
    /// How many movers a page lists before it sums up the others; the JSON answer holds ``Movers/limit``.
    private var moverLimit: Int { 10 }

    /// Who moved, who is new, who stopped.
    var movement: Section? {
        let blocks = ([moversChart, moversTable] + shareChangeTables + [burstTable, entrantsTable, lapsedTable])
            .compactMap(\.self)
        return blocks.isEmpty ? nil : Section(heading(.movement), blocks)
    }

    // MARK: Movers

    private var shownMovers: [Movers.Line] { Array(analysis.movers.lines.prefix(moverLimit)) }

    private var moversChart: Block? {
        guard let largest = shownMovers.first else { return nil }
        return .chart(
            .bar(
                BarChart(
                    moneyHeading(.movers), summary: book.say(SpendSentence.moversChart(named(largest.brand))),
                    unit: .money(currency: code),
                    bars: shownMovers.map { line in
                        BarChart.Bar(
                            named(line.brand), line.change.approximateUnits,
                            text: book.number(line.change.approximateUnits, decimals: 0, signed: true),
                            emphasis: line.brand == analysis.client ? .strong : .plain)
                    })))
    }

    private var moversTable: Block? {
        guard !shownMovers.isEmpty, let total = brands.total, let before = brands.previousTotal else { return nil }
        let money = analysis.market.money
        func sum(_ amounts: [Money]) -> Int64 { amounts.reduce(0) { $0 + $1.minorUnits } }
        let others = money(total.minorUnits - sum(shownMovers.map(\.spend)))
        let othersBefore = money(before.minorUnits - sum(shownMovers.map(\.previousSpend)))
        var rows = shownMovers.map { line in
            moverRow(name(line.brand), line.previousSpend, line.spend, of: before)
        }
        if brands.lines.count > shownMovers.count {
            let label = Cell(
                book.say(SpendPhrase.allOther(brands.lines.count - shownMovers.count)), emphasis: .muted)
            rows.append(moverRow(label, othersBefore, others, of: before))
        }
        return .table(
            Table(
                "movers", title: heading(.movers),
                columns: [
                    Column(book.say(.brand)), Column(moneyHeading(.spendIn(analysis.months.previous)), .money),
                    Column(moneyHeading(.spendIn(month)), .money), Column(moneyHeading(.change), .money),
                    Column(heading(.contribution), .percent, importance: .useful),
                ], rows: rows, totals: moverRow(Cell(book.say(.total)), before, total, of: before),
                remark: remark([.moversRemark])))
    }

    private func moverRow(_ label: Cell, _ before: Money, _ now: Money, of total: Money) -> [Cell] {
        let change = analysis.market.money(now.minorUnits - before.minorUnits)
        let contribution: Cell =
            total.minorUnits > 0
            ? book.cell(.points(Double(change.minorUnits) / Double(total.minorUnits)))
            : book.cell(.absent(reason: reason(.emptyWhole)))
        return [label, cell(before), cell(now), cell(change, signed: true), contribution]
    }

    // MARK: Bursts

    private var burstTable: Block? {
        guard !analysis.bursts.lines.isEmpty else { return nil }
        return .table(
            BurstTable(
                writer: words, bursts: analysis.bursts.lines, showsMonth: false,
                showsCategory: analysis.categories.count > 1
            ).table)
    }

    // MARK: New and stopped

    private var entrantsTable: Block? {
        guard let lines = analysis.entrants.lines.value, !lines.isEmpty else { return nil }
        let lookBack = analysis.entrants.lookBack
        return .table(
            list(
                "entrants", .entrants, amount: month, lines.map { (brand: $0.brand, amount: $0.spend) },
                remark: .entrantsRemark(from: lookBack.lowerBound, to: lookBack.upperBound)))
    }

    private var lapsedTable: Block? {
        guard let lines = analysis.lapsed.lines.value, !lines.isEmpty else { return nil }
        return .table(
            list(
                "lapsed", .lapsed, amount: analysis.months.previous,
                lines.map { (brand: $0.brand, amount: $0.previousSpend) },
                remark: .lapsedRemark(analysis.months.previous, month)))
    }

    private func list(
        _ id: String, _ title: SpendPhrase, amount month: CivilMonth, _ lines: [(brand: String, amount: Money)],
        remark: SpendSentence
    ) -> Table {
        let total = analysis.market.money(lines.reduce(0) { $0 + $1.amount.minorUnits })
        return Table(
            id, title: heading(title),
            columns: [Column(book.say(.brand)), Column(moneyHeading(.spendIn(month)), .money)],
            rows: lines.map { [name($0.brand), cell($0.amount)] },
            totals: [Cell(book.say(SpendPhrase.totalOf(lines.count))), cell(total)], rowLimit: 8,
            remark: book.say(remark))
    }
}
