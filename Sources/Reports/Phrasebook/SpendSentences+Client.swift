import MediaSpend
import WorkTime

extension SpendSentence {
    /// What the month meant for the client's brand, and what comes next.
    var clientNews: Wording {
        switch self {
        case .shareMoved(let brand, let points, let month, let parts):
            Wording(
                en: "The share of \(brand) moved by \(points: points) since \(month): \(list: parts).",
                zh: "与\(month)相比，\(brand)的份额变化为\(points: points)：\(list: parts)。")
        case .mediumOfClient(let brand, let medium, let share, let whole, let index):
            Wording(
                en: """
                    \(brand) put \(percent: share) of its spend into \(medium), the whole set \(percent: whole): index \
                    \(Figure.number(index, decimals: 0)).
                    """,
                zh: """
                    \(brand)在\(medium)的花费占其总花费的\(percent: share)，整体为\(percent: whole)，\
                    指数\(Figure.number(index, decimals: 0))。
                    """)
        case .expected(let whose, let month, let amount, let low, let high, let growth?, let base):
            Wording(
                en: """
                    In \(month) \(whose) are expected to spend \(amount), \(SpendGrowthPhrase(growth, since: base, .year)); \
                    in 8 of 10 such months they spend between \(low) and \(high).
                    """,
                zh: """
                    预计\(month)\(whose)共花费\(amount)，\(SpendGrowthPhrase(growth, since: base, .year))；\
                    80%预测区间为\(low)至\(high)。
                    """)
        case .expected(let whose, let month, let amount, let low, let high, nil, _):
            Wording(
                en: """
                    In \(month) \(whose) are expected to spend \(amount); in 8 of 10 such months they spend between \(low) \
                    and \(high).
                    """,
                zh: "预计\(month)\(whose)共花费\(amount)；80%预测区间为\(low)至\(high)。")
        case .surprising(let whose, let month, let spend, let deviation, let expected, let asPublished):
            Wording(
                en: """
                    In \(month) \(whose) spent \(spend), \(size: deviation) \(deviation > 0 ? "more" : "less") than the \
                    \(expected) that \(asPublished ? "last month's outlook" : "the months before let") \
                    \(asPublished ? "expected" : "one expect"), and \(deviation > 0 ? "above" : "below") its range.
                    """,
                zh: """
                    \(month)\(whose)共花费\(spend)，比\(asPublished ? "上月预测" : "按此前各月推算")的\(expected)\
                    \(deviation > 0 ? "高" : "低")\(size: deviation)，\(deviation > 0 ? "高于" : "低于")80%预测区间。
                    """)
        default: preconditionFailure("nothing on the client: \(self)")
        }
    }
}

/// Whose spend an outlook is about, in the middle of a sentence.
enum OutlookScopePhrase: Phrase {
    case rivals
    case all

    var wording: Wording {
        switch self {
        case .rivals: Wording(en: "rivals", zh: "竞争品牌")
        case .all: Wording(en: "all brands", zh: "全部品牌")
        }
    }
}
