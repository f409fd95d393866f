import Costing
import Monetary
import WorkTime

extension EstimatePaperWords {
    /// The rates of other currencies; `nil` where all suppliers have the currency of the estimate.
    var exchanges: Table? {
        guard !estimate.exchanges.isEmpty else { return nil }
        let none = Cell("–", emphasis: .muted)
        return Table(
            "exchange", title: book.say(CostEstimatePhrase.exchangeRates),
            columns: [
                Column(book.say(CostEstimatePhrase.currency)), Column(heading(.exchange), .number),
                Column(book.say(CostEstimatePhrase.date), .date), Column(book.say(.source)),
            ],
            rows: estimate.exchanges.map { exchange in
                [
                    Cell(exchange.currency.code), number(exchange.rate),
                    exchange.date.map { book.cell($0, .dated) } ?? none,
                    exchange.source.map { Cell($0) } ?? none,
                ]
            })
    }

    // MARK: Billing

    /// Every invoice to the client with what is billed by then; `nil` where the contract does not say.
    var billing: Table? {
        guard !estimate.billing.isEmpty else { return nil }
        let steps = estimate.billing.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
        var billed = Money.zero(currency)
        let rows = steps.enumerated().map { index, step -> [Cell] in
            billed = (try? billed + step.element.amount) ?? billed
            let amount = Formula.cell(row: index, column: 3)
            let sum = index == 0 ? amount : .plus(.cell(row: index - 1, column: 4), amount)
            return [
                book.cell(step.element.date, .dated), Cell(step.element.name),
                Cell(book.say(step.element.isRetainer ? CostEstimatePhrase.retainer : .invoice)),
                book.cell(bare: step.element.amount),
                book.cell(bare: billed).computed(by: sum),
            ]
        }
        let total = book.cell(bare: totals.billed, .strong).computed(by: .sum(rows: rows.indices, column: 3))
        let open = (try? totals.price - totals.billed) ?? .zero(currency)
        return Table(
            "billing", title: book.say(CostEstimatePhrase.billing),
            columns: [
                Column(book.say(CostEstimatePhrase.date), .date), Column(book.say(CostEstimatePhrase.step)),
                Column(book.say(CostEstimatePhrase.kind), importance: .useful), Column(heading(.amount), .money),
                Column(heading(.billedSoFar), .money, importance: .useful),
            ], rows: rows, totals: [Cell(book.say(.total)), .empty, .empty, total, .empty],
            remark: open.isZero || open.isNegative ? nil : book.say(CostEstimatePhrase.notScheduled(open)))
    }

    // MARK: Versions

    /// `nil` where none is known.
    var versions: Table? {
        guard !paper.record.versions.isEmpty else { return nil }
        return Table(
            "versions", title: book.say(CostEstimatePhrase.versions),
            columns: [
                Column(book.say(CostEstimatePhrase.version), .integer), Column(book.say(CostEstimatePhrase.state)),
                Column(book.say(CostEstimatePhrase.effective), .date), Column(heading(.approvedCost), .money),
                Column(heading(.asked), .money),
                Column(book.say(CostEstimatePhrase.proposed), importance: .extra),
                Column(book.say(CostEstimatePhrase.signedInternally), importance: .extra),
                Column(book.say(CostEstimatePhrase.signedByClient), importance: .extra),
                Column(book.say(CostEstimatePhrase.reason), importance: .extra),
            ], rows: paper.record.versions.map(row))
    }

    private func row(_ version: EstimateVersion) -> [Cell] {
        let estimate = version.estimate
        let totals = try? EstimateTotals(of: estimate)
        func amount(_ money: Money?) -> Cell { money.map { book.cell(bare: $0) } ?? .empty }
        let isThis = estimate.version == self.estimate.version
        let decision = version.abandonment ?? version.clientSignOff
        return [
            book.cell(.integer(estimate.version), isThis ? .strong : .plain),
            Cell(
                book.say(EstimateStatePhrase(version.state)),
                emphasis: version.state == .approved ? .kept : version.state == .abandoned ? .muted : .plain),
            book.cell(estimate.effective, .dated), amount(totals?.approvedCost), amount(totals?.askedPrice),
            signed(by: version.proposal), signed(by: version.internalSignOff), signed(by: decision),
            Cell(estimate.reason ?? ""),
        ]
    }

