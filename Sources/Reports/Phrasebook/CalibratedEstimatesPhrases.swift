/// What is said of estimates beside what the client paid.
enum CalibratedEstimatesPhrase: Phrase {
    case title(String)
    case byMedium
    case paid(String, RoundAmount, estimated: RoundAmount, factor: Double, months: Int)
    case range(low: Double, high: Double)
    case nothingDelivered
    case nothingToCompare
    case notApplied
    case months
    case estimated
    case actual
    case factor
    case remark

    var wording: Wording {
        switch self {
        case .title(let brand):
            Wording(en: "Estimates against what \(brand) paid", zh: "\(brand)监测花费与实付对比")
        case .byMedium: Wording(en: "Factors by medium", zh: "分媒介校准系数")
        case .paid(let brand, let paid, let estimated, let factor, let months):
            Wording(
                en: """
                    In \(months, "month", "months") \(brand) paid \(paid) where the vendor estimated \(estimated): \
                    \(percent: factor) of the estimate.
                    """,
                zh: "在\(months)个月中，\(brand)实付\(paid)，监测估算为\(estimated)，实付为估算的\(percent: factor)。")
        case .range(let low, let high):
            Wording(
                en: "With 80% confidence the factor lies between \(percent: low) and \(percent: high).",
                zh: "80%区间为\(percent: low)至\(percent: high)。")
        case .nothingDelivered:
            Wording(en: "None of the months that were paid for was delivered.", zh: "实付所涉月份均无监测数据。")
        case .nothingToCompare:
            Wording(en: "The vendor saw no spend above zero in these months.", zh: "监测数据在这些月份没有大于零的花费。")
        case .notApplied:
            Wording(
                en: "No figure of any paper is changed by this; to apply factors, write them into a table of factors.",
                zh: "本结果不会改动任何报告中的数字；如需采用，请写入系数表。")
        case .months: Wording(en: "Months", zh: "月数")
        case .estimated: Wording(en: "Estimated", zh: "监测估算")
        case .actual: Wording(en: "Paid", zh: "实付")
        case .factor: Wording(en: "Factor", zh: "系数")
        case .remark:
            Wording(
                en: """
                    Factor: all that was paid ÷ all that was estimated in the same months. Its range is that of a ratio of \
                    sums, from how months scatter around it; below three months there is none. Discounts of rivals may \
                    be other than the client's.
                    """,
                zh: "系数＝同期实付合计÷监测估算合计；区间按各月偏离程度以比率估计法得出，不足三个月时不给出。竞争品牌的折扣可能与客户不同。")
        }
    }
}
