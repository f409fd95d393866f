import Scheduling
import WorkTime

/// Why a promise cannot be kept: the chain of work that leads past it.
enum ConflictPhrase: Phrase {
    case headingOfPlan
    case headingOfDeadline(String)
    case headingOfDate(String)

    case missed(promised: Moment, forecast: Moment, by: WorkLength)
    /// Too late by no working time: only time off lies between.
    case missedByTimeOff(promised: Moment, forecast: Moment)
    case explains(Int, of: Int)

    case chain
    case step
    case until
    case workingTime
    case byTheClock
    case altogether
    case chainRemark

    case planStarts
    case dataDate
    case happened(String)
    case putByHand(String)
    case held(String)
    indirect case dated(String, PlanStep)
    indirect case linked(String, PlanStep)
    case timeOff(String)
    case delayed(String)

    var wording: Wording {
        switch self {
        case .headingOfPlan: Wording(en: "Why the plan's promise cannot be kept", zh: "为什么计划无法按期完成")
        case .headingOfDeadline(let name):
            Wording(en: "Why the deadline of “\(name)” cannot be kept", zh: "为什么“\(name)”无法按期完成")
        case .headingOfDate(let name):
            Wording(en: "Why the date of “\(name)” cannot be kept", zh: "为什么“\(name)”的日期无法满足")

        case .missed(let promised, let forecast, let delay):
            Wording(
                en: """
                    The date is \(promised), and the earliest that can be reached is \(forecast), \(delay, .spelled) \
                    later. This chain of work leads there:
                    """,
                zh: "要求日期为\(promised)，最早只能到\(forecast)，晚\(delay, .spelled)。原因是以下环环相扣的工作：")
        case .missedByTimeOff(let promised, let forecast):
            Wording(
                en: """
                    The date is \(promised), and the earliest that can be reached is \(forecast), with only time off \
                    between the two. This chain of work leads there:
                    """,
                zh: "要求日期为\(promised)，最早只能到\(forecast)，两者之间只有休息时间。原因是以下环环相扣的工作：")
        case .explains(let shown, let all):
            Wording(
                en: "Explained here are the \(shown) of \(all) promises and dates that are missed by most.",
                zh: "无法满足的承诺和日期共\(all)项，这里说明延误最多的\(shown)项。")

        case .chain: Wording(en: "What leads there", zh: "原因")
        case .step: Wording(en: "Step", zh: "环节")
        case .until: Wording(en: "Until", zh: "截至")
        case .workingTime: Wording(en: "Working time", zh: "工作时间")
        case .byTheClock: Wording(en: "By the clock", zh: "日历时间")
        case .altogether: Wording(en: "Altogether", zh: "合计")
        case .chainRemark:
            Wording(
                en: "The times by the clock add up to all of the time from the first line to the last.",
                zh: "各行日历时间之和，正是从第一行到最后一行的全部时间。")

        case .planStarts: Wording(en: "The plan starts", zh: "计划开始")
        case .dataDate: Wording(en: "Data date: what is left begins", zh: "数据日期：剩余工作开始")
        case .happened(let name): Wording(en: "“\(name)” stands as it happened", zh: "“\(name)”已成事实")
        case .putByHand(let name): Wording(en: "“\(name)” was put there by hand", zh: "“\(name)”由人工指定日期")
        case .held(let name): Wording(en: "“\(name)” goes along with other work", zh: "“\(name)”随其他工作进行")
        case .dated(let name, let date): Wording(en: "“\(name)” \(date)", zh: "“\(name)”\(date)")
        case .linked(let name, let link): Wording(en: "“\(name)” \(link)", zh: "“\(name)”：\(link)")
        case .timeOff(let name): Wording(en: "Time off before “\(name)”", zh: "“\(name)”之前的休息时间")
        case .delayed(let name): Wording(en: "“\(name)” is put off by levelling", zh: "“\(name)”因资源平衡而推迟")
        }
    }
}
