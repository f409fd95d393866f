import Costing
import Monetary
import WorkTime

/// What papers on an estimate say: headings, columns, facts and remarks.
enum CostEstimatePhrase: Phrase {
    case title(String, version: Int)
    case job
    case client
    case version
    case versionInState(Int, EstimateStatePhrase)
    case period
    case fromTo(CivilDay, CivilDay)
    case effective
    case reason

    case amounts
    case item
    case amount
    case cost
    case price
    case addition
    case allLines
    case contingency
    case withContingency
    case approvedCost
    case managementReserve
    case costWithReserves
    case ceiling
    case ceilingHeadroom
    case taxBeside(String)
    case reserveOrder
    case asked
    case beforeTax
    case underCeiling(Money)
    case contingencyIncluded(Money)
    case ofPrice(Double)

    case subtotals
    case byCategory
    case byPhase
    case noPhase

    case lines
    case category
    case phase
    case line
    case supplier
    case quantity
    case unit
    case rate
    case supplierAmount
    case exchange
    case contract
    case lineRemark
    case passThrough
    case fixedPrice
    case markup(String)
    case commissionOfGross(String)
    case commissionOnNet(String)

    case exchangeRates
    case currency
    case date

    case billing
    case step
    case kind
    case retainer
    case invoice
    case billedSoFar
    case notScheduled(Money)

    case proof
    case costOfLines
    case costAndAdditions
    case priceOfCategories
    case difference

    case versions
    case state
    case proposed
    case signedInternally
    case signedByClient

    case changes
    case changesSince(Int)
    case what
    case scope
    case volume
    case rateChange
    case exchangeChange
    case isNew
    case isGone
    case dates
    case description
    case changesRemark

    var wording: Wording { headWording ?? amountWording ?? lineWording ?? laterWording }

    private var headWording: Wording? {
        switch self {
        case .title(let name, let version):
            Wording(en: "\(name): estimate, version \(version)", zh: "\(name)：预算第\(version)版")
        case .job: Wording(en: "Job", zh: "项目")
        case .client: Wording(en: "Client", zh: "客户")
        case .version: Wording(en: "Version", zh: "版本")
        case .versionInState(let number, let state): Wording(en: "\(number), \(state)", zh: "第\(number)版，\(state)")
        case .period: Wording(en: "Period", zh: "期间")
        case .fromTo(let start, let finish):
            Wording(en: "\(start, .dated) to \(finish, .dated)", zh: "\(start, .dated)至\(finish, .dated)")
        case .effective: Wording(en: "Holds from", zh: "生效日期")
        case .reason: Wording(en: "Reason", zh: "变更原因")
        default: nil
        }
    }

    private var amountWording: Wording? {
        switch self {
        case .amounts: Wording(en: "Amounts", zh: "金额")
        case .item: Wording(en: "Item", zh: "项目")
        case .amount: Wording(en: "Amount", zh: "金额")
        case .cost: Wording(en: "Cost", zh: "成本")
        case .price: Wording(en: "Price", zh: "报价")
        case .addition: Wording(en: "Contract adds", zh: "合同加成")
        case .allLines: Wording(en: "All lines", zh: "各项合计")
        case .contingency: Wording(en: "Contingency", zh: "应急储备")
        case .withContingency: Wording(en: "Lines and contingency", zh: "各项与应急储备")
        case .approvedCost: Wording(en: "Cost with contingency", zh: "含应急储备成本")
        case .managementReserve: Wording(en: "Management reserve", zh: "管理储备")
        case .costWithReserves: Wording(en: "With both reserves", zh: "含两项储备")
        case .ceiling: Wording(en: "Ceiling of the client", zh: "客户预算上限")
        case .ceilingHeadroom: Wording(en: "Headroom under the ceiling", zh: "距上限余量")
        case .taxBeside(let rate): Wording(en: "Beside it: tax of \(rate) on the lines", zh: "另计税额（\(rate)）")
        case .reserveOrder:
            Wording(
                en:
                    "The contingency is approved by the client and belongs to no line; the management reserve is the agency's own and is not asked for. An overrun uses up the contingency first, then the management reserve.",
                zh: "应急储备由客户批准，不属于任何一项；管理储备归代理公司所有，不向客户收取。超支先用应急储备，再用管理储备。")
        case .asked: Wording(en: "Asked for", zh: "申请金额")
        case .beforeTax: Wording(en: "before tax, contingency included", zh: "不含税，含应急储备")
        case .underCeiling(let ceiling): Wording(en: "ceiling \(ceiling)", zh: "上限\(ceiling)")
        case .contingencyIncluded(let money): Wording(en: "contingency \(money) included", zh: "含应急储备\(money)")
        case .ofPrice(let share): Wording(en: "\(percent: share) of the price", zh: "占报价\(percent: share)")
        case .subtotals: Wording(en: "Subtotals", zh: "小计")
        case .byCategory: Wording(en: "By category", zh: "按类别")
        case .byPhase: Wording(en: "By phase", zh: "按阶段")
        case .noPhase: Wording(en: "no phase", zh: "未分阶段")
        default: nil
        }
    }

