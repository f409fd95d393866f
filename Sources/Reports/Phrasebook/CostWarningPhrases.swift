import Costing
import Monetary
import WorkTime

/// What papers say of early warnings of overspend.
enum CostWarningPhrase: Phrase {
    case heading
    case introduction
    case none
    /// How many are left out, the least pressing.
    case more(Int)
    case sign(CostWarning.Sign, line: String, amount: Money?)
    case deed(CostWarning.Deed, line: String, by: CivilDay)

    var wording: Wording {
        switch self {
        case .heading: Wording(en: "Early warnings", zh: "预警")
        case .introduction:
            Wording(
                en: "What costs more than was approved, or brings less than was agreed, unless somebody acts.",
                zh: "若不采取行动，下列情况将使成本超出批准金额，或使收入低于约定。")
        case .none: Wording(en: "Nothing endangers the approved amount.", zh: "没有危及批准金额的情况。")
        case .more(let count):
            Wording(
                en: "And \(count) more, less pressing; headroom cost status --json lists all.",
                zh: "另有\(count)条较不紧迫的预警，全部预警见headroom cost status --json。")
        case .sign(let sign, let line, let amount): Self.sign(sign, line, amount)
        case .deed(let deed, let line, let day):
            Wording(
                en: "\(DeedPhrase(deed: deed, line: line)), by \(day).",
                zh: "\(DeedPhrase(deed: deed, line: line))，最迟\(day)。")
        }
    }

    private static func sign(_ sign: CostWarning.Sign, _ line: String, _ amount: Money?) -> Wording {
        switch sign {
        case .overspend, .costIndexLow, .contingencyFast, .managementReserveUsed: jobSign(sign, amount)
        case .changeOrderPending, .notBilled, .receivableOverdue: clientSign(sign, amount)
        default: lineSign(sign, line, amount)
        }
    }

    private static func figure(_ amount: Money?) -> Figure { amount.map { .money($0) } ?? .text("–") }

    private static func jobSign(_ sign: CostWarning.Sign, _ amount: Money?) -> Wording {
        let sum = figure(amount)
        switch sign {
        case .overspend(let probability):
            return Wording(
                en: """
                    The job passes what was approved with a probability of \(percent: probability, decimals: 0); at the \
                    stated confidence by \(sum).
                    """,
                zh: "项目超出批准金额的概率为\(percent: probability, decimals: 0)，按所述置信度超出\(sum)。")
        case .costIndexLow(let index):
            return Wording(
                en: "Work done has cost \(sum) more than its budget: the CPI is \(Figure.number(index, decimals: 2)).",
                zh: "已完成工作的成本比预算高\(sum)：CPI为\(Figure.number(index, decimals: 2))。")
        case .contingencyFast(let used, let progress):
            return Wording(
                en: """
                    The median forecast uses \(percent: used, decimals: 0) of the contingency (\(sum)), with \
                    \(percent: progress, decimals: 0) of the work done.
                    """,
                zh: "按预计成本（中位数）将动用应急储备的\(percent: used, decimals: 0)（\(sum)），而工作仅完成\(percent: progress, decimals: 0)。")
        default:
            return Wording(
                en: "The median forecast takes \(sum) from the agency's own reserve, which no client pays for.",
                zh: "按预计成本（中位数）将动用公司自有的管理储备\(sum)，客户不承担这部分。")
        }
    }

