import Scheduling
import WorkTime

/// The fourteen points in words: names, populations, limits, advice.
enum HealthPointPhrase: Phrase {
    case name(HealthPoint.Kind)
    case population(HealthPoint.Population, activity: String?)
    case limit(HealthPoint.Limit)
    case reason(HealthPoint.NotApplicable)
    case status(HealthPoint.Status)
    case share(Int, of: Int)
    case days(WorkLength, of: WorkLength)
    /// What is the case with an activity that is counted against the plan.
    case failing(HealthPoint.Kind)
    case advice(HealthPoint.Kind)

    var wording: Wording {
        switch self {
        case .name(let kind): Self.name(kind)
        case .population(let population, let activity): Self.population(population, activity)
        case .limit(let limit): Self.limit(limit)
        case .reason(let reason): Self.reason(reason)
        case .status(.pass): Wording(en: "pass", zh: "通过")
        case .status(.fail): Wording(en: "fail", zh: "不通过")
        case .status(.notApplicable): Wording(en: "n/a", zh: "不适用")
        case .share(let part, let all): Wording(en: "\(part) of \(all)", zh: "\(all)项中\(part)项")
        case .days(let part, let all): Wording(en: "\(part) of \(all)", zh: "\(all)中\(part)")
        case .failing(let kind): Self.failing(kind)
        case .advice(let kind): Self.advice(kind)
        }
    }

    private static func name(_ kind: HealthPoint.Kind) -> Wording {
        switch kind {
        case .missingLogic: Wording(en: "Missing logic", zh: "逻辑关系缺失")
        case .leads: Wording(en: "Leads", zh: "提前量")
        case .lags: Wording(en: "Lags", zh: "时延")
        case .relationshipTypes: Wording(en: "Finish-to-start links", zh: "完成—开始关系")
        case .hardConstraints: Wording(en: "Hard constraints", zh: "硬约束")
        case .highFloat: Wording(en: "High float", zh: "时差过大")
        case .negativeFloat: Wording(en: "Negative float", zh: "负时差")
        case .highDuration: Wording(en: "High duration", zh: "工期过长")
        case .invalidDates: Wording(en: "Invalid dates", zh: "无效日期")
        case .resources: Wording(en: "Work without resources", zh: "未分配资源")
        case .missedTasks: Wording(en: "Missed activities", zh: "未按基准完成")
        case .criticalPathTest: Wording(en: "Critical path test", zh: "关键路径测试")
        case .criticalPathLengthIndex: Wording(en: "Critical path length index", zh: "关键路径长度指数")
        case .baselineExecutionIndex: Wording(en: "Baseline execution index", zh: "基准执行指数")
        }
    }

    private static func population(_ population: HealthPoint.Population, _ activity: String?) -> Wording {
        switch population {
        case .unfinished:
            Wording(
                en: "unfinished activities and milestones, without summaries and levels of effort",
                zh: "未完成的活动和里程碑，不含汇总和伴随性活动")
        case .everything:
            Wording(
                en: "all activities and milestones, without summaries and levels of effort", zh: "全部活动和里程碑，不含汇总和伴随性活动")
        case .linksToUnfinished: Wording(en: "links that lead to unfinished activities", zh: "指向未完成活动的逻辑关系")
        case .links: Wording(en: "all links", zh: "全部逻辑关系")
        case .withDuration(unfinishedOnly: true):
            Wording(en: "unfinished activities that take time", zh: "未完成且有工期的活动")
        case .withDuration(unfinishedOnly: false): Wording(en: "all activities that take time", zh: "全部有工期的活动")
        case .baselineDue:
            Wording(
                en: "activities that by their baseline were to be finished by the data date", zh: "按基准应在数据日期之前完成的活动")
        case .addedDays:
            activity.map {
                Wording(
                    en: "how far the finish moves when “\($0)” takes 600 days of its calendar longer",
                    zh: "“\($0)”按其日历延长600天后，完工推迟的时间")
            }
                ?? Wording(
                    en: "how far the finish moves when the path takes 600 days longer", zh: "路径延长600天后，完工推迟的时间")
        case .pathToPromise:
            activity.map {
                Wording(
                    en: "working time to the promise over working time to the forecast: “\($0)”",
                    zh: "距承诺的工作时间与距预测的工作时间之比：“\($0)”")
            }
                ?? Wording(
                    en: "working time to the promise over working time to the forecast: the whole plan",
                    zh: "距承诺的工作时间与距预测的工作时间之比：整个计划")
        }
    }

    private static func limit(_ limit: HealthPoint.Limit) -> Wording {
        switch limit {
        case .shareAtMost(let percent): Wording("≤ \(percent)%")
        case .shareAtLeast(let percent): Wording("≥ \(percent)%")
        case .none: Wording("0")
        case .indexAtLeast(let hundredths): Wording("≥ 0.\(hundredths)")
        case .whole(let percent): Wording("100% ± \(percent)%")
        }
    }

