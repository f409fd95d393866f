import Costing
import Monetary
import WorkTime

/// The letter that asks a client for more than was approved. Addressed to the client: polite, exact, and without the
/// agency's own reserves.
enum RequestPhrase: Phrase {
    case title(String)
    case number
    case numbered(Int)
    case date
    case answerBy
    case approvedVersion

    case ask(Money, job: String)
    case price(Money)
    case samePrice
    case by(CivilDay)

    case greeting(client: String)
    case situation(
        approved: Money, price: Money, version: Int, forecast: Money, confidence: Double, probability: Double)
    case reasonHeading
    case reasonNone
    case optionsHeading
    case optionApprove(Money, total: Money, price: Money)
    case optionCut(Money)
    case optionCutNotEnough(Money, of: Money)
    case optionCutNothing
    case optionContingency(used: Money, of: Money)
    case optionContingencyGone(Money)
    case optionContingencyNone
    case effectHeading
    case effect(CivilDay)
    case bound(Money)
    case nothingBound
    case closing
    case signature
    case agency
    case client

    case cutTable
    case available
    case cut
    case figures
    case figure
    case approvedLines
    case approvedContingency
    case approved
    case forecast
    case asked

    case answer
    case answered(KeptRequest.Kind, Money?, CivilDay, String)
    case makeChangeOrder(Int)
    case keepWithin
    case noFurther

