import Scheduling
import WorkTime

/// What the paper on a repair says.
enum RepairPhrase: Phrase {
    case title(BilingualName)
    case reference
    case ownBaseline

    // The answer
    case allKept(Int)
    case nothingCommitted
    case someMove(Int, of: Int, cost: Int)
    case promisesKept(tightest: String, WorkLength)
    case othersKept(tightest: String, WorkLength)
    case broken(String, promised: Moment, done: Moment, others: Int)
    case unattainable(String, promised: Moment, attainable: Moment)
    case moreUnattainable(Int)
    indirect case nothingMovesIf(RepairPhrase)
    case nothingMovesTogether(Int)
    indirect case fewerMoveIf(RepairPhrase, Int, cost: Int)
    indirect case promiseKeptIf(RepairPhrase)

    // Sections and columns
    case toMove
    case toMoveIntroduction
    case kept
    case begun
    case noneKept
    case shifted
    case begins([RepairPhrase])
    case origin(String, Int)
    case noShift
    case alternatives
    case noAlternative
    case noneSaves
    case alternativesRemark
    case untried(Int)
    case unsought(Int)
    case commitment
    case toldTo
    case told
    case now
    case cost
    case by
    case why
    case change
    case stillMove
    case stillMissed
    case gain
    case state

    // Who was told
    case kind(Commitment.Kind)

    // Changes
    case fewerRounds(String, from: Int, to: Int)
    case promiseLater(String, Moment)
    case relaxed(RelaxationPhrase)
    case together(Int, number: Int)
    case listed(Int)

