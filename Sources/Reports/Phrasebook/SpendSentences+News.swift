import MediaSpend
import Monetary
import WorkTime

extension SpendSentence {
    /// What changed, one sentence each.
    var news: Wording {
        switch self {
        case .shareMoved, .mediumOfClient, .expected, .surprising: clientNews
        case .largestRise(let brand, let change, let from, let to):
            Wording(
                en: "\(brand) raised its spend most, by \(change) (from \(from) to \(to)).",
                zh: "增投最多的是\(brand)：环比增加\(change)（由\(from)增至\(to)）。")
        case .largestFall(let brand, let change, let from, let to):
            Wording(
                en: "\(brand) cut most, by \(change) (from \(from) to \(to)).",
                zh: "减投最多的是\(brand)：环比减少\(change)（由\(from)减至\(to)）。")
        case .entering(let brands, let count):
            Wording(
                en: count == 1
                    ? "One brand is new after twelve silent months: \(list: brands)."
                    : "\(count) brands are new after twelve silent months, the largest \(list: brands).",
                zh: count == 1
                    ? "新进品牌1个（此前12个月没有投放）：\(list: brands)。"
                    : "新进品牌\(count)个（此前12个月没有投放），其中花费最多的是\(list: brands)。")
        case .noneEntering:
            Wording(en: "No brand is new after twelve silent months.", zh: "没有新进品牌（此前12个月没有投放）。")
        case .enteringUnknown:
            Wording(
                en: "Which brands are new cannot be told: the twelve months before were not all delivered.",
                zh: "此前12个月的数据不全，无法判断哪些是新进品牌。")
        case .stopped(let brands, let count, let month):
            Wording(
                en: count == 1
                    ? "One brand that spent in \(month) stopped: \(list: brands)."
                    : "\(count) brands that spent in \(month) stopped, the largest \(list: brands).",
                zh: count == 1
                    ? "停投品牌1个（\(month)有投放）：\(list: brands)。"
                    : "停投品牌\(count)个（\(month)有投放），其中原花费最多的是\(list: brands)。")
        case .heavy(let brand, let times, let excess, let usual):
            Wording(
                en:
                    "\(brand) advertised with \(times: times) times its usual weight: \(excess) beyond a usual \(usual).",
                zh: "\(brand)投放异常放量，为常态的\(times: times)倍：比常态\(usual)多\(excess)。")
        case .mediaShift(let medium, let share, let points, let month):
            Wording(
                en: points >= 0
                    ? "\(medium) gained most in the media mix since \(month): \(points: points) to \(percent: share)."
                    : "\(medium) lost most in the media mix since \(month): \(points: points) to \(percent: share).",
                zh: points >= 0
                    ? "媒介组合中占比同比上升最多的是\(medium)：\(points: points)，达到\(percent: share)。"
                    : "媒介组合中占比同比下降最多的是\(medium)：\(points: points)，降至\(percent: share)。")
        case .concentrated(let index, let level, let share):
            Wording(
                en: """
                    Spend is \(SpendPhrase.level(level)): HHI \(Figure.number(index, decimals: 0)), \
                    and the four largest brands hold \(percent: share).
                    """,
                zh: """
                    花费\(SpendPhrase.level(level))：HHI为\(Figure.number(index, decimals: 0))，\
                    前四名品牌合计占\(percent: share)。
                    """)
        case .explained(let rose, let change, let month, let parts):
            Wording(
                en: rose
                    ? "Spend rose by \(change) since \(month): \(list: parts)."
                    : "Spend fell by \(change) since \(month): \(list: parts).",
                zh: rose
                    ? "与\(month)相比花费增加\(change)：\(list: parts)。" : "与\(month)相比花费减少\(change)：\(list: parts)。")
        default: preconditionFailure("no news: \(self)")
        }
    }

