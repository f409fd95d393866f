import Scheduling
import WorkTime
import Workflow

/// What a timetable for the client says: to them, of what they do and receive.
enum ClientPhrase: Phrase {
    case title(BilingualName)
    case parties

    // The headline
    case finished(Moment)
    case promised(String, Moment)
    case onAir(Moment)
    case oneAnswer(Moment)
    case answers(Int, first: Moment, last: Moment)
    case condition
    case nothingPromised

    // Answers
    case answersHeading
    case answersIntroduction
    case noAnswers
    case approval
    case from
    case round
    case roundOf(Int, Int)
    case sent
    case due
    case written
    case given
    case answer(String)
    case answerOfRound(String, Int)
    case send(String)

    // The rest
    case workHeading
    case until
    case milestones
    case milestone
    case date
    case promises
    case mediaHeading
    case mediaIntroduction
    case onAirKind
    case picture
    case pictureTitle
    case pictureSummary(Int, from: Moment, to: Moment)
    case media

    // Signing
    case acceptance
    case acceptanceIntroduction
    case party
    case signatory
    case signature
    case forClient
    case forAgency

    var wording: Wording {
        switch self {
        case .title(let name): Wording(en: "\(name): timetable for the client", zh: "\(name)：排期（客户版）")
        case .parties: Wording(en: "For", zh: "致")

        case .finished(let moment): Wording(en: "Everything is finished by \(moment).", zh: "全部工作最迟于\(moment)完成。")
        case .promised(let name, let moment): Wording(en: "“\(name)”: by \(moment).", zh: "“\(name)”最迟于\(moment)完成。")
        case .onAir(let moment): Wording(en: "On air from \(moment).", zh: "自\(moment)起刊播。")
        case .oneAnswer(let moment):
            Wording(en: "We need one answer from you, by \(moment).", zh: "需要贵方答复一次，不晚于\(moment)。")
        case .answers(let count, let first, let last):
            Wording(
                en: "We need \(count) answers from you, the first by \(first), the last by \(last).",
                zh: "共需贵方答复\(count)次，第一次不晚于\(first)，最后一次不晚于\(last)。")
        case .condition:
            Wording(
                en: "These dates hold if your answers are there by the dates below.", zh: "以上日期以贵方按下列日期答复为前提。")
        case .nothingPromised: Wording(en: "No date has been promised yet.", zh: "尚无承诺日期。")

        case .answersHeading: Wording(en: "What we send you, and when we need your answer", zh: "提交与答复日期")
        case .answersIntroduction:
            Wording(
                en: """
                    Planned with the rounds that were agreed. A later answer, or one round more, may move every date after \
                    it; we would tell you before we go on.
                    """,
                zh: "按约定的轮次安排。答复推迟或增加轮次，其后的日期可能顺延；如有变动，我方会先与贵方沟通再继续。")
        case .noAnswers: Wording(en: "Nothing waits for your answer.", zh: "没有需要贵方答复的事项。")
        case .approval: Wording(en: "For your approval", zh: "请贵方确认")
        case .from: Wording(en: "From", zh: "答复人")
        case .round: Wording(en: "Round", zh: "轮次")
        case .roundOf(let round, let all): Wording(en: "\(round) of \(all)", zh: "第\(round)轮，共\(all)轮")
        case .sent: Wording(en: "We send", zh: "我方提交")
        case .due: Wording(en: "Your answer by", zh: "请于此前答复")
        case .written: Wording(en: "In writing", zh: "书面确认")
        case .given: Wording(en: "given", zh: "已答复")
        case .answer(let name): Wording(en: "Your answer: \(name)", zh: "请答复：\(name)")
        case .answerOfRound(let name, let round):
            Wording(en: "Your answer, round \(round): \(name)", zh: "请答复（第\(round)轮）：\(name)")
        case .send(let name): Wording(en: "We send material: \(name)", zh: "我方提交材料：\(name)")

        case .workHeading: Wording(en: "Meetings and your own work", zh: "会议与贵方工作")
        case .until: Wording(en: "Until", zh: "结束")
        case .milestones: Wording(en: "Milestones", zh: "里程碑")
        case .milestone: Wording(en: "Milestone", zh: "里程碑")
        case .date: Wording(en: "Date", zh: "日期")
        case .promises: Wording(en: "What we promise", zh: "我方承诺")
        case .mediaHeading: Wording(en: "Dates of the media", zh: "媒体日期")
        case .mediaIntroduction:
            Wording(
                en: """
                    By when each vehicle is booked and has its material, and until when a booking can be given back. What is \
                    late for a vehicle is not on air.
                    """,
                zh: "各载体的订位、材料与撤单截止日期。错过截止日期，该载体将无法按期刊播。")
        case .onAirKind: Wording(en: "on air", zh: "刊播")
        case .picture: Wording(en: "Your dates at a glance", zh: "贵方日期一览")
        case .pictureTitle: Wording(en: "Answers, meetings and air dates", zh: "答复、会议与刊播日期")
        case .pictureSummary(let count, let from, let to):
            Wording(en: "\(count, "date", "dates") from \(from) to \(to).", zh: "自\(from)至\(to)，共\(count)项。")
        case .media: Wording(en: "Media", zh: "媒体")

        case .acceptance: Wording(en: "Acceptance", zh: "排期确认")
        case .acceptanceIntroduction:
            Wording(
                en: "Both sides agree to this timetable, and to answer by the dates in it.",
                zh: "双方同意本排期，并按所列日期答复。")
        case .party: Wording(en: "For", zh: "签署方")
        case .signatory: Wording(en: "Name", zh: "姓名")
        case .signature: Wording(en: "Signature", zh: "签字")
        case .forClient: Wording(en: "The client", zh: "客户")
        case .forAgency: Wording(en: "The agency", zh: "代理公司")
        }
    }
}
