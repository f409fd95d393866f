public import MediaSpend
import Monetary
import WorkTime

/// Spend in a cut of one's own (自定义查询).
public struct CrossTablePaper: Paper {
    public let table: CrossTable
    public let market: MarketData
    public let filter: CubeFilter
    public let shown: Measure

    /// What stands in the cells.
    public enum Measure: String, Hashable, Sendable, CaseIterable {
        case spend
        /// The part of each cell in its column.
        case down
        /// The part of each cell in its row.
        case across
    }

    public init(_ table: CrossTable, of market: MarketData, where filter: CubeFilter, showing shown: Measure) {
        self.table = table
        self.market = market
        self.filter = filter
        self.shown = shown
    }

    public func report(in book: Phrasebook) -> Report {
        let writer = CrossTableWriter(paper: self, book: book)
        return Report(
            kind: "spend-query", language: book.language, title: book.say(CrossTablePhrase.title),
            facts: writer.facts, headline: .init([writer.headline], tone: .neutral),
            sections: table.rows.isEmpty ? [] : [Section(writer.title, [.table(writer.table)])])
    }
}

private struct CrossTableWriter {
    let paper: CrossTablePaper
    let book: Phrasebook

    private var cross: CrossTable { paper.table }
    private var words: SpendWords { SpendWords(book: book, currency: paper.market.currency.code, client: nil) }

    var title: String {
        let rows = book.list(cross.rowDimensions.map { book.say(SpendDimensionPhrase($0)) })
        return book.say(CrossTablePhrase.by(rows, across: cross.columnDimension.map(SpendDimensionPhrase.init)))
    }

    var headline: String {
        cross.rows.isEmpty
            ? book.say(CrossTablePhrase.nothing)
            : book.say(
                CrossTablePhrase.total(RoundAmount(cross.totals.total), rows: cross.rows.count + cross.otherRows))
    }

    var facts: [Report.Fact] {
        let conditions = paper.filter.names.sorted { $0.key < $1.key }.map { dimension, names in
            Report.Fact(
                book.heading(of: dimension), book.list(names.sorted().map(words.named)))
        }
        let months = (paper.filter.months ?? []).sorted()
        return [
            Report.Fact(book.say(.source), paper.market.source),
            Report.Fact(book.say(.basis), book.say(SpendPhrase.basis(paper.market.basis))),
        ] + conditions
            + (months.isEmpty
                ? [] : [Report.Fact(book.say(BurstPhrase.month), book.say(CrossTablePhrase.months(months.runs)))])
    }

    // MARK: Table

    var table: Table {
        let heads =
            cross.columns.map(columnName)
            + (cross.otherColumns > 0 ? [book.say(SpendPhrase.allOther(cross.otherColumns))] : [])
        let kind: Column.Kind = paper.shown == .spend ? .money : .percent
        let total = Column(words.money(SpendPhrase.spend), .money)
        let columns =
            cross.rowDimensions.map { Column(book.heading(of: $0)) } + [total]
            + (heads.isEmpty ? [Column(book.say(.share), .percent)] : [])
            + heads.map { Column($0, kind, importance: .useful) }
        var rows = cross.rows.map { row($0, labels: zip($0.names, cross.rowDimensions).map(name)) }
        if let rest = cross.rest {
            rows.append(
                row(rest, labels: labels(Cell(book.say(SpendPhrase.allOther(cross.otherRows)), emphasis: .muted))))
        }
        return Table(
            "query", title: title, columns: columns, rows: rows,
            totals: row(cross.totals, labels: labels(Cell(book.say(.total)))),
            remark: book.say(CrossTablePhrase.remark(paper.shown)))
    }

    /// A label in the first of the label columns.
    private func labels(_ first: Cell) -> [Cell] {
        [first] + Array(repeating: .empty, count: cross.rowDimensions.count - 1)
    }

    private func name(_ name: String, _ dimension: SpendDimension) -> Cell {
        guard dimension == .month, let month = CivilMonth(name) else { return Cell(words.named(name)) }
        return Cell(book.month(month))
    }

    private func columnName(_ name: String) -> String {
        guard cross.columnDimension == .month, let month = CivilMonth(name) else { return words.named(name) }
        return book.month(month)
    }

    private func row(_ row: CrossTable.Row, labels: [Cell]) -> [Cell] {
        let cells = row.cells.indices.map { place in
            switch paper.shown {
            case .spend: book.cell(whole: row.cells[place])
            case .down: words.share(cross.down(row, at: place))
            case .across: words.share(cross.across(row, at: place))
            }
        }
        return labels + [book.cell(whole: row.total)] + (row.cells.isEmpty ? [words.share(cross.down(row))] : [])
            + cells
    }
}
