import Diagnostics
import Reports
import Scheduling
import WorkTime

/// Plans put together in code, on a calendar with the Spring Festival of 2026 and its make-up days.
struct SamplePlan {
    var draft: PlanDraft

    /// A plan from lines such as `brief 2d account after instruction`.
    init(
        _ name: BilingualName, start: String, finishBy: String? = nil, calendar: String = "office",
        lanes: [(String, BilingualName)] = [], _ activities: [ActivityDraft]
    ) throws {
        draft = PlanDraft(
            name: Located(name), start: Located(.day(day(start))), finishBy: finishBy.map { Located(.day(day($0))) },
            calendar: Located(calendar), lanes: lanes.map { Located(Lane(id: LaneID($0.0), name: $0.1)) },
            activities: activities)
    }

    func schedule() throws -> Schedule {
        try Project(checking: draft, calendars: CalendarLibrary([Self.office, .fiveDayWeek])).schedule()
    }

    func report(_ language: Language) throws -> Report {
        TimetablePaper(schedule: try schedule(), source: "plan.yaml").report(in: language)
    }

    /// Monday to Friday 09:00 to 18:00 with an hour's break; known through 2026.
    static let office: CalendarDefinition = {
        let festival = (15...23).map { DateRule.holiday(day("2026-02-\($0)"), name: "Spring Festival", nameZh: "春节") }
        let makeUp = [14, 28].map { DateRule.makeUpDay(day("2026-02-\($0)"), name: "Spring Festival", nameZh: "春节") }
        return CalendarDefinition(
            id: "office", name: "Shanghai office", nameZh: "上海办公室", week: CalendarDefinition.fiveDayWeek.week,
            rules: festival + makeUp, knownThrough: day("2026-12-31"))
    }()
}

/// An activity in one line: what it follows is written as in a plan file.
func activity(
    _ id: ActivityID, _ duration: String? = nil, _ name: BilingualName? = nil, lane: String? = nil,
    after: String = "", deadline: String? = nil, from: String? = nil, note: String? = nil
) throws -> ActivityDraft {
    ActivityDraft(
        id: Located(id), name: name, lane: lane.map { Located(LaneID($0)) },
        duration: try duration.map { Located(try PlannedDuration($0)) }, isMilestone: duration == nil,
        predecessors: try after.split(separator: ",").map { Located(try LinkDraft(String($0))) },
        constraints: from.map { [Located(.startNoEarlierThan(.day(day($0))))] } ?? [],
        deadline: deadline.map { Located(.day(day($0))) }, note: note.map(BilingualName.init(parsing:)))
}

/// A small campaign across the Spring Festival. The client's approval comes too late for the printer, not for the promise.
func festivalCampaign() throws -> SamplePlan {
    try SamplePlan(
        "Spring launch / 春季上市", start: "2026-01-26", finishBy: "2026-04-08",
        lanes: [
            ("client", "Client / 客户"), ("account", "Account service / 客户服务"), ("creative", "Creative / 创意"),
            ("production", "Production / 制作"),
        ],
        [
            activity("instruction", nil, "Job instruction / 工作指令", lane: "client"),
            activity("brief", "2d", "Creative brief / 创作要求", lane: "account", after: "instruction"),
            activity("ideas", "6d", "Initial ideas / 初步创意", lane: "creative", after: "brief"),
            activity("review", "4h", "Internal review / 内部评审", lane: "account", after: "ideas SS+3d"),
            activity("proposal", "3d", "Ideas proposed and revised / 创意提案与修正", lane: "client", after: "ideas, review"),
            activity(
                "artwork", "8d", "Finished artwork / 广告创意完稿", lane: "creative", after: "proposal",
                note: "layouts, copy and storyboard"),
            activity(
                "approval", "3d", "Client approves artwork / 客户书面确认完稿", lane: "client", after: "artwork FS+1d",
                note: "in writing"),
            activity(
                "printing", "5d", "Print run / 印刷", lane: "production", after: "approval", deadline: "2026-03-06"),
            activity("drying", "2ed", "Varnish dries / 上光干燥", lane: "production", after: "printing"),
            activity("film", "9d", "Film / 影片制作", lane: "production", after: "approval", from: "2026-03-02"),
            activity(
                "delivery", nil, "Material delivered / 材料送达媒体", lane: "account", after: "film, drying",
                deadline: "2026-03-31"),
        ])
}
