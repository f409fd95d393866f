import Scheduling
import WorkTime

/// What the paper on two plans says beside its reasons.
enum ComparisonPhrase: Phrase {
    case title(BilingualName)
    case oldPlan
    case newPlan

    case nothingMoved(Moment)
    case finishesLater(WorkLength, Moment, before: Moment, because: MovePhrase)
    case finishesEarlier(WorkLength, Moment, before: Moment, because: MovePhrase)
    case finishesElsewhere(Moment, before: Moment, because: MovePhrase)
    case finishStays(Moment)
    case through([String])
    case counts(moved: Int, added: Int, removed: Int)
    case losesHeadroom(String, WorkLength, left: WorkLength)
    case becomesMissed(String, WorkLength, by: WorkLength)
    case gainsHeadroom(String, WorkLength, left: WorkLength)

    case moved
    case noneMoved
    case causes
    case cause(String, moved: Int)
    case moreCauses(Int)
    case movedRemark
    case before
    case now
    case by
    case why
    case beginsWith
    case floatBefore
    case floatNow
    case headroomBefore
    case headroomNow
    case promisedBefore
    case forecastBefore
    case notPromised
    case comeAndGone
    case added(String)
    case removed(String)
    case criticality
    case nowCritical([String])
    case noLongerCritical([String])
    case andMore(Int)

    var wording: Wording {
        switch self {
        case .title(let name): Wording(en: "\(name): what moved and why", zh: "\(name)：计划变动及原因")
        case .oldPlan: Wording(en: "Old plan", zh: "原计划")
        case .newPlan: Wording(en: "New plan", zh: "新计划")

        case .nothingMoved(let finish):
            Wording(
                en: "Nothing moved: both plans have the same dates and finish \(finish).",
                zh: "没有变动：两个计划日期相同，均于\(finish)完成。")
        case .finishesLater(let more, let now, let before, let why):
            Wording(
                en: "Finishes \(now), \(more, .spelled) later than before (\(before)), because \(why).",
                zh: "预计\(now)完成，比原计划（\(before, .dated)）晚\(more, .spelled)，原因：\(why)。")
        case .finishesEarlier(let less, let now, let before, let why):
            Wording(
                en: "Finishes \(now), \(less, .spelled) earlier than before (\(before)), because \(why).",
                zh: "预计\(now)完成，比原计划（\(before, .dated)）早\(less, .spelled)，原因：\(why)。")
        case .finishesElsewhere(let now, let before, let why):
            Wording(
                en: "Finishes \(now) instead of \(before), with no working time between, because \(why).",
                zh: "预计\(now)完成，原为\(before)，两者之间没有工作时间，原因：\(why)。")
        case .finishStays(let finish): Wording(en: "Still finishes \(finish).", zh: "完成日期不变，仍为\(finish)。")
        case .through(let names):
            Wording(en: "The move reaches the finish through \(list: names).", zh: "变动依次经过\(list: names)传到完工。")
        case .counts(let moved, added: 0, removed: 0):
            Wording(
                en: "\(moved, "activity", "activities") moved; none was added or removed.", zh: "变动\(moved)项活动，没有新增或删除。"
            )
        case .counts(let moved, let added, let removed):
            Wording(
                en: """
                    \(moved, "activity", "activities") moved, \(added) \(added == 1 ? "was" : "were") added and \
                    \(removed) removed.
                    """,
                zh: "变动\(moved)项活动，新增\(added)项，删除\(removed)项。")
        case .losesHeadroom(let name, let lost, let left):
            Wording(
                en: "“\(name)” loses \(lost, .spelled) of headroom; \(left, .spelled) left.",
                zh: "“\(name)”的余量减少\(lost, .spelled)，还剩\(left, .spelled)。")
        case .becomesMissed(let name, let lost, let late):
            Wording(
                en: "“\(name)” loses \(lost, .spelled) of headroom and is \(late, .spelled) late.",
                zh: "“\(name)”的余量减少\(lost, .spelled)，将延误\(late, .spelled)。")
        case .gainsHeadroom(let name, let won, let left):
            Wording(
                en: "“\(name)” wins \(won, .spelled) of headroom, of which it now has \(left, .spelled).",
                zh: "“\(name)”的余量增加\(won, .spelled)，现为\(left, .spelled)。")

        case .moved: Wording(en: "What moved", zh: "变动的活动")
        case .noneMoved: Wording(en: "No activity of both plans moved.", zh: "两个计划共有的活动都没有变动。")
        case .causes: Wording(en: "Why", zh: "变动原因")
        case .cause(let phrase, let count):
            Wording(
                en: "\(phrase): \(count, "activity", "activities") moved", zh: "\(phrase)：影响\(count)项活动")
        case .moreCauses(let count):
            Wording(en: "… and \(count, "more cause", "more causes"), see the table", zh: "……另有\(count)项原因，见下表")
        case .movedRemark:
            Wording(
                en: "Most moved first, in working time of each activity's own calendar; + is later.",
                zh: "按变动大小排列，以各活动自己的日历计算工作时间；+表示推迟。")
        case .before: Wording(en: "Finish before", zh: "原完成")
        case .now: Wording(en: "Finish now", zh: "现完成")
        case .by: Wording(en: "Moved by", zh: "变动")
        case .why: Wording(en: "Why", zh: "原因")
        case .beginsWith: Wording(en: "Begins with", zh: "根源")
        case .floatBefore: Wording(en: "Float before", zh: "原时差")
        case .floatNow: Wording(en: "Float now", zh: "现时差")
        case .headroomBefore: Wording(en: "Headroom before", zh: "原余量")
        case .headroomNow: Wording(en: "Headroom now", zh: "现余量")
        case .promisedBefore: Wording(en: "Promised before", zh: "原承诺")
        case .forecastBefore: Wording(en: "Forecast before", zh: "原预测")
        case .notPromised: Wording(en: "not promised", zh: "无承诺")
        case .comeAndGone: Wording(en: "Added and removed", zh: "新增与删除")
        case .added(let name): Wording(en: "Added: \(name)", zh: "新增：\(name)")
        case .removed(let name): Wording(en: "Removed: \(name)", zh: "删除：\(name)")
        case .criticality: Wording(en: "Critical work", zh: "关键活动的变化")
        case .nowCritical(let names): Wording(en: "Now critical: \(list: names).", zh: "变为关键的活动：\(list: names)。")
        case .noLongerCritical(let names):
            Wording(en: "No longer critical: \(list: names).", zh: "不再关键的活动：\(list: names)。")
        case .andMore(let count): Wording(en: "\(count) more", zh: "另外\(count)项")
        }
    }
}
