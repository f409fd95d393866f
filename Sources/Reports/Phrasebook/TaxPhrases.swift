import Monetary
import WorkTime

/// What the paper on taxes and fees of a period says.
enum TaxPhrase: Phrase {
    case title
    case table
    case date
    case receipts
    case payments

    case due(Money, receipts: Money, payments: Money)
    case nothingDue(receipts: Money, payments: Money)
    case carriedForward(String, Money)
    case deductionLeft(String, Money)

    case taxes
    case tax
    case base
    case rate
    case charged
    case credited
    case relief
    case dueColumn
    case taxesRemark

    case proof
    case partsAreWhole(String)
    case priceAndTax(String)
    case parts
    case whole
    case difference
    case proofHolds
    case proofFails

    case sources
    case holdsFrom
    case holdsThrough
    case source
    case lookedUp
    case notLookedUp
    case reliefOf(String, share: Double)
    case open

    var wording: Wording {
        switch self {
        case .title: Wording(en: "Taxes and fees", zh: "税费计算表")
        case .table: Wording(en: "Rules", zh: "适用规则")
        case .date: Wording(en: "On", zh: "日期")
        case .receipts: Wording(en: "Received, tax included", zh: "含税收入")
        case .payments: Wording(en: "Paid for media, tax included", zh: "含税媒介支出")
        case .due, .nothingDue, .carriedForward, .deductionLeft: headline
        case .taxes: Wording(en: "What is due", zh: "应缴税费")
        case .tax: Wording(en: "Tax or fee", zh: "税费")
        case .base: Wording(en: "Base", zh: "计税（费）依据")
        case .rate: Wording(en: "Rate", zh: "税（费）率")
        case .charged: Wording(en: "Charged", zh: "应计金额")
        case .credited: Wording(en: "Taken off for payments", zh: "进项抵扣")
        case .relief: Wording(en: "Relief", zh: "减免")
        case .dueColumn: Wording(en: "Due", zh: "应缴金额")
        case .taxesRemark:
            Wording(
                en: "All payments count as such that may be deducted. An amount due below zero is carried forward.",
                zh: "所列支出均视为可抵扣（扣除）；应缴金额为负数时结转下期。")
        case .proof, .partsAreWhole, .priceAndTax, .parts, .whole, .difference, .proofHolds, .proofFails: proofs
        case .sources: Wording(en: "Where the rules come from", zh: "规则依据")
        case .holdsFrom: Wording(en: "From", zh: "起")
        case .holdsThrough: Wording(en: "Through", zh: "止")
        case .source: Wording(en: "Source", zh: "文件依据")
        case .lookedUp: Wording(en: "Looked up", zh: "已核对原文")
        case .notLookedUp: Wording(en: "no", zh: "否")
        case .reliefOf(let tax, let share):
            Wording(en: "\(tax): relief of \(percent: share)", zh: "\(tax)：减免\(percent: share)")
        case .open: Wording(en: "open", zh: "长期")
        }
    }

    private var headline: Wording {
        switch self {
        case .due(let due, let receipts, let payments):
            Wording(
                en: "\(due) is due on \(receipts) received and \(payments) paid for media.",
                zh: "含税收入\(receipts)、含税媒介支出\(payments)，应缴税费合计\(due)。")
        case .nothingDue(let receipts, let payments):
            Wording(
                en: "Nothing is due on \(receipts) received and \(payments) paid for media.",
                zh: "含税收入\(receipts)、含税媒介支出\(payments)，无应缴税费。")
        case .carriedForward(let tax, let amount):
            Wording(en: "\(tax): \(amount) is carried forward.", zh: "\(tax)：\(amount)结转下期抵扣。")
        case .deductionLeft(let tax, let amount):
            Wording(
                en: "\(tax): \(amount) of the payments is still to be deducted.", zh: "\(tax)：\(amount)尚未扣除，结转下期。")
        default: preconditionFailure("\(self) is no headline")
        }
    }

    private var proofs: Wording {
        switch self {
        case .proof: Wording(en: "Proof", zh: "勾稽核对")
        case .partsAreWhole(let tax):
            Wording(en: "\(tax): due, taken off and relief are what is charged", zh: "\(tax)：应缴＋抵扣＋减免＝应计")
        case .priceAndTax(let tax):
            Wording(en: "\(tax): price and tax are what was received", zh: "\(tax)：不含税价款＋税额＝含税收入")
        case .parts: Wording(en: "Sum of parts", zh: "各项之和")
        case .whole: Wording(en: "Whole", zh: "总额")
        case .difference: Wording(en: "Difference", zh: "差额")
        case .proofHolds: Wording(en: "Parts are the whole in every line.", zh: "各行均相符。")
        case .proofFails: Wording(en: "Parts are not the whole: do not use these figures.", zh: "存在不符，请勿使用。")
        default: preconditionFailure("\(self) is no word of a proof")
        }
    }
}
