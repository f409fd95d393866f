import Scheduling
import WorkTime

/// What would help a promise: changes of the plan.
enum RelaxationPhrase: Phrase {
    case whatWouldHelp
    case change
    case gain
    case keepsPromise
    case nothingHelps
    case remark
    case untried(Int)
    case together
    case adds(String, WorkLength)

    case shorten(String, from: WorkLength, to: WorkLength, WorkStyle)
    case overlap(String, before: String, by: WorkLength, WorkStyle)
    case lessenLag(String, String, from: WorkLength, to: WorkLength, WorkStyle)
    case dropLag(String, String, WorkLength, WorkStyle)
    case startFrom(String, Moment)
    case finishFrom(String, Moment)
    case moveTo(String, Moment)
    indirect case dropDate(String, PlanStep)
    case dropDelay(String)
    case useCalendar(String, calendar: String)
    case startPlan(Moment)
    case promise(Moment)

    var wording: Wording {
        switch self {
        case .whatWouldHelp: Wording(en: "What would help", zh: "可行的办法")
        case .change: Wording(en: "Change", zh: "调整")
        case .gain: Wording(en: "Gain", zh: "提前")
        case .keepsPromise: Wording(en: "Keeps it", zh: "即可满足")
        case .nothingHelps: Wording(en: "Nothing in the plan can be changed to help.", zh: "计划中没有可以调整的内容。")
        case .remark:
            Wording(
                en: """
                    Each was tried by itself on the whole plan. Minutes and days are the fewest that have the effect; \
                    work is shortened or overlapped by half of it at most.
                    """,
                zh: "每项调整都单独在整个计划上重新计算过；所列时间是取得该效果所需的最小幅度，工作最多缩短或重叠一半。")
        case .untried(let count):
            Wording(
                en: "\(count, "activity", "activities") of this chain with more float were not tried.",
                zh: "这条路径上另有\(count)项时差较大的活动未作尝试。")
        case .together:
            Wording(
                en: "No single one of these keeps it within the plan. Together these do, and none can be left out:",
                zh: "在计划内单靠其中一项都不够。以下各项合在一起即可满足，缺一不可：")
        case .adds(let change, let gain):
            Wording(en: "\(change) (adds \(gain, .spelled))", zh: "\(change)（提前\(gain, .spelled)）")

        case .shorten(let name, let from, let to, let style):
            Wording(
                en: "Shorten “\(name)” from \(from, style) to \(to, style)",
                zh: "“\(name)”由\(from, style)缩短到\(to, style)")
        case .overlap(let name, let other, let lead, let style):
            Wording(
                en: "Start “\(name)” \(lead, style) before “\(other)” finishes",
                zh: "在“\(other)”完成前\(lead, style)开始“\(name)”")
        case .lessenLag(let one, let other, let from, let to, let style):
            Wording(
                en: "Wait \(to, style) instead of \(from, style) between “\(one)” and “\(other)”",
                zh: "“\(one)”与“\(other)”之间的等待由\(from, style)减到\(to, style)")
        case .dropLag(let one, let other, let length, let style):
            Wording(
                en: "Do not wait \(length, style) between “\(one)” and “\(other)”",
                zh: "取消“\(one)”与“\(other)”之间\(length, style)的等待")
        case .startFrom(let name, let moment):
            Wording(en: "Let “\(name)” start as early as \(moment, .weekday)", zh: "允许“\(name)”提前到\(moment, .brief)开始")
        case .finishFrom(let name, let moment):
            Wording(en: "Let “\(name)” finish as early as \(moment, .weekday)", zh: "允许“\(name)”提前到\(moment, .brief)完成")
        case .moveTo(let name, let moment):
            Wording(en: "Move “\(name)” to \(moment, .weekday)", zh: "“\(name)”改到\(moment, .brief)")
        case .dropDate(let name, let date): Wording(en: "Drop a date: “\(name)” \(date)", zh: "取消日期限制：“\(name)”\(date)")
        case .dropDelay(let name): Wording(en: "Do not put “\(name)” off", zh: "不再推迟“\(name)”")
        case .useCalendar(let name, let calendar):
            Wording(en: "Do “\(name)” on the calendar “\(calendar)”", zh: "“\(name)”改按“\(calendar)”日历工作")
        case .startPlan(let moment):
            Wording(en: "Start the plan on \(moment, .weekday)", zh: "计划提前到\(moment, .brief)开始")
        case .promise(let moment): Wording(en: "Promise \(moment, .weekday) instead", zh: "承诺日期改为\(moment, .brief)")
        }
    }
}
