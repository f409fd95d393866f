import Monetary
import WorkTime

/// The sentences that lead the paper on a job's cost: headroom first.
enum CostHeadline: Phrase {
    case endsOver(Money, approved: Money, forecast: Money)
    case endsUnder(Money, approved: Money, forecast: Money)
    case endsAt(approved: Money)
    /// The same of a job whose work is done.
    case endedOver(Money, approved: Money, cost: Money)
    case endedUnder(Money, approved: Money, cost: Money)
    case endedAt(approved: Money)
    case noForecast(UndefinedPhrase)

    case finishesLate(CivilDay, days: Int, planned: CivilDay)
    case finishesEarly(CivilDay, days: Int, planned: CivilDay)
    case finishesAsPlanned(CivilDay)
    case finishes(CivilDay)

    case performance(budgeted: Money, cost: Money, index: Double, needed: Double)
    case performanceUnderSpentApproval(budgeted: Money, cost: Money, index: Double)
    case nothingEarned(cost: Money)

    var wording: Wording {
        switch self {
        case .endsOver(let over, let approved, let forecast):
            Wording(
                en: "The job is forecast to end \(over) over the approved \(approved), at \(forecast).",
                zh: "预计完工成本为\(forecast)，比批准金额\(approved)超支\(over)。")
        case .endsUnder(let under, let approved, let forecast):
            Wording(
                en: "The job is forecast to end \(under) under the approved \(approved), at \(forecast).",
                zh: "预计完工成本为\(forecast)，比批准金额\(approved)结余\(under)。")
        case .endsAt(let approved):
            Wording(
                en: "The job is forecast to end at the approved \(approved), with nothing to spare.",
                zh: "预计完工成本正好为批准金额\(approved)，没有余量。")
        case .endedOver(let over, let approved, let cost):
            Wording(
                en: "All the work is done; it cost \(cost), \(over) over the approved \(approved).",
                zh: "全部工作已完成，实际成本\(cost)，比批准金额\(approved)超支\(over)。")
        case .endedUnder(let under, let approved, let cost):
            Wording(
                en: "All the work is done; it cost \(cost), \(under) under the approved \(approved).",
                zh: "全部工作已完成，实际成本\(cost)，比批准金额\(approved)结余\(under)。")
        case .endedAt(let approved):
            Wording(
                en: "All the work is done; it cost the approved \(approved) exactly.",
                zh: "全部工作已完成，实际成本正好为批准金额\(approved)。")
        case .noForecast(let reason):
            Wording(en: "The cost cannot be forecast: \(reason).", zh: "无法预测完工成本：\(reason)。")

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

        case .performance(let budgeted, let cost, let index, let needed):
            Wording(
                en: """
                    Work budgeted at \(budgeted) has cost \(cost) so far (CPI \(Figure.number(index, decimals: 2))); \
                    to end within the approved amount, the rest must reach a CPI of \(Figure.number(needed, decimals: 2)).
                    """,
                zh: """
                    已完成工作的预算为\(budgeted)，实际花费\(cost)（CPI \(Figure.number(index, decimals: 2))）；\
                    要控制在批准金额之内，剩余工作的CPI须达到\(Figure.number(needed, decimals: 2))。
                    """)
        case .performanceUnderSpentApproval(let budgeted, let cost, let index):
            Wording(
                en: """
                    Work budgeted at \(budgeted) has cost \(cost) so far (CPI \(Figure.number(index, decimals: 2))); \
                    the approved amount is spent, and work remains.
                    """,
                zh: """
                    已完成工作的预算为\(budgeted)，实际花费\(cost)（CPI \(Figure.number(index, decimals: 2))）；\
                    批准金额已用完，但工作尚未完成。
                    """)
        case .nothingEarned(let cost):
            Wording(en: "Nothing is earned yet; \(cost) is spent.", zh: "尚未形成挣值，已花费\(cost)。")
        }
    }
}
