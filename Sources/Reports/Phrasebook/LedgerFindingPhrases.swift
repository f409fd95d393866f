import Diagnostics

extension CostFindingPhrase {
    /// What is found in ledgers and when months are closed, as papers remark it.
    static let ledgerKinds: [FindingID: (message: String, advice: String)] = [
        "cost.no-estimate": ("工作区中没有该项目的预算，预算项按填写内容记录", "请先将项目预算存入工作区"),
        "cost.closed-month": ("有记录的日期属于已结账月份", "请重新结账；原报告数会保留并列出"),
        "cost.receipt-unassigned": ("有收款没有注明对应的客户发票", "请在结算单据一栏注明发票；在此之前单独列为未结"),
        "cost.date-ahead": ("有记录的日期晚于入账日", "请核对日期；该记录从其日期起计入"),
        "cost.date-outside-job": ("有记录的日期远在项目结束之后", "请核对年份，或核对所属项目"),
        "cost.due-before-date": ("有单据的到期日早于单据日期", "请核对两个日期"),
        "cost.rate-deviates": ("所列汇率与两个金额之比相差超过千分之五", "以两个金额为准；请核对金额，或更正汇率"),
        "cost.paid-beyond-document": ("有单据的结算金额超过应结金额", "请核对金额，以及是否重复付款"),
        "cost.order-closed": ("有完工记录属于已关闭的订单，只有其发票计入成本", "请登记发票，或冲销订单的关闭"),
        "cost.order-taken-back": ("有订单被冲销，但其下仍有完工记录或发票，这些仍计入成本", "请一并冲销，或改为关闭订单"),
        "cost.credited-beyond-invoices": ("有订单的红字发票金额超过已收发票", "请核对金额，并登记对应的发票"),
        "cost.retainer-overdrawn": ("预收款的使用超过已开票的预收款", "请再开具预收款发票，或就该工作开票"),
        "cost.document-reversed": ("有付款结算了已冲销的单据", "请改为注明替代它的单据"),
        "cost.event-twice": ("同一单据出现两次，内容相同", "请保留其中一行；只计一次"),
        "cost.field-not-read": ("有栏目与该类记录无关，未予读取", "请将其留空"),
        "cost.progress-falls": ("有预算项的完成进度比之前减少", "请核对两次报告；以较晚的为准"),
        "cost.units-over-quantity": ("报告的完成数量超过预算数量", "请核对数量；超出预算的部分不产生挣值"),
        "cost.month-not-over": ("月份尚未结束就已结账", "该月剩余日期的记录会使本月需要重新结账"),
        "cost.month-unapproved": ("截至月末没有已批准的预算", "请用 headroom cost approve 登记客户的确认"),
    ]
}
