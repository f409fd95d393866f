import Scheduling

/// Why an activity moved, in as few words as a table has room for.
enum MoveBriefPhrase: Phrase {
    case longer(WorkLength, WorkStyle)
    case shorter(WorkLength, WorkStyle)
    case progress
    case dataDate
    case projectStart
    case calendar
    case calendarDays
    case dateSet
    case dateDropped
    case dateChanged
    case levelingDelay
    case hand
    case addedLink(String)
    case removedLink(String)
    case changedLink(String)
    case follows(String)
    case successor(String)
    case promise
    case conventions
    case partsChanged
    case several

    var wording: Wording {
        switch self {
        case .longer(let length, let style): Wording(en: "\(length, style) longer", zh: "工期延长\(length, style)")
        case .shorter(let length, let style): Wording(en: "\(length, style) shorter", zh: "工期缩短\(length, style)")
        case .progress: Wording(en: "progress", zh: "进度")
        case .dataDate: Wording(en: "data date", zh: "数据日期")
        case .projectStart: Wording(en: "start of the plan", zh: "计划开始日期")
        case .calendar: Wording(en: "another calendar", zh: "改用其他日历")
        case .calendarDays: Wording(en: "working time of a calendar", zh: "日历工作时间")
        case .dateSet: Wording(en: "date set", zh: "新增日期约束")
        case .dateDropped: Wording(en: "date dropped", zh: "取消日期约束")
        case .dateChanged: Wording(en: "date changed", zh: "日期约束改变")
        case .levelingDelay: Wording(en: "levelling", zh: "资源平衡")
        case .hand: Wording(en: "put by hand", zh: "人工改动")
        case .addedLink(let name): Wording(en: "new link to “\(name)”", zh: "新增与“\(name)”的关系")
        case .removedLink(let name): Wording(en: "no more link to “\(name)”", zh: "取消与“\(name)”的关系")
        case .changedLink(let name): Wording(en: "other link to “\(name)”", zh: "与“\(name)”的关系改变")
        case .follows(let name): Wording(en: "follows “\(name)”", zh: "随“\(name)”变动")
        case .successor(let name): Wording(en: "as late as “\(name)” allows", zh: "按“\(name)”尽量晚做")
        case .promise: Wording(en: "promise", zh: "承诺日期")
        case .conventions: Wording(en: "manner of scheduling", zh: "排期规则")
        case .partsChanged: Wording(en: "what it consists of", zh: "所含活动")
        case .several: Wording(en: "several changes", zh: "多项改动")
        }
    }
}
