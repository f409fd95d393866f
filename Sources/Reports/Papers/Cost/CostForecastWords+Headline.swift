import Costing
import Monetary
import WorkTime

extension CostForecastWords {
    /// Headroom first, then the finish, then how the work went.
    var headline: Report.Headline {
        let sentences = [headroomSentence, chanceSentence, invoiceSentence, finishSentence, performanceSentence]
            .compactMap(\.self)
        return Report.Headline(sentences.map { book.say($0) }, tone: tone)
    }

    /// Bad when the approved amount is passed, a warning when less than a twentieth of it is left.
    var tone: Tone {
        guard case .success(let headroom) = outlook.costHeadroom else { return .warning }
        if headroom.isNegative { return .bad }
        let isScarce = Int128(headroom.minorUnits) * 20 < Int128(outlook.approved.minorUnits)
        return isScarce && !isDone ? .warning : .good
    }

    private var headroomSentence: CostHeadline {
        guard case .success(let forecast) = outlook.forecast, case .success(let headroom) = outlook.costHeadroom else {
            return .noForecast(UndefinedPhrase(undefinedForecast))
        }
        let cost = forecast.median
        if headroom.isZero { return isDone ? .endedAt(approved: approved) : .endsAt(approved: approved) }
        guard headroom.isNegative else {
            return isDone
                ? .endedUnder(headroom, approved: approved, cost: cost)
                : .endsUnder(headroom, approved: approved, forecast: cost)
        }
        guard let over = try? -headroom else { return .noForecast(UndefinedPhrase(.tooLarge)) }
        return isDone
            ? .endedOver(over, approved: approved, cost: cost)
            : .endsOver(over, approved: approved, forecast: cost)
    }

    /// How likely the overspend is, and what would be enough four times in five.
    private var chanceSentence: CostHeadline? {
        guard !isDone, let chance = outlook.probabilityOver(), let cost = try? outlook.cost(atConfidence: 0.8).get()
        else {
            return nil
        }
        return .chance(of: chance, enough: cost)
    }

    private var approved: ApprovedPhrase {
        ApprovedPhrase(amount: outlook.approved, isStated: outlook.isApprovalStated)
    }

    private var invoiceSentence: CostHeadline? {
        guard isDone, let accrued = latest.status.accruedCost, accrued != latest.status.actualCost else { return nil }
        return .endedBeforeInvoices(booked: latest.status.actualCost)
    }

    private var undefinedForecast: Undefined {
        if case .failure(let reason) = outlook.forecast { return reason }
        if case .failure(let reason) = outlook.costHeadroom { return reason }
        return .tooLarge
    }

    private var finishSentence: CostHeadline? {
        guard case .success(let finish) = outlook.finish, !isDone else { return nil }
        let day = day(of: finish.instant)
        guard let planned = outlook.plannedFinish.map({ self.day(of: $0) }) else { return .finishes(day) }
        let late = planned.distance(to: day)
        if late == 0 { return .finishesAsPlanned(day) }
        return late > 0
            ? .finishesLate(day, days: late, planned: planned)
            : .finishesEarly(day, days: -late, planned: planned)
    }

    private var performanceSentence: CostHeadline? {
        guard !isDone else { return nil }
        let (budgeted, cost) = (latest.status.earnedValue, latest.status.actualCost)
        guard !budgeted.isZero else { return .nothingEarned(cost: cost) }
        guard let index = try? latest.value.costPerformanceIndex else { return nil }
        guard let needed = try? latest.value.toCompletePerformanceIndex(for: outlook.approved) else {
            return .performanceUnderSpentApproval(budgeted: budgeted, cost: cost, index: Double(index), spent: approved)
        }
        return .performance(
            budgeted: budgeted, cost: cost, index: Double(index), within: approved, needed: Double(needed))
    }

    // MARK: Key figures

    var keyFigures: [KeyFigure] {
        [headroomFigure, forecastFigure, approvedFigure, finishFigure].compactMap(\.self)
    }

    private var headroomFigure: KeyFigure {
        let label = book.say(CostPhrase.costHeadroom)
        let chance = isDone ? nil : outlook.probabilityOver()
        return keyFigure(label, outlook.costHeadroom) {
            KeyFigure(
                label, book.money($0, signed: true), context: chance.map { book.say(CostPhrase.chanceOfOverspend($0)) },
                tone: tone)
        }
    }

    private var forecastFigure: KeyFigure {
        let label = book.say(isDone ? CostPhrase.cost : .forecastCost)
        let earned = (try? latest.value.progress).map { book.say(CostPhrase.ofBudgetEarned(Double($0))) }
        return keyFigure(label, outlook.forecast) { KeyFigure(label, book.money($0.median), context: earned) }
    }

    private var approvedFigure: KeyFigure {
        KeyFigure(
            book.say(CostPhrase.approved), book.money(outlook.approved),
            context: outlook.isApprovalStated ? nil : book.say(CostPhrase.approvalAssumed))
    }

    /// `nil` when the work is done: a status says that it was done by then, not when.
    private var finishFigure: KeyFigure? {
        guard !isDone else { return nil }
        let label = book.say(CostPhrase.forecastFinish)
        let planned = outlook.plannedFinish.map { book.say(CostPhrase.plannedFinish(day(of: $0))) }
        return keyFigure(label, outlook.finish) { finish in
            let isLate = outlook.plannedFinish.map { $0 < finish.instant } ?? false
            return KeyFigure(
                label, book.day(day(of: finish.instant), .dated), context: planned, tone: isLate ? .bad : .neutral)
        }
    }

    private func keyFigure<Value>(
        _ label: String, _ figure: Result<Value, Undefined>, _ known: (Value) -> KeyFigure
    ) -> KeyFigure {
        switch figure {
        case .success(let value): known(value)
        case .failure(let reason): KeyFigure(label, book.say(.notAvailable), context: self.reason(reason))
        }
    }
}