    var wording: Wording {
        switch self {
        case .title(let job): Wording(en: "Request for approval: \(job)", zh: "追加预算申请：\(job)")
        case .number: Wording(en: "Request", zh: "申请编号")
        case .numbered(let number): Wording(en: "no. \(number)", zh: "第\(number)号")
        case .date: Wording(en: "Date", zh: "日期")
        case .answerBy: Wording(en: "Answer needed by", zh: "请于此日前答复")
        case .approvedVersion: Wording(en: "Approved version", zh: "已批准版本")

        case .ask(let amount, let job):
            Wording(
                en: "We ask for your approval of a further \(amount) of cost, before tax, for “\(job)”.",
                zh: "现就“\(job)”申请追加成本\(amount)（不含税），请予批准。")
        case .price(let price):
            Wording(
                en: "By the terms agreed for these items it would be billed at \(price), before tax.",
                zh: "按相关项目的约定条款，届时将开票\(price)（不含税）。")
        case .samePrice:
            Wording(en: "It would be billed at cost, before tax.", zh: "届时按成本开票（不含税）。")
        case .by(let day):
            Wording(en: "Please answer by \(day).", zh: "请于\(day)前答复。")

        case .greeting(let client): Wording(en: "To \(client)", zh: "致\(client)")
        case .situation(let approved, let price, let version, let forecast, let confidence, let probability):
            Wording(
                en: """
                    You have approved a cost of \(approved) (version \(version) of the estimate, \(price) as billed). We now \
                    expect the job to cost \(forecast) at \(percent: confidence, decimals: 0) confidence; the probability that it costs more than \
                    you have approved is \(percent: probability, decimals: 0). We would rather ask before the money is \
                    spent than explain afterwards.
                    """,
                zh: """
                    贵方已批准成本\(approved)（预算第\(version)版，对应开票金额\(price)，均不含税）。按\(percent: confidence, decimals: 0)置信度，现预计项目成本为\
                    \(forecast)；超出批准金额的概率为\(percent: probability, decimals: 0)。我方希望在费用发生之前征得贵方同意，\
                    而不是事后说明。
                    """)
        case .reasonHeading: Wording(en: "Why", zh: "原因")
        case .reasonNone:
            Wording(
                en: "No single item stands out: the work still to be ordered may cost more than estimated.",
                zh: "没有突出的单项原因：尚未下单的工作可能高于预算。")
        case .optionsHeading: Wording(en: "What you can decide", zh: "可选方案")
        case .optionApprove(let amount, let total, let price):
            Wording(
                en: """
                    A. Approve \(amount). The approved cost becomes \(total) (\(price) as billed), and the work goes on as \
                    planned.
                    """,
                zh: "方案一：批准追加\(amount)。批准成本变为\(total)（对应开票金额\(price)），工作按计划继续。")
        case .optionCut(let amount):
            Wording(
                en: "B. Leave out work for \(amount) that is not ordered yet, as in the table below.",
                zh: "方案二：减少尚未下单的工作\(amount)，明细见下表。")
        case .optionCutNotEnough(let amount, let all):
            Wording(
                en: """
                    B. Leave out all work that is not ordered yet, as in the table below. That saves \(amount) of \(all); \
                    the rest would still have to be approved.
                    """,
                zh: "方案二：取消全部尚未下单的工作，明细见下表。可节省\(amount)，少于所需的\(all)，其余仍须批准。")
        case .optionCutNothing:
            Wording(
                en: "B. Leave out work: not possible any more, as all of it is ordered.",
                zh: "方案二：减少工作已不可行，因为全部工作均已下单。")
        case .optionContingency(let used, let all):
            Wording(
                en: "C. Use the contingency: \(used) of the \(all) that you approved is already counted in.",
                zh: "方案三：动用应急储备。贵方批准的\(all)中，已计入\(used)。")
        case .optionContingencyGone(let all):
            Wording(
                en:
                    "C. Use the contingency: not possible any more, as all of the \(all) that you approved is counted in.",
                zh: "方案三：动用应急储备已不可行，贵方批准的\(all)已全部计入。")
        case .optionContingencyNone:
            Wording(en: "C. Use the contingency: none was agreed.", zh: "方案三：动用应急储备。本项目未设应急储备。")
        case .effectHeading: Wording(en: "Without an answer", zh: "如未收到答复")
        case .effect(let day):
            Wording(
                en: """
                    From \(day) on we would place no further order that takes the job beyond what you have approved. Work \
                    that depends on it would stop, and dates would move.
                    """,
                zh: "自\(day)起，我方将不再下达使项目超出批准金额的订单；相关工作将暂停，日期随之顺延。")
        case .bound(let money):
            Wording(
                en: "\(money) beyond the approved amount is ordered or spent already and has to be paid in any case.",
                zh: "其中\(money)已下单或已发生，无论如何均须支付。")
        case .nothingBound:
            Wording(
                en: "Nothing beyond the approved amount is ordered or spent today.",
                zh: "截至今日，尚无超出批准金额的订单或支出。")
        case .closing:
            Wording(
                en: "If you agree, please sign below or answer in writing; we then send you the change order.",
                zh: "如无异议，请在下方签字或书面答复，我方随后提交变更单。")
        case .signature: Wording(en: "Signatures", zh: "签字")
        case .agency: Wording(en: "For the agency", zh: "代理方")
        case .client: Wording(en: "For the client", zh: "客户方")

        case .cutTable: Wording(en: "Work that could be left out", zh: "可减少的工作")
        case .available: Wording(en: "Not ordered yet", zh: "尚未下单")
        case .cut: Wording(en: "Would go", zh: "拟减少")
        case .figures: Wording(en: "In figures", zh: "数字")
        case .figure: Wording(en: "Figure", zh: "项目")
        case .approvedLines: Wording(en: "Approved for all lines", zh: "已批准：各预算项")
        case .approvedContingency: Wording(en: "Approved as contingency", zh: "已批准：应急储备")
        case .approved: Wording(en: "Approved cost, contingency included", zh: "已批准成本（含应急储备）")
        case .forecast: Wording(en: "Forecast cost", zh: "预计完工成本")
        case .asked: Wording(en: "Asked for", zh: "申请追加")

        case .answer: Wording(en: "Answer", zh: "答复")
        case .answered(let kind, let amount, let day, let name): Self.answered(kind, amount, day, name)
        case .makeChangeOrder(let version):
            Wording(
                en: """
                    The approved estimate is not changed by this: make version \(version) with the amount, its effective \
                    date and the reason, and have it signed.
                    """,
                zh: "批准的预算不会因此改变：请编制第\(version)版，写明金额、生效日期与原因，并取得签字。")
        case .keepWithin:
            Wording(
                en:
                    "The approved amount stays: order nothing that passes it, and agree with the client what is left out.",
                zh: "批准金额不变：请勿下达超出该金额的订单，并与客户商定减少的工作。")
        case .noFurther: Wording(en: "Nothing further is needed.", zh: "无需其他处理。")
        }
    }

    private static func answered(
        _ kind: KeptRequest.Kind, _ amount: Money?, _ day: CivilDay, _ name: String
    ) -> Wording {
        switch kind {
        case .approved:
            Wording(
                en: "\(name) approved \(amount.map { Figure.money($0) } ?? .text("–")) on \(day).",
                zh: "\(name)已于\(day)批准\(amount.map { Figure.money($0) } ?? .text("–"))。")
        case .declined: Wording(en: "\(name) declined on \(day).", zh: "\(name)已于\(day)拒绝。")
        case .withdrawn: Wording(en: "\(name) withdrew it on \(day).", zh: "\(name)已于\(day)撤回。")
        }
    }
}
