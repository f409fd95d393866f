import MediaSpend
import WorkTime

/// What is said of bursts: brands that advertised far more heavily than they usually do.
enum BurstPhrase: Phrase {
    case title(from: CivilMonth?, through: CivilMonth?)
    case bursts
    case month
    case usual
    case excess
    case times
    case ofCategory
    case destinations
    case partsOf(brand: String, month: CivilMonth)
    case by
    case place
    case placeShare(String, Double)
    case found(brands: Int)
    case largest(brand: String, month: CivilMonth, excess: RoundAmount, times: Double, usual: RoundAmount)
    case client(brand: String, month: CivilMonth, excess: RoundAmount, times: Double)
    case none
    case remark

    var wording: Wording {
        switch self {
        case .title(let first?, let last?) where first == last:
            Wording(en: "Competitive activity report, \(last)", zh: "\(last)竞品投放异动报告")
        case .title(let first?, let last?):
            Wording(en: "Competitive activity report, \(first) to \(last)", zh: "\(first)至\(last)竞品投放异动报告")
        case .title: Wording(en: "Competitive activity report", zh: "竞品投放异动报告")
        case .bursts: Wording(en: "Brands far above their usual weight", zh: "投放异常放量的品牌")
        case .month: Wording(en: "Month", zh: "月份")
        case .usual: Wording(en: "Usual", zh: "常态")
        case .excess: Wording(en: "Excess", zh: "超出额")
        case .times: Wording(en: "Times usual", zh: "常态倍数")
        case .ofCategory: Wording(en: "Of category", zh: "占品类")
        case .destinations: Wording(en: "Where", zh: "主要去向")
        case .partsOf(let brand, let month):
            Wording(en: "\(brand), \(month): where the excess went", zh: "\(brand)（\(month)）：超出额的去向")
        case .by: Wording(en: "By", zh: "维度")
        case .place: Wording(en: "Place", zh: "去向")
        case .placeShare(let name, let share): Wording(en: "\(name) \(percent: share)", zh: "\(name) \(percent: share)")
        case .found(let brands):
            Wording(
                en: "\(brands, "brand", "brands") advertised far more heavily than usual.", zh: "\(brands)个品牌的投放明显高于常态。"
            )
        case .largest(let brand, let month, let excess, let times, let usual):
            Wording(
                en:
                    "The largest excess is \(brand)'s in \(month): \(excess) beyond a usual \(usual), with \(times: times) times its usual weight.",
                zh: "超出最多的是\(brand)（\(month)）：比常态\(usual)多\(excess)，投放量为常态的\(times: times)倍。")
        case .client(let brand, let month, let excess, let times):
            Wording(
                en:
                    "\(brand) itself is among them: \(excess) beyond the usual in \(month), \(times: times) times its weight.",
                zh: "\(brand)自身也在其中：\(month)比常态多\(excess)，为常态的\(times: times)倍。")
        case .none: Wording(en: "No brand advertised far more heavily than it usually does.", zh: "没有品牌的投放明显高于常态。")
        case .remark:
            Wording(
                en:
                    "Usual is the middle of the six months on air nearest to the month, after what all brands, and those of the category, do together is taken out; listed is what passes three and a half robust deviations of brands of its size, so that about one in ten may be chance.",
                zh: "常态取距该月最近的六个有投放月份的中位水平，并剔除全部品牌及本品类共同的变动；列出的均超过同等规模品牌稳健偏差的3.5倍，其中约十分之一可能出于偶然。")
        }
    }
}
