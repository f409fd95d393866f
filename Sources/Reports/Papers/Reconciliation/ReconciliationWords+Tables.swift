import Costing
import Monetary

extension ReconciliationWords {
    /// Accrued cost is what was paid, what is to be paid, what no invoice has come for, own time, and differences of exchange.
    var cost: Table {
        let count = figures.lines.count
        let rows = lines.enumerated().map { costRow($1, name: name($1.line), $0) }
        let total = costRow(figures.line { try $0.total() }, name: book.say(.total), count)
        let totals = total.enumerated().map { column, cell in
            column == 0 || cell.formula == nil && column == 0
                ? cell : cell.computed(by: .sum(rows: 0..<count, column: column))
        }
        return Table(
            "cost", title: book.say(LedgerPhrase.cost),
            columns: [Column(book.say(LedgerPhrase.line))]
                + columns([
                    (.accrued, .essential), (.paid, .essential), (.payable, .essential), (.notInvoiced, .essential),
                    (.time, .useful), (.rateDifference, .useful), (.difference, .extra), (.invoiced, .extra),
                    (.billed, .extra),
                ]), rows: rows, totals: totals, remark: book.say(LedgerPhrase.costRemark))
    }

    private func costRow(_ line: ReconciledLine, name: String, _ row: Int) -> [Cell] {
        let payable = figures.sum { _ in try line.payable() }
        let rates = figures.sum { _ in try line.rateDifference() }
        let rest = figures.sum { _ in
            try line.accrued - line.paid - payable - line.notInvoiced - line.time - rates
        }
        let parts = (2...6).map { Formula.cell(row: row, column: $0) }
        let sum = parts.dropFirst().reduce(parts[0]) { .plus($0, $1) }
        return [
            Cell(name), book.cell(bare: line.accrued), book.cell(bare: line.paid),
            book.cell(bare: payable).computed(
                by: .minus(.cell(row: row, column: 8), .cell(row: row, column: 2))),
            book.cell(bare: line.notInvoiced), book.cell(bare: line.time), book.cell(bare: rates),
            book.cell(bare: rest, rest.isZero ? .muted : .missed).computed(by: .minus(.cell(row: row, column: 1), sum)),
            book.cell(bare: line.invoiced), book.cell(bare: line.billed),
        ]
    }

    /// What was asked, in the currency of the documents, and what the accounts say is open of it.
    var settlements: Table {
        let sides: [(LedgerPhrase, [SettledCurrency])] = [
            (.clientSide, figures.client), (.supplierSide, figures.suppliers),
        ]
        let rows = sides.flatMap { side, currencies in currencies.map { (side, $0) } }
            .enumerated().map { row, entry in settlementRow(entry.0, entry.1, row) }
        return Table(
            "settlements", title: book.say(LedgerPhrase.settlements),
            columns: [Column(book.say(LedgerPhrase.side)), Column(book.say(LedgerPhrase.currency))]
                + columns([
                    (.net, .essential), (.tax, .essential), (.settled, .essential), (.credited, .useful),
                    (.stillOpen, .essential), (.difference, .useful),
                ]), rows: rows, remark: book.say(LedgerPhrase.settlementRemark))
    }

    private func settlementRow(_ side: LedgerPhrase, _ sum: SettledCurrency, _ row: Int) -> [Cell] {
        let difference = (try? sum.difference()) ?? sum.open
        func cell(_ column: Int) -> Formula { .cell(row: row, column: column) }
        let formula = Formula.minus(.minus(.minus(.plus(cell(2), cell(3)), cell(4)), cell(5)), cell(6))
        return [
            Cell(book.say(side)), Cell(sum.net.currency.code), book.cell(bare: sum.net), book.cell(bare: sum.tax),
            book.cell(bare: sum.paid), book.cell(bare: sum.credited), book.cell(bare: sum.open),
            book.cell(bare: difference, difference.isZero ? .kept : .missed).computed(by: formula),
        ]
    }

