import Costing
import Monetary
import WorkTime

/// The parts of a reconciliation in one language. Sums that cannot be counted do not come this far: the figures are checked.
struct ReconciliationWords {
    let paper: ReconciliationPaper
    let book: Phrasebook
    let figures: Reconciliation

    init(_ paper: ReconciliationPaper, _ book: Phrasebook) {
        self.paper = paper
        self.book = book
        figures = paper.figures
    }

    // MARK: Lines

    /// In the order of the estimate, then those that it does not have, by id.
    var lines: [ReconciledLine] {
        let places = Dictionary((paper.estimate?.lines ?? []).enumerated().map { ($1.id, $0) }) { first, _ in first }
        return figures.lines.sorted { left, right in
            (places[left.line] ?? .max, left.line) < (places[right.line] ?? .max, right.line)
        }
    }

    /// As the estimate calls it; by its id where that does not have it.
    func name(_ line: LineID) -> String {
        guard let estimate = paper.estimate else { return line.rawValue }
        return estimate.line(line)?.name ?? book.say(FinancialPhrase.notInEstimate(line.rawValue))
    }

    // MARK: What leads

    var facts: [Report.Fact] {
        var facts = [
            Report.Fact(book.say(LedgerPhrase.job), figures.job.rawValue),
            Report.Fact(book.say(LedgerPhrase.through), book.day(figures.month.lastDay)),
            Report.Fact(book.say(LedgerPhrase.currency), figures.currency.code),
            Report.Fact(book.say(LedgerPhrase.measuredAgainst), book.say(LedgerPhrase.version(figures.version))),
        ]
        if let close = paper.reported?.reported {
            facts.append(
                Report.Fact(
                    book.say(LedgerPhrase.closed),
                    book.say(LedgerPhrase.closedBy(close.name, close.date, close.edition))))
        }
        return facts
    }

    var headline: Report.Headline {
        let headroom = figures.sum { try $0.headroom() }
        let forecast = figures.sum { try $0.total().forecast() }
        let approved = figures.sum { try $0.approvedCost() }
        var sentences = [
            book.say(
                isMeasured
                    ? LedgerPhrase.headroom(headroom, forecast: forecast, approved: approved)
                    : .noHeadroom(forecast))
        ]
        if !isClosingToZero { sentences.append(book.say(LedgerPhrase.doesNotClose)) }
        if let restated = paper.reported, restated.isChanged {
            sentences.append(book.say(LedgerPhrase.isRestated(restated.events.count)))
        }
        let tone: Tone =
            isMeasured && headroom.isNegative || !isClosingToZero
            ? .bad : paper.reported?.isChanged == true ? .warning : .good
        return Report.Headline(sentences, tone: tone)
    }

    /// Without an approved version there is nothing to have headroom against.
    private var isMeasured: Bool { figures.version != nil }

    var isClosingToZero: Bool {
        figures.proof.allSatisfy(\.isZero)
            && (figures.client + figures.suppliers).allSatisfy { (try? $0.difference())?.isZero == true }
    }

    // MARK: Budget

    /// Approved less cost less open commitment less what is to come less headroom: zero, line by line.
    var budget: Table {
        guard isMeasured else { return unmeasuredBudget }
        var rows = lines.enumerated().map { budgetRow($1, name: name($1.line), $0) }
        if !figures.contingency.isZero { rows.append(contingencyRow(rows.count)) }
        let count = rows.count
        let sums = figures.sum { try $0.approvedCost() }
        let total = figures.line { try $0.total() }
        let cells: [(Int, Money)] = [
            (1, sums), (2, total.ordered), (3, total.accrued),
            (4, figures.sum { try $0.approvedCost() - $0.total().accrued }),
            (5, total.openCommitment), (6, total.uncommitted), (7, figures.sum { try $0.total().forecast() }),
            (8, figures.sum { try $0.headroom() }),
        ]
        return Table(
            "budget", title: book.say(LedgerPhrase.budget),
            columns: [Column(book.say(LedgerPhrase.line))]
                + columns([
                    (.approved, .essential), (.ordered, .extra), (.accrued, .essential), (.remaining, .extra),
                    (.open, .useful), (.uncommitted, .useful), (.forecast, .useful), (.headroomHead, .essential),
                    (.difference, .extra),
                ]), rows: rows,
            totals: [Cell(book.say(.total), emphasis: .strong)]
                + cells.map { column, sum in
                    book.cell(bare: sum, .strong).computed(by: .sum(rows: 0..<count, column: column))
                }
                + [book.cell(bare: .zero(figures.currency), .strong).computed(by: .sum(rows: 0..<count, column: 9))],
            remark: book.say(LedgerPhrase.budgetRemark))
    }

