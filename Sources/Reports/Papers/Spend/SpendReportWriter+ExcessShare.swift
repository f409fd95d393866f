import MediaSpend
import WorkTime

extension SpendReportWriter {
    /// Share of spend against market share, where a table of market shares was given.
    var excessShareTable: Block? {
        guard let excess = analysis.excessShare, !excess.lines.isEmpty else { return nil }
        let rows = excess.lines.map { line in
            [
                name(line.brand), book.cell(.percent(line.marketShare)), cell(share: line.shareOfSpend),
                cell(points: line.excess), cell(line.ruleOfThumb) { .points($0, decimals: 2) },
            ]
        }
        let say = { (phrase: ExcessSharePhrase) in book.say(phrase) }
        return .table(
            Table(
                "excess-share", title: say(.title),
                columns: [
                    Column(book.say(.brand)), Column(say(.marketShare), .percent),
                    Column(book.say(SpendPhrase.shareOfSpend), .percent), Column(say(.excess), .percent),
                    Column(say(.rule), .percent),
                ], rows: rows, remark: say(.remark(from: excess.months.lowerBound, to: excess.months.upperBound))))
    }
}