    // MARK: Changes

    /// What is different from the version before, line by line; `nil` for a first version.
    var changes: Table? {
        guard let difference = paper.difference else { return nil }
        var rows = difference.lines.enumerated().map { row($1, $0) }
        if !difference.contingency.isZero { rows.append(contingencyRow(difference.contingency)) }
        guard !rows.isEmpty else { return nil }
        let sums = [
            difference.total.scope, difference.total.volume, difference.total.rate, difference.total.exchange,
            (try? difference.approvedCost()) ?? difference.total.cost,
            (try? difference.total.price + difference.contingency) ?? difference.total.price,
        ].enumerated().map { index, amount in
            book.cell(bare: amount, .strong, signed: true).computed(by: .sum(rows: rows.indices, column: index + 2))
        }
        // Where not all columns fit, those that say nothing go first.
        func part(_ phrase: CostEstimatePhrase, _ amount: KeyPath<CostChange, Money>) -> Column {
            let isNothing = difference.lines.allSatisfy { $0.change[keyPath: amount].isZero }
            return Column(heading(phrase), .money, importance: isNothing ? .extra : .useful)
        }
        return Table(
            "changes", title: book.say(CostEstimatePhrase.changesSince(difference.former.version)),
            columns: [
                Column(book.say(CostEstimatePhrase.line)),
                Column(book.say(CostEstimatePhrase.what), importance: .useful),
                part(.scope, \.scope), part(.volume, \.volume), part(.rateChange, \.rate),
                part(.exchangeChange, \.exchange), Column(heading(.cost), .money), Column(heading(.price), .money),
            ], rows: rows, totals: [Cell(book.say(.total)), .empty] + sums, rowLimit: 200,
            remark: book.say(CostEstimatePhrase.changesRemark))
    }

    private func row(_ line: LineDifference, _ row: Int) -> [Cell] {
        let change = line.change
        func amount(_ money: Money) -> Cell { book.cell(bare: money, money.isZero ? .muted : .plain, signed: true) }
        return [
            Cell((line.latter ?? line.former)?.name ?? line.id.rawValue), Cell(what(line)), amount(change.scope),
            amount(change.volume), amount(change.rate), amount(change.exchange),
            amount(change.cost).computed(
                by: .sum((2..<6).map { CellReference(row: row, column: $0) })), amount(change.price),
        ]
    }

    private func contingencyRow(_ change: Money) -> [Cell] {
        [Cell(book.say(CostEstimatePhrase.contingency))] + [Cell](repeating: .empty, count: 5)
            + [Cell](repeating: book.cell(bare: change, signed: true), count: 2)
    }

    /// In what a line differs, in words.
    private func what(_ line: LineDifference) -> String {
        guard let former = line.former else { return book.say(CostEstimatePhrase.isNew) }
        guard let latter = line.latter else { return book.say(CostEstimatePhrase.isGone) }
        let aspects: [(CostEstimatePhrase, isSame: Bool)] = [
            (.quantity, former.quantity == latter.quantity), (.rate, former.unitCost == latter.unitCost),
            (.exchange, former.exchangeRate == latter.exchangeRate), (.contract, former.basis == latter.basis),
            (.supplier, former.supplier == latter.supplier),
            (.dates, former.start == latter.start && former.finish == latter.finish),
        ]
        let differing = aspects.filter { !$0.isSame }.map { book.say($0.0) }
        return differing.isEmpty ? book.say(CostEstimatePhrase.description) : book.list(differing)
    }
}
