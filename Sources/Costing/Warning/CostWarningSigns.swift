public import Monetary
import WorkTime

/// Looks for signs of an overspend in an outlook.
struct CostWarningSigns {
    let outlook: JobOutlook
    let rules: CostWarningRules

    var books: JobBooks { outlook.books }
    var estimate: CostEstimate { outlook.estimate }
    var day: CivilDay { books.day }

    /// All of them: those that are likelier than not first, within each level in the order of the rules.
    func all() throws(MonetaryFault) -> [CostWarning] {
        var found = try forecastSigns()
        found += try lineSigns()
        found += try contractSigns()
        found += try clientSigns()
        return found.enumerated().sorted { left, right in
            (left.element.level, left.offset) < (right.element.level, right.offset)
        }.map(\.element)
    }

    func warning(
        _ sign: CostWarning.Sign, _ level: CostWarning.Level = .warn, _ amount: Money? = nil, do deed: CostWarning.Deed,
        within days: Int? = nil
    ) -> CostWarning {
        CostWarning(
            sign: sign, level: level, amount: amount, deed: deed, actBy: day.advanced(by: days ?? rules.answerDays))
    }

    /// Whether an amount is worth a warning.
    func isWorthIt(_ amount: Money) -> Bool {
        amount.minorUnits > 0
            && amount.approximateUnits >= outlook.reserves.budget.approximateUnits * rules.leastShare
    }

    // MARK: The job

    private func forecastSigns() throws(MonetaryFault) -> [CostWarning] {
        // What the job is expected to take of the reserves, not what a cautious forecast keeps in hand: at a high confidence
        // every job that has just begun reaches for them, and a warning that always shouts is not heard.
        let draw = try ReserveDraw(of: estimate, cost: outlook.median)
        return try overspend() + costIndex() + contingency(draw) + managementReserve(draw)
    }

    private func overspend() throws(MonetaryFault) -> [CostWarning] {
        let probability = outlook.probabilityOver[0].probability
        guard probability >= rules.watchProbability else { return [] }
        let over = try (-outlook.headroom).notBelowZero
        let answer = try ApprovalRequest.answerDay(for: outlook) ?? day.advanced(by: rules.answerDays)
        return [
            CostWarning(
                sign: .overspend(probability: probability),
                level: probability >= rules.warnProbability ? .warn : .watch,
                amount: over, deed: .askApproval, actBy: answer)
        ]
    }

    private func costIndex() throws(MonetaryFault) -> [CostWarning] {
        guard let value = try? outlook.status.reading.value, let index = try? value.costPerformanceIndex,
            let progress = try? value.progress, Double(progress) >= rules.leastProgress,
            Double(index) < rules.leastCostIndex, let variance = try? value.costVariance
        else { return [] }
        return [warning(.costIndexLow(Double(index)), .watch, try -variance, do: .reviewRest)]
    }

    private func contingency(_ draw: ReserveDraw) -> [CostWarning] {
        guard draw.contingency.minorUnits > 0 else { return [] }
        let used = draw.fromContingency.approximateUnits / draw.contingency.approximateUnits
        let latest = outlook.status.latest
        let progress = latest.earnedValue.approximateUnits / max(latest.budget.approximateUnits, .leastNonzeroMagnitude)
        guard used > rules.contingencyUsed, used > progress else { return [] }
        return [
            warning(
                .contingencyFast(used: used, progress: progress), .watch, draw.fromContingency, do: .holdContingency)
        ]
    }

    private func managementReserve(_ draw: ReserveDraw) -> [CostWarning] {
        guard draw.managementReserve.minorUnits > 0, draw.fromManagementReserve.minorUnits > 0 else { return [] }
        return [warning(.managementReserveUsed, .watch, draw.fromManagementReserve, do: .reviewRest)]
    }
}

extension JobOutlook {
    /// Early warnings, the most pressing first.
    ///
    /// - Throws: `overflow`.
    public func warnings(_ rules: CostWarningRules = .standard) throws(MonetaryFault) -> [CostWarning] {
        try CostWarningSigns(outlook: self, rules: rules).all()
    }
}
