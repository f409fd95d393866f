import MediaSpend
import WorkTime

/// What is said of a cut of one's own.
enum CrossTablePhrase: Phrase {
    case title
    case by(String, across: SpendDimensionPhrase?)
    case total(RoundAmount, rows: Int)
    case nothing
    case months([CivilMonth])
    case remark(CrossTablePaper.Measure)

    var wording: Wording {
        switch self {
        case .title: Wording(en: "Media spend, own cut", zh: "媒介花费自定义查询")
        case .by(let rows, let column?): Wording(en: "By \(rows), across \(column)", zh: "按\(rows)，横向为\(column)")
        case .by(let rows, nil): Wording(en: "By \(rows)", zh: "按\(rows)")
        case .total(let total, let rows):
            Wording(en: "\(total) in \(rows, "row", "rows").", zh: "合计\(total)，共\(rows)行。")
        case .nothing: Wording(en: "Nothing was spent in this cut.", zh: "所查范围内没有投放。")
        case .months(let months) where months.count > 1:
            Wording(en: "\(months[0]) to \(months[months.count - 1])", zh: "\(months[0])至\(months[months.count - 1])")
        case .months(let months): Wording(en: "\(months[0])", zh: "\(months[0])")
        case .remark(.spend): Wording(en: "Amounts in whole units.", zh: "金额取整。")
        case .remark(.down):
            Wording(
                en: "Parts are of the total of their column (% down), from exact amounts.",
                zh: "百分比为占所在列合计的比例（按精确金额计算）。")
        case .remark(.across):
            Wording(
                en: "Parts are of the total of their row (% across), from exact amounts.", zh: "百分比为占所在行合计的比例（按精确金额计算）。"
            )
        }
    }
}
