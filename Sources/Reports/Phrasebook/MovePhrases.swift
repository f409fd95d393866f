import Scheduling
import WorkTime

/// Why an activity moved, as what is said of it: “takes 2 days longer”.
enum MovePhrase: Phrase {
    case longer(WorkLength, WorkStyle, from: WorkLength, to: WorkLength)
    case shorter(WorkLength, WorkStyle, from: WorkLength, to: WorkLength)
    case progress
    case dataDate(Moment)
    case noDataDate
    case projectStart(from: Moment, to: Moment)
    case calendar(from: String, to: String)
    case calendarDays(String)
    case dateSet(PlanStep)
    case dateDropped(PlanStep)
    case dateChanged(from: PlanStep, to: PlanStep)
    case levelingDelay
    case hand
    case addedLink(PlanStep)
    case removedLink(PlanStep)
    case changedLink(from: PlanStep, to: PlanStep)
    case predecessor(String)
    case successor(String)
    case part(String)
    case promise
    case conventions
    case added
    case removed
    case several
    // Of the whole plan, without an activity.
    case planStarts(from: Moment, to: Moment)
    case planCountsFrom(Moment)
    case planCountsFromStart
    case calendarChanged(String)
    case promiseChanged
    case mannerChanged
    /// The activity, and what is said of it.
    indirect case about(String, MovePhrase)

    var wording: Wording {
        switch self {
        case .longer(let more, let style, let from, let to):
            Wording(
                en: "takes \(more, style) longer (\(to, style) instead of \(from, style))",
                zh: "工期延长\(more, style)（由\(from, style)改为\(to, style)）")
        case .shorter(let less, let style, let from, let to):
            Wording(
                en: "takes \(less, style) less (\(to, style) instead of \(from, style))",
                zh: "工期缩短\(less, style)（由\(from, style)改为\(to, style)）")
        case .progress: Wording(en: "has other progress reported", zh: "报告的进度不同")
        case .dataDate(let now):
            Wording(en: "has what is left counted from the data date \(now)", zh: "剩余工作从新的数据日期\(now)起算")
        case .noDataDate: Wording(en: "is no longer counted from a data date", zh: "不再从数据日期起算")
        case .projectStart(let from, let to):
            Wording(
                en: "starts with the plan, which starts \(to) instead of \(from)", zh: "随计划开始，计划开始由\(from)改为\(to)")
        case .calendar(let from, let to):
            Wording(
                en: "is done on the calendar “\(to)” instead of “\(from)”", zh: "所用日历由“\(from)”改为“\(to)”")
        case .calendarDays(let calendar):
            Wording(
                en: "depends on the calendar “\(calendar)”, whose working time has changed",
                zh: "所依据的日历“\(calendar)”工作时间有变")
        case .dateSet(let date): Wording(en: "now \(date)", zh: "新增日期约束：\(date)")
        case .dateDropped(let date):
            Wording(en: "is free of a date that held it (it \(date))", zh: "取消了日期约束：\(date)")
        case .dateChanged(let from, let to):
            Wording(en: "now \(to) (before, it \(from))", zh: "日期约束改为\(to)（原为\(from)）")
        case .levelingDelay: Wording(en: "is put off by levelling by another time", zh: "因资源平衡推迟的时间不同")
        case .hand: Wording(en: "has been put elsewhere by hand", zh: "日期由人工改动")
        case .addedLink(let link): Wording(en: "now \(link)", zh: "新增逻辑关系：\(link)")
        case .removedLink(let link):
            Wording(en: "is free of a link that held it (it \(link))", zh: "取消了逻辑关系：\(link)")
        case .changedLink(let from, let to):
            Wording(en: "now \(to) (before, it \(from))", zh: "逻辑关系改为：\(to)（原为：\(from)）")
        case .predecessor(let name): Wording(en: "waits for “\(name)”, which moved", zh: "等待“\(name)”，后者有变动")
        case .successor(let name):
            Wording(en: "is done as late as “\(name)” allows, which moved", zh: "按“\(name)”尽量晚做，后者有变动")
        case .part(let name): Wording(en: "goes along with “\(name)”, which moved", zh: "随“\(name)”变动")
        case .promise: Wording(en: "is counted back from a promise that has changed", zh: "按承诺日期倒排，承诺日期有变")
        case .conventions: Wording(en: "is scheduled in another manner", zh: "排期规则不同")
        case .added: Wording(en: "is new in the plan", zh: "是新增活动")
        case .removed: Wording(en: "is no longer in the plan", zh: "已从计划中删除")
        case .several: Wording(en: "moves by several changes together", zh: "受多项改动共同影响")
        case .planStarts(let from, let to):
            Wording(en: "the plan starts \(to) instead of \(from)", zh: "计划开始由\(from)改为\(to)")
        case .planCountsFrom(let now): Wording(en: "the data date is now \(now)", zh: "数据日期改为\(now)")
        case .planCountsFromStart: Wording(en: "the plan no longer has a data date", zh: "计划不再有数据日期")
        case .calendarChanged(let calendar):
            Wording(en: "the working time of the calendar “\(calendar)” has changed", zh: "日历“\(calendar)”的工作时间有变")
        case .promiseChanged:
            Wording(en: "the promise that the plan is counted back from has changed", zh: "倒排所依据的承诺日期有变")
        case .mannerChanged: Wording(en: "the plan is scheduled in another manner", zh: "计划的排期规则不同")
        case .about(let name, let phrase): Wording(en: "“\(name)” \(phrase)", zh: "“\(name)”\(phrase)")
        }
    }
}