    private var lineWording: Wording? {
        switch self {
        case .lines: Wording(en: "Lines", zh: "明细")
        case .category: Wording(en: "Category", zh: "类别")
        case .phase: Wording(en: "Phase", zh: "阶段")
        case .line: Wording(en: "Line", zh: "预算项")
        case .supplier: Wording(en: "Supplier", zh: "供应商")
        case .quantity: Wording(en: "Quantity", zh: "数量")
        case .unit: Wording(en: "Unit", zh: "单位")
        case .rate: Wording(en: "Rate", zh: "单价")
        case .supplierAmount: Wording(en: "Supplier's amount", zh: "供应商金额")
        case .exchange: Wording(en: "Exchange", zh: "汇率")
        case .contract: Wording(en: "Contract", zh: "计价方式")
        case .lineRemark:
            Wording(
                en:
                    "Cost is what the agency pays, net of commission and tax. A supplier's amount in another currency is rounded in its own, then once in that of the estimate.",
                zh: "成本为代理公司实付金额，已扣除代理费，不含税。外币金额先按原币取整，再折算一次。")
        case .passThrough: Wording(en: "at cost", zh: "按成本")
        case .fixedPrice: Wording(en: "agreed price", zh: "约定价")
        case .markup(let share): Wording(en: "markup \(share)", zh: "加成\(share)")
        case .commissionOfGross(let share): Wording(en: "gross, commission \(share)", zh: "毛价，代理费\(share)")
        case .commissionOnNet(let share): Wording(en: "net, commission \(share) of gross", zh: "净价，代理费为毛价的\(share)")
        case .exchangeRates: Wording(en: "Estimate rates", zh: "预算汇率")
        case .currency: Wording(en: "Currency", zh: "币种")
        case .date: Wording(en: "Date", zh: "日期")
        default: nil
        }
    }

    private var laterWording: Wording {
        switch self {
        case .billing: Wording(en: "Billing schedule", zh: "开票计划")
        case .step: Wording(en: "Step", zh: "步骤")
        case .kind: Wording(en: "Kind", zh: "类型")
        case .retainer: Wording(en: "in advance", zh: "预付")
        case .invoice: Wording(en: "invoice", zh: "发票")
        case .billedSoFar: Wording(en: "Billed by then", zh: "累计开票")
        case .notScheduled(let money):
            Wording(en: "Of the price of the lines, \(money) is in no step yet.", zh: "各项报价中尚有\(money)未列入开票计划。")
        case .proof: Wording(en: "Proof", zh: "核对")
        case .costOfLines: Wording(en: "Cost of all lines", zh: "各项成本")
        case .costAndAdditions: Wording(en: "Cost and what the contract adds", zh: "成本加合同加成")
        case .priceOfCategories: Wording(en: "Price of all categories", zh: "各类别报价")
        case .difference: Wording(en: "Difference", zh: "差额")
        case .versions: Wording(en: "Versions", zh: "版本")
        case .state: Wording(en: "State", zh: "状态")
        case .proposed: Wording(en: "Proposed", zh: "提交")
        case .signedInternally: Wording(en: "Signed within the agency", zh: "内部签批")
        case .signedByClient: Wording(en: "Signed by the client, or abandoned", zh: "客户签批或作废")
        case .changes: Wording(en: "What is different", zh: "变更")
        case .changesSince(let number): Wording(en: "Against version \(number)", zh: "与第\(number)版相比")
        case .what: Wording(en: "Differs in", zh: "变更内容")
        case .scope: Wording(en: "Scope", zh: "范围")
        case .volume: Wording(en: "Volume", zh: "数量")
        case .rateChange: Wording(en: "Rate", zh: "单价")
        case .exchangeChange: Wording(en: "Exchange", zh: "汇率")
        case .isNew: Wording(en: "new", zh: "新增")
        case .isGone: Wording(en: "gone", zh: "取消")
        case .dates: Wording(en: "Dates", zh: "日期")
        case .description: Wording(en: "description", zh: "说明")
        case .changesRemark:
            Wording(
                en:
                    "Scope is new lines less those that are gone; volume the other quantity at the former rate; rate the other rate at the former exchange; exchange the rest. They add up to the change of cost exactly.",
                zh: "范围为新增项减取消项；数量按原单价计；单价按原汇率计；其余为汇率。各部分之和与成本变动完全相等。")
        default: Wording("")
        }
    }
}

/// The state of a version in words.
struct EstimateStatePhrase: Phrase {
    private let state: EstimateVersion.State?

    /// - Parameter state: `nil` for an estimate that no workspace holds.
    init(_ state: EstimateVersion.State?) { self.state = state }

    var wording: Wording {
        switch state {
        case nil: Wording(en: "not proposed", zh: "未提交")
        case .draft: Wording(en: "draft", zh: "草稿")
        case .withClient: Wording(en: "with the client", zh: "待客户签批")
        case .approved: Wording(en: "approved", zh: "已批准")
        case .abandoned: Wording(en: "abandoned", zh: "已作废")
        }
    }
}