    private static func reason(_ reason: HealthPoint.NotApplicable) -> Wording {
        switch reason {
        case .nothingLeft: Wording(en: "there is no such work", zh: "没有这类工作")
        case .noLinks: Wording(en: "there are no links", zh: "没有逻辑关系")
        case .noDataDate: Wording(en: "the plan states no data date", zh: "计划没有数据日期")
        case .noResources: Wording(en: "the plan names no resources", zh: "计划没有列出资源")
        case .noBaseline: Wording(en: "the file keeps no baseline", zh: "文件没有保存基准")
        case .nothingDue: Wording(en: "nothing was due by the data date", zh: "截至数据日期没有应完成的活动")
        case .noPromise: Wording(en: "nothing is promised", zh: "没有承诺日期")
        case .noPath: Wording(en: "no unfinished work is on the critical path", zh: "关键路径上没有未完成的工作")
        }
    }

    private static func failing(_ kind: HealthPoint.Kind) -> Wording {
        switch kind {
        case .missingLogic: Wording(en: "it has no predecessor, or no successor", zh: "没有紧前或紧后活动")
        case .leads: Wording(en: "it begins before its predecessor allows, by a lead", zh: "逻辑关系带有负时延")
        case .lags: Wording(en: "it waits for a lag", zh: "逻辑关系带有时延")
        case .relationshipTypes:
            Wording(en: "a link to it is not from finish to start", zh: "有非“完成—开始”的关系")
        case .hardConstraints: Wording(en: "a date holds it whatever its links", zh: "日期约束优先于逻辑关系")
        case .highFloat: Wording(en: "it can slip by more than two months", zh: "可推迟两个月以上")
        case .negativeFloat: Wording(en: "it is too late already", zh: "已经太晚")
        case .highDuration: Wording(en: "it takes more than two months", zh: "工期超过两个月")
        case .invalidDates:
            Wording(
                en: "it is planned before the data date, or reported after it", zh: "排在数据日期之前，或上报日期在其后")
        case .resources: Wording(en: "nobody is set to do it", zh: "没有安排人员")
        case .missedTasks: Wording(en: "it finishes after its baseline", zh: "晚于基准完成")
        case .criticalPathTest: Wording(en: "more work on it does not reach the finish", zh: "增加其工期，完工并不相应推迟")
        case .criticalPathLengthIndex: Wording(en: "the path is too long for the promise", zh: "关键路径超出承诺")
        case .baselineExecutionIndex: Wording(en: "it was due and is not finished", zh: "已到期但未完成")
        }
    }

    private static func advice(_ kind: HealthPoint.Kind) -> Wording {
        switch kind {
        case .missingLogic:
            Wording(
                en: "link it to what it waits for and to what waits for it; only the first and the last may stay open",
                zh: "补上紧前和紧后关系，只有最先和最后的活动可以例外")
        case .leads: Wording(en: "split the predecessor where the overlap begins", zh: "在重叠处拆分紧前活动，不用负时延")
        case .lags: Wording(en: "make the waiting an activity with a name", zh: "把等待时间设为有名称的活动")
        case .relationshipTypes: Wording(en: "prefer a finish-to-start link", zh: "尽量改为完成—开始关系")
        case .hardConstraints: Wording(en: "use a deadline, or a start no earlier than", zh: "改用期限，或“不早于某日开始”")
        case .highFloat: Wording(en: "look for a successor that is missing", zh: "检查是否漏掉紧后关系")
        case .negativeFloat: Wording(en: "shorten the work before it, or promise another date", zh: "压缩之前的工作，或另定承诺日期")
        case .highDuration: Wording(en: "split it into steps of two months or less", zh: "拆分为不超过两个月的步骤")
        case .invalidDates:
            Wording(
                en: "report what has happened up to the data date, and plan the rest after it", zh: "补报数据日期之前的进度，其余排在此后"
            )
        case .resources: Wording(en: "say who works on it", zh: "写明由谁来做")
        case .missedTasks: Wording(en: "see what delayed it, and what waits for it", zh: "查明延误原因及受影响的后续工作")
        case .criticalPathTest:
            Wording(en: "look for a date or a missing link that breaks the path off", zh: "检查是否有日期或缺失的关系使路径中断")
        case .criticalPathLengthIndex:
            Wording(en: "shorten the critical path, or promise another date", zh: "压缩关键路径，或另定承诺日期")
        case .baselineExecutionIndex:
            Wording(en: "finish what was due, or agree on a new baseline", zh: "完成到期工作，或商定新基准")
        }
    }
}
