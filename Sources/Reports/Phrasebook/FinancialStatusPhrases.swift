import Costing
import Monetary
import WorkTime

/// What the financial status of a job says besides its first sentences.
enum FinancialPhrase: Phrase {
    case title(String)
    case job
    case client
    case statusDay
    case estimateVersion
    case version(Int, EstimateVersion.State)
    case plan
    case noPlan
    case confidence

    case headroom
    case headroomAt(Double)
    case approved
    case approvedContext(lines: Figure, contingency: Figure)
    case forecast
    case forecastContext(median: Figure)
    case probability
    case probabilityContext(five: Double, ten: Double)
    case reservesLeft
    case reservesContext(contingency: Figure, own: Figure)

    // The table of lines
    case lines
    case line
    case ordered
    case accrued
    case invoiced
    case paid
    case contingency
    case notInEstimate(String)
    case proof
    case linesRemark

    // The curve
    case curve
    case curveSummary(planned: Figure, earned: Figure, accrued: Figure)
    case planned
    case earned
    case range(Double, Double)

    // Months
    case months
    case monthsRemark
    case month
    case versionColumn
    case budget

    // The client's side
    case clientSide
    case sentToClient
    case received
    case toBeBilled
    case clientRemark

    case method
    case methodKnown
    case methodAlone
    case methodClass(ClassPhrase)
    case methodLate
    /// What the estimate allows and is not bought any more.
    case methodClosedShort(Money)
    case noEarnedValue(UndefinedPhrase)

