import Costing
import Monetary

extension EstimatePaperWords {
    /// From the lines to what is asked for, each reserve beside whose it is.
    var sums: Table {
        let lineTotals = (cost: reference(.cost), price: reference(.price))
        var rows = [
            row(
                .allLines, cost: book.cell(bare: totals.cost).computed(by: lineTotals.cost),
                price: book.cell(bare: totals.price).computed(by: lineTotals.price)),
            row(.contingency, cost: book.cell(bare: estimate.contingency), price: contingencyPrice),
            row(
                .withContingency,
                cost: book.cell(bare: totals.approvedCost, .strong).computed(by: .sum(rows: 0..<2, column: 1)),
                price: book.cell(bare: totals.askedPrice, .strong).computed(by: .sum(rows: 0..<2, column: 2)),
                .strong),
            row(.managementReserve, cost: book.cell(bare: estimate.managementReserve), price: .empty),
            row(
                .costWithReserves,
                cost: book.cell(bare: totals.costWithReserves).computed(by: .sum(rows: 2..<4, column: 1)), price: .empty
            ),
        ]
        rows += ceilingRows + taxRows
        return Table(
            "amounts", title: book.say(CostEstimatePhrase.amounts),
            columns: [
                Column(book.say(CostEstimatePhrase.item)), Column(heading(.cost), .money),
                Column(heading(.price), .money),
            ], rows: rows, remark: book.say(CostEstimatePhrase.reserveOrder))
    }

    private func row(
        _ item: CostEstimatePhrase, cost: Cell, price: Cell, _ emphasis: Cell.Emphasis = .plain
    ) -> [Cell] {
        [Cell(book.say(item), emphasis: emphasis), cost, price]
    }

    /// The client is asked for as much as it may cost.
    private var contingencyPrice: Cell {
        book.cell(bare: estimate.contingency).computed(by: .cell(row: 1, column: 1))
    }

    private var ceilingRows: [[Cell]] {
        guard let ceiling = estimate.ceiling, let headroom = ceilingHeadroom else { return [] }
        return [
            row(.ceiling, cost: .empty, price: book.cell(bare: ceiling)),
            row(
                .ceilingHeadroom, cost: .empty,
                price: book.cell(bare: headroom, headroom.isNegative ? .missed : .kept, signed: true).computed(
                    by: .minus(.cell(row: 5, column: 2), .cell(row: 2, column: 2)))),
        ]
    }

    /// Beside everything, and in nothing.
    private var taxRows: [[Cell]] {
        guard let tax = totals.tax, let rate = estimate.taxRate else { return [] }
        let formula = Formula.rounded(
            .times(.cell(row: 0, column: 2), .number(rate)), places: currency.exponent)
        return [
            row(
                .taxBeside(percent(rate)), cost: .empty,
                price: book.cell(bare: tax, .muted).computed(by: formula))
        ]
    }

    // MARK: Proof

    /// The parts against the whole: costs and additions of the lines on one side, the prices by category on the other.
    var proof: Table {
        let parts = (try? totals.cost + totals.addition) ?? totals.price
        let difference = (try? parts - totals.price) ?? .zero(currency)
        let rows: [(CostEstimatePhrase, Money, Formula)] = [
            (.costOfLines, totals.cost, reference(.cost)), (.addition, totals.addition, reference(.addition)),
            (.costAndAdditions, parts, .sum(rows: 0..<2, column: 1)),
            (.priceOfCategories, totals.price, .cell(categoryTotal)),
            (.difference, difference, zeroed),
        ]
        return Table(
            "proof", title: book.say(CostEstimatePhrase.proof),
            columns: [Column(book.say(CostEstimatePhrase.item)), Column(heading(.amount), .money)],
            rows: rows.enumerated().map { index, row in
                let emphasis: Cell.Emphasis = index == 4 ? difference.isZero ? .kept : .missed : .plain
                return [
                    Cell(book.say(row.0), emphasis: emphasis),
                    book.cell(bare: row.1, emphasis).computed(by: row.2),
                ]
            })
    }

    /// A spreadsheet counts in binary fractions: what is left over of them is rounded away.
    private var zeroed: Formula {
        .rounded(.minus(.cell(row: 2, column: 1), .cell(row: 3, column: 1)), places: currency.exponent)
    }

    private var categoryTotal: CellReference {
        CellReference(row: groups(by: \.category).count, column: 3, in: "categories")
    }
}
