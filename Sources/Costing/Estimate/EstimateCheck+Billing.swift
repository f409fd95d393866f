import Diagnostics
import Monetary
import WorkTime

extension EstimateCheck {
    /// The reserves and the ceiling; zero where a share cannot be taken because the lines are not sound.
    mutating func reserves(
        of lines: [EstimateLine]?, in currency: Currency
    ) -> (contingency: Money, management: Money, ceiling: Money?) {
        let cost = lines.flatMap { try? $0.lazy.map(\.cost).total(in: currency) }
        let contingency = reserve(draft.contingency, "the contingency", of: cost, in: currency)
        let management = reserve(draft.managementReserve, "the management reserve", of: cost, in: currency)
        let ceiling = draft.ceiling.flatMap { money($0, currency, of: "the ceiling") }
        if let stated = draft.ceiling, stated.value.isNegative { reportNegative("the ceiling", at: stated.place) }
        return (contingency, management, ceiling)
    }

    private mutating func reserve(
        _ stated: Located<StatedPortion>?, _ subject: String, of cost: Money?, in currency: Currency
    ) -> Money {
        guard let stated else { return .zero(currency) }
        if stated.value.isNegative { reportNegative(subject, at: stated.place) }
        switch stated.value {
        case .amount(let units):
            return money(Located(units, at: stated.place), currency, of: subject) ?? .zero(currency)
        case .share(let share):
            guard let cost else { return .zero(currency) }
            guard let amount = try? cost.times(share, rounding: .halfUp) else {
                reportOverflow(subject, at: stated.place)
                return .zero(currency)
            }
            return amount
        }
    }

    private mutating func reportNegative(_ subject: String, at place: SourcePlace?) {
        report("negative-reserve", "\(subject) is below zero", advice: "state 0 or more, or take it out", at: place)
    }

    // MARK: Billing

    /// The steps of the billing. Shares are taken of the price one after another, so that shares of 100 % come to the price
    /// exactly: each step is what its share brings the total to, less the total before.
    mutating func billing(of lines: [EstimateLine]?, in currency: Currency) -> [BillingStep] {
        let price = lines.flatMap { try? $0.lazy.map(\.price).total(in: currency) }
        var share = Rate.zero
        var shared = Money.zero(currency)
        return draft.billing.enumerated().compactMap { index, step in
            let subject = step.name.map { "“\($0.value)”" } ?? "step \(index + 1) of the billing"
            checkStated(step, subject)
            guard let date = step.date, let stated = step.amount else { return nil }
            warnIfOutsideJob(date, subject)
            guard let amount = amount(stated, subject, of: price, &share, &shared, currency) else { return nil }
            return BillingStep(
                name: step.name?.value ?? "\(index + 1)", date: date.value, amount: amount,
                isRetainer: step.isRetainer)
        }
    }

    private mutating func checkStated(_ step: BillingStepDraft, _ subject: String) {
        guard !step.isUnread else { return }
        if step.date == nil {
            report(
                "step-without-date", "\(subject) has no date", advice: "add the day of the invoice: date: 2026-04-30",
                at: step.place)
        }
        if step.amount == nil {
            report(
                "step-without-amount", "\(subject) has no amount",
                advice: "add  amount: 300000,  or  share: 25%  of the price", at: step.place)
        }
    }

    /// The last invoice is often sent after the work: worth a look, and no fault.
    private mutating func warnIfOutsideJob(_ date: Located<CivilDay>, _ subject: String) {
        guard let span, !span.contains(date.value) else { return }
        warn(
            "billing-outside-job",
            "\(subject) is billed on \(date.value), outside the job, from \(span.lowerBound) to \(span.upperBound)",
            advice: "check the year and the month", at: date.place)
    }

    private mutating func amount(
        _ stated: Located<StatedPortion>, _ subject: String, of price: Money?, _ share: inout Rate,
        _ shared: inout Money, _ currency: Currency
    ) -> Money? {
        if stated.value.isNegative {
            report(
                "negative-amount", "\(subject) is below zero", advice: "state what the client is to be billed",
                at: stated.place)
            return nil
        }
        switch stated.value {
        case .amount(let units): return money(Located(units, at: stated.place), currency, of: subject)
        case .share(let part):
            guard let price else { return nil }
            do throws(MonetaryFault) {
                share = try share + part
                let total = try price.times(share, rounding: .halfUp)
                defer { shared = total }
                return try total - shared
            } catch {
                reportOverflow(subject, at: stated.place)
                return nil
            }
        }
    }

    // MARK: Totals

    /// What only the whole shows.
    mutating func checkTotals(of estimate: CostEstimate) {
        guard let totals = try? EstimateTotals(of: estimate) else {
            return reportOverflow("the sum of the lines and reserves", at: draft.lines.first?.id.place)
        }
        if let ceiling = estimate.ceiling, ceiling.minorUnits < totals.askedPrice.minorUnits {
            warn(
                "ceiling-passed",
                "the client is asked for \(totals.askedPrice.amount), above the ceiling of \(ceiling)",
                advice: "take out or reduce lines, or agree on another ceiling before asking for approval",
                at: draft.ceiling?.place)
        }
        if totals.billed.minorUnits > totals.askedPrice.minorUnits {
            warn(
                "billing-passes-price",
                "the steps of the billing come to \(totals.billed.amount), more than the \(totals.askedPrice) asked for",
                advice: "correct the amounts of the steps", at: draft.billing.first?.place)
        }
    }
}

extension StatedPortion {
    var isNegative: Bool {
        switch self {
        case .amount(let value), .share(let value): value.isNegative
        }
    }
}
