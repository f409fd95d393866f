import Costing

/// What the paper on how well cost forecasts came true says: headings, columns and explanations.
enum CalibrationPhrase: Phrase {
    case title
    case jobs
    case statuses
    case learnedFrom
    case learnedFromJobs(String, fewest: Int, most: Int)
    case learnedFromNone

    case errors
    case errorsIntroduction
    case errorsChart
    case errorsSummary(first: Double, last: Double)
    case method
    case error
    case bias
    case stage(Double)
    case judgedJobs

    case intervals
    case intervalsIntroduction(jobs: Int)
    case intervalsChart
    case intervalsSummary(held: Double)
    case nominal
    case held
    case standardError
    case twoStandardErrors
    case shouldHold

    case spread
    case width
    case rankedScore
    case rankedScoreContext
    case brierScore
    case brierScoreContext

    case warnings
    case warningsIntroduction
    case overspends
    case hits
    case falseAlarms

    case job
    case jobList
    case budget
    case finalCost
    case overBudget

    case howMade
    case howJudged
    case honesty(jobs: Int)

    var wording: Wording {
        switch self {
        case .title: Wording(en: "How well cost forecasts came true", zh: "成本预测的准确程度")
        case .jobs: Wording(en: "Finished jobs", zh: "已完工项目")
        case .statuses: Wording(en: "Statuses judged", zh: "评估的状态期数")
        case .learnedFrom: Wording(en: "Learned from", zh: "参照类别")
        case .learnedFromJobs(let name, let fewest, let most):
            fewest == most
                ? Wording(en: "\(name), \(most, "job", "jobs") each time", zh: "\(name)，每次\(most)个项目")
                : Wording(en: "\(name), \(fewest) to \(most) jobs", zh: "\(name)，\(fewest)至\(most)个项目")
        case .learnedFromNone: Wording(en: "no job: prior beliefs alone", zh: "无项目可参照，仅用先验")

        case .errors: Wording(en: "Error of the forecast cost", zh: "预计完工成本的误差")
        case .errorsIntroduction:
            Wording(
                en: """
                    How far each method was off the final cost, as a share of it, on average over jobs: over all \
                    statuses, and at the first status after a fifth, two, three and four fifths of the work. Bias keeps the \
                    sign: below zero, costs were forecast too low.
                    """,
                zh: """
                    各方法偏离最终成本的比例，先对项目内各期取平均，再对项目取平均：既列出全部状态，也列出完成20%、40%、60%、\
                    80%之后的第一期。偏差保留正负号，负值表示预测偏低。
                    """)
        case .errorsChart: Wording(en: "Error by share of work done", zh: "按完成比例的误差")
        case .errorsSummary(let first, let last):
            Wording(
                en:
                    "The forecast was off by \(percent: first) a fifth into the job and by \(percent: last) at four fifths.",
                zh: "完成20%时预测误差为\(percent: first)，完成80%时为\(percent: last)。")
        case .method: Wording(en: "Method", zh: "方法")
        case .error: Wording(en: "Error", zh: "误差")
        case .bias: Wording(en: "Bias", zh: "偏差")
        case .stage(let share): Wording("\(percent: share, decimals: 0)")
        case .judgedJobs: Wording(en: "Jobs", zh: "项目数")

        case .intervals: Wording(en: "Intervals", zh: "预测区间")
        case .intervalsIntroduction(let jobs):
            Wording(
                en: """
                    An 80% interval should hold the final cost of four jobs in five. With \(jobs, "job", "jobs") chance alone \
                    moves the share by the standard error beside it; within twice that, nothing is shown to be wrong.
                    """,
                zh: """
                    80%区间应包含五分之四项目的最终成本。以\(jobs)个项目计，仅偶然因素就会使该比例变动一个标准误；\
                    相差在两倍标准误之内，不能说明区间有误。
                    """)
        case .intervalsChart: Wording(en: "Share of final costs held", zh: "区间包含最终成本的比例")
        case .intervalsSummary(let share):
            Wording(
                en: "The 80% intervals held \(percent: share, decimals: 0) of the final costs.",
                zh: "80%区间包含了\(percent: share, decimals: 0)的最终成本。")
        case .nominal: Wording(en: "Interval", zh: "区间")
        case .held: Wording(en: "Held", zh: "实际包含")
        case .standardError: Wording(en: "Standard error", zh: "标准误")
        case .twoStandardErrors: Wording(en: "Two standard errors", zh: "两倍标准误")
        case .shouldHold: Wording(en: "Should hold", zh: "应包含")

        case .spread: Wording(en: "How much the forecast knew", zh: "预测的信息量")
        case .width: Wording(en: "Width of the 80% interval", zh: "80%区间宽度")
        case .rankedScore: Wording(en: "Ranked probability score", zh: "连续排序概率评分（CRPS）")
        case .rankedScoreContext: Wording(en: "of the budget; less is better", zh: "占预算比例，越小越好")
        case .brierScore: Wording(en: "Brier score of >5% over", zh: "超支5%以上的布里尔评分")
        case .brierScoreContext: Wording(en: "less is better; a coin has 0.25", zh: "越小越好，抛硬币为0.25")

        case .warnings: Wording(en: "Early warnings", zh: "超支预警")
        case .warningsIntroduction:
            Wording(
                en: """
                    Two fifths into a job, which of those that ended more than 5% over their budget were warned of, and \
                    which warnings were false. A method warns when such an overspend is more likely than not.
                    """,
                zh: """
                    完成40%时：最终超支5%以上的项目中有多少得到预警，又有多少预警是误报。当超支5%以上的可能性过半时，\
                    即视为该方法发出预警。
                    """)
        case .overspends: Wording(en: "Overspends", zh: "超支项目")
        case .hits: Wording(en: "Warned of", zh: "已预警")
        case .falseAlarms: Wording(en: "False alarms", zh: "误报")

        case .job: Wording(en: "Job", zh: "项目")
        case .jobList: Wording(en: "The jobs", zh: "项目一览")
        case .budget: Wording(en: "Budget", zh: "预算")
        case .finalCost: Wording(en: "Final cost", zh: "最终成本")
        case .overBudget: Wording(en: "Over budget", zh: "超出预算")

        case .howMade: Wording(en: "How this is judged", zh: "评估方法")
        case .howJudged:
            Wording(
                en: """
                    Each job is forecast from each of its statuses by what other jobs teach, never by its own end. Statuses \
                    between 2% and 98.5% of the work count, and every job counts once, however often it reports.
                    """,
                zh: """
                    每个项目的每期状态都只参照其他项目进行预测，从不使用其自身的结果。只评估完成2%至98.5%之间的状态；\
                    无论报告多少期，每个项目的权重相同。
                    """)
        case .honesty(let jobs):
            Wording(
                en: """
                    \(jobs, "finished job says what to expect of jobs like it", "finished jobs say what to expect of jobs like them"). \
                    Of another client or another kind of work the error may be twice as large, and methods may change places.
                    """,
                zh: """
                    这\(jobs)个已完工项目只能说明同类项目的预期。换了客户或工作类型，误差可能翻倍，各方法的优劣也可能改变。
                    """)
        }
    }
}

