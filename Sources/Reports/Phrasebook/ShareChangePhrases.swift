import WorkTime

/// What is said of why a share changed.
enum ShareChangePhrase: Phrase {
    case title(String, since: CivilMonth)
    case spendOf
    case points
    case ownSpend
    case otherRivals
    case allRivals
    case part(String, Double)
    case remark(before: Double, now: Double, since: CivilMonth, CivilMonth)

    var wording: Wording {
        switch self {
        case .title(let brand, let month):
            Wording(en: "Who moved the share of \(brand) since \(month)", zh: "\(brand)份额变化的来源（与\(month)相比）")
        case .spendOf: Wording(en: "Spend of", zh: "品牌")
        case .points: Wording(en: "Did to the share", zh: "对份额的影响")
        case .ownSpend: Wording(en: "its own spend", zh: "自身投放")
        case .otherRivals: Wording(en: "all other rivals", zh: "其他竞争品牌合计")
        case .allRivals: Wording(en: "all rivals", zh: "竞争品牌合计")
        case .part(let whose, let points): Wording(en: "\(whose) \(points: points)", zh: "\(whose)贡献\(points: points)")
        case .remark(let before, let now, let base, let month):
            Wording(
                en: """
                    The share was \(percent: before) in \(base) and is \(percent: now) in \(month). Own spend moves it by \
                    (1 − share before) × change ÷ spend of all now, a rival's by −share before × change ÷ spend of all \
                    now; together they are the change, with nothing left over.
                    """,
                zh: """
                    份额由\(base)的\(percent: before)变为\(month)的\(percent: now)。自身影响＝（1−原份额）×变动额÷本期全部花费；\
                    竞争品牌影响＝−原份额×变动额÷本期全部花费；各项之和恰等于份额变化。
                    """)
        }
    }
}
