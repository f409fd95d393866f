/// Words that renderers add around what a report says.
enum LayoutPhrase: Phrase {
    /// Rows that a page leaves out.
    case moreRows(Int)
    /// Columns that a narrow page leaves out.
    case columnsLeftOut([String])
    case headingWithUnit(String, String)
    /// A label and what it labels.
    case labelled(String, String)
    case inParentheses(String)

    var wording: Wording {
        switch self {
        case .moreRows(let count):
            Wording(
                en: "and \(count, "more row", "more rows"), all of them in the spreadsheet",
                zh: "另有\(count)行，完整内容见电子表格")
        case .columnsLeftOut(let headings):
            Wording(en: "not shown here: \(list: headings)", zh: "此处未列：\(list: headings)")
        case .headingWithUnit(let heading, let unit):
            Wording(en: "\(heading) (\(unit))", zh: "\(heading)（\(unit)）")
        case .labelled(let label, let words):
            Wording(en: "\(label): \(words)", zh: "\(label)：\(words)")
        case .inParentheses(let words):
            Wording(en: " (\(words))", zh: "（\(words)）")
        }
    }
}

/// Names of the samples in the legends of charts.
enum LegendPhrase: Phrase, CaseIterable {
    case criticalWork
    case otherWork
    case work
    case slack
    case milestone
    case deadline
    case missedDeadline
    case dayOff
    case makeUpDay
    case forecast
    case range

    var wording: Wording {
        switch self {
        case .criticalWork: Wording(en: "critical path", zh: "关键路径")
        case .otherWork: Wording(en: "other work", zh: "其他活动")
        case .work: Wording(en: "work", zh: "活动")
        case .slack: Wording(en: "slack", zh: "时差")
        case .milestone: Wording(en: "milestone", zh: "里程碑")
        case .deadline: Wording(en: "deadline", zh: "期限")
        case .missedDeadline: Wording(en: "deadline missed", zh: "超过期限")
        case .dayOff: Wording(en: "day off", zh: "休息日")
        case .makeUpDay: Wording(en: "make-up working day", zh: "调休上班日")
        case .forecast: Wording(en: "forecast", zh: "预测")
        case .range: Wording(en: "range", zh: "区间")
        }
    }
}
