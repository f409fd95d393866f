import Costing
import Monetary
import WorkTime

/// What is said of postings, closes and reconciliations.
enum LedgerPhrase: Phrase {
    case posted, events, proof, job, kindHead, count, amount, currency, allAccounts
    case nothingNew(String, Int)
    case brought(String, Int, Int, Int)
    case reopened([String])
    case kind(CostEvent.Kind)
    case reconciliation(String, CivilMonth)
    case budget, cost, clientAndSuppliers, restated, receivables, payables
    case through, measuredAgainst, closed
    case version(Int?)
    case closedBy(String, CivilDay, Int)
    case headroom(Money, forecast: Money, approved: Money)
    case noHeadroom(Money)
    case doesNotClose
    case isRestated(Int)
    case line, approved, ordered, accrued, remaining, open, uncommitted, forecast, headroomHead, difference, contingency
    case budgetRemark, paid, payable, notInvoiced, time, rateDifference, invoiced, billed, costRemark
    case clientSide, supplierSide, side, settlements, net, tax, settled, credited, stillOpen, settlementRemark
    case item, billedForWork, sentToClient, retained, unused
    case figure, asReported, asRestated, laterEvents, document, date
    case party, notDue, due30, due60, due90, dueOlder, sum, delay, delayRemark, noPayment
    case days(Double)

    var wording: Wording {
        switch self {
        case .nothingNew(let job, let repeated):
            Wording(
                en: "All \(repeated, "event", "events") of \(job) are in the books already; nothing was changed.",
                zh: "\(job)的\(repeated)条记录此前均已入账，账目没有变化。")
        case .brought(let job, let events, let postings, let repeated):
            Wording(
                en:
                    "\(events, "event", "events") of \(job) were posted as \(postings, "debit or credit", "debits and credits"); \(repeated) were in the books already.",
                zh: "\(job)新入账\(events)条记录，共\(postings)笔借贷分录；另有\(repeated)条此前已入账。")
        case .reopened(let months):
            Wording(
                en: "Closed months that have changed and are to be closed again: \(list: months).",
                zh: "以下已结账月份发生变化，需重新结账：\(list: months)。")
        case .kind(let kind): kind.wording
        case .reconciliation(let job, let month):
            Wording(en: "Budget reconciliation: \(job), \(month)", zh: "客户预算收支平衡报告：\(job)（\(month)）")
        case .version(let number?): Wording(en: "Approved estimate, version \(number)", zh: "已批准预算第\(number)版")
        case .version(nil): Wording(en: "No approved estimate", zh: "尚无已批准的预算")
        case .closedBy(let name, let day, let edition):
            Wording(
                en: "by \(name) on \(day), edition \(edition)", zh: "\(name)于\(day)结账，第\(edition)次")
        case .headroom(let headroom, let forecast, let approved) where headroom.isNegative:
            Wording(
                en:
                    "By the median of the forecast, cost headroom is \(headroom): the job is expected to cost \(forecast), and \(approved) is approved.",
                zh: "按预测中位数，成本余量为\(headroom)：预计成本\(forecast)，已批准\(approved)。")
        case .headroom(let headroom, let forecast, let approved):
            Wording(
                en:
                    "By the median of the forecast, cost headroom is \(headroom): of \(approved) approved, \(forecast) is expected to be spent.",
                zh: "按预测中位数，成本余量为\(headroom)：已批准\(approved)，预计支出\(forecast)。")
        case .noHeadroom(let forecast):
            Wording(
                en: "There is no headroom to state: nothing was approved, and \(forecast) is expected to be spent.",
                zh: "尚无已批准的预算，无法计算成本余量；预计支出\(forecast)。")
        case .doesNotClose:
            Wording(en: "The sums do not close to zero: see the proof.", zh: "账目未能平衡，请查看平衡验证。")
        case .isRestated(let events):
            Wording(
                en: "The month was restated since it was closed: \(events, "event has", "events have") come later.",
                zh: "结账后本月数字有变动：其后又有\(events)条记录入账。")
        case .days(let days):
            Wording(en: "\(Figure.number(days, decimals: 1)) days", zh: "\(Figure.number(days, decimals: 1))天")
        default: heads
        }
    }
}

extension CostEvent.Kind {
    fileprivate var wording: Wording {
        switch self {
        case .order: Wording(en: "Order", zh: "订单")
        case .orderChange: Wording(en: "Order changed", zh: "订单变更")
        case .orderClosed: Wording(en: "Order closed", zh: "订单关闭")
        case .workDone: Wording(en: "Work done", zh: "完工")
        case .invoice: Wording(en: "Supplier's invoice", zh: "供应商发票")
        case .creditNote: Wording(en: "Supplier's credit note", zh: "供应商红字发票")
        case .payment: Wording(en: "Payment", zh: "付款")
        case .expense: Wording(en: "Expense", zh: "费用")
        case .time: Wording(en: "Own time", zh: "工时")
        case .progress: Wording(en: "Progress", zh: "进度")
        case .bill: Wording(en: "Bill to the client", zh: "客户发票")
        case .billCredit: Wording(en: "Credit to the client", zh: "客户红字发票")
        case .receipt: Wording(en: "Receipt", zh: "收款")
        case .retainer: Wording(en: "Retainer billed", zh: "预收款")
        case .retainerUse: Wording(en: "Work out of a retainer", zh: "预收款使用")
        case .reversal: Wording(en: "Reversal", zh: "冲销")
        }
    }
}
