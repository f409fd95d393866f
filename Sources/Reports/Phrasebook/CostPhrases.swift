import Costing
import Monetary
import WorkTime

/// What papers on the cost of a job say: headings, columns, facts and remarks.
enum CostPhrase: Phrase {
    case title
    case statusDate
    case budget
    case approved
    case approvalAssumed
    case period

    case headroomSection
    case cost
    case forecastCost
    case costHeadroom
    case forecastFinish
    case plannedFinish(CivilDay)
    case ofBudgetEarned(Double)

    case curves
    case curvesChart
    case curvesSummary(earned: Money, planned: Money, cost: Money)
    case plannedValue
    case earnedValue
    case actualCost

    case indices
    case figure
    case value
    case meaning
    case notReachable
    case earnedLate(CivilDay, days: Double)
    case earnedEarly(CivilDay, days: Double)
    case earnedOnTime(CivilDay)
    case earnedScheduleUnknown(UndefinedPhrase)

    case estimates
    case estimatesIntroduction
    case method
    case assumption
    case factor
    case estimateAtCompletion
    case againstApproved
    case estimatesChart
    case estimatesSummary(least: Money, most: Money)

    case history
    case costIndex
    case timeIndex

    case byProgress
    case asFinishedJobs
    case plainForecast
    case chanceOfOverspend(Double)

    case howMade
    case methodReference(ClassPhrase)
    case methodPrior
    case methodViews
    case methodLateness
    case methodBooked
    case methodAccrued(booked: Money, accrued: Money)
    case accuracy(ofAccrued: Bool)
    case noInterval(UndefinedPhrase)
    case finishMethod

