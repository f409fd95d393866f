import Statistics

/// What an outlook says.
enum OutlookPhrase: Phrase {
    case title
    case headline(series: Int, periods: Int)
    case withoutIntervals(Int)
    case expected
    case series
    case period
    case method
    case named(ForecastMethod)
    case tooShort
    case remark

    var wording: Wording {
        switch self {
        case .title: Wording(en: "Outlook", zh: "趋势展望")
        case .headline(let series, let periods):
            Wording(
                en:
                    "What \(series, "series is", "series are") expected to bring in the next \(periods, "period", "periods").",
                zh: "\(series)个序列未来\(periods)期的预测。")
        case .withoutIntervals(let count):
            Wording(
                en: "Of \(count, "series", "series") the history is too short to say how sure the forecast is.",
                zh: "其中\(count)个序列历史过短，无法给出预测区间。")
        case .expected: Wording(en: "Expected values", zh: "预测值")
        case .series: Wording(en: "Series", zh: "序列")
        case .period: Wording(en: "Period", zh: "时期")
        case .method: Wording(en: "Method", zh: "方法")
        case .named(.constant): Wording(en: "always the same", zh: "恒定")
        case .named(.intermittent): Wording(en: "how often, how much", zh: "间断投放（频率与规模）")
        case .named(.short): Wording(en: "short history", zh: "短历史")
        case .named(.combination): Wording(en: "mean of three families", zh: "三类模型平均")
        case .tooShort: Wording(en: "history too short", zh: "历史过短")
        case .remark:
            Wording(
                en: "The bounds hold the share of cases that they state, by forecasts of the past that were checked.",
                zh: "区间按对历史的滚动预测误差得出，其标明的比例即应包含实际值的比例。")
        }
    }
}
