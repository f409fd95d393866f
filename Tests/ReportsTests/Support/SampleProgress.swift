import Diagnostics
import Scheduling
import WorkTime
import Workflow

/// A poster with an approval in two rounds, as it was accepted and as it goes: each status a little worse than the one before.
struct SampleProgress {
    private let draft: WorkflowDraft
    let record: PlanRecord

    /// - Parameter slips: what is left of the layouts as of each Friday from 9 January 2026 on.
    init(slips: [String]) throws {
        draft = try Self.draft()
        let told = Baseline(of: try Self.schedule(draft).1)
        var record = PlanRecord(proposals: [
            Proposal(number: 1, date: day("2025-12-22"), author: "Account service", baseline: told),
            Proposal(
                number: 2, date: day("2025-12-29"), author: "Account service", baseline: told,
                acceptance: .init(date: day("2026-01-02"), client: "品牌经理")),
        ])
        for (week, slip) in slips.enumerated() {
            let date = StatedInstant.day(day("2026-01-09").advanced(by: 7 * week))
            let news = ProgressDraft(
                actualStart: Located(.day(day("2026-01-05"))), remaining: Located(try PlannedDuration(slip)))
            let update = StatusUpdate(date: Located(date), progress: [(Located("layouts"), news)])
            let now = try Self.schedule(draft.applying(record.updates.map(\.update) + [update])).1
            record = PlanRecord(
                proposals: record.proposals,
                updates: record.updates + [
                    .init(number: week + 1, update: update, snapshot: StatusSnapshot(of: now))
                ])
        }
        self.record = record
    }

    /// The plan as of the last update.
    func schedule() throws -> Schedule { try Self.schedule(draft.applying(record.updates.map(\.update))).1 }

    func status() throws -> (WeeklyStatus, [EarlyWarning]) {
        let workflow = draft.applying(record.updates.map(\.update))
        let (plan, schedule) = try Self.schedule(workflow)
        let outlooks = workflow.outlooks(of: plan.approvals, in: schedule, calendars: Self.calendars)
        let signs = WarningSigns(in: schedule, outlooks, [], [], record, agreedRounds: ["ok": 2]) { gate in
            workflow.promises(withoutRoundOf: gate, calendars: Self.calendars)
        }
        return (
            WeeklyStatus(of: schedule, approvals: outlooks, vehicles: plan.vehicles), signs.warnings
        )
    }

    private static let calendars = CalendarLibrary([SamplePlan.office, .fiveDayWeek])

    private static func schedule(_ workflow: WorkflowDraft) throws -> (ExpandedPlan, Schedule) {
        let plan = workflow.expanded(calendars: calendars)
        return (plan, try Project(checking: plan.draft, calendars: calendars).schedule())
    }

    private static func draft() throws -> WorkflowDraft {
        let plan = try SamplePlan(
            "Poster / 海报", start: "2026-01-05", finishBy: "2026-02-27",
            lanes: [("client", "Client / 客户"), ("studio", "Studio / 设计")],
            [
                activity("layouts", "8d", "Layouts / 设计稿", lane: "studio"),
                activity("ok", nil, "Client approves layouts / 客户确认设计稿", lane: "client", after: "layouts"),
                activity("artwork", "5d", "Artwork / 完稿", lane: "studio", after: "ok", deadline: "2026-02-06"),
                activity("print", "3d", "Print / 印刷", after: "artwork", deadline: "2026-02-13"),
            ].map { $0 })
        var gate = ApprovalGate()
        gate.reviewer = Located("client")
        gate.answer = Located(ResponseTime([try PlannedDuration("2d")])!)
        gate.rounds = Located(2)
        gate.rework = [Located(Rework("layouts", try PlannedDuration("1d")))]
        return WorkflowDraft(plan: plan.draft, gates: ["ok": gate])
    }
}
