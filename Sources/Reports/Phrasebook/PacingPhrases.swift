import Monetary
import WorkTime

/// What the paper on the pace of media says.
enum PacingPhrase: Phrase {
    case title(String)
    case through(CivilDay)
    case dataThrough
    case calendar
    case even
    case weighted
    case cap
    case capped
    case uncapped

    case onPace(index: Double, spend: Money, expected: Money)
    case fast(index: Double, spend: Money, expected: Money)
    case slow(index: Double, spend: Money, expected: Money)
    case notBegun
    case noMedia
    case endsOver(Money)
    case endsUnder(Money)
    case endsExact

    case heading
    case flight
    case days
    case budget
    case spend
    case expected
    case index
    case projected
    case deviation
    case daily
    case gross
    case grossBudget
    case grossSpend
    case units
    case unitIndex
    case netRemark(CivilDay)
    case cappedRemark
    case grossRemark
    case chart
    case chartSummary

    var wording: Wording {
        switch self {
        case .title(let job): Wording(en: "Media pacing: \(job)", zh: "媒介投放进度：\(job)")
        case .through(let day): Wording(en: "through \(day)", zh: "截至\(day)")
        case .dataThrough: Wording(en: "Delivery through", zh: "投放截至")
        case .calendar: Wording(en: "Delivery calendar", zh: "投放日历")
        case .even: Wording(en: "every day alike", zh: "每日均匀")
        case .weighted: Wording(en: "days weigh differently", zh: "各日权重不同")
        case .cap: Wording(en: "Hard cap", zh: "硬性上限")
        case .capped: Wording(en: "yes, delivery stops at the budget", zh: "有，达到预算即停止投放")
        case .uncapped: Wording(en: "none", zh: "无")

        case .onPace(let index, let spend, let expected):
            Wording(
                en: """
                    Media is on pace: \(spend) is spent of \(expected) that should be by now, an index of \
                    \(percent: index, decimals: 0).
                    """,
                zh: "媒介投放正常：应投\(expected)，实投\(spend)，进度指数\(percent: index, decimals: 0)。")
        case .fast(let index, let spend, let expected):
            Wording(
                en: """
                    Media spends too fast: \(spend) is spent of \(expected) that should be by now, an index of \
                    \(percent: index, decimals: 0).
                    """,
                zh: "媒介投放过快：应投\(expected)，实投\(spend)，进度指数\(percent: index, decimals: 0)。")
        case .slow(let index, let spend, let expected):
            Wording(
                en: """
                    Media spends too slowly: \(spend) is spent of \(expected) that should be by now, an index of \
                    \(percent: index, decimals: 0).
                    """,
                zh: "媒介投放过慢：应投\(expected)，实投\(spend)，进度指数\(percent: index, decimals: 0)。")
        case .notBegun: Wording(en: "No flight has begun.", zh: "尚无排期开始投放。")
        case .noMedia: Wording(en: "The estimate has no media.", zh: "预算中没有媒介类预算项。")
        case .endsOver(let money):
            Wording(en: "At this pace the flights end \(money) over their budget.", zh: "照此速度，各排期合计将超出预算\(money)。")
        case .endsUnder(let money):
            Wording(en: "At this pace the flights leave \(money) unspent.", zh: "照此速度，各排期合计将剩余\(money)。")
        case .endsExact: Wording(en: "At this pace the flights end at their budget.", zh: "照此速度，各排期合计正好用完预算。")

        case .heading: Wording(en: "Media pacing", zh: "媒介投放进度")
        case .flight: Wording(en: "Flight", zh: "排期")
        case .days: Wording(en: "Days", zh: "天数")
        case .budget: Wording(en: "Budget", zh: "预算")
        case .spend: Wording(en: "Spent", zh: "实投")
        case .expected: Wording(en: "Should be spent", zh: "应投")
        case .index: Wording(en: "Index", zh: "进度指数")
        case .projected: Wording(en: "At flight end", zh: "期末预计")
        case .deviation: Wording(en: "Over or under", zh: "超投或少投")
        case .daily: Wording(en: "A day left", zh: "剩余日均")
        case .gross: Wording(en: "Gross and units", zh: "毛价与投放量")
        case .grossBudget: Wording(en: "Gross budget", zh: "毛价预算")
        case .grossSpend: Wording(en: "Gross spent", zh: "毛价实投")
        case .units: Wording(en: "Units", zh: "投放量")
        case .unitIndex: Wording(en: "Unit index", zh: "投放量指数")
        case .netRemark(let day):
            Wording(
                en: "Net, as the agency pays, through \(day); an index of 100% is on pace.",
                zh: "按公司支付的净价计，截至\(day)；指数100%为正常。")
        case .cappedRemark:
            Wording(
                en:
                    "A hard cap stops delivery: an index above 100% means that a flight ends early, not that it overspends.",
                zh: "有硬性上限：指数高于100%表示提前投完，不表示超支。")
        case .grossRemark:
            Wording(en: "Gross, as the client is billed by the estimate.", zh: "按预算中向客户收取的毛价计。")
        case .chart: Wording(en: "Index by line", zh: "各预算项进度指数")
        case .chartSummary: Wording(en: "100% is on pace.", zh: "100%为正常。")
        }
    }
}
