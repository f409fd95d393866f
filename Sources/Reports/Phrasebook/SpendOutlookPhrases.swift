import MediaSpend
import WorkTime

/// What the monthly paper says of the months to come.
enum SpendOutlookPhrase: Phrase {
    case outlook
    case unknown(SpendAbsencePhrase)
    case fromPart(CivilMonth)
    case fan(String)
    case fanSummary(String, from: CivilMonth, to: CivilMonth)
    case expectedByMonth
    case expectedBy(SpendDimensionPhrase, CivilMonth)
    case lastOutlook(CivilMonth)
    case all
    case rivals
    case whose
    case came
    case deviation
    case inRange
    case within
    case beyond
    case seasonalIndex
    case index
    case monthOfYear(Int)
    case seasonRemark
    case remark(from: CivilMonth, to: CivilMonth)
    case checkRemark(within: Int, of: Int, asPublished: Bool)

    var wording: Wording {
        switch self {
        case .outlook: Wording(en: "Outlook", zh: "趋势展望")
        case .unknown(let reason):
            Wording(en: "The next months cannot be forecast: \(reason).", zh: "无法预测未来数月的花费：\(reason)。")
        case .fromPart(let month):
            Wording(
                en: "The outlook takes \(month) as far as it was delivered, and so may be too low.",
                zh: "预测按\(month)已收到的数据计算，可能偏低。")
        case .fan(let subject): Wording(en: "Expected spend: \(subject)", zh: "花费预测：\(subject)")
        case .fanSummary(let subject, let first, let last):
            Wording(
                en: """
                    Spend of \(subject) from \(first), and what is expected until \(last), with the ranges that hold 50, \
                    80 and 95 of 100 cases.
                    """,
                zh: "\(subject)自\(first)以来的花费及至\(last)的预测；阴影由深至浅为50%、80%、95%预测区间。")
        case .expectedByMonth: Wording(en: "Expected month by month", zh: "分月预测")
        case .expectedBy(let dimension, let month):
            Wording(en: "Expected in \(month), by \(dimension)", zh: "\(month)预测（按\(dimension)）")
        case .lastOutlook(let month):
            Wording(en: "What last month's outlook expected of \(month)", zh: "上月对\(month)的预测与实际")
        case .all: Wording(en: "All brands", zh: "全部品牌")
        case .rivals: Wording(en: "Rivals", zh: "竞争品牌")
        case .whose: Wording(en: "Whose spend", zh: "对象")
        case .came: Wording(en: "Came", zh: "实际")
        case .deviation: Wording(en: "Against expected", zh: "与预测相比")
        case .inRange: Wording(en: "80% range", zh: "80%区间")
        case .within: Wording(en: "within", zh: "区间内")
        case .beyond: Wording(en: "outside", zh: "区间外")
        case .seasonalIndex: Wording(en: "Seasonal index of the whole set", zh: "整体花费的季节指数")
        case .index: Wording(en: "Index", zh: "指数")
        case .monthOfYear(let month): Wording(en: Self.monthNames[month - 1], zh: "\(month)月")
        case .seasonRemark:
            Wording(
                en: "100 is a month at the level of the year, by classical decomposition of all months known.",
                zh: "100表示与全年平均水平相当；按全部已知月份以古典分解法计算。")
        case .remark(let first, let last):
            Wording(
                en: """
                    From \(first) to \(last): where the history is long enough, the mean of exponential smoothing, \
                    dynamic Theta and complex exponential smoothing; for brands on air only now and then, how often they \
                    are times how much they then spend. Brands, media and categories \
                    add up to the whole. Ranges are as wide as errors of past forecasts justify. Plans of advertisers \
                    are not known to it.
                    """,
                zh: """
                    依据\(first)至\(last)的数据：历史足够长时取指数平滑、动态Theta与复指数平滑三类模型的平均；间断投放的品牌按投放频率与规模预测；\
                    各品牌、媒介、品类之和等于整体。区间宽度取自历史滚动预测的误差。预测不含广告主的投放计划信息。
                    """)
        case .checkRemark(let within, let all, let asPublished):
            Wording(
                en: asPublished
                    ? "Made from the figures as they were before the month was delivered. \(within) of \(all, "line", "lines") came within the range that should hold 8 of 10."
                    : "Made anew from the figures of today as if the month were not known, since no delivery ended with the month before. \(within) of \(all, "line", "lines") came within the range that should hold 8 of 10.",
                zh: asPublished
                    ? "按本月数据到达之前的数字作出。\(all)项中有\(within)项落在80%区间内（理论上约有八成应落在区间内）。"
                    : "因没有截至上月的交付数据，按现有数字、视本月为未知重新作出。\(all)项中有\(within)项落在80%区间内（理论上约有八成应落在区间内）。")
        }
    }
}

extension SpendOutlookPhrase {
    fileprivate static let monthNames: [Saying] = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
