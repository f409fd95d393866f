/// Words that many papers and every renderer need.
public enum CommonPhrase: Phrase, CaseIterable {
    // Values
    case notAvailable
    case yes
    case total
    case other

    // Columns
    case activity
    case lane
    case start
    case finish
    case duration
    case float
    case critical
    case deadline
    case promised
    case forecast
    case headroom
    case month
    case share
    case rank
    case brand
    case category
    case medium
    case remark

    // Sections and facts
    case findings
    case source
    case dataThrough
    case basis
    case version

    // Units
    case minutes

    public var wording: Wording {
        switch self {
        case .notAvailable: Wording(en: "n/a", zh: "不适用")
        case .yes: Wording(en: "yes", zh: "是")
        case .total: Wording(en: "Total", zh: "合计")
        case .other: Wording(en: "Other", zh: "其他")

        case .activity: Wording(en: "Activity", zh: "活动")
        case .lane: Wording(en: "Lane", zh: "职能")
        case .start: Wording(en: "Start", zh: "开始")
        case .finish: Wording(en: "Finish", zh: "完成")
        case .duration: Wording(en: "Duration", zh: "工期")
        case .float: Wording(en: "Float", zh: "时差")
        case .critical: Wording(en: "Critical", zh: "关键")
        case .deadline: Wording(en: "Deadline", zh: "期限")
        case .promised: Wording(en: "Promised", zh: "承诺")
        case .forecast: Wording(en: "Forecast", zh: "预测")
        case .headroom: Wording(en: "Headroom", zh: "余量")
        case .month: Wording(en: "Month", zh: "月份")
        case .share: Wording(en: "Share", zh: "份额")
        case .rank: Wording(en: "Rank", zh: "排名")
        case .brand: Wording(en: "Brand", zh: "品牌")
        case .category: Wording(en: "Category", zh: "品类")
        case .medium: Wording(en: "Medium", zh: "媒介")
        case .remark: Wording(en: "Remark", zh: "备注")

        case .findings: Wording(en: "Findings", zh: "检查结果")
        case .source: Wording(en: "Source", zh: "来源")
        case .dataThrough: Wording(en: "Data through", zh: "数据截至")
        case .basis: Wording(en: "Basis", zh: "口径")
        case .version: Wording(en: "Made with", zh: "生成工具")

        case .minutes: Wording(en: "minutes", zh: "分钟")
        }
    }
}
