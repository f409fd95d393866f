import MediaSpend
import Monetary
import WorkTime

/// What papers say of the quality of deliveries.
enum QualityPhrase: Phrase {
    case title
    case checks
    case rule(QualityRule)
    case ruleHeading
    case severity(QualitySeverity)
    case weight
    case finding
    case acceptedBy
    case because
    case accepted(QualitySeverity)
    case inMonth(CivilMonth)
    indirect case said(QualityRule, QualityPhrase, QualityIssuePhrase, in: CivilMonth?)
    case isAccepted(String, String)
    case blocked(String, Int)
    case blockedAdvice
    case notStored(String)
    case noIssue
    case summary(deliveries: Int, issues: Int, accepted: Int)
    case notChecked
    case deliveries
    case delivery
    case issues
    case acceptances
    case from
    case restated
    case asOf(Int)
    case origins

    var wording: Wording {
        switch self {
        case .title: Wording(en: "Checks of deliveries", zh: "交付数据检查记录")
        case .checks: Wording(en: "Checks", zh: "检查")
        case .rule(let rule): Self.name(of: rule)
        case .ruleHeading: Wording(en: "Rule", zh: "规则")
        case .severity(.off): Wording(en: "off", zh: "不检查")
        case .severity(.note): Wording(en: "note", zh: "提示")
        case .severity(.warning): Wording(en: "warning", zh: "警告")
        case .severity(.blocked): Wording(en: "blocked", zh: "拦截")
        case .weight: Wording(en: "Weight", zh: "级别")
        case .finding: Wording(en: "What was found", zh: "检查结果")
        case .acceptedBy: Wording(en: "Accepted by", zh: "放行人")
        case .because: Wording(en: "Because", zh: "放行理由")
        case .accepted(let severity):
            Wording(en: "\(QualityPhrase.severity(severity)), accepted", zh: "\(QualityPhrase.severity(severity))，已放行")
        case .inMonth(let month): Wording(en: "\(month): ", zh: "\(month)：")
        case .said(let rule, let weight, let issue, let month?):
            Wording(
                en: "\(month), \(QualityPhrase.rule(rule)) (\(weight)): \(issue).",
                zh: "\(month)，\(QualityPhrase.rule(rule))（\(weight)）：\(issue)。")
        case .said(let rule, let weight, let issue, nil):
            Wording(
                en: "\(QualityPhrase.rule(rule)) (\(weight)): \(issue).",
                zh: "\(QualityPhrase.rule(rule))（\(weight)）：\(issue)。")
        case .isAccepted(let who, let why):
            Wording(en: "Accepted by \(who): \(why)", zh: "\(who)放行，理由：\(why)")
        case .blocked(let file, let count):
            Wording(
                en: "“\(file)” is blocked by \(count, "check", "checks"); nothing was stored.",
                zh: "“\(file)”未通过\(count)项检查，已拦截，没有存入任何数据。")
        case .blockedAdvice:
            Wording(
                en: "Ask the vendor, or accept a rule by name, with who takes it upon themselves and why.",
                zh: "请向数据方核实；如确需存入，请注明放行的规则、放行人和理由。")
        case .notStored(let file):
            Wording(
                en: "“\(file)” was not stored either: files are stored together or not at all.",
                zh: "“\(file)”也没有存入：各文件须一并存入。")
        case .noIssue: Wording(en: "The checks found nothing.", zh: "各项检查均无异常。")
        case .summary(let deliveries, 0, _):
            Wording(
                en: "\(deliveries, "delivery", "deliveries"), and the checks found nothing.",
                zh: "共\(deliveries)次交付，各项检查均无异常。")
        case .summary(let deliveries, let issues, 0):
            Wording(
                en:
                    "\(deliveries, "delivery", "deliveries") with \(issues, "finding", "findings"), none of them accepted.",
                zh: "共\(deliveries)次交付，\(issues)项检查结果，均未放行。")
        case .summary(let deliveries, let issues, let accepted):
            Wording(
                en:
                    "\(deliveries, "delivery", "deliveries") with \(issues, "finding", "findings"), \(accepted) of them accepted.",
                zh: "共\(deliveries)次交付，\(issues)项检查结果，其中\(accepted)项已放行。")
        case .notChecked: Wording(en: "stored before checks were kept", zh: "存入时尚无检查记录")
        case .deliveries: Wording(en: "Deliveries", zh: "交付")
        case .delivery: Wording(en: "No.", zh: "编号")
        case .issues: Wording(en: "Findings", zh: "检查结果数")
        case .acceptances: Wording(en: "Accepted", zh: "放行数")
        case .from: Wording(en: "From delivery", zh: "数据来自交付")
        case .restated: Wording(en: "Restated", zh: "重新交付")
        case .asOf(let number): Wording(en: "as of delivery \(number)", zh: "截至第\(number)次交付")
        case .origins: Wording(en: "Which delivery each month comes from", zh: "各月数据的交付来源")
        }
    }

    private static func name(of rule: QualityRule) -> Wording {
        switch rule {
        case .columnsChanged: Wording(en: "columns changed", zh: "列变动")
        case .controlTotal: Wording(en: "control total", zh: "控制合计")
        case .partsDiffer: Wording(en: "parts and totals", zh: "分项与合计")
        case .duplicateKey: Wording(en: "duplicate keys", zh: "键重复")
        case .duplicateRows: Wording(en: "duplicate rows", zh: "整行重复")
        case .missingVehicle: Wording(en: "missing vehicles", zh: "载体缺失")
        case .missingRegion: Wording(en: "missing regions", zh: "地区缺失")
        case .missingCategory: Wording(en: "missing categories", zh: "品类缺失")
        case .missingAdvertiser: Wording(en: "missing advertisers", zh: "广告主缺失")
        case .missingDays: Wording(en: "missing days", zh: "日期缺失")
        case .partialMonth: Wording(en: "partial month", zh: "月份不完整")
        case .unitPrice: Wording(en: "unit prices", zh: "单价异常")
        case .newCategory: Wording(en: "new category", zh: "品类变更")
        case .newOwner: Wording(en: "new owner", zh: "广告主变更")
        case .negativeAmounts: Wording(en: "negative amounts", zh: "负数金额")
        case .monthTotal: Wording(en: "month total", zh: "月度合计")
        case .mixedCurrencies: Wording(en: "mixed currencies", zh: "货币混用")
        }
    }
}
