import Scheduling
import WorkTime

/// What the weekly status report says.
enum StatusPhrase: Phrase {
    case title(BilingualName)
    case asOf
    case progress
    case progressCount(Int, of: Int)
    case counts(done: Int, underWay: Int, overdue: Int, next: Int)
    case decisions
    case decisionsIntroduction
    case noDecision
    case answer
    case from
    case expected
    case latest
    case done
    case underWay
    case overdue
    case overdueIntroduction
    case next
    case nothing
    case left

    var wording: Wording {
        switch self {
        case .title(let name): Wording(en: "\(name): weekly status", zh: "\(name)：每周工作进展报告")
        case .asOf: Wording(en: "As of", zh: "截至")
        case .progress: Wording(en: "Finished", zh: "已完成")
        case .progressCount(let finished, let all): Wording(en: "\(finished) of \(all)", zh: "\(all)项中的\(finished)项")
        case .counts(let done, let underWay, let overdue, let next):
            Wording(
                en: """
                    In the past week \(done) finished; \(underWay) under way, \(overdue) late to begin, \(next) to begin in \
                    the week to come.
                    """,
                zh: "近七天完成\(done)项，进行中\(underWay)项，应开始而未开始\(overdue)项，未来七天开始\(next)项。")
        case .decisions: Wording(en: "Decisions needed", zh: "待决事项")
        case .decisionsIntroduction:
            Wording(
                en: "Answers that are expected or needed within a week. After the latest day a promise is broken.",
                zh: "一周内需要的答复。晚于最迟日期，就会有承诺无法兑现。")
        case .noDecision: Wording(en: "No answer is due within a week.", zh: "一周内没有需要的答复。")
        case .answer: Wording(en: "Answer", zh: "答复")
        case .from: Wording(en: "From", zh: "答复人")
        case .expected: Wording(en: "Expected", zh: "预计")
        case .latest: Wording(en: "Latest", zh: "最迟")
        case .done: Wording(en: "Finished in the past week", zh: "近七天完成")
        case .underWay: Wording(en: "Under way", zh: "进行中")
        case .overdue: Wording(en: "Late to begin", zh: "应开始而未开始")
        case .overdueIntroduction:
            Wording(
                en: "All that these wait for was there; they have not begun.", zh: "这些活动的前置条件都已具备，但尚未开始。")
        case .next: Wording(en: "To begin in the week to come", zh: "未来七天开始")
        case .nothing: Wording(en: "None.", zh: "无。")
        case .left: Wording(en: "Left", zh: "剩余")
        }
    }
}
