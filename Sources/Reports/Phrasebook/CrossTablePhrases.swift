import MediaSpend
import WorkTime

/// What is said of a cut of one's own.
enum CrossTablePhrase: Phrase {
    case title
    case by(String, across: SpendDimensionPhrase?)
    case total(RoundAmount, rows: Int)
    case nothing
    case months([ClosedRange<CivilMonth>])
    case remark(CrossTablePaper.Measure)

    var wording: Wording {
        switch self {
        case .title: Wording(en: "Media spend, own cut", zh: "媒介花费自定义查询")
        case .by(let rows, let column?): Wording(en: "By \(rows), across \(column)", zh: "按\(rows)，横向为\(column)")
        case .by(let rows, nil): Wording(en: "By \(rows)", zh: "按\(rows)")
        case .total(let total, let rows):
            Wording(en: "\(total), divided over \(rows, "line", "lines").", zh: "合计\(total)，分为\(rows)项。")
        case .nothing: Wording(en: "Nothing was spent in this cut.", zh: "所查范围内没有投放。")
        case .months(let runs):
            Wording(en: "\(list: runs.map(MonthRunPhrase.init))", zh: "\(list: runs.map(MonthRunPhrase.init))")
        case .remark(.spend):
            Wording(
                en: "Amounts in whole units. A share is the part of the total of all rows.", zh: "金额取整；份额为占全部行合计的比例。")
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

/// Months in a row.
private struct MonthRunPhrase: Phrase {
    let run: ClosedRange<CivilMonth>

    var wording: Wording {
        run.count == 1
            ? Wording(en: "\(run.lowerBound)", zh: "\(run.lowerBound)")
            : Wording(en: "\(run.lowerBound) to \(run.upperBound)", zh: "\(run.lowerBound)至\(run.upperBound)")
    }
}
