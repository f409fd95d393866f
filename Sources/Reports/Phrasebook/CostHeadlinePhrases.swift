import Monetary
import WorkTime

/// The sentences that lead the paper on a job's cost: headroom first.
enum CostHeadline: Phrase {
    case endsOver(Money, approved: ApprovedPhrase, forecast: Money)
    case endsUnder(Money, approved: ApprovedPhrase, forecast: Money)
    case endsAt(approved: ApprovedPhrase)
    /// The same of a job whose work is done.
    case endedOver(Money, approved: ApprovedPhrase, cost: Money)
    case endedUnder(Money, approved: ApprovedPhrase, cost: Money)
    case endedAt(approved: ApprovedPhrase)
    case noForecast(UndefinedPhrase)
    /// How likely the approved amount is passed, and what is enough four times in five.
    case chance(of: Double, enough: Money)
    /// Behind the cost of a job whose work is done but not all invoiced.
    case endedBeforeInvoices(booked: Money)

    case finishesLate(CivilDay, days: Int, planned: CivilDay)
    case finishesEarly(CivilDay, days: Int, planned: CivilDay)
    case finishesAsPlanned(CivilDay)
    case finishes(CivilDay)

    /// What the work so far was budgeted at and cost, and what the rest must keep to.
    case performance(budgeted: Money, cost: Money, index: Double, within: ApprovedPhrase, needed: Double)
    case performanceUnderSpentApproval(budgeted: Money, cost: Money, index: Double, spent: ApprovedPhrase)
    case nothingEarned(cost: Money)

    var wording: Wording {
        switch self {
        case .endsOver(let over, let approved, let forecast):
            Wording(
                en: "The job is forecast to end \(over) over \(approved), at \(forecast).",
                zh: "预计完工成本为\(forecast)，比\(approved)超支\(over)。")
        case .endsUnder(let under, let approved, let forecast):
            Wording(
                en: "The job is forecast to end \(under) under \(approved), at \(forecast).",
                zh: "预计完工成本为\(forecast)，比\(approved)结余\(under)。")
        case .endsAt(let approved):
            Wording(
                en: "The job is forecast to end at \(approved), with nothing to spare.",
                zh: "预计完工成本正好为\(approved)，没有余量。")
        case .endedOver(let over, let approved, let cost):
            Wording(
                en: "All the work is done; it cost \(cost), \(over) over \(approved).",
                zh: "全部工作已完成，实际成本\(cost)，比\(approved)超支\(over)。")
        case .endedUnder(let under, let approved, let cost):
            Wording(
                en: "All the work is done; it cost \(cost), \(under) under \(approved).",
                zh: "全部工作已完成，实际成本\(cost)，比\(approved)结余\(under)。")
        case .endedAt(let approved):
            Wording(
                en: "All the work is done; it cost \(approved) exactly.",
                zh: "全部工作已完成，实际成本正好为\(approved)。")
        case .noForecast(let reason):
            Wording(en: "The cost cannot be forecast: \(reason).", zh: "无法预测完工成本：\(reason)。")

        case .chance(let chance, let enough):
            Wording(
                en:
                    "The chance of an overspend is \(percent: chance, decimals: 0); \(enough) is enough four times in five.",
                zh: "超支的可能性为\(percent: chance, decimals: 0)；\(enough)有八成把握够用。")

        case .endedBeforeInvoices(let booked):
            Wording(
                en: "Of that \(booked) is booked; the rest is work still to be invoiced, counted at its budget.",
                zh: "其中已入账\(booked)，其余为尚未开票的已完成工作，按预算计提。")

        case .finishesLate(let day, let days, let planned):
            Wording(
                en:
                    "It is forecast to finish on \(day), \(days, "calendar day", "calendar days") after the planned \(planned).",
                zh: "预计\(day)完工，比计划的\(planned)晚\(days)个自然日。")
        case .finishesEarly(let day, let days, let planned):
            Wording(
                en:
                    "It is forecast to finish on \(day), \(days, "calendar day", "calendar days") before the planned \(planned).",
                zh: "预计\(day)完工，比计划的\(planned)早\(days)个自然日。")
        case .finishesAsPlanned(let day):
            Wording(en: "It is forecast to finish on \(day), as planned.", zh: "预计\(day)按计划完工。")
        case .finishes(let day): Wording(en: "It is forecast to finish on \(day).", zh: "预计\(day)完工。")

        case .performance(let budgeted, let cost, let index, let approved, let needed):
            Wording(
                en: """
                    Work budgeted at \(budgeted) has cost \(cost) so far (CPI \(Figure.number(index, decimals: 2))); \
                    to end within \(approved.name), the rest must reach a CPI of \(Figure.number(needed, decimals: 2)).
                    """,
                zh: """
                    已完成工作的预算为\(budgeted)，实际花费\(cost)（CPI \(Figure.number(index, decimals: 2))）；\
                    要控制在\(approved.name)之内，剩余工作的CPI须达到\(Figure.number(needed, decimals: 2))。
                    """)
        case .performanceUnderSpentApproval(let budgeted, let cost, let index, let approved):
            Wording(
                en: """
                    Work budgeted at \(budgeted) has cost \(cost) so far (CPI \(Figure.number(index, decimals: 2))); \
                    \(approved.name) is spent, and work remains.
                    """,
                zh: """
                    已完成工作的预算为\(budgeted)，实际花费\(cost)（CPI \(Figure.number(index, decimals: 2))）；\
                    \(approved.name)已用完，但工作尚未完成。
                    """)
        case .nothingEarned(let cost):
            Wording(en: "Nothing is earned yet; \(cost) is spent.", zh: "尚未形成挣值，已花费\(cost)。")
        }
    }
}

/// What a job may cost, as sentences name it.
struct ApprovedPhrase: Phrase {
    let amount: Money
    /// While no approval is stated, the budget stands for it.
    let isStated: Bool

    /// With the amount: “the approved EUR 100.00”.
    var wording: Wording {
        isStated
            ? Wording(en: "the approved \(amount)", zh: "批准金额\(amount)")
            : Wording(en: "the budget of \(amount)", zh: "完工预算\(amount)")
    }

    /// Without: “the approved amount”.
    var name: Name { Name(isStated: isStated) }

    struct Name: Phrase {
        let isStated: Bool
        var wording: Wording {
            isStated ? Wording(en: "the approved amount", zh: "批准金额") : Wording(en: "the budget", zh: "完工预算")
        }
    }
}
