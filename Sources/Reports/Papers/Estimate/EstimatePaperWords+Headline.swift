import Costing
import Monetary
import WorkTime

extension EstimatePaperWords {
    /// What is asked for against the ceiling, where the version stands, and what is new.
    var headline: Report.Headline {
        Report.Headline(
            [book.say(askedSentence), book.say(stateSentence)]
                + [changeSentence].compactMap { $0.map { book.say($0) } },
            tone: tone)
    }

    /// What is left under the ceiling; `nil` where there is none.
    var ceilingHeadroom: Money? { estimate.ceiling.flatMap { try? $0 - totals.askedPrice } }

    private var tone: Tone {
        if let headroom = ceilingHeadroom, headroom.isNegative { return .bad }
        return kept?.state == .approved ? .good : .neutral
    }

    private var askedSentence: CostEstimateHeadline {
        let (number, asked) = (estimate.version, totals.askedPrice)
        guard let ceiling = estimate.ceiling, let headroom = ceilingHeadroom else { return .asks(number, asked) }
        if headroom.isZero { return .asksCeiling(number, asked) }
        guard headroom.isNegative else { return .asksBelow(number, asked, by: headroom, ceiling: ceiling) }
        guard let over = try? -headroom else { return .asks(number, asked) }
        return .asksAbove(number, asked, by: over, ceiling: ceiling)
    }

    private var stateSentence: CostEstimateHeadline {
        guard let kept else {
            return paper.record.version(estimate.version) == nil
                ? .isNotProposed : .differsFromProposed(estimate.version)
        }
        switch kept.state {
        case .abandoned: return kept.abandonment.map { .isAbandoned($0) } ?? .isNotProposed
        case .approved:
            return kept.clientSignOff.map { .isApproved($0, from: kept.holdsFrom ?? estimate.effective) }
                ?? .isNotProposed
        case .withClient: return kept.internalSignOff.map { .isWithClient($0) } ?? .isNotProposed
        case .draft: return kept.proposal.map { .isProposed($0) } ?? .isNotProposed
        }
    }

    private var changeSentence: CostEstimateHeadline? {
        guard let difference = paper.difference else { return nil }
        let number = difference.former.version
        guard let asked = try? difference.total.price + difference.contingency,
            let cost = try? difference.approvedCost()
        else { return nil }
        if difference.lines.isEmpty, asked.isZero, cost.isZero { return .changesNothing(since: number) }
        return .changes(asked: book.money(asked, signed: true), cost: book.money(cost, signed: true), since: number)
    }

    // MARK: Key figures

    var keyFigures: [KeyFigure] {
        let asked = KeyFigure(
            book.say(CostEstimatePhrase.asked), book.money(totals.askedPrice),
            context: book.say(CostEstimatePhrase.beforeTax))
        let ceiling = ceilingHeadroom.map { headroom in
            KeyFigure(
                book.say(CostEstimatePhrase.ceilingHeadroom), book.money(headroom, signed: true),
                context: estimate.ceiling.map { book.say(CostEstimatePhrase.underCeiling($0)) },
                tone: headroom.isNegative ? .bad : .good)
        }
        let approved = KeyFigure(
            book.say(CostEstimatePhrase.approvedCost), book.money(totals.approvedCost),
            context: book.say(CostEstimatePhrase.contingencyIncluded(estimate.contingency)))
        return [asked, ceiling, approved, additionFigure].compactMap(\.self)
    }

    private var additionFigure: KeyFigure {
        let share = try? totals.addition.ratio(to: totals.price)
        return KeyFigure(
            book.say(CostEstimatePhrase.addition), book.money(totals.addition),
            context: share.map { book.say(CostEstimatePhrase.ofPrice(Double($0))) })
    }
}
