import Scheduling
import WorkTime

/// What a meeting report says.
enum MeetingPhrase: Phrase {
    case title(BilingualName)
    case date
    case place
    case plan

    case actions(Int, first: Moment)
    case noActions
    case decided(Int)

    case presentHeading
    case party
    case people
    case pointsHeading
    case about(BilingualName, [String])
    case decisionsHeading
    case actionsHeading
    case number
    case what
    case owner
    case due
    case after
    case next
    case nextMeeting(Moment)
    case correction

    var wording: Wording {
        switch self {
        case .title(let name): Wording(en: "Meeting report: \(name)", zh: "会议纪要：\(name)")
        case .date: Wording(en: "Date", zh: "日期")
        case .place: Wording(en: "Place", zh: "地点")
        case .plan: Wording(en: "Plan", zh: "工作排期")

        case .actions(let count, let first):
            Wording(
                en: "\(count, "next step", "next steps"); the first is due by \(first).",
                zh: "后续工作\(count)项，最早一项的期限为\(first)。")
        case .noActions: Wording(en: "No next steps were agreed.", zh: "未约定后续工作。")
        case .decided(let count):
            Wording(en: "\(count, "decision", "decisions") made.", zh: "共作出决定\(count)项。")

        case .presentHeading: Wording(en: "Present", zh: "出席人员")
        case .party: Wording(en: "For", zh: "代表")
        case .people: Wording(en: "Who", zh: "姓名")
        case .pointsHeading: Wording(en: "Discussed", zh: "讨论要点")
        case .about(let topic, let said):
            Wording(en: "\(topic): \(joined: said)", zh: "\(topic)：\(joined: said)")
        case .decisionsHeading: Wording(en: "Decided", zh: "决定事项")
        case .actionsHeading: Wording(en: "Next steps", zh: "后续工作")
        case .number: Wording(en: "No.", zh: "序号")
        case .what: Wording(en: "What", zh: "事项")
        case .owner: Wording(en: "Who", zh: "负责人")
        case .due: Wording(en: "Due by", zh: "完成期限")
        case .after: Wording(en: "After", zh: "前置工作")
        case .next: Wording(en: "Next meeting", zh: "下次会议")
        case .nextMeeting(let moment): Wording(en: "The next meeting is on \(moment).", zh: "下次会议定于\(moment)。")
        case .correction:
            Wording(
                en: "Please tell us at once if this is not what was agreed.", zh: "如与会上商定的内容不符，请即告知。")
        }
    }
}

extension Saying.StringInterpolation {
    /// Sentences one after another: “a; b”, “a；b”.
    fileprivate mutating func appendInterpolation(joined texts: [String]) {
        add { texts.joined(separator: $0.language == .english ? "; " : "；") }
    }
}