/// The methods that a calibration compares, by name.
struct CalibrationMethodPhrase: Phrase {
    let method: CalibrationMethod

    var wording: Wording {
        switch method {
        case .referenceClass: Wording(en: "Forecast", zh: "预测")
        case .progressWeighted: Wording(en: "By progress, booked", zh: "按完成比例（已入账）")
        case .progressWeightedAccrued: Wording(en: "By progress, accrued", zh: "按完成比例（含计提）")
        case .estimate(let method): EstimatePhrase(method).wording
        }
    }
}

/// The sentences that lead the paper.
enum CalibrationHeadline: Phrase {
    case error(jobs: Int, forecast: Double, costIndex: Double?, budgetRate: Double?)
    case coverage(held: Double, standardError: Double, Verdict)
    case warned(hits: Int, overspends: Int, falseAlarms: Int)
    case nobodyOverspent(falseAlarms: Int)

    /// How the share held compares with the share that should be.
    enum Verdict { case narrow, fair, wide }

    var wording: Wording {
        switch self {
        case .error(let jobs, let forecast, let index?, let rate?):
            Wording(
                en: """
                    On \(jobs, "finished job", "finished jobs") the forecast was off by \(percent: forecast) of the final \
                    cost on average; the CPI alone by \(percent: index), the budget rate by \(percent: rate).
                    """,
                zh: """
                    在\(jobs)个已完工项目上，预测平均偏离最终成本\(percent: forecast)；仅按CPI估算偏离\(percent: index)，\
                    按预算估算偏离\(percent: rate)。
                    """)
        case .error(let jobs, let forecast, _, _):
            Wording(
                en: """
                    On \(jobs, "finished job", "finished jobs") the forecast was off by \(percent: forecast) of the final \
                    cost on average.
                    """, zh: "在\(jobs)个已完工项目上，预测平均偏离最终成本\(percent: forecast)。")
        case .coverage(let held, let error, let verdict):
            Wording(
                en: """
                    Its 80% intervals held \(percent: held, decimals: 0) of the final costs, with a standard error of \
                    \(Figure.number(error * 100, decimals: 0)) points: \(VerdictPhrase(verdict: verdict)).
                    """,
                zh: """
                    其80%区间包含了\(percent: held, decimals: 0)的最终成本，标准误为\(Figure.number(error * 100, decimals: 0))个百分点：\
                    \(VerdictPhrase(verdict: verdict))。
                    """)
        case .warned(let hits, let overspends, let falseAlarms):
            Wording(
                en: """
                    Two fifths into the job it had warned of \(hits) of \(overspends, "overspend", "overspends"), with \
                    \(falseAlarms, "false alarm", "false alarms").
                    """, zh: "完成40%时，\(overspends)个超支项目中已预警\(hits)个，误报\(falseAlarms)个。")
        case .nobodyOverspent(let falseAlarms):
            Wording(
                en: """
                    No job that reports two fifths into its work ended more than 5% over; false alarms: \(falseAlarms).
                    """, zh: "完成40%时有报告的项目均未超支5%以上，误报\(falseAlarms)个。")
        }
    }
}

private struct VerdictPhrase: Phrase {
    let verdict: CalibrationHeadline.Verdict

    var wording: Wording {
        switch verdict {
        case .narrow: Wording(en: "they are too narrow", zh: "区间偏窄")
        case .fair: Wording(en: "as they should, as far as can be told", zh: "就现有项目而言与应有水平相符")
        case .wide: Wording(en: "they are wider than needed", zh: "区间偏宽")
        }
    }
}
