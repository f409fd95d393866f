import Scheduling
import WorkTime

/// What papers on plans say of buffers.
enum BufferPhrase: Phrase {
    case heading
    case introduction
    case sized(BufferSize)
    case allWhole(Int)
    case short(Int, of: Int, worst: String, by: WorkLength)
    case drivenByDates([String])

    case promises
    case size
    case doneBy
    case consumed
    case done
    case zone
    case latestStart
    case withoutBuffer
    case inZone(FeverZone)
    case keptWith(WorkLength)
    case missed
    case consumedRemark
    case shortRemark

    case joins
    case joinsIntroduction
    case chainEnd
    case joined
    case room
    case shortBy
    case nothingShort
    case hasJoined

    case fever
    case feverSummary(buffers: Int, all: Int, worst: FeverZone)
    case faster(String, consumed: String, done: String)
    case runsOut(String, CivilDay, promised: Moment)
    case lasts(String)
    case allConsumed(String)

    var wording: Wording {
        switch self {
        case .heading: Wording(en: "Buffers", zh: "缓冲")
        case .introduction:
            Wording(
                en: """
                    A buffer is headroom that is kept free to take up delays: before a promise, and where a chain of work joins \
                    the one that drives it. It moves no date of the plan.
                    """,
                zh: "缓冲是为吸收延误而预留的余量，设在承诺日期之前，以及其他工作汇入主链之处。缓冲不改变计划中的任何日期。")
        case .sized(.cutAndPaste):
            Wording(en: "Its size is half of the chain before it.", zh: "缓冲大小取其前方工作链长度的一半。")
        case .sized(.rootSquaredError):
            Wording(
                en: """
                    Its size follows from how much longer than planned each step may take: the root of the sum of their squares.
                    """,
                zh: "缓冲大小按各项工作可能超出计划的时间计算：各项平方之和的平方根。")
        case .sized(.adaptiveDensity):
            Wording(
                en: """
                    Its size follows from how much longer than planned each step may take, and is larger where many links lead \
                    into the chain.
                    """,
                zh: "缓冲大小按各项工作可能超出计划的时间计算；汇入工作链的关联越多，缓冲越大。")
        case .allWhole(1): Wording(en: "The one promise has all of its buffer.", zh: "该项承诺的缓冲未被占用。")
        case .allWhole(let count):
            Wording(en: "Each of the \(count) promises has all of its buffer.", zh: "\(count)项承诺的缓冲均未被占用。")
        case .short(1, of: 1, let worst, let by):
            Wording(
                en: "“\(worst)” lacks \(by, .spelled) of its buffer.", zh: "“\(worst)”的缓冲缺少\(by, .spelled)。")
        case .short(let count, let all, let worst, let by):
            Wording(
                en: """
                    \(count) of \(all) promises \(count == 1 ? "lacks part of its buffer" : "lack part of their buffers"); \
                    “\(worst)” lacks most, \(by, .spelled).
                    """,
                zh: "\(all)项承诺中有\(count)项缓冲不足；“\(worst)”缺得最多，缺少\(by, .spelled)。")
        case .drivenByDates(let names):
            Wording(
                en: """
                    Dates drive \(list: names), not work, so nothing before \(names.count == 1 ? "it" : "them") can take longer; the \
                    work that leads there has its buffers where it joins.
                    """,
                zh: "\(list: names)由日期而不是工作决定，其前没有可能拖长的工作；通向该日期的工作，缓冲设在汇入之处。")

        case .promises: Wording(en: "Before promises", zh: "承诺前的项目缓冲")
        case .size: Wording(en: "Buffer", zh: "缓冲")
        case .doneBy: Wording(en: "Work done by", zh: "应完成于")
        case .consumed: Wording(en: "Consumed", zh: "已消耗")
        case .done: Wording(en: "Done", zh: "已完成")
        case .zone: Wording(en: "Zone", zh: "区域")
        case .latestStart: Wording(en: "Latest start", zh: "最迟开始")
        case .withoutBuffer: Wording(en: "Without the buffer", zh: "最迟开始（不留缓冲）")
        case .inZone(.green): Wording(en: "green", zh: "绿")
        case .inZone(.yellow): Wording(en: "yellow", zh: "黄")
        case .inZone(.red): Wording(en: "red", zh: "红")
        case .keptWith(let left): Wording(en: "kept, \(left) left", zh: "已兑现，剩余\(left)")
        case .missed: Wording(en: "missed", zh: "未兑现")
        case .consumedRemark:
            Wording(
                en: """
                    Work done by: when the work has to be done so that the buffer is left whole. Consumed: the part of the buffer \
                    that the forecast goes beyond that day.
                    """,
                zh: "应完成于：工作在此之前完成，缓冲即未被占用。已消耗：预测完成时间超过该日的部分占缓冲的比例。")

        case .shortRemark:
            Wording(
                en: """
                    Work done by: when the work has to be done so that the buffer is left whole. Latest start: of the first step \
                    of the chain, so that it is.
                    """,
                zh: "应完成于：工作在此之前完成，缓冲即未被占用。最迟开始：要使缓冲不被占用，链上第一项工作最迟的开始时间。")

        case .joins: Wording(en: "Where chains join", zh: "汇入缓冲")
        case .joinsIntroduction:
            Wording(
                en: "Each of these joins the chain that drives a promise; those short by most come first.",
                zh: "以下工作链汇入决定承诺日期的主链，缺口大的在前。")
        case .chainEnd: Wording(en: "Chain up to", zh: "链末活动")
        case .joined: Wording(en: "Joins", zh: "汇入")
        case .room: Wording(en: "Room", zh: "可用时间")
        case .shortBy: Wording(en: "Short by", zh: "缺少")
        case .nothingShort: Wording(en: "nothing", zh: "不缺")
        case .hasJoined: Wording(en: "has joined", zh: "已汇入")

        case .fever: Wording(en: "How buffers are consumed", zh: "缓冲消耗趋势图")
        case .feverSummary(let buffers, let all, let worst) where buffers == all:
            Wording(
                en: """
                    \(all, "buffer", "buffers") before promises, those consumed most first; the worst is in the \
                    \(BufferPhrase.inZone(worst)) zone.
                    """,
                zh: "图中为\(all)项承诺的缓冲；情况最差的在\(BufferPhrase.inZone(worst))区。")
        case .feverSummary(let buffers, let all, let worst):
            Wording(
                en: """
                    \(buffers) of \(all) \(all == 1 ? "buffer" : "buffers") before promises, those consumed most first; the worst is in \
                    the \(BufferPhrase.inZone(worst)) zone.
                    """,
                zh: "图中为\(all)项承诺缓冲中消耗最多的\(buffers)项；情况最差的在\(BufferPhrase.inZone(worst))区。")
        case .faster(let name, let consumed, let done):
            Wording(
                en: "The buffer of “\(name)” is consumed faster than work is done: \(consumed) consumed, \(done) done.",
                zh: "“\(name)”的缓冲消耗快于工作进度：缓冲消耗\(consumed)，工作完成\(done)。")
        case .runsOut(let name, let date, let promised):
            Wording(
                en:
                    "As the last readings go, all of the buffer of “\(name)” is consumed on \(date), before the promise of \(promised).",
                zh: "按最近几次记录的趋势，“\(name)”的缓冲将于\(date)耗尽，早于承诺的\(promised)。")
        case .lasts(let name):
            Wording(
                en: "As the last readings go, the buffer of “\(name)” lasts up to the promise.",
                zh: "按最近几次记录的趋势，“\(name)”的缓冲可以维持到承诺日期。")
        case .allConsumed(let name):
            Wording(en: "All of the buffer of “\(name)” is consumed.", zh: "“\(name)”的缓冲已经耗尽。")
        }
    }
}
