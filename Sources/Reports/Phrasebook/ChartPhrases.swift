/// Names of ranges, and of their ends where both have a column.
enum RangePhrase: Phrase {
    /// A range that holds such a share of cases.
    case holding(Double)
    case low(String)
    case high(String)

    var wording: Wording {
        switch self {
        case .holding(let share):
            Wording(en: "\(percent: share, decimals: 0) range", zh: "\(percent: share, decimals: 0)区间")
        case .low(let range): Wording(en: "\(range), from", zh: "\(range)下限")
        case .high(let range): Wording(en: "\(range), to", zh: "\(range)上限")
        }
    }
}

/// Names of the bars of a waterfall and of the columns that they are drawn from.
enum WaterfallPhrase: Phrase {
    case from
    case to
    case change
    case empty
    case emptyBelowZero
    case rise
    case riseBelowZero
    case fall
    case fallBelowZero
    case total

    var wording: Wording {
        switch self {
        case .from: Wording(en: "From", zh: "起点")
        case .to: Wording(en: "To", zh: "终点")
        case .change: Wording(en: "Change", zh: "变动额")
        case .empty: Wording(en: "Left empty", zh: "留空")
        case .emptyBelowZero: Wording(en: "Left empty below zero", zh: "留空（零以下）")
        case .rise: Wording(en: "Rise", zh: "增加")
        case .riseBelowZero: Wording(en: "Rise below zero", zh: "增加（零以下）")
        case .fall: Wording(en: "Fall", zh: "减少")
        case .fallBelowZero: Wording(en: "Fall below zero", zh: "减少（零以下）")
        case .total: Wording(en: "Total", zh: "合计")
        }
    }
}