    /// What is said about tables and pictures.
    var remark: Wording {
        switch self {
        case .shareRemark(let basis):
            Wording(
                en: """
                    Share of spend: the part that a brand has of what the whole set spent, at \(SpendPhrase.basis(basis)). \
                    It counts money, not ratings, and so is not a share of voice.
                    """,
                zh: "花费份额＝品牌花费÷竞争范围内全部花费，按\(SpendPhrase.basis(basis))计算；以金额而非收视评点计，不等于声量份额（SOV）。")
        case .sharesDoNotAddUp:
            Wording(
                en: "Shown shares do not add up to 100%, because credits make some of them negative.",
                zh: "因含冲减金额，所列份额相加不等于100%。")
        case .wholeUnits(let code): Wording(en: "Amounts in whole \(code).", zh: "金额单位：\(code)，取整。")
        case .moversRemark:
            Wording(
                en: """
                    Contribution: the change over the spend of the whole set in the month before; contributions add up \
                    to its growth.
                    """,
                zh: "增长贡献＝品牌变动额÷上月全部花费，各品牌贡献之和等于整体环比增幅。")
        case .entrantsRemark(let from, let to):
            Wording(en: "No spend from \(from) to \(to).", zh: "\(from)至\(to)没有投放。")
        case .lapsedRemark(let before, let month):
            Wording(en: "Spend in \(before), none in \(month).", zh: "\(before)有投放，\(month)没有投放。")
        case .notExplained(let reason):
            Wording(
                en: "The change cannot be taken apart: \(SpendAbsencePhrase(reason: reason)).",
                zh: "无法分解花费变化：\(SpendAbsencePhrase(reason: reason))。")
        case .decompositionRemark(.logarithmic):
            Wording(
                en: """
                    By cells of medium, daypart and ad length, by logarithmic means (LMDI-I), which favour neither month. \
                    Volume: more or fewer insertions. Mix: moves between cells. Price: the same insertions at other prices. \
                    New and lost: cells bought in one of the two months only. The parts add up exactly.
                    """,
                zh: """
                    按媒介×时段×广告长度逐项，以对数平均法（LMDI-I）分解，不偏向任一月份。投放量：次数增减；组合：投放在各单元间的转移；\
                    价格：相同投放的单价变化；新增、停止：只在其中一个月有投放。各项相加恰等于总变化。
                    """)
        case .decompositionRemark(.stepwise):
            Wording(
                en: """
                    By cells of medium, daypart and ad length. Volume: more or fewer insertions at the old average \
                    price. Mix: moves to dearer or cheaper cells. Price: the same insertions at other prices. New and \
                    lost: cells bought in one of the two months only. The parts add up exactly.
                    """,
                zh: """
                    按媒介×时段×广告长度逐项比较。投放量：按原平均单价计算的次数增减；组合：转向更贵或更便宜的投放；价格：相同投放的单价变化；\
                    新增、停止：只在其中一个月有投放。各项相加恰等于总变化。
                    """)
        case .yearToDateRemark(let from, let to):
            Wording(
                en:
                    "Year to date: \(from) to \(to). Moving annual total (MAT): the last twelve months; its growth takes 24.",
                zh: "年累计：\(from)至\(to)。滚动12个月：截至本月的12个月合计，其增长需要24个月的数据。")
        case .concentrationRemark:
            Wording(
                en: """
                    HHI: the sum of squared shares of brands × 10,000; above 1,800 is highly, from 1,000 moderately \
                    concentrated.
                    """,
                zh: "HHI：各品牌份额平方和×10,000；高于1,800为高度集中，1,000至1,800为中度集中。")
        case .monthsMissing(let months):
            Wording(
                en: "Not delivered: \(Months(months: months)). Figures that take these months are n/a.",
                zh: "未收到数据的月份：\(Months(months: months))。需要这些月份的指标标为“不适用”。")
        case .partialMonth(let month, let day):
            Wording(
                en: "\(month) was delivered only up to \(day); comparisons with it are with part of a month.",
                zh: "\(month)的数据仅截至\(day)，涉及该月的同比、环比均按不完整月份计算。")
        case .partialMonthAdvice:
            Wording(en: "import the whole month when it is delivered", zh: "收到完整月份数据后请重新导入")
        case .monthsMissingAdvice:
            Wording(en: "import these months to complete the paper", zh: "请导入这些月份的数据以补全报告")

        case .shareChart(let leader, let month):
            Wording(
                en: "Share of spend month by month to \(month); \(leader) is the largest.",
                zh: "截至\(month)的各月花费份额，\(leader)最高。")
        case .moversChart(let brand):
            Wording(
                en: "Changes of spend against the month before; the largest is that of \(brand).",
                zh: "花费环比变动，变动最大的是\(brand)。")
        case .mediaChart(let medium):
            Wording(en: "How spend divides over media; \(medium) takes most.", zh: "花费在各媒介的分布，\(medium)最高。")
        case .decompositionChart:
            Wording(en: "What the change of spend is made of.", zh: "花费变化的构成。")
        default: preconditionFailure("no remark: \(self)")
        }
    }
}

/// One part of a change, in a list: “price +1.2 million”.
struct ChangePartPhrase: Phrase {
    let name: SpendPhrase
    let amount: Money

    var wording: Wording {
        func rounded(_ language: Language) -> String { Phrasebook(language).roundMoney(amount, signed: true) }
        return Wording(
            en: "\(Phrasebook(.english).say(name).lowercased()) \(rounded(.english))",
            zh: "\(name)\(rounded(.simplifiedChinese))")
    }
}

/// Months in a list.
private struct Months: Phrase {
    let months: [CivilMonth]

    var wording: Wording {
        func list(_ language: Language) -> [String] { months.map { Phrasebook(language).month($0) } }
        return Wording(en: "\(list: list(.english))", zh: "\(list: list(.simplifiedChinese))")
    }
}
