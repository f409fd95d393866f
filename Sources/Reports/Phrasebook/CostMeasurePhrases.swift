import Costing
import Monetary

/// The indices of earned value by name, and what each says of a job.
enum CostMeasure: Phrase, CaseIterable {
    case costVariance
    case scheduleVariance
    case costPerformanceIndex
    case schedulePerformanceIndex
    case earnedScheduleIndex
    case toCompleteBudget
    case toCompleteApproved

    var wording: Wording {
        switch self {
        case .costVariance: Wording(en: "Cost variance (CV)", zh: "成本偏差（CV）")
        case .scheduleVariance: Wording(en: "Schedule variance (SV)", zh: "进度偏差（SV）")
        case .costPerformanceIndex: Wording(en: "Cost index (CPI)", zh: "成本绩效指数（CPI）")
        case .schedulePerformanceIndex: Wording(en: "Schedule index (SPI)", zh: "进度绩效指数（SPI）")
        case .earnedScheduleIndex: Wording(en: "Time index, SPI(t)", zh: "挣得进度指数 SPI(t)")
        case .toCompleteBudget: Wording(en: "TCPI to the budget", zh: "达到完工预算所需绩效（TCPI）")
        case .toCompleteApproved: Wording(en: "TCPI to the approval", zh: "达到批准金额所需绩效（TCPI）")
        }
    }

    /// What the figure says when it is below, at, or above the mark that it is read against.
    func meaning(_ side: Side) -> CostMeaning {
        switch self {
        case .costVariance: side == .below ? .overspent : side == .at ? .onBudget : .underspent
        case .scheduleVariance: side == .below ? .lessDone : side == .at ? .asPlanned : .moreDone
        case .costPerformanceIndex: side == .below ? .dear : side == .at ? .onBudget : .cheap
        case .schedulePerformanceIndex: side == .below ? .lessDone : side == .at ? .asPlanned : .moreDone
        case .earnedScheduleIndex: side == .below ? .late : side == .at ? .onTime : .early
        case .toCompleteBudget, .toCompleteApproved: side == .above ? .mustImprove : .mayContinue
        }
    }

    enum Side { case below, at, above }
}

/// What a figure says, in a few words.
enum CostMeaning: Phrase, CaseIterable {
    case overspent, onBudget, underspent
    case lessDone, asPlanned, moreDone
    case dear, cheap
    case late, onTime, early
    case mustImprove, mayContinue

    var wording: Wording {
        switch self {
        case .overspent: Wording(en: "the work cost more than its budget", zh: "已完成工作的成本高于预算")
        case .onBudget: Wording(en: "the work cost its budget", zh: "已完成工作的成本与预算一致")
        case .underspent: Wording(en: "the work cost less than its budget", zh: "已完成工作的成本低于预算")
        case .lessDone: Wording(en: "less is done than planned", zh: "完成的工作少于计划")
        case .asPlanned: Wording(en: "as much is done as planned", zh: "完成的工作与计划一致")
        case .moreDone: Wording(en: "more is done than planned", zh: "完成的工作多于计划")
        case .dear: Wording(en: "each unit spent earns less than one", zh: "每单位成本换来的挣值不足一个单位")
        case .cheap: Wording(en: "each unit spent earns more than one", zh: "每单位成本换来的挣值超过一个单位")
        case .late: Wording(en: "the plan advances slower than time", zh: "进度慢于时间")
        case .onTime: Wording(en: "the plan advances with time", zh: "进度与计划同步")
        case .early: Wording(en: "the plan advances faster than time", zh: "进度快于时间")
        case .mustImprove:
            Wording(en: "the rest must do better than so far", zh: "剩余工作的绩效须高于迄今水平")
        case .mayContinue: Wording(en: "the rest may go on as so far", zh: "剩余工作维持迄今绩效即可")
        }
    }
}

/// The estimates at completion by name, and what each assumes about the rest of the work.
struct EstimatePhrase: Phrase {
    let method: CostEstimateMethod

    init(_ method: CostEstimateMethod) { self.method = method }

    var wording: Wording {
        switch method {
        case .pf1: Wording(en: "Budget rate", zh: "按预算")
        case .cpi: Wording("CPI")
        case .cpi3: Wording(en: "CPI, three periods", zh: "近三期CPI")
        case .spi: Wording("SPI")
        case .sci: Wording("CPI × SPI")
        case .spit: Wording("SPI(t)")
        case .cpi80spi20: Wording("0.8 CPI + 0.2 SPI")
        }
    }

    var assumption: Assumption { Assumption(method: method) }

    struct Assumption: Phrase {
        let method: CostEstimateMethod

        var wording: Wording {
            switch method {
            case .pf1: Wording(en: "as budgeted", zh: "按预算执行")
            case .cpi: Wording(en: "as so far", zh: "沿用迄今成本绩效")
            case .cpi3: Wording(en: "as last 3 periods", zh: "沿用近三期绩效")
            case .spi: Wording(en: "as dear as late", zh: "按进度绩效计")
            case .sci: Wording(en: "dear and late", zh: "成本与进度绩效相乘")
            case .spit: Wording(en: "as late in time", zh: "按挣得进度绩效计")
            case .cpi80spi20: Wording(en: "4 parts cost, 1 late", zh: "八成成本、二成进度")
            }
        }
    }
}
