import Costing

/// Why a figure of earned value has none, as a fragment.
struct UndefinedPhrase: Phrase {
    let reason: Undefined

    init(_ reason: Undefined) { self.reason = reason }

    var wording: Wording {
        switch reason {
        case .noActualCost: Wording(en: "no cost is booked yet", zh: "尚无实际成本入账")
        case .noPlannedValue: Wording(en: "nothing was planned by then", zh: "截至该日尚无计划价值")
        case .noEarnedValue: Wording(en: "nothing is earned yet", zh: "尚未形成挣值")
        case .negativeAmount: Wording(en: "an amount is below zero", zh: "有金额为负数")
        case .budgetSpent:
            Wording(en: "the amount is spent already", zh: "该金额已经用完")
        case .tooFewPeriods: Wording(en: "there are fewer than three periods", zh: "不足三期")
        case .noRecentProgress:
            Wording(en: "nothing was spent or nothing earned over three periods", zh: "最近三期没有成本或没有挣值")
        case .noPlannedDates: Wording(en: "the planned start is not known", zh: "计划开始日期未知")
        case .planIncomplete: Wording(en: "the plan is known only in part", zh: "计划不完整")
        case .noTimeElapsed: Wording(en: "not begun by then", zh: "截至该日尚未开始")
        case .noTimeLeft: Wording(en: "there is no day left", zh: "已无剩余天数")
        case .noTracking: Wording(en: "the activities are not known", zh: "没有各项活动的数据")
        case .noUnits: Wording(en: "nobody counts the units delivered", zh: "未统计投放量")
        case .noReferenceClass:
            Wording(en: "there is no class of finished jobs to compare with", zh: "没有可供参照的已完工项目")
        case .tooLarge: Wording(en: "the figure is too large to be counted exactly", zh: "数值过大，无法精确计算")
        }
    }
}
