public import Scheduling
import WorkTime

/// What papers on plans say: headings, columns and facts.
enum PlanPhrase: Phrase {
    case title(BilingualName)
    case calendarFact
    case plannedFrom
    case activityCount

    case promises
    case promise
    case wholePlan
    case state
    case kept
    case missed
    case leastHeadroom
    case nothingPromised

    case timetable
    case workByLane
    case workOverTime
    case chartSummary(activities: Int, from: Moment, to: Moment, critical: Int)
    case chartLeavesOut(shown: Int, all: Int)

    case criticalPath
    case criticalPathIntroduction
    case alsoCritical([String])
    case moreSteps(Int)
    case acrossActivities(Int)
    case milestone

    case littleFloat
    case littleFloatIntroduction(WorkLength)
    case noLittleFloat(WorkLength)
    case allActivities
    case floatRemark

    var wording: Wording {
        switch self {
        case .title(let name): Wording(en: "\(name): timetable", zh: "\(name)：工作排期")
        case .calendarFact: Wording(en: "Calendar", zh: "工作日历")
        case .plannedFrom: Wording(en: "Planned from", zh: "计划开始")
        case .activityCount: Wording(en: "Activities", zh: "活动数")

        case .promises: Wording(en: "Promises and headroom", zh: "承诺与余量")
        case .promise: Wording(en: "Promise", zh: "承诺事项")
        case .wholePlan: Wording(en: "The whole plan", zh: "整个计划")
        case .state: Wording(en: "State", zh: "状态")
        case .kept: Wording(en: "kept", zh: "可兑现")
        case .missed: Wording(en: "missed", zh: "将延误")
        case .leastHeadroom: Wording(en: "Least headroom", zh: "最小余量")
        case .nothingPromised:
            Wording(
                en: """
                    Nothing is promised in this plan. Add a date that it must be finished by, or deadlines of \
                    activities, to see headroom.
                    """,
                zh: "计划中没有承诺日期。为计划加上完成期限，或为活动加上期限，即可看到余量。")

        case .timetable: Wording(en: "Timetable", zh: "排期")
        case .workByLane: Wording(en: "Work by lane", zh: "各职能工作安排")
        case .workOverTime: Wording(en: "Work over time", zh: "工作安排")
        case .chartSummary(let activities, let from, let to, let critical):
            Wording(
                en: "\(activities, "activity", "activities") from \(from) to \(to); \(critical) critical.",
                zh: "自\(from)至\(to)，共\(activities)项活动，其中关键活动\(critical)项。")
        case .chartLeavesOut(let shown, let all):
            Wording(
                en: """
                    The picture shows \(shown) of \(all) activities: the critical path first, then milestones and \
                    what is promised, then the others by their start.
                    """,
                zh: "图中为\(all)项活动中的\(shown)项：先是关键路径，再是里程碑和有期限的活动，其余按开始时间排列。")

        case .criticalPath: Wording(en: "Critical path", zh: "关键路径")
        case .criticalPathIntroduction:
            Wording(
                en: "Each step waits for the one before it. A day lost on any of them is lost at the finish.",
                zh: "每一步都要等待上一步。其中任何一步延误一天，完工就延误一天。")
        case .alsoCritical(let names):
            Wording(
                en: "Just as critical, beside this chain: \(list: names).", zh: "不在这条路径上、但同样关键的活动：\(list: names)。")
        case .moreSteps(let count):
            Wording(en: "… and \(count, "more step", "more steps"), see the timetable", zh: "……另有\(count)步，见排期表")
        case .acrossActivities(let count):
            Wording(en: "\(count, "activity", "activities") on the critical path", zh: "关键路径上共\(count)项活动")
        case .milestone: Wording(en: "milestone", zh: "里程碑")

        case .littleFloat: Wording(en: "Little float", zh: "时差很小的活动")
        case .littleFloatIntroduction(let limit):
            Wording(
                en: "These can slip by \(limit, .spelled) or less before they become critical.",
                zh: "以下活动再拖延不超过\(limit, .spelled)，就会变成关键活动。")
        case .noLittleFloat(let limit):
            Wording(
                en: "Every activity beside the critical ones has more than \(limit, .spelled) of float.",
                zh: "除关键活动外，其他活动的时差都大于\(limit, .spelled)。")
        case .allActivities: Wording(en: "All activities", zh: "全部活动")
        case .floatRemark:
            Wording(
                en: "Float: how long an activity can slip before it delays the finish or misses a promise.",
                zh: "时差：在不影响完工、不延误承诺的前提下，活动可以推迟的时间。")
        }
    }
}

extension Saying.StringInterpolation {
    /// The form of a name that the language asks for.
    mutating func appendInterpolation(_ name: BilingualName) { add { $0.name(name) } }
}

extension Phrasebook {
    /// The form of a name for this language.
    public func name(_ name: BilingualName) -> String { self.name(name.primary, chinese: name.chinese) }
}
