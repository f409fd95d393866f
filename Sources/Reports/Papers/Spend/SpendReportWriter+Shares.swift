import MediaSpend
import Monetary

extension SpendReportWriter {
    /// How many brands, and how many categories, a page lists before it sums up the others.
    private var brandLimit: Int { limit(isMarket ? 10 : 15, of: brands) }
    private var categoryLimit: Int { limit(12, of: analysis.categoryShares) }

    /// A few lines more are shown rather than summed up.
    private func limit(_ usual: Int, of shares: ShareOfSpend) -> Int {
        shares.spenders <= usual + 3 ? Swift.max(shares.spenders, 1) : usual
    }

    /// The brands of the set: share over time, and the table.
    var shares: Section? {
        guard !brands.lines.isEmpty else { return nil }
        let history = isMarket ? nil : lineChart(analysis.brandHistory)
        return Section(
            heading(isMarket ? .largestBrands : .shareOfSpend),
            [history, .table(shareTable), excessShareTable].compactMap(\.self))
    }

    /// The categories of a market: share over time, and the table.
    var categories: Section {
        Section(
            heading(.categories), [lineChart(analysis.categoryHistory), .table(categoryTable)].compactMap(\.self))
    }

    // MARK: Tables

    var listedBrands: ListedShares {
        ListedShares(brands.leading(brandLimit, including: analysis.client), of: brands)
    }

    var listedCategories: ListedShares {
        ListedShares(analysis.categoryShares.leading(categoryLimit), of: analysis.categoryShares)
    }

    private var shareTable: Table {
        let listed = listedBrands
        var rows = listed.lines.enumerated().map { row($1, share: listed.shown?[$0], label: name($1.brand)) }
        if let rest = listed.rest {
            let label = Cell(book.say(SpendPhrase.allOther(brands.lines.count - listed.lines.count)), emphasis: .muted)
            rows.append(row(rest, share: listed.shown?.last, label: label))
        }
        return Table(
            "share-of-spend", title: book.say(SpendPhrase.shareOfSpendIn(month)),
            columns: [
                Column(book.say(.rank), .integer), Column(heading(.rankChange), .integer, importance: .useful),
                Column(book.say(.brand)),
            ] + shareColumns, rows: rows, totals: [.empty, .empty] + totals(of: brands),
            remark: remark(
                [.shareRemark(analysis.market.basis)] + (listed.shown == nil ? [.sharesDoNotAddUp] : [])))
    }

    private var categoryTable: Table {
        let all = analysis.categoryShares
        let listed = listedCategories
        var rows = listed.lines.enumerated().map { index, line in
            categoryRow(line, share: listed.shown?[index], label: name(line.brand)) + leaderCells(of: line.brand)
        }
        if let rest = listed.rest {
            let label = Cell(
                book.say(SpendPhrase.allOther(all.lines.count - listed.lines.count)), emphasis: .muted)
            rows.append(categoryRow(rest, share: listed.shown?.last, label: label) + [.empty, .empty, .empty])
        }
        return Table(
            "categories", title: book.say(SpendPhrase.categoriesIn(month)),
            columns: [
                Column(book.say(.rank), .integer), Column(heading(.rankChange), .integer, importance: .extra),
                Column(book.say(.category)), Column(moneyHeading(.spend), .money), Column(book.say(.share), .percent),
                Column(heading(.monthOnMonth), .percent), Column(heading(.yearOnYear), .percent),
                Column(heading(.leader), importance: .useful),
                Column(heading(.leaderShare), .percent, importance: .useful),
                Column(heading(.concentration), .number, importance: .useful),
            ], rows: rows,
            totals: [
                .empty, .empty, Cell(book.say(.total)), cell(all.total), wholeShare(of: all),
                cell(growth: all.monthOnMonth), cell(growth: all.yearOnYear), .empty, .empty, .empty,
            ],
            remark: remark([.concentrationRemark]))
    }

    private var shareColumns: [Column] {
        [
            Column(moneyHeading(.spend), .money), Column(book.say(.share), .percent),
            Column(heading(.monthOnMonth), .percent), Column(heading(.shareChange), .percent, importance: .extra),
            Column(heading(.yearOnYear), .percent), Column(heading(.shareChangeInYear), .percent, importance: .extra),
        ]
    }

    // MARK: Rows

    private func row(_ line: ShareOfSpend.Line, share: Double?, label: Cell) -> [Cell] {
        [
            line.rank.value.map { book.cell(.integer($0)) } ?? .empty, rankChange(of: line), label, cell(line.spend),
            cell(share: line.share, shown: share), cell(growth: line.monthOnMonth), cell(points: line.shareChange),
            cell(growth: line.yearOnYear), cell(points: line.shareChangeInYear),
        ]
    }

    private func categoryRow(_ line: ShareOfSpend.Line, share: Double?, label: Cell) -> [Cell] {
        [
            line.rank.value.map { book.cell(.integer($0)) } ?? .empty, rankChange(of: line), label, cell(line.spend),
            cell(share: line.share, shown: share), cell(growth: line.monthOnMonth), cell(growth: line.yearOnYear),
        ]
    }

    private func wholeShare(of shares: ShareOfSpend) -> Cell {
        (shares.total?.minorUnits ?? 0) > 0 ? book.cell(.percent(1)) : .empty
    }

    private func rankChange(of line: ShareOfSpend.Line) -> Cell {
        if line.rank.value != nil, line.previousRank.absence == .absent {
            return Cell(book.say(SpendPhrase.newRank), emphasis: .new)
        }
        return line.ranksGained.value.map { book.cell(.integer($0), signed: true) } ?? .empty
    }

    private func totals(of shares: ShareOfSpend) -> [Cell] {
        [
            Cell(book.say(.total)), cell(shares.total), wholeShare(of: shares),
            cell(growth: shares.monthOnMonth), .empty, cell(growth: shares.yearOnYear), .empty,
        ]
    }

    private func leaderCells(of category: String) -> [Cell] {
        guard let analysis = analysis.categories.first(where: { $0.category == category }),
            let leader = analysis.brands.lines.first, leader.share.value != nil
        else { return [.empty, .empty, .empty] }
        return [
            name(leader.brand), cell(share: leader.share),
            cell(analysis.concentration.herfindahlIndex, signed: false) { .number($0, decimals: 0) },
        ]
    }

    func remark(_ sentences: [SpendSentence]) -> String {
        book.list(sentences: sentences.map { book.say($0) })
    }

    // MARK: Share over time

    /// `nil` where fewer than two months have shares.
    private func lineChart(_ history: ShareHistory) -> Block? {
        let known = history.months.indices.count { place in history.lines.contains { $0.shares[place].value != nil } }
        guard known > 1, let first = history.lines.first else { return nil }
        return .chart(
            .line(
                LineChart(
                    book.say(SpendPhrase.shareOverTime),
                    summary: book.say(SpendSentence.shareChart(named(first.name), month)),
                    axis: .months(history.months), unit: .percent,
                    series: history.lines.map { line in
                        LineChart.Series(
                            named(line.name), line.shares.map(\.value), isLeading: line.name == analysis.client)
                    })))
    }
}
