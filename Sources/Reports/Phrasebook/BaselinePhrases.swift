import Scheduling
import WorkTime

/// What the paper on a plan and its stored baseline says.
enum BaselinePhrase: Phrase {
    case title(BilingualName)
    case noBaseline
    case noBaselineAdvice
    case later(WorkLength, Moment, baseline: Moment)
    case earlier(WorkLength, Moment, baseline: Moment)
    case onTime(Moment)
    case counts(late: Int, early: Int, onTime: Int)
    case without(Int)
    case variances
    case baselineFinish
    case startVariance
    case finishVariance
    case durationVariance
    case remark
    case addedSince
    case notStated

    var wording: Wording {
        switch self {
        case .title(let name): Wording(en: "\(name): against its baseline", zh: "\(name)：与基准对比")
        case .noBaseline:
            Wording(en: "The file keeps no baseline, so there is nothing to compare with.", zh: "文件中没有保存基准，无法对比。")
        case .noBaselineAdvice:
            Wording(
                en: "Save a baseline in the tool that made the file, or compare two files.",
                zh: "请在制作该文件的工具中保存基准，或对比两个文件。")
        case .later(let more, let now, let baseline):
            Wording(
                en: "Finishes \(now), \(more, .spelled) later than its baseline (\(baseline)).",
                zh: "预计\(now)完成，比基准（\(baseline, .dated)）晚\(more, .spelled)。")
        case .earlier(let less, let now, let baseline):
            Wording(
                en: "Finishes \(now), \(less, .spelled) earlier than its baseline (\(baseline)).",
                zh: "预计\(now)完成，比基准（\(baseline, .dated)）早\(less, .spelled)。")
        case .onTime(let finish): Wording(en: "Finishes \(finish), as its baseline says.", zh: "预计\(finish)完成，与基准一致。")
        case .counts(let late, let early, let onTime):
            Wording(
                en: "\(late, "activity finishes", "activities finish") late, \(early) early, \(onTime) on time.",
                zh: "晚于基准\(late)项，早于基准\(early)项，与基准一致\(onTime)项。")
        case .without(let count):
            Wording(
                en: "\(count, "activity has", "activities have") no baseline: added since.",
                zh: "\(count)项活动没有基准，为后来新增。")
        case .variances: Wording(en: "Variances", zh: "偏差")
        case .baselineFinish: Wording(en: "Baseline finish", zh: "基准完成")
        case .startVariance: Wording(en: "Start variance", zh: "开始偏差")
        case .finishVariance: Wording(en: "Finish variance", zh: "完成偏差")
        case .durationVariance: Wording(en: "Duration variance", zh: "工期偏差")
        case .remark:
            Wording(
                en:
                    "Latest finish variance first, in working time of each activity's own calendar; + is later or longer.",
                zh: "按完成偏差由大到小排列，以各活动自己的日历计算；+表示推迟或延长。")
        case .addedSince: Wording(en: "Added since", zh: "基准之后新增")
        case .notStated: Wording(en: "the baseline does not state it", zh: "基准没有写明")
        }
    }
}
