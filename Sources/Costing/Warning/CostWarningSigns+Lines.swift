import Monetary
import WorkTime

/// What lines give away.
extension CostWarningSigns {
    func lineSigns() throws(MonetaryFault) -> [CostWarning] {
        var found: [CostWarning] = []
        for line in outlook.lines {
            guard estimate.line(line.line) != nil else {
                found += try unlinked(line)
                continue
            }
            found += try committedBeyond(line) + spentBeforeEarned(line) + notBooked(line) + unreported(line)
        }
        return found
    }

    private func unlinked(_ line: LineOutlook) throws(MonetaryFault) -> [CostWarning] {
        let committed = try line.committed()
        return committed.isZero ? [] : [warning(.costWithoutLine(line.line), .warn, committed, do: .assignLine)]
    }

    private func committedBeyond(_ line: LineOutlook) throws(MonetaryFault) -> [CostWarning] {
        let over = try line.committed() - line.budget
        guard isWorthIt(over) else { return [] }
        guard !isDone(line) else {
            // Nobody can act on it any more but with what is still to be ordered elsewhere.
            guard outlook.lines.contains(where: { $0.uncommitted.minorUnits > 0 }) else { return [] }
            return [warning(.committedBeyondBudget(line.line), .watch, over, do: .reviewRest)]
        }
        let isOnOrder = books.standing.orders.contains { $0.line == line.line && !$0.isClosed }
        return [
            warning(
                .committedBeyondBudget(line.line), .warn, over, do: isOnOrder ? .renegotiateOrder : .reviewLine)
        ]
    }

    /// Whether all of a line is done, and nothing is on order that has not come.
    private func isDone(_ line: LineOutlook) -> Bool {
        line.openCommitment.isZero
            && (line.earnedValue.minorUnits >= line.budget.minorUnits || !line.notBought.isZero)
    }

    private func spentBeforeEarned(_ line: LineOutlook) throws(MonetaryFault) -> [CostWarning] {
        guard line.budget.minorUnits > 0, line.isReported else { return [] }
        let spent = line.accrued.approximateUnits / line.budget.approximateUnits
        let earned = line.earnedValue.approximateUnits / line.budget.approximateUnits
        guard spent > rules.mostSpent, earned < spent * rules.leastEarnedOfSpent, earned < 1 else { return [] }
        return [
            warning(
                .spentBeforeEarned(line.line, spent: spent, earned: earned), .warn, try line.accrued - line.earnedValue,
                do: .reviewLine)
        ]
    }

    private func notBooked(_ line: LineOutlook) throws(MonetaryFault) -> [CostWarning] {
        guard let risk = line.lateInvoice, isWorthIt(risk.amount), risk.probability >= rules.warnProbability else {
            return []
        }
        return [
            warning(.costNotBooked(line.line, probability: risk.probability), .watch, risk.amount, do: .postAccrual)
        ]
    }

    private func unreported(_ line: LineOutlook) throws(MonetaryFault) -> [CostWarning] {
        guard !line.isReported, isWorthIt(line.accrued) else { return [] }
        return [warning(.progressUnreported(line.line), .watch, line.accrued, do: .reportProgress)]
    }
}

/// What orders and versions give away.
extension CostWarningSigns {
    func contractSigns() throws(MonetaryFault) -> [CostWarning] {
        try pendingChanges() + movedExchange() + lateInvoices()
    }

    private func pendingChanges() throws(MonetaryFault) -> [CostWarning] {
        guard books.isApproved else { return [] }
        var found: [CostWarning] = []
        for version in books.pending {
            let change = try version.estimate.approvedCost() - outlook.approvedCost
            let left = max(0, day.distance(to: version.estimate.effective))
            found.append(
                warning(
                    .changeOrderPending(version: version.estimate.version, withClient: version.state == .withClient),
                    .watch, change, do: .getSignature, within: min(left, rules.answerDays)))
        }
        return found
    }

    /// By line: what its orders have cost more than at the rate of the estimate.
    private func movedExchange() throws(MonetaryFault) -> [CostWarning] {
        let causes = try CostCause(of: outlook, against: estimate)
        return causes.lines.compactMap { cause in
            guard let line = estimate.line(cause.line), line.supplierCurrency != estimate.currency else { return nil }
            let base = cause.forecast.approximateUnits
            let share = base > 0 ? cause[.exchange].approximateUnits / base : 0
            guard share >= rules.exchangeMove else { return nil }
            return warning(.exchangeMoved(cause.line, share: share), .watch, cause[.exchange], do: .fixExchange)
        }
    }

    private func lateInvoices() throws(MonetaryFault) -> [CostWarning] {
        var found: [CostWarning] = []
        for order in books.standing.orders where !order.isClosed {
            guard let last = order.lastWork, last.advanced(by: rules.invoiceDays) < day,
                order.workDone.minorUnits > order.invoiced.minorUnits
            else { continue }
            let missing = try order.bookWorkDone - order.bookInvoiced
            guard isWorthIt(missing) else { continue }
            found.append(
                warning(
                    .invoiceLate(order: order.order, order.line, since: last), .watch, missing, do: .chaseInvoice))
        }
        return found
    }
}
