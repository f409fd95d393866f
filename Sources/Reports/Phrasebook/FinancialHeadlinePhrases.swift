import Monetary
import WorkTime

/// The sentences that lead the financial status of a job: headroom first.
enum FinancialHeadline: Phrase {
    case over(Money, approved: MeasurePhrase, forecast: Money, confidence: Double)
    case within(Money, approved: MeasurePhrase, forecast: Money, confidence: Double)
    case exact(approved: MeasurePhrase, confidence: Double)
    /// That it passes what was approved, and by how much on average.
    case chance(Double, expected: Money)
    /// What a forecast beyond all lines takes of the reserves.
    case reserves(contingency: Money, of: Money, own: Money, beyond: Money)
    case ownReserve(contingency: Money, of: Money, own: Money)
    case contingencyOnly(Money, of: Money)
    case warnings(Int)
    case notApproved(Int)

    var wording: Wording {
        switch self {
        case .over(let over, let approved, let forecast, let confidence):
            Wording(
                en: """
                    At \(percent: confidence, decimals: 0) confidence the job ends \(over) over \(approved), at \(forecast).
                    """,
                zh: "按\(percent: confidence, decimals: 0)置信度，预计完工成本为\(forecast)，比\(approved)超支\(over)。")
        case .within(let under, let approved, let forecast, let confidence):
            Wording(
                en: """
                    At \(percent: confidence, decimals: 0) confidence the job ends \(under) under \(approved), at \(forecast).
                    """,
                zh: "按\(percent: confidence, decimals: 0)置信度，预计完工成本为\(forecast)，比\(approved)结余\(under)。")
        case .exact(let approved, let confidence):
            Wording(
                en:
                    "At \(percent: confidence, decimals: 0) confidence the job ends at \(approved), with nothing to spare.",
                zh: "按\(percent: confidence, decimals: 0)置信度，预计完工成本正好为\(approved)，没有余量。")
        case .chance(let probability, let expected):
            Wording(
                en: """
                    The probability of passing that amount is \(percent: probability, decimals: 0); the overspend to be \
                    expected is \(expected).
                    """,
                zh: "超出该金额的概率为\(percent: probability, decimals: 0)，期望超支额为\(expected)。")
        case .reserves(let contingency, let all, let own, let beyond):
            Wording(
                en: """
                    Of the contingency of \(all) it takes \(contingency), of the management reserve \(own); \(beyond) is \
                    covered by nothing.
                    """,
                zh: "其中动用应急储备\(contingency)（共\(all)），动用管理储备\(own)，另有\(beyond)没有来源。")
        case .ownReserve(let contingency, let all, let own):
            Wording(
                en: "Of the contingency of \(all) it takes \(contingency), of the management reserve \(own).",
                zh: "其中动用应急储备\(contingency)（共\(all)），动用管理储备\(own)。")
        case .contingencyOnly(let used, let all):
            Wording(
                en: "It takes \(used) of the contingency of \(all).", zh: "其中动用应急储备\(used)（共\(all)）。")
        case .warnings(let count):
            Wording(
                en: "\(count, "early warning", "early warnings"), the most pressing first, below.",
                zh: "共有\(count)条预警，按紧迫程度列于下文。")
        case .notApproved(let version):
            Wording(
                en:
                    "The client has approved nothing yet: figures are held against version \(version) as it was drafted.",
                zh: "客户尚未批准任何版本：以下数字以第\(version)版草稿为准。")
        }
    }
}

/// What a job is held against, as sentences name it.
struct MeasurePhrase: Phrase {
    let amount: Money
    let isApproved: Bool

    var wording: Wording {
        isApproved
            ? Wording(en: "the approved \(amount)", zh: "批准金额\(amount)")
            : Wording(en: "the estimated \(amount)", zh: "预算金额\(amount)")
    }
}
