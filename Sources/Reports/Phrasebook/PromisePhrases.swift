import Scheduling
import WorkTime

/// What papers say of timetables that were proposed and accepted, and of how promises have stood since.
enum PromisePhrase: Phrase {
    case title(Int, BilingualName)
    case proposed
    case accepted
    case by(CivilDay, String?)
    case isProposed(Int, CivilDay)
    case isAccepted(Int, CivilDay, client: String)
    case notAcceptedYet
    case nothingProposed
    /// Against an earlier timetable.
    case changes(Int, since: Int)
    case promisesChanged
    case before
    case now
    case notPromised

    case historyTitle(BilingualName)
    case timetables
    case number
    case finish
    case updates
    case headroomOverTime
    case headroomAtStatus
    case headroomSummary(Int)
    case update
    case asOf
    case reported
    case headroomBefore
    case headroomAccepted
    case noUpdate
    case roundsUsed
    case acceptedTimetable(Int, CivilDay, client: String)
    case baseline

    var wording: Wording {
        switch self {
        case .title(let number, let name): Wording(en: "\(name): timetable \(number)", zh: "\(name)：排期第\(number)版")
        case .proposed: Wording(en: "Proposed", zh: "提交")
        case .accepted: Wording(en: "Accepted", zh: "确认")
        case .by(let day, let who?): Wording(en: "\(day), by \(who)", zh: "\(day)，\(who)")
        case .by(let day, nil): Wording(en: "\(day)", zh: "\(day)")
        case .isProposed(let number, let day):
            Wording(
                en: "Timetable \(number) is proposed as of \(day). It becomes a promise when the client accepts it.",
                zh: "排期第\(number)版于\(day)提交，经客户确认后即为承诺。")
        case .isAccepted(let number, let day, let client):
            Wording(
                en: "Timetable \(number) was accepted on \(day) by \(client). Later plans are measured against it.",
                zh: "排期第\(number)版已于\(day)由\(client)确认，此后的计划均以此为基准。")
        case .notAcceptedYet: Wording(en: "not yet", zh: "尚未")
        case .nothingProposed: Wording(en: "Nothing has been proposed.", zh: "尚未提交任何排期。")
        case .changes(0, let former):
            Wording(en: "It has the dates of timetable \(former).", zh: "日期与第\(former)版相同。")
        case .changes(let count, let former):
            Wording(
                en: "Against timetable \(former), \(count, "date differs", "dates differ").",
                zh: "与第\(former)版相比，有\(count)处不同。")
        case .promisesChanged: Wording(en: "What is different", zh: "变更")
        case .before: Wording(en: "Before", zh: "原定")
        case .now: Wording(en: "Now", zh: "现定")
        case .notPromised: Wording(en: "none", zh: "无")
        case .historyTitle(let name): Wording(en: "\(name): promises and updates", zh: "\(name)：承诺与进展记录")
        case .timetables: Wording(en: "Timetables", zh: "排期")
        case .number: Wording(en: "No.", zh: "版次")
        case .finish: Wording(en: "Finish", zh: "完成")
        case .updates: Wording(en: "Updates", zh: "进展记录")
        case .headroomOverTime: Wording(en: "Headroom from update to update", zh: "各次进展记录的余量")
        case .headroomAtStatus: Wording(en: "Headroom at each status", zh: "各次进展时的余量")
        case .headroomSummary(let count):
            Wording(
                en:
                    "Working days between forecast and promise at \(count, "status", "statuses"), for the tightest promises.",
                zh: "\(count)次进展记录中最紧的几项承诺的余量（工作日）。")
        case .update: Wording(en: "Update", zh: "进展记录")
        case .asOf: Wording(en: "As of", zh: "截至")
        case .reported: Wording(en: "Activities", zh: "涉及活动")
        case .headroomBefore: Wording(en: "Last time", zh: "上次余量")
        case .headroomAccepted: Wording(en: "Accepted", zh: "确认时余量")
        case .noUpdate: Wording(en: "Nothing has been reported.", zh: "尚无进展记录。")
        case .roundsUsed: Wording(en: "Rounds", zh: "轮次")
        case .acceptedTimetable(let number, let day, let client):
            Wording(en: "No. \(number), accepted on \(day) by \(client)", zh: "第\(number)版，\(day)由\(client)确认")
        case .baseline: Wording(en: "Promised by", zh: "承诺依据")
        }
    }
}
