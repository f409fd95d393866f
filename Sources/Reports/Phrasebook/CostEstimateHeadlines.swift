import Costing
import Monetary
import WorkTime

/// The sentences with which papers on an estimate begin.
enum CostEstimateHeadline: Phrase {
    case asks(Int, Money)
    case asksBelow(Int, Money, by: Money, ceiling: Money)
    case asksAbove(Int, Money, by: Money, ceiling: Money)
    case asksCeiling(Int, Money)

    case isNotProposed
    case differsFromProposed(Int)
    case isProposed(SignOff)
    case isWithClient(SignOff)
    case isApproved(SignOff, from: CivilDay)
    case isAbandoned(SignOff)

    case changesNothing(since: Int)
    case changes(asked: String, cost: String, since: Int)

    var wording: Wording {
        switch self {
        case .asks(let number, let asked):
            Wording(
                en: "Version \(number) asks the client for \(asked) before tax; no ceiling is stated.",
                zh: "第\(number)版向客户申请\(asked)（不含税），未注明预算上限。")
        case .asksBelow(let number, let asked, let headroom, let ceiling):
            Wording(
                en:
                    "Version \(number) asks the client for \(asked) before tax, \(headroom) below the ceiling of \(ceiling).",
                zh: "第\(number)版向客户申请\(asked)（不含税），比预算上限\(ceiling)低\(headroom)。")
        case .asksAbove(let number, let asked, let over, let ceiling):
            Wording(
                en:
                    "Version \(number) asks the client for \(asked) before tax, \(over) above the ceiling of \(ceiling).",
                zh: "第\(number)版向客户申请\(asked)（不含税），比预算上限\(ceiling)高\(over)。")
        case .asksCeiling(let number, let asked):
            Wording(
                en: "Version \(number) asks the client for \(asked) before tax, which is the ceiling.",
                zh: "第\(number)版向客户申请\(asked)（不含税），正好为预算上限。")
        case .isNotProposed: Wording(en: "It has not been proposed.", zh: "该版本尚未提交。")
        case .differsFromProposed(let number):
            Wording(
                en: "It differs from version \(number) as it was proposed.", zh: "该文件与已提交的第\(number)版不一致。")
        case .isProposed(let signOff):
            Wording(
                en: "It was proposed on \(signOff.date) by \(signOff.name), and nobody has signed it yet.",
                zh: "该版本于\(signOff.date)由\(signOff.name)提交，尚未签批。")
        case .isWithClient(let signOff):
            Wording(
                en: "The agency signed it on \(signOff.date) (\(signOff.name)); the client has not signed it yet.",
                zh: "该版本于\(signOff.date)由\(signOff.name)内部签批，尚待客户签批。")
        case .isApproved(let signOff, let day):
            Wording(
                en: "The client approved it on \(signOff.date) (\(signOff.name)); it holds from \(day).",
                zh: "该版本于\(signOff.date)由客户\(signOff.name)批准，自\(day)起生效。")
        case .isAbandoned(let signOff):
            Wording(
                en: "It was abandoned on \(signOff.date) by \(signOff.name).",
                zh: "该版本于\(signOff.date)由\(signOff.name)作废。")
        case .changesNothing(let number):
            Wording(en: "No amount differs from version \(number).", zh: "金额与第\(number)版相同。")
        case .changes(let asked, let cost, let number):
            Wording(
                en: "Against version \(number) what is asked for changes by \(asked), the approved cost by \(cost).",
                zh: "与第\(number)版相比，申请金额变动\(asked)，批准成本变动\(cost)。")
        }
    }
}