    var wording: Wording {
        switch self {
        case .title(let name): Wording(en: "\(name): repair after a slip", zh: "\(name)：延误后的补救方案")
        case .reference: Wording(en: "Agreed plan", zh: "原定计划")
        case .ownBaseline: Wording(en: "the baseline that the file keeps", zh: "文件自带的基准")

        case .allKept(1): Wording(en: "The one commitment can be kept.", zh: "唯一的既定安排可以维持。")
        case .allKept(let count): Wording(en: "All \(count) commitments can be kept.", zh: "\(count)项既定安排均可维持。")
        case .nothingCommitted:
            Wording(en: "Nothing in the plan is committed, so nothing has to be kept.", zh: "计划中没有既定安排，无须维持。")
        case .someMove(1, of: 1, let cost):
            Wording(en: "The one commitment has to move, at a cost of \(cost).", zh: "唯一的既定安排必须改期，代价\(cost)。")
        case .someMove(let moved, let all, let cost) where moved == all:
            Wording(
                en: "All \(all) commitments have to move, at a cost of \(cost).", zh: "\(all)项既定安排全部必须改期，代价合计\(cost)。")
        case .someMove(let moved, let all, let cost):
            Wording(
                en:
                    "\(moved) of \(all, "commitment", "commitments") \(moved == 1 ? "has" : "have") to move, at a cost of \(cost).",
                zh: "\(all)项既定安排中有\(moved)项必须改期，代价合计\(cost)。")
        case .promisesKept(let name, let headroom):
            Wording(
                en: "Every promise is kept; the tightest, “\(name)”, has \(headroom, .spelled) to spare.",
                zh: "承诺全部可以兑现，其中最紧的“\(name)”余量为\(headroom, .spelled)。")
        case .othersKept(let name, let headroom):
            Wording(
                en:
                    "Every promise that is still open is kept; the tightest, “\(name)”, has \(headroom, .spelled) to spare.",
                zh: "其余承诺全部可以兑现，其中最紧的“\(name)”余量为\(headroom, .spelled)。")
        case .broken(let name, let promised, let done, others: 0):
            Wording(
                en: "“\(name)”, promised for \(promised), was done on \(done).",
                zh: "“\(name)”承诺\(promised)完成，实际于\(done)完成。")
        case .broken(let name, let promised, let done, let others):
            Wording(
                en:
                    "“\(name)”, promised for \(promised), was done on \(done), and \(others) more \(others == 1 ? "was" : "were") late too.",
                zh: "“\(name)”承诺\(promised)完成，实际于\(done)完成；另有\(others)项也晚于承诺。")
        case .unattainable(let name, let promised, let attainable):
            Wording(
                en: """
                    “\(name)” is promised for \(promised); whatever is moved, it cannot be done before \(attainable).
                    """,
                zh: "“\(name)”承诺\(promised)完成，无论怎样改期，最早也要到\(attainable)。")
        case .moreUnattainable(let count):
            Wording(
                en: "\(count) more \(count == 1 ? "promise" : "promises") cannot be met.", zh: "另有\(count)项承诺无法兑现。")
        case .nothingMovesIf(let change):
            Wording(
                en: "Nothing has to move, and every promise is kept, with one change: \(change).",
                zh: "只要做一项调整，既定安排均可维持，承诺全部可以兑现：\(change)。")
        case .nothingMovesTogether(let count):
            Wording(
                en: "Nothing has to move, and every promise is kept, with \(count) changes that are listed below.",
                zh: "同时做下列\(count)项调整，既定安排均可维持，承诺全部可以兑现。")
        case .fewerMoveIf(let change, let count, let cost):
            Wording(
                en: """
                    The best single change leaves \(count, "commitment", "commitments") to move, at a cost of \(cost): \
                    \(change).
                    """,
                zh: "效果最好的单项调整：\(change)；此后仍有\(count)项既定安排须改期，代价\(cost)。")
        case .promiseKeptIf(let change):
            Wording(en: "The promises can be kept with one change: \(change).", zh: "只要做一项调整，承诺即可兑现：\(change)。")

        case .toMove: Wording(en: "Commitments that have to move", zh: "必须改期的既定安排")
        case .toMoveIntroduction:
            Wording(
                en: "No other choice costs less. Those named here have to be told the new date.",
                zh: "没有代价更低的选择。以下各方需要另行通知新的时间。")
        case .kept: Wording(en: "Commitments that stand", zh: "保持不变的既定安排")
        case .begun: Wording(en: "begun", zh: "已开始")
        case .noneKept: Wording(en: "None.", zh: "无。")
        case .shifted: Wording(en: "What moves against the agreed plan", zh: "与原定计划相比的变动")
        case .begins(let origins):
            Wording(en: "They begin with \(list: origins).", zh: "变动源头：\(list: origins)。")
        case .origin(let name, let count): Wording(en: "“\(name)” (\(count))", zh: "“\(name)”（\(count)项）")
        case .noShift: Wording(en: "Everything stands as it was agreed.", zh: "所有活动与原定计划一致。")
        case .alternatives: Wording(en: "What else could be done, and its price", zh: "其他办法及其代价")
        case .noAlternative: Wording(en: "No single change of the plan would help.", zh: "没有任何单项调整能有所改善。")
        case .noneSaves:
            Wording(
                en: "None of these saves a commitment or a promise by itself. They gain most:",
                zh: "以下各项单独都不能保住任何既定安排或承诺，但提前最多：")
        case .alternativesRemark:
            Wording(
                en: """
                    Each line was tried with a repair of the whole plan. Minutes and days are the fewest that have \
                    the effect; work is shortened or overlapped by half of it at most.
                    """,
                zh: "每一行都对整个计划重新试算；所列时间是取得该效果所需的最小幅度，工作最多缩短或重叠一半。")
        case .untried(let count):
            Wording(
                en: "\(count) more \(count == 1 ? "change was" : "changes were") found and not tried.",
                zh: "另有\(count)项调整未作试算。")
        case .unsought(let count):
            Wording(
                en: "For \(count) more that move or are missed, the cheapest ones, no change was sought.",
                zh: "另有\(count)项代价较小的既定安排或承诺未寻找调整办法。")
        case .commitment: Wording(en: "Commitment", zh: "既定安排")
        case .toldTo: Wording(en: "To whom", zh: "对象")
        case .told: Wording(en: "Agreed", zh: "原定")
        case .now: Wording(en: "Now", zh: "现在")
        case .cost: Wording(en: "Cost", zh: "改期代价")
        case .by: Wording(en: "By", zh: "变动")
        case .why: Wording(en: "Why", zh: "原因")
        case .change: Wording(en: "Change", zh: "调整")
        case .stillMove: Wording(en: "Moves", zh: "仍须改期")
        case .stillMissed: Wording(en: "Missed", zh: "无法兑现")
        case .gain: Wording(en: "Gain", zh: "提前")
        case .state: Wording(en: "State", zh: "状态")

        case .kind(let kind): Self.words(for: kind)

        case .fewerRounds(let name, let from, let to):
            Wording(
                en: "Agree “\(name)” in \(to, "round", "rounds") instead of \(from)", zh: "“\(name)”由\(from)轮减为\(to)轮")
        case .promiseLater(let name, let moment):
            Wording(en: "Promise “\(name)” for \(moment, .weekday) instead", zh: "“\(name)”的承诺日期改为\(moment, .brief)")
        case .relaxed(let phrase): Wording("\(phrase)")
        case .together(let count, let number):
            Wording(en: "\(count) changes together: list \(number) below", zh: "同时做\(count)项调整：见下方清单\(number)")
        case .listed(let number):
            Wording(en: "List \(number): together, and none can be left out:", zh: "清单\(number)：以下各项须同时进行，缺一不可：")
        }
    }

    private static func words(for kind: Commitment.Kind) -> Wording {
        switch kind {
        case .bookedMedia: Wording(en: "booked media", zh: "已订媒体")
        case .plannedMedia: Wording(en: "planned media", zh: "拟投媒体")
        case .confirmedPeople: Wording(en: "confirmed people", zh: "已确认人员")
        case .agreedWithClient: Wording(en: "client", zh: "客户")
        }
    }
}