    var wording: Wording {
        switch self {
        case .title: Wording(en: "Cost forecast", zh: "完工成本预测")
        case .statusDate: Wording(en: "Status of", zh: "状态日期")
        case .budget: Wording(en: "Budget at completion", zh: "完工预算")
        case .approved: Wording(en: "Approved", zh: "批准金额")
        case .approvalAssumed: Wording(en: "none is stated: the budget", zh: "未注明，以完工预算代替")
        case .period: Wording(en: "Period", zh: "期次")

        case .headroomSection: Wording(en: "Headroom", zh: "余量")
        case .cost: Wording(en: "Cost", zh: "成本")
        case .forecastCost: Wording(en: "Forecast cost", zh: "预计完工成本")
        case .costHeadroom: Wording(en: "Headroom", zh: "成本余量")
        case .forecastFinish: Wording(en: "Forecast finish", zh: "预计完工日期")
        case .plannedFinish(let day): Wording(en: "planned \(day, .dated)", zh: "计划\(day, .dated)")
        case .ofBudgetEarned(let share):
            Wording(en: "\(percent: share) of the budget is earned", zh: "挣值占完工预算的\(percent: share)")

        case .curves: Wording(en: "Planned, earned, spent", zh: "计划价值、挣值与实际成本")
        case .curvesChart: Wording(en: "Cumulative value and cost", zh: "累计价值与成本")
        case .curvesSummary(let earned, let planned, let cost):
            Wording(
                en: "At the status date \(earned) was earned of \(planned) planned, at a cost of \(cost).",
                zh: "截至状态日期，计划价值\(planned)，挣值\(earned)，实际成本\(cost)。")
        case .plannedValue: Wording(en: "Planned value (PV)", zh: "计划价值（PV）")
        case .earnedValue: Wording(en: "Earned value (EV)", zh: "挣值（EV）")
        case .actualCost: Wording(en: "Actual cost (AC)", zh: "实际成本（AC）")

        case .indices: Wording(en: "Performance so far", zh: "迄今绩效")
        case .figure: Wording(en: "Figure", zh: "指标")
        case .value: Wording(en: "Value", zh: "数值")
        case .meaning: Wording(en: "What it says", zh: "含义")

        case .notReachable: Wording(en: "not reachable", zh: "无法达到")
        case .earnedLate(let day, let days):
            Wording(
                en: """
                    Earned schedule: what is done by now was planned for \(day), \(Figure.number(days, decimals: 1)) \
                    calendar days before the status.
                    """,
                zh: "挣得进度：目前完成的工作原计划在\(day)完成，落后计划\(Figure.number(days, decimals: 1))个自然日。")
        case .earnedEarly(let day, let days):
            Wording(
                en: """
                    Earned schedule: what is done by now was planned for \(day), \(Figure.number(days, decimals: 1)) \
                    calendar days after the status.
                    """,
                zh: "挣得进度：目前完成的工作原计划在\(day)完成，领先计划\(Figure.number(days, decimals: 1))个自然日。")
        case .earnedOnTime(let day):
            Wording(
                en: "Earned schedule: what is done by now was planned for \(day), the day of the status.",
                zh: "挣得进度：目前完成的工作原计划在\(day)完成，与状态日期一致。")
        case .earnedScheduleUnknown(let reason):
            Wording(en: "Earned schedule: n/a, because \(reason).", zh: "挣得进度：不适用，\(reason)。")

        case .estimates: Wording(en: "Estimates at completion compared", zh: "各种完工估算比较")
        case .estimatesIntroduction:
            Wording(
                en: """
                    Each adds to the cost so far what the rest would cost under its assumption. The forecast leads; \
                    the others show how much hangs on the assumption.
                    """,
                zh: "各方法均在已发生成本之上，加上按各自假设估算的剩余成本。以首行预测为准，其余用于显示假设不同带来的差异。")
        case .method: Wording(en: "Method", zh: "方法")
        case .assumption: Wording(en: "The rest is assumed to go", zh: "对剩余工作的假设")
        case .factor: Wording(en: "Factor", zh: "绩效系数")
        case .estimateAtCompletion: Wording(en: "Estimate at completion", zh: "完工估算（EAC）")
        case .againstApproved: Wording(en: "Headroom", zh: "余量")
        case .estimatesChart: Wording(en: "Estimates at completion", zh: "完工估算")
        case .estimatesSummary(let least, let most):
            Wording(en: "From \(least) to \(most).", zh: "介于\(least)与\(most)之间。")

        case .history: Wording(en: "Status by status", zh: "各期状态")
        case .costIndex: Wording("CPI")
        case .timeIndex: Wording("SPI(t)")

        case .byProgress: Wording(en: "so far, by progress", zh: "按完成比例沿用绩效")
        case .asFinishedJobs: Wording(en: "like finished jobs", zh: "参照已完工项目")
        case .plainForecast: Wording(en: "By progress", zh: "按完成比例")
        case .chanceOfOverspend(let chance):
            Wording(
                en: "chance of an overspend \(percent: chance, decimals: 0)", zh: "超支概率\(percent: chance, decimals: 0)")

        case .methodReference(let jobs):
            Wording(
                en: """
                    The cost so far is weighed against how \(jobs) went: how far \
                    their costs ended from their budgets, and how far the cost of a part of the work was from that of all of \
                    it. Early in a job the class says more, late in it the job itself.
                    """,
                zh: """
                    预测将迄今成本与\(jobs)相互权衡：它们的最终成本偏离预算多少，部分工作的成本又偏离全部工作多少。\
                    项目初期以参照类别为主，后期以项目自身为主。
                    """)
        case .methodPrior:
            Wording(
                en: """
                    No finished job was at hand. The cost so far is weighed against a cautious belief: that jobs end about \
                    their budgets, give or take some 10%, now and then far off. Finished jobs would make the range the \
                    agency's own.
                    """,
                zh: """
                    没有可供参照的已完工项目。预测将迄今成本与审慎的先验相互权衡：项目通常在预算上下约10%完工，偶有较大偏离。\
                    有了已完工项目，区间才能反映本公司的实际情况。
                    """)
        case .methodViews:
            Wording(
                en: """
                    Three views of this stand side by side with equal weight, and all that is uncertain about them widens the \
                    range: the fewer the finished jobs, the wider. The shading shows the ranges that should hold in 50, 80 \
                    and 90% of cases.
                    """,
                zh: """
                    三种看法权重相等，各自的不确定性都计入区间：已完工项目越少，区间越宽。阴影表示应有50%、80%和90%把握的区间。
                    """)
        case .methodLateness:
            Wording(
                en: """
                    Work that is done and hardly invoiced counts as invoiced late with a probability, and as truly cheap \
                    with the rest of it, whichever fits the finished jobs better.
                    """,
                zh: "已完成但大部分未开票的工作，按一定概率视为发票迟到，其余概率视为确实节省，权重取决于哪种情形更符合已完工项目。")
        case .howMade: Wording(en: "How the forecast is made", zh: "预测方法")
        case .methodBooked:
            Wording(
                en: """
                    The remaining budget is scaled by the cost performance so far, weighted by the share of work \
                    done and held within 15%: little weight at the beginning of a job, full weight at its end. Costs are \
                    taken as booked; invoices that are still to come make the forecast too low.
                    """,
                zh: """
                    剩余预算按迄今的成本绩效调整：完成比例越高，绩效的权重越大，调整幅度以15%为限。\
                    成本按已入账金额计算；尚未到账的发票会使预测偏低。
                    """)
        case .methodAccrued(let booked, let accrued):
            Wording(
                en: """
                    The remaining budget is scaled by the cost performance so far, weighted by the share of work \
                    done and held within 15%: little weight at the beginning of a job, full weight at its end. Activities \
                    that are earned but hardly invoiced are accrued at their budget: \(accrued) instead of \(booked).
                    """,
                zh: """
                    剩余预算按迄今的成本绩效调整：完成比例越高，绩效的权重越大，调整幅度以15%为限。\
                    已完成但大部分未开票的活动按预算计提：成本由\(booked)计为\(accrued)。
                    """)
        case .accuracy(let isAccrued):
            Wording(
                en: """
                    It leads because it was nearest to the end on 32 finished jobs: off by \(isAccrued ? "6.1%" : "6.9%") of \
                    the final cost on average, against 7.3% at the budget rate and 8.9% by the CPI alone.
                    """,
                zh: """
                    以它为准，是因为在32个已完工项目上它最接近最终成本：平均误差\(isAccrued ? "6.1%" : "6.9%")，\
                    而按预算估算为7.3%，仅按CPI估算为8.9%。
                    """)
        case .noInterval(let reason):
            Wording(
                en: "The forecast is a median, as likely to be passed as not. No range is given: \(reason).",
                zh: "预测值为中位数，实际成本高于或低于它的可能性相当。未给出区间：\(reason)。")
        case .finishMethod:
            Wording(
                en: """
                    The finish follows from the earned schedule in the same way. A timetable with its critical path \
                    knows more about dates than this curve does.
                    """,
                zh: "完工日期按挣得进度以同样方法推算。含关键路径的工作排期对日期的判断比这条曲线更准确。")
        }
    }
}
