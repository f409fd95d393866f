import MediaSpend
import Monetary

extension SpendReportWriter {
    private var reasonLimit: Int { 10 }

    /// Why spend changed, in parts that add up.
    var reasons: Section? {
        guard let bridge = SpendBridge(analysis) else { return absentReasons }
        return Section(
            heading(.whyItChanged(analysis.decompositionBase)),
            [.chart(.bar(chart(of: bridge))), .table(table(bridge))])
    }

    /// The section where the change cannot be taken apart: the reason alone.
    private var absentReasons: Section? {
        guard let absence = analysis.decompositions.compactMap(\.parts.absence).first else { return nil }
        return Section(
            heading(.whyItChanged(analysis.decompositionBase)),
            [.note(Note(book.say(SpendSentence.notExplained(absence))))])
    }

    /// A waterfall: each part begins where the one above it ends, and the change stands below.
    private func chart(of bridge: SpendBridge) -> BarChart {
        var reached = 0.0
        let steps = bridge.parts.map { part in
            defer { reached += part.amount.approximateUnits }
            return BarChart.Bar(
                book.say(part.name), part.amount.approximateUnits, start: reached,
                text: book.number(part.amount.approximateUnits, decimals: 0, signed: true))
        }
        let change = bridge.change.approximateUnits
        let whole = BarChart.Bar(
            heading(.change), change, text: book.number(change, decimals: 0, signed: true), emphasis: .strong)
        return BarChart(
            moneyHeading(.partsOfChange), summary: book.say(SpendSentence.decompositionChart),
            unit: .money(currency: code), bars: steps + [whole])
    }

    // MARK: Table

    private func table(_ bridge: SpendBridge) -> Table {
        let all = analysis.decompositions.sorted {
            change($0) == change($1) ? $0.category < $1.category : change($0) > change($1)
        }
        let shown = all.count > reasonLimit + 1 ? Array(all.prefix(reasonLimit)) : all
        var rows = shown.map { row(Cell(named($0.category)), [$0]) }
        if all.count > shown.count {
            let label = Cell(book.say(SpendPhrase.allOther(all.count - shown.count)), emphasis: .muted)
            rows.append(row(label, Array(all.dropFirst(shown.count))))
        }
        return Table(
            "decomposition", title: heading(.whyItChanged(analysis.decompositionBase)),
            columns: [
                Column(book.say(.category)),
                Column(moneyHeading(.spendIn(analysis.decompositionBase)), .money, importance: .useful),
            ] + bridge.parts.map { Column(book.say($0.name), .money) } + [
                Column(moneyHeading(.spendIn(month)), .money, importance: .useful)
            ],
            rows: rows, totals: all.count > 1 ? row(Cell(book.say(.total)), all) : nil,
            remark: remark([.decompositionRemark(analysis.decompositionMethod)]))
    }

    private func change(_ line: Decomposition) -> UInt64 {
        ((line.to?.minorUnits ?? 0) - (line.from?.minorUnits ?? 0)).magnitude
    }

    private func row(_ label: Cell, _ lines: [Decomposition]) -> [Cell] {
        guard let bridge = SpendBridge(lines, in: analysis.market.currency) else { return [label] }
        return [label, cell(bridge.from)] + bridge.parts.map { cell($0.amount, signed: true) } + [cell(bridge.to)]
    }
}