    var client: Table {
        Table(
            "client", title: book.say(LedgerPhrase.clientSide),
            columns: [Column(book.say(LedgerPhrase.item)), Column(book.say(LedgerPhrase.amount), .money)],
            rows: [
                [Cell(book.say(LedgerPhrase.billedForWork)), book.cell(bare: figures.billed)],
                [Cell(book.say(LedgerPhrase.unused)), book.cell(bare: figures.unused)],
                [
                    Cell(book.say(LedgerPhrase.sentToClient), emphasis: .strong),
                    book.cell(bare: figures.sum { try $0.billed + $0.unused }, .strong)
                        .computed(by: .sum(rows: 0..<2, column: 1)),
                ], [Cell(book.say(LedgerPhrase.retained)), book.cell(bare: figures.retained)],
            ])
    }

    var proof: Table {
        Table(
            "proof", title: book.say(LedgerPhrase.proof),
            columns: [
                Column(book.say(LedgerPhrase.currency)), Column(book.say(LedgerPhrase.allAccounts), .money),
            ],
            rows: figures.proof.map { sum in
                [Cell(sum.currency.code), book.cell(bare: sum, sum.isZero ? .kept : .missed)]
            })
    }

    // MARK: As reported and as restated

    var restatement: [Block] {
        guard let reported = paper.reported, reported.isChanged else { return [] }
        let none = Money.zero(figures.currency)
        let figuresOf: [(LedgerPhrase, (ReconciledLine) -> Money)] = [
            (.approved, \.approved), (.ordered, \.ordered), (.accrued, \.accrued), (.invoiced, \.invoiced),
            (.paid, \.paid), (.open, \.openCommitment), (.uncommitted, \.uncommitted), (.billed, \.billed),
        ]
        let rows = reported.changes.flatMap { change in
            figuresOf.compactMap { label, figure -> [Cell]? in
                let (before, after) = (change.reported.map(figure) ?? none, change.restated.map(figure) ?? none)
                guard before != after else { return nil }
                return [
                    Cell(name(change.line)), Cell(book.say(label)), book.cell(bare: before), book.cell(bare: after),
                    book.cell(bare: figures.sum { _ in try after - before }, signed: true),
                ]
            }
        }
        let table = Table(
            "restated", title: book.say(LedgerPhrase.restated),
            columns: [
                Column(book.say(LedgerPhrase.line)), Column(book.say(LedgerPhrase.figure)),
                Column(book.say(LedgerPhrase.asReported), .money), Column(book.say(LedgerPhrase.asRestated), .money),
                Column(book.say(LedgerPhrase.difference), .money),
            ], rows: rows)
        return [.table(table), .table(laterEvents(reported))]
    }

    private func laterEvents(_ reported: RestatedMonth) -> Table {
        Table(
            "later-events", title: book.say(LedgerPhrase.laterEvents),
            columns: [
                Column(book.say(LedgerPhrase.document)), Column(book.say(LedgerPhrase.date), .date),
                Column(book.say(LedgerPhrase.kindHead)), Column(book.say(LedgerPhrase.line)),
                Column(book.say(LedgerPhrase.amount), .money),
            ],
            rows: reported.events.map { event in
                [
                    Cell(event.id), book.cell(.day(event.date)), Cell(book.say(LedgerPhrase.kind(event.kind))),
                    Cell(event.line.map(name) ?? ""), book.cell(.money(event.amount)),
                ]
            }, rowLimit: 40)
    }

    // MARK: By age

    func ageing(_ ages: [Ageing], _ id: String, _ title: LedgerPhrase) -> [Block] {
        guard !ages.isEmpty else { return [] }
        let rows = ages.map { age in
            [Cell(age.party), Cell(age.currency.code)] + age.amounts.map { book.cell(bare: $0) } + [
                book.cell(bare: (try? age.total()) ?? .zero(age.currency), .strong),
                Cell(age.collectionDelay.map { book.say(LedgerPhrase.days($0)) } ?? book.say(LedgerPhrase.noPayment)),
            ]
        }
        return [
            .table(
                Table(
                    id, title: book.say(title),
                    columns: [Column(book.say(LedgerPhrase.party)), Column(book.say(LedgerPhrase.currency))]
                        + columns([
                            (.notDue, .essential), (.due30, .essential), (.due60, .useful), (.due90, .useful),
                            (.dueOlder, .essential), (.sum, .essential),
                        ]) + [Column(book.say(LedgerPhrase.delay), alignment: .trailing)],
                    rows: rows, remark: book.say(LedgerPhrase.delayRemark)))
        ]
    }
}
