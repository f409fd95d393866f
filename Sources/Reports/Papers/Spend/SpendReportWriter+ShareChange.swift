import MediaSpend
import Monetary
import WorkTime

extension SpendReportWriter {
    /// How many rivals a page names before it sums up the others.
    private var rivalLimit: Int { 8 }

    /// Who took share from the client or gave it up, since the month before and since a year ago.
    var shareChangeTables: [Block] {
        guard let changes = analysis.shareChanges else { return [] }
        return [
            shareChangeTable("share-change", changes.monthOnMonth),
            shareChangeTable("share-change-year", changes.yearOnYear),
        ].compactMap { $0.map(Block.table) }
    }

    private func shareChangeTable(_ id: String, _ change: Derived<ShareChange>) -> Table? {
        change.value.flatMap { $0.rivals.isEmpty ? nil : shareChangeTable(id, $0) }
    }

    private func shareChangeTable(_ id: String, _ change: ShareChange) -> Table {
        var rows = [row(Cell(change.brand, emphasis: .strong), change.own.change, change.own.points)]
        rows += change.rivals.prefix(rivalLimit).map { row(name($0.brand), $0.change, $0.points) }
        if let others = change.otherRivals(after: rivalLimit) {
            let label = Cell(book.say(SpendPhrase.allOther(others.brands)), emphasis: .muted)
            rows.append(row(label, others.change, others.points))
        }
        let money = rows.compactMap { if case .money(let money) = $0[1].figure { money.minorUnits } else { nil } }
        return Table(
            id, title: book.say(ShareChangePhrase.title(change.brand, since: change.from)),
            columns: [
                Column(book.say(ShareChangePhrase.spendOf)), Column(moneyHeading(.change), .money),
                Column(book.say(ShareChangePhrase.points), .percent),
            ], rows: rows,
            totals: row(Cell(book.say(.total)), analysis.market.money(money.reduce(0, +)), change.points),
            remark: book.say(
                ShareChangePhrase.remark(before: change.shareBefore, now: change.share, since: change.from, month)))
    }

    private func row(_ label: Cell, _ change: Money, _ points: Double) -> [Cell] {
        [label, cell(change, signed: true), book.cell(.points(points, decimals: 2), signed: true)]
    }
}
