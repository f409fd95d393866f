import Costing
import Monetary

/// Why a job costs what it costs, in words.
enum CostCausePhrase: Phrase {
    case heading
    case introduction(version: Int, approved: Money)
    case chart(version: Int)
    case chartSummary(gap: Money)
    case kind(LineCause.Kind)
    case contingency
    case gap
    case noGap
    /// The lines that matter most.
    case dearer(String, Money, LineCause.Kind, Money)
    case cheaper(String, Money, LineCause.Kind, Money)
    /// The same where one cause explains all of it, or more.
    case allDearer(String, Money, LineCause.Kind)
    case allCheaper(String, Money, LineCause.Kind)
    case remark

    var wording: Wording {
        switch self {
        case .heading: Wording(en: "Why", zh: "原因")
        case .introduction(let version, let approved):
            Wording(
                en:
                    "The forecast against \(approved) of version \(version), split exactly: added cost by line and cause.",
                zh: "预测与第\(version)版\(approved)之差，按预算项与原因精确拆分；正数为成本增加。")
        case .chart(let version):
            Wording(en: "From version \(version) to the forecast", zh: "从第\(version)版到预测")
        case .chartSummary(let gap): Wording(en: "All causes together make \(gap).", zh: "各项原因合计\(gap)。")
        case .kind(let kind): CauseKindPhrase(kind).wording
        case .contingency: Wording(en: "Contingency", zh: "应急储备")
        case .gap: Wording(en: "Difference", zh: "差额")
        case .noGap: Wording(en: "No line differs from its estimate.", zh: "各预算项与预算一致。")
        case .dearer(let line, let gap, let kind, let part):
            Wording(
                en:
                    "“\(line)” costs \(gap) more than estimated, \(part) of it because of \(CauseSourcePhrase(kind: kind)).",
                zh: "“\(line)”比预算高\(gap)，其中\(part)源于\(CauseSourcePhrase(kind: kind))。")
        case .cheaper(let line, let gap, let kind, let part):
            Wording(
                en:
                    "“\(line)” costs \(gap) less than estimated, \(part) of it because of \(CauseSourcePhrase(kind: kind)).",
                zh: "“\(line)”比预算低\(gap)，其中\(part)源于\(CauseSourcePhrase(kind: kind))。")
        case .allDearer(let line, let gap, let kind):
            Wording(
                en: "“\(line)” costs \(gap) more than estimated, because of \(CauseSourcePhrase(kind: kind)).",
                zh: "“\(line)”比预算高\(gap)，源于\(CauseSourcePhrase(kind: kind))。")
        case .allCheaper(let line, let gap, let kind):
            Wording(
                en: "“\(line)” costs \(gap) less than estimated, because of \(CauseSourcePhrase(kind: kind)).",
                zh: "“\(line)”比预算低\(gap)，源于\(CauseSourcePhrase(kind: kind))。")
        case .remark:
            Wording(
                en: """
                    Scope: change orders. Volume: units at the estimated price. Exchange: rates of the books instead of the \
                    estimate's. Timing: deviations that no invoice has confirmed. Price: all that remains. Margin: what \
                    being so sure asks for beyond the median. The contingency is there to be used and counts against the \
                    difference.
                    """,
                zh: """
                    范围：变更单。数量：按预算单价计的数量差异。汇率：记账汇率与预算汇率之差。入账时差：尚无发票确认的偏差。\
                    价格：其余部分。置信预留：达到所述置信度所需、超出中位数的部分。应急储备本为动用而设，从差额中扣减。
                    """)
        }
    }
}

/// The name of a cause.
struct CauseKindPhrase: Phrase {
    let kind: LineCause.Kind

    init(_ kind: LineCause.Kind) { self.kind = kind }

    var wording: Wording {
        switch kind {
        case .scope: Wording(en: "Scope", zh: "范围")
        case .volume: Wording(en: "Volume", zh: "数量")
        case .rate: Wording(en: "Price", zh: "价格")
        case .exchange: Wording(en: "Exchange", zh: "汇率")
        case .timing: Wording(en: "Timing", zh: "入账时差")
        case .unlinked: Wording(en: "No line", zh: "预算外")
        case .margin: Wording(en: "Margin", zh: "置信预留")
        }
    }
}

/// A cause as a fragment behind “because of”.
struct CauseSourcePhrase: Phrase {
    let kind: LineCause.Kind

    var wording: Wording {
        switch kind {
        case .scope: Wording(en: "change orders", zh: "变更单")
        case .volume: Wording(en: "the number of units", zh: "数量变化")
        case .rate: Wording(en: "its price", zh: "价格变化")
        case .exchange: Wording(en: "the rate of exchange", zh: "汇率变动")
        case .timing: Wording(en: "work that no invoice has confirmed yet", zh: "尚无发票确认的工作")
        case .unlinked: Wording(en: "having no line in the estimate", zh: "不在预算内")
        case .margin: Wording(en: "how uncertain the work still to be ordered is", zh: "尚未下单工作的不确定性")
        }
    }
}