    /// Cost and commitment alone, where nothing was approved.
    private var unmeasuredBudget: Table {
        let row = { (name: String, line: ReconciledLine, emphasis: Cell.Emphasis) in
            [
                Cell(name, emphasis: emphasis), book.cell(bare: line.ordered, emphasis),
                book.cell(bare: line.accrued, emphasis), book.cell(bare: line.openCommitment, emphasis),
                book.cell(bare: figures.sum { _ in try line.forecast() }, emphasis),
            ]
        }
        return Table(
            "budget", title: book.say(LedgerPhrase.budget),
            columns: [Column(book.say(LedgerPhrase.line))]
                + columns([
                    (.ordered, .essential), (.accrued, .essential), (.open, .essential), (.forecast, .essential),
                ]), rows: lines.map { row(name($0.line), $0, .plain) },
            totals: row(book.say(.total), figures.line { try $0.total() }, .strong))
    }

    private func budgetRow(_ line: ReconciledLine, name: String, _ row: Int) -> [Cell] {
        let forecast = figures.sum { _ in try line.forecast() }
        let headroom = figures.sum { _ in try line.headroom() }
        func cell(_ column: Int) -> Formula { .cell(row: row, column: column) }
        return [
            Cell(name), book.cell(bare: line.approved), book.cell(bare: line.ordered), book.cell(bare: line.accrued),
            book.cell(bare: figures.sum { _ in try line.remaining() }).computed(by: .minus(cell(1), cell(3))),
            book.cell(bare: line.openCommitment), book.cell(bare: line.uncommitted),
            book.cell(bare: forecast).computed(by: .plus(.plus(cell(3), cell(5)), cell(6))),
            book.cell(bare: headroom, headroom.isNegative ? .missed : .plain),
            book.cell(bare: figures.sum { _ in try line.approved - forecast - headroom }, .muted)
                .computed(by: .minus(.minus(cell(1), cell(7)), cell(8))),
        ]
    }

    private func contingencyRow(_ row: Int) -> [Cell] {
        let none = Money.zero(figures.currency)
        let line = ReconciledLine(
            line: "contingency", approved: figures.contingency, ordered: none, accrued: none, invoiced: none,
            paid: none,
            time: none, notInvoiced: none, openCommitment: none, uncommitted: none, billed: none)
        return budgetRow(line, name: book.say(LedgerPhrase.contingency), row)
    }

    func columns(_ heads: [(LedgerPhrase, Column.Importance)]) -> [Column] {
        heads.map { Column(book.say($0.0), .money, importance: $0.1) }
    }
}

extension Reconciliation {
    /// A sum over figures that were checked when they were made.
    func sum(_ work: (Reconciliation) throws -> Money) -> Money { (try? work(self)) ?? .zero(currency) }

    func line(_ work: (Reconciliation) throws -> ReconciledLine) -> ReconciledLine {
        if let line = try? work(self) { return line }
        let none = Money.zero(currency)
        return ReconciledLine(
            line: "total", approved: none, ordered: none, accrued: none, invoiced: none, paid: none, time: none,
            notInvoiced: none, openCommitment: none, uncommitted: none, billed: none)
    }
}