    var wording: Wording {
        switch self {
        case .title(let job): Wording(en: "Financial status: \(job)", zh: "财务收支状况：\(job)")
        case .job: Wording(en: "Job", zh: "项目")
        case .client: Wording(en: "Client", zh: "客户")
        case .statusDay: Wording(en: "Status date", zh: "状态日期")
        case .estimateVersion: Wording(en: "Estimate", zh: "预算")
        case .version(let number, let state):
            Wording(
                en: "version \(number), \(EstimateStatePhrase(state))", zh: "第\(number)版，\(EstimateStatePhrase(state))")
        case .plan: Wording(en: "Plan", zh: "工作计划")
        case .noPlan: Wording(en: "none; lines follow their own dates", zh: "无，各预算项按自身日期计")
        case .confidence: Wording(en: "Confidence", zh: "置信度")

        case .headroom: Wording(en: "Cost headroom", zh: "成本余量")
        case .headroomAt(let confidence):
            Wording(
                en: "at \(percent: confidence, decimals: 0) confidence", zh: "\(percent: confidence, decimals: 0)置信度")
        case .approved: Wording(en: "Approved", zh: "批准金额")
        case .approvedContext(let lines, let contingency):
            Wording(en: "lines \(lines), contingency \(contingency)", zh: "预算项\(lines)，应急储备\(contingency)")
        case .forecast: Wording(en: "Forecast cost", zh: "预计完工成本")
        case .forecastContext(let median): Wording(en: "median \(median)", zh: "中位数\(median)")
        case .probability: Wording(en: "Probability of an overspend", zh: "超支概率")
        case .probabilityContext(let five, let ten):
            Wording(
                en: """
                    by more than 5%: \(percent: five, decimals: 0), more than 10%: \(percent: ten, decimals: 0)
                    """,
                zh: "超支5%以上：\(percent: five, decimals: 0)，10%以上：\(percent: ten, decimals: 0)")
        case .reservesLeft: Wording(en: "Reserves left", zh: "储备剩余")
        case .reservesContext(let contingency, let own):
            Wording(
                en: "contingency \(contingency), management reserve \(own)", zh: "应急储备\(contingency)，管理储备\(own)")

        case .lines: Wording(en: "Line by line", zh: "分项情况")
        case .line: Wording(en: "Line", zh: "预算项")
        case .ordered: Wording(en: "Ordered", zh: "已下单")
        case .accrued: Wording(en: "Accrued", zh: "已发生")
        case .invoiced: Wording(en: "Invoiced", zh: "已收票")
        case .paid: Wording(en: "Paid", zh: "已付款")
        case .contingency: Wording(en: "Contingency", zh: "应急储备")
        case .notInEstimate(let line): Wording(en: "\(line) (not in the estimate)", zh: "\(line)（不在预算内）")
        case .proof: Wording(en: "Total", zh: "合计")
        case .linesRemark:
            Wording(
                en: """
                    Net of tax. Approved is the version that holds; accrued is work done whether or not it is invoiced. \
                    Lines and contingency add up to the totals exactly; the forecast of a single line says less than the sum.
                    """,
                zh: "均不含税。批准金额以现行版本为准；已发生指已完成的工作，不论是否收到发票。各预算项与应急储备之和与合计完全相等；单个预算项的预测不如合计可靠。")

        case .curve: Wording(en: "The job in money", zh: "成本曲线")
        case .curveSummary(let planned, let earned, let accrued):
            Wording(
                en: "At the status date \(earned) was earned of \(planned) planned, at an accrued cost of \(accrued).",
                zh: "截至状态日期，计划价值\(planned)，挣值\(earned)，已发生成本\(accrued)。")
        case .planned: Wording(en: "Planned", zh: "计划价值")
        case .earned: Wording(en: "Earned", zh: "挣值")
        case .range(let low, let high):
            Wording(
                en: """
                    The shaded range holds the cost with a probability of \(percent: high - low, decimals: 0): as often \
                    below it as above.
                    """,
                zh: "阴影为成本的\(percent: high - low, decimals: 0)概率区间，低于与高于区间的可能性相等。")

        case .months: Wording(en: "Month by month", zh: "逐月情况")
        case .monthsRemark:
            Wording(
                en: """
                    Each month against the version that held then: a change order moves the budget from its date on and \
                    leaves earlier variances as they were.
                    """,
                zh: "各月以当时有效的版本为准：变更单自生效日起调整预算，此前的偏差保持不变。")
        case .month: Wording(en: "Up to", zh: "截至")
        case .versionColumn: Wording(en: "Version", zh: "版本")
        case .budget: Wording(en: "Budget", zh: "预算")

        case .clientSide: Wording(en: "Billed and collected", zh: "开票与收款")
        case .sentToClient:
            Wording(en: "Invoiced to the client, retainers included, before tax", zh: "已向客户开票（含预收款，不含税）")
        case .received: Wording(en: "Received from the client, tax included", zh: "已收客户款项（含税）")
        case .toBeBilled: Wording(en: "Due to be billed by now, before tax", zh: "按合同应开票（不含税）")
        case .clientRemark: Wording(en: "In the currency of the books.", zh: "以记账货币计。")

        case .method: Wording(en: "How the forecast is made", zh: "预测方法")
        case .methodKnown:
            Wording(
                en: """
                    What is accrued and what is on open orders counts as known. Only work that is still to be ordered is \
                    uncertain: its budget times one factor that all lines share.
                    """,
                zh: "已发生成本和未完订单视为已知。只有尚未下单的工作不确定：以其预算乘以各预算项共用的一个系数。")
        case .methodAlone:
            Wording(
                en: """
                    The factor is taken from how this job went so far, weighted by its progress. No class of finished \
                    jobs says anything of it yet, so the range is wide on purpose.
                    """,
                zh: "该系数取自本项目迄今的成本绩效，按完成比例加权。尚无已完工项目可供参照，因此区间有意放宽。")
        case .methodClass(let jobs):
            Wording(
                en: "The factor is taken from this job and from \(jobs).", zh: "该系数取自本项目以及\(jobs)。")
        case .methodLate:
            Wording(
                en: """
                    Work that is done and neither booked nor ordered counts as an invoice that is late with some \
                    probability, and not as a saving.
                    """,
                zh: "已完成但既未入账也未下单的工作，按一定概率视为发票迟到，而不视为节约。")
        case .methodClosedShort(let money):
            Wording(
                en: """
                    Work for \(money) is not expected any more: the time of its lines is over and their orders are closed. \
                    The estimate still allows it, and with a new order it counts again.
                    """,
                zh: "有\(money)的工作不再计入预测：相关预算项的执行期已过，订单均已关闭。预算仍予保留，重新下单后恢复计入。")
        case .noEarnedValue(let reason):
            Wording(en: "There are no indices: \(reason).", zh: "没有绩效指标：\(reason)。")
        }
    }
}