    private static func lineSign(_ sign: CostWarning.Sign, _ line: String, _ amount: Money?) -> Wording {
        let sum = figure(amount)
        switch sign {
        case .spentBeforeEarned(_, let spent, let earned):
            return Wording(
                en: """
                    “\(line)” has spent \(percent: spent, decimals: 0) of its budget and earned \
                    \(percent: earned, decimals: 0): \(sum) ahead of the work.
                    """,
                zh: "“\(line)”已用预算的\(percent: spent, decimals: 0)，仅完成\(percent: earned, decimals: 0)，成本超前\(sum)。")
        case .committedBeyondBudget:
            return Wording(
                en: "What is spent and ordered on “\(line)” passes its budget by \(sum).",
                zh: "“\(line)”的已发生成本与订单合计超出预算\(sum)。")
        case .costWithoutLine:
            return Wording(
                en: "\(sum) is booked or ordered on “\(line)”, which the estimate does not have.",
                zh: "“\(line)”不在预算内，却已入账或下单\(sum)。")
        case .exchangeMoved(_, let share):
            return Wording(
                en: """
                    Exchange makes “\(line)” \(sum) dearer than estimated, \(percent: share) of its forecast.
                    """,
                zh: "汇率变动使“\(line)”比预算高\(sum)，占其预测成本的\(percent: share)。")
        case .invoiceLate(let order, _, let since):
            return Wording(
                en: "No invoice has come for work of \(sum) on order \(order) (“\(line)”), done by \(since).",
                zh: "订单\(order)（“\(line)”）有\(sum)的工作已于\(since)前完成，发票未到。")
        case .costNotBooked(_, let probability):
            return Wording(
                en: """
                    Work worth \(sum) on “\(line)” is done and neither booked nor ordered; with a probability of \
                    \(percent: probability, decimals: 0) an invoice is late.
                    """,
                zh: "“\(line)”有价值\(sum)的工作已完成，但既未入账也未下单，发票迟到的概率为\(percent: probability, decimals: 0)。")
        default:
            return Wording(
                en: "\(sum) is spent on “\(line)”, and nobody has said how far it is.",
                zh: "“\(line)”已花费\(sum)，但无人报告进度。")
        }
    }

    private static func clientSign(_ sign: CostWarning.Sign, _ amount: Money?) -> Wording {
        let sum = figure(amount)
        switch sign {
        case .changeOrderPending(let version, let isWithClient):
            return Wording(
                en: """
                    Version \(version), which changes what is approved by \(sum), waits for \
                    \(isWithClient ? "the client" : "the agency") to sign.
                    """,
                zh: "第\(version)版（批准金额变动\(sum)）等待\(isWithClient ? "客户" : "公司内部")签字。")
        case .notBilled(let name, let since):
            return Wording(
                en: "“\(name)” of \(since) is not billed: \(sum) is missing.",
                zh: "“\(name)”应于\(since)开票，尚缺\(sum)。")
        case .receivableOverdue(let bill, let due):
            return Wording(
                en: "The client owes \(sum) on invoice \(bill), due on \(due).",
                zh: "发票\(bill)已于\(due)到期，客户尚欠\(sum)。")
        default: return Wording("–")
        }
    }
}

/// What to do, as a fragment.
struct DeedPhrase: Phrase {
    let deed: CostWarning.Deed
    let line: String

    var wording: Wording {
        switch deed {
        case .askApproval: Wording(en: "Ask the client: headroom cost request", zh: "向客户申请追加：headroom cost request")
        case .reviewRest: Wording(en: "Go through what is still to be ordered", zh: "逐项审查尚未下单的工作")
        case .reviewLine: Wording(en: "Find out what the rest of “\(line)” costs", zh: "核实“\(line)”剩余工作的成本")
        case .renegotiateOrder: Wording(en: "Renegotiate the order, or ask for the difference", zh: "与供应商重新议价，或申请追加差额")
        case .holdContingency: Wording(en: "Release no more of the contingency", zh: "暂停动用应急储备")
        case .assignLine: Wording(en: "Book it on a line, or make a change order for it", zh: "归入相应预算项，或补办变更单")
        case .getSignature: Wording(en: "Get the signature", zh: "取得签字")
        case .fixExchange: Wording(en: "Fix the rate, or ask for the difference", zh: "锁定汇率，或申请追加差额")
        case .chaseInvoice: Wording(en: "Ask the supplier for the invoice", zh: "向供应商催要发票")
        case .postAccrual: Wording(en: "Post the work done, or say that it was cheap", zh: "补记已完成的工作，或确认确属节约")
        case .reportProgress: Wording(en: "Post how much is done", zh: "补报完成进度")
        case .billClient: Wording(en: "Send the invoice", zh: "向客户开票")
        case .collect: Wording(en: "Collect it", zh: "催收")
        }
    }
}
