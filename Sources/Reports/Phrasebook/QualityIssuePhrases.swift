public import MediaSpend
import Monetary
import WorkTime

/// What a rule of the quality gate says of a month, as a sentence.
struct QualityIssuePhrase: Phrase {
    let issue: QualityIssue
    let currency: Currency

    private var amount: RoundAmount { RoundAmount(Money(minorUnits: issue.amount ?? 0, currency)) }
    private var usual: RoundAmount { RoundAmount(Money(minorUnits: issue.usual ?? 0, currency)) }
    private var count: Int { issue.count }
    /// As a fraction that is fit to be shown.
    private var share: Double { min(issue.measure, 10) }

    var wording: Wording {
        switch issue.rule {
        case .columnsChanged:
            Wording(
                en: "\(count, "column differs", "columns differ") from earlier deliveries: \(CaseList(issue))",
                zh: "与以往交付相比有\(count)列不同：\(CaseList(issue))")
        case .controlTotal:
            Wording(
                en: "the rows that only check the spend add up to another total",
                zh: "核对行的合计与花费合计不一致")
        case .partsDiffer:
            Wording(
                en: "\(count, "total is", "totals are") not the sum of the parts beside it",
                zh: "有\(count)处合计与分项之和不一致")
        case .duplicateKey:
            Wording(en: "\(count, "row has", "rows have") the key of another", zh: "有\(count)行与其他行的键重复")
        case .duplicateRows:
            Wording(
                en:
                    "\(count, "row repeats", "rows repeat") earlier ones piece by piece, \(percent: share) of all, \(amount)",
                zh: "有\(count)行成段重复前面的内容，占全部行数的\(percent: share)，涉及\(amount)")
        case .missingVehicle, .missingRegion, .missingCategory, .missingAdvertiser: missing
        case .missingDays:
            Wording(
                en: "\(count, "day or week has", "days or weeks have") no row: \(CaseList(issue))",
                zh: "有\(count)天（周）没有记录：\(CaseList(issue))")
        case .partialMonth:
            Wording(
                en: "what was delivered ends \(count, "day", "days") before the month does: \(CaseList(issue))",
                zh: "数据截止日距月末还有\(count)天：\(CaseList(issue))")
        case .unitPrice:
            Wording(
                en:
                    "\(count, "purchase costs", "purchases cost") far from the usual price, \(amount) away, \(percent: share) of the month: \(CaseList(issue))",
                zh: "有\(count)类投放的单价明显偏离以往，共偏离\(amount)，占当月\(percent: share)：\(CaseList(issue))")
        case .newCategory:
            Wording(
                en:
                    "\(count, "brand stands", "brands stand") in a category where it never was, with \(amount), \(percent: share) of the month: \(CaseList(issue))",
                zh: "有\(count)个品牌出现在从未有过的品类中，花费\(amount)，占当月\(percent: share)：\(CaseList(issue))")
        case .newOwner:
            Wording(
                en:
                    "\(count, "brand stands", "brands stand") under an owner that never had it, with \(amount), \(percent: share) of the month: \(CaseList(issue))",
                zh: "有\(count)个品牌归在从未有过的广告主名下，花费\(amount)，占当月\(percent: share)：\(CaseList(issue))")
        case .negativeAmounts:
            Wording(
                en: "\(count, "row is", "rows are") below zero, \(amount) in all, \(percent: share) of the month",
                zh: "有\(count)行为负数，合计\(amount)，占当月\(percent: share)")
        case .monthTotal:
            Wording(
                en: "the month adds up to \(amount), where \(usual) was to be expected from a year ago",
                zh: "当月合计\(amount)，按上年同月推算应为\(usual)")
        case .mixedCurrencies: Wording(en: "amounts of two currencies", zh: "含有两种货币的金额")
        }
    }

    private var missing: Wording {
        let (one, many, zh): (String, String, String) =
            switch issue.rule {
            case .missingVehicle: ("vehicle", "vehicles", "个载体")
            case .missingRegion: ("region", "regions", "个地区")
            case .missingCategory: ("category", "categories", "个品类")
            default: ("advertiser", "advertisers", "个广告主")
            }
        return Wording(
            en:
                "\(count, one, many) that every month before had \(count == 1 ? "is" : "are") missing, usually \(usual) a month, \(percent: share) of the market: \(CaseList(issue))",
            zh: "此前每月都有的\(count)\(zh)本月缺失，通常每月花费\(usual)，占市场\(percent: share)：\(CaseList(issue))")
    }
}

/// The cases that an issue names, and how many more there are.
private struct CaseList: Phrase {
    let issue: QualityIssue

    init(_ issue: QualityIssue) { self.issue = issue }

    private static let shown = 6

    var wording: Wording {
        let isMove = issue.rule == .newCategory || issue.rule == .newOwner
        let names = issue.cases.prefix(Self.shown).map { shown in
            shown.names.joined(separator: isMove ? " → " : issue.rule == .columnsChanged ? "" : " · ")
        }
        // A month that ends early counts days, and names the last.
        let more = issue.rule == .partialMonth ? 0 : issue.count - names.count
        guard more > 0 else {
            return Wording(
                en: "\(names.joined(separator: ", "))", zh: "\(names.joined(separator: "、"))")
        }
        return Wording(
            en: "\(names.joined(separator: ", ")) and \(more) more",
            zh: "\(names.joined(separator: "、"))，另有\(more)项")
    }
}

/// What a rule of the quality gate says, for those who have no paper at hand.
public struct QualityIssueText: Sendable {
    private let phrase: QualityIssuePhrase

    public init(_ issue: QualityIssue, of delivery: Delivery) {
        phrase = QualityIssuePhrase(issue: issue, currency: delivery.currency)
    }

    /// With the month before it, where there is one; no full stop.
    public func text(in language: Language) -> String {
        let book = Phrasebook(language)
        guard let month = phrase.issue.month else { return book.say(phrase) }
        return book.say(QualityPhrase.inMonth(month)) + book.say(phrase)
    }
}
