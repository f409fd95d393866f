extension LedgerPhrase {
    /// Headings and remarks, which carry no values.
    var heads: Wording {
        switch self {
        case .posted: Wording(en: "Posted to the books", zh: "入账结果")
        case .events: Wording(en: "Events", zh: "入账记录")
        case .proof: Wording(en: "Proof", zh: "平衡验证")
        case .job: Wording(en: "Job", zh: "项目")
        case .kindHead: Wording(en: "Kind", zh: "类型")
        case .count: Wording(en: "Count", zh: "数量")
        case .amount: Wording(en: "Amount", zh: "金额")
        case .currency: Wording(en: "Currency", zh: "币种")
        case .allAccounts: Wording(en: "All accounts together", zh: "全部科目合计")
        case .through: Wording(en: "Through", zh: "截至")
        case .measuredAgainst: Wording(en: "Measured against", zh: "对照依据")
        case .closed: Wording(en: "Closed", zh: "结账")
        case .budget: Wording(en: "From approved amount to headroom", zh: "从批准金额到成本余量")
        case .cost: Wording(en: "What the cost consists of", zh: "成本构成")
        case .clientAndSuppliers: Wording(en: "Client and suppliers", zh: "客户与供应商")
        case .restated: Wording(en: "As reported and as restated", zh: "报告数与重述数")
        case .receivables: Wording(en: "Receivables by age", zh: "应收账款账龄")
        case .payables: Wording(en: "Payables by age", zh: "应付账款账龄")
        case .line: Wording(en: "Line", zh: "预算项")
        case .approved: Wording(en: "Approved", zh: "已批准")
        case .ordered: Wording(en: "Ordered", zh: "已下单")
        case .accrued: Wording(en: "Accrued cost", zh: "已发生成本")
        case .remaining: Wording(en: "Remaining", zh: "剩余")
        case .open: Wording(en: "Open commitment", zh: "未完订单")
        case .uncommitted: Wording(en: "Still expected", zh: "预计新增")
        case .forecast: Wording(en: "Expected cost", zh: "预计成本")
        case .headroomHead: Wording(en: "Headroom", zh: "余量")
        case .difference: Wording(en: "Difference", zh: "差额")
        case .contingency: Wording(en: "Contingency", zh: "应急储备")
        case .budgetRemark:
            Wording(
                en:
                    "Approved less accrued cost, open commitment, what is still expected and headroom is zero on every line. Still expected follows the median of the forecast; the financial status states headroom at its confidence, which is mostly less.",
                zh: "每一行：已批准 − 已发生成本 − 未完订单 − 预计新增 − 余量 = 0。预计新增取预测的中位数，因此余量通常大于财务收支状况报告按置信度所列的余量。")
        case .item: Wording(en: "Item", zh: "项目")
        default: costHeads
        }
    }

    private var costHeads: Wording {
        switch self {
        case .paid: Wording(en: "Paid", zh: "已付")
        case .payable: Wording(en: "To be paid", zh: "应付未付")
        case .notInvoiced: Wording(en: "Not invoiced", zh: "未收票")
        case .time: Wording(en: "Own time", zh: "工时")
        case .rateDifference: Wording(en: "Exchange", zh: "汇率差异")
        case .invoiced: Wording(en: "Invoiced", zh: "已收票")
        case .billed: Wording(en: "Billed", zh: "已结算")
        case .costRemark:
            Wording(
                en:
                    "Net of tax. Invoices are at their own rates of exchange, work at the rates of the day it was done.",
                zh: "不含税。发票按其自身汇率计，完工按当日汇率计。")
        case .clientSide: Wording(en: "Client", zh: "客户")
        case .supplierSide: Wording(en: "Suppliers", zh: "供应商")
        case .side: Wording(en: "Side", zh: "对方")
        case .settlements: Wording(en: "Asked, settled and open", zh: "应结、已结与未结")
        case .net: Wording(en: "Net", zh: "不含税")
        case .tax: Wording(en: "Tax", zh: "税额")
        case .settled: Wording(en: "Paid or received", zh: "已付/已收")
        case .credited: Wording(en: "Credited", zh: "红字冲减")
        case .stillOpen: Wording(en: "Open on the accounts", zh: "账面未结")
        case .settlementRemark:
            Wording(
                en:
                    "The open amount comes from the accounts, all else from the documents, so the difference is a proof.",
                zh: "未结金额取自科目余额，其余取自单据，差额用于验证。")
        case .billedForWork:
            Wording(en: "Work billed, also out of retainers, net of tax", zh: "已结算工作（含预收款抵扣，不含税）")
        case .sentToClient:
            Wording(en: "Invoiced to the client, retainers included, net of tax", zh: "已向客户开票（含预收款，不含税）")
        case .retained: Wording(en: "Of these, retainers", zh: "其中：预收款")
        case .unused: Wording(en: "Retainers not used yet", zh: "尚未抵扣的预收款")
        case .figure: Wording(en: "Figure", zh: "指标")
        case .asReported: Wording(en: "As reported", zh: "报告数")
        case .asRestated: Wording(en: "As restated", zh: "重述数")
        case .laterEvents: Wording(en: "What came after the close", zh: "结账后入账的记录")
        case .document: Wording(en: "Document", zh: "单据")
        case .date: Wording(en: "Date", zh: "日期")
        default: ageHeads
        }
    }

    private var ageHeads: Wording {
        switch self {
        case .party: Wording(en: "Name", zh: "名称")
        case .notDue: Wording(en: "Not due", zh: "未到期")
        case .due30: Wording(en: "0–30 days", zh: "0–30天")
        case .due60: Wording(en: "31–60 days", zh: "31–60天")
        case .due90: Wording(en: "61–90 days", zh: "61–90天")
        case .dueOlder: Wording(en: "Over 90 days", zh: "90天以上")
        case .sum: Wording(en: "Total", zh: "合计")
        case .delay: Wording(en: "Paid after due", zh: "平均逾期天数")
        case .delayRemark:
            Wording(
                en: "Days after the due day, tax included. How late payments come is weighted by their amounts.",
                zh: "含税，自到期日起计算天数；逾期天数按付款金额加权平均。")
        case .noPayment: Wording(en: "no payment yet", zh: "尚无付款")
        default: preconditionFailure("a heading is not worded")
        }
    }
}
