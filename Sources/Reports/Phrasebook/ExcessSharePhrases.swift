import WorkTime

/// What is said of share of spend against market share.
enum ExcessSharePhrase: Phrase {
    case title
    case marketShare
    case excess
    case rule
    case remark(from: CivilMonth, to: CivilMonth)

    var wording: Wording {
        switch self {
        case .title: Wording(en: "Share of spend against market share", zh: "花费份额与市场份额对比")
        case .marketShare: Wording(en: "Market share", zh: "市场份额")
        case .excess: Wording(en: "Excess (ESOV)", zh: "超额份额（ESOV）")
        case .rule: Wording(en: "Rule of thumb, a year", zh: "经验规则：每年")
        case .remark(let first, let last):
            Wording(
                en: """
                    Excess: share of spend from \(first) to \(last) − market share, from the table that was given. The rule \
                    of Binet and Field: ten points of excess go with about half a point of market share gained in a year; \
                    a rule over many brands, not a forecast of one. Spend stands for voice.
                    """,
                zh: """
                    超额份额＝\(first)至\(last)的花费份额−所提供的市场份额。比奈特与菲尔德的经验规则：每10个百分点的超额份额约对应每年0.5个百分点的市场份额增长；\
                    此为众多品牌的统计规律，并非对单个品牌的预测。此处以花费代替声量。
                    """)
        }
    }
}
