public import Monetary
public import WorkTime

extension Reconciliation {
    /// Reconciles the budget of a job with its books at the end of a month.
    ///
    /// - Parameters:
    ///   - totals: the events through the end of the month.
    ///   - estimate: the versions of the estimate; the one that is approved and holds on the last day of the month counts.
    ///   - uncommitted: what is still expected of each line beyond cost and open commitment; `nil` takes what the approved
    ///     amount of the line leaves, and nothing where it leaves nothing.
    /// - Throws: `overflow`; `mixedCurrencies` when the estimate is in another currency than the books.
    public init(
        of job: JobID, in month: CivilMonth, _ totals: LedgerTotals, against estimate: EstimateRecord?,
        uncommitted: [LineID: Money]? = nil
    ) throws(MonetaryFault) {
        let day = month.lastDay
        let approved = estimate?.approved(on: day)?.estimate
        let standing = try totals.standing(on: day)
        var budget: [LineID: Money] = [:]
        for line in approved?.lines ?? [] { budget[line.id] = line.cost }
        var lines: [ReconciledLine] = []
        for id in Set(budget.keys).union(standing.lines.map(\.line)).sorted() {
            let expected = uncommitted?[id] ?? (uncommitted == nil ? nil : .zero(totals.currency))
            lines.append(
                try ReconciledLine(
                    id, budget[id] ?? .zero(totals.currency), standing.line(id), expected, in: totals.currency))
        }
        self.init(
            job: job, month: month, currency: totals.currency, version: approved?.version, lines: lines,
            contingency: approved?.contingency ?? .zero(totals.currency),
            client: try totals.settled(ofSuppliers: false), suppliers: try totals.settled(ofSuppliers: true),
            billed: standing.client.billed, retained: standing.client.retained, unused: standing.client.unused,
            proof: try totals.proof())
    }
}

extension ReconciledLine {
    fileprivate init(
        _ id: LineID, _ approved: Money, _ standing: LineStanding?, _ expected: Money?, in currency: Currency
    ) throws(MonetaryFault) {
        let none = Money.zero(currency)
        let (accrued, open) = (standing?.accrued ?? none, standing?.openCommitment ?? none)
        let left = try approved - accrued - open
        self.init(
            line: id, approved: approved, ordered: standing?.ordered ?? none, accrued: accrued,
            invoiced: standing?.invoiced ?? none, paid: standing?.paid ?? none, time: standing?.time ?? none,
            notInvoiced: standing?.notInvoiced ?? none, openCommitment: open,
            uncommitted: expected ?? left.notBelowZero, billed: standing?.billed ?? none)
    }
}

extension LedgerTotals {
    /// By currency: documents added up, and what the accounts say beside them.
    fileprivate func settled(ofSuppliers isOfSuppliers: Bool) throws(MonetaryFault) -> [SettledCurrency] {
        var sums: [Currency: DocumentSum] = [:]
        for document in documents.values where document.isOfSupplier == isOfSuppliers {
            try sums[document.amount.currency, default: DocumentSum(in: document.amount.currency)].add(document)
        }
        for (key, balance) in balances {
            guard key.account.kind == (isOfSuppliers ? .payable : .receivable) else { continue }
            try sums[key.currency, default: DocumentSum(in: key.currency)].open.add(balance)
        }
        var settled: [SettledCurrency] = []
        for currency in sums.keys.sorted() {
            guard let sum = sums[currency] else { continue }
            let open = try sum.open.money()
            settled.append(
                SettledCurrency(
                    net: try sum.net.money(), tax: try sum.tax.money(), paid: try sum.paid.money(),
                    credited: try sum.credited.money(), open: isOfSuppliers ? try -open : open))
        }
        return settled
    }
}

private struct DocumentSum {
    var net: MoneyTotal
    var tax: MoneyTotal
    var paid: MoneyTotal
    var credited: MoneyTotal
    var open: MoneyTotal

    init(in currency: Currency) {
        let none = MoneyTotal(in: currency)
        (net, tax, paid, credited, open) = (none, none, none, none, none)
    }

    mutating func add(_ document: DocumentTotals) throws(MonetaryFault) {
        try net.add(document.amount)
        try tax.add(document.tax)
        try paid.add(document.paid)
        try credited.add(document.credited)
    }
}
