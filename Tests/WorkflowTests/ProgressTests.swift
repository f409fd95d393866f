import Diagnostics
import Scheduling
import Testing
import WorkTime
import Workflow

@Suite("Progress of rounds and changes")
struct ProgressTests {
    private static let start = CivilDay(year: 2026, month: 1, day: 5)!

    private func on(_ day: Int) -> Located<StatedInstant> { Located(.day(Self.start.advanced(by: day))) }

    private func done(_ id: ActivityID, _ from: Int, _ to: Int) -> (id: Located<ActivityID>, progress: ProgressDraft) {
        var progress = ProgressDraft()
        progress.actualStart = on(from)
        progress.actualFinish = on(to)
        return (Located(id), progress)
    }

    /// As of Friday of the second week: layouts are done, the first answer took a day longer.
    private func draft(_ progress: [(id: Located<ActivityID>, progress: ProgressDraft)]) -> WorkflowDraft {
        var gate = ApprovalGate()
        gate.reviewer = Located("client")
        gate.answer = Located(ResponseTime([.days(1)])!)
        gate.rounds = Located(2)
        gate.rework = [Located(Rework("layouts", .days(1)))]
        let plan = PlanDraft(
            start: on(0), dataDate: on(11), lanes: [Located(Lane(id: "client", name: "Client"))],
            activities: [
                ActivityDraft(id: Located("layouts"), duration: Located(.days(5))),
                ActivityDraft(
                    id: Located("ok"), lane: Located("client"), isMilestone: true,
                    predecessors: [Located(LinkDraft(to: "layouts"))]),
                ActivityDraft(
                    id: Located("artwork"), duration: Located(.days(3)), predecessors: [Located(LinkDraft(to: "ok"))]),
            ])
        return WorkflowDraft(
            plan: plan, gates: ["ok": gate],
            changes: [ChangeRequest(id: Located("logo"), gate: Located("ok"), date: on(20))], progress: progress)
    }

    private func schedule(_ draft: WorkflowDraft) throws -> Schedule {
        let expanded = draft.expanded(calendars: CalendarLibrary())
        #expect(expanded.findings.isEmpty)
        return try Project(checking: expanded.draft, calendars: CalendarLibrary()).schedule()
    }

    @Test("a round that was answered is over, and the next goes on from there")
    func rounds() throws {
        let result = try schedule(draft([done("layouts", 0, 4), done("ok/1", 7, 8), done("ok/2/layouts", 9, 9)]))
        // The second answer is owed since Thursday; it can come on Monday.
        #expect(result["ok/2"]?.earlyFinish.day == Self.start.advanced(by: 14))
        #expect(result["ok/1"]?.totalFloat == nil)
    }

    @Test("an approval that has been given ends its rounds, and what a change has had approved its own")
    func given() throws {
        let given = draft([done("layouts", 0, 4), done("ok", 9, 9)])
        #expect(try schedule(given)["ok/1"] == nil)
        #expect(try schedule(given)["ok"]?.earlyFinish.day == Self.start.advanced(by: 9))
        let approved = draft([
            done("layouts", 0, 4), done("ok", 8, 8), done("logo/ok", 10, 10), done("logo/layouts", 9, 9),
        ])
        #expect(try schedule(approved)["logo/ok/1"] == nil)
    }

    @Test("what is stated twice, or of nobody, is a finding")
    func faults() {
        var twice = draft([done("layouts", 0, 4)])
        twice.plan.activities[0].progress.actualStart = on(0)
        #expect(twice.expanded(calendars: CalendarLibrary()).findings.map(\.id) == ["plan.progress-twice"])
        let unknown = draft([done("ok/3", 0, 4)]).expanded(calendars: CalendarLibrary()).findings
        #expect(unknown.map(\.id) == ["plan.unknown-activity"])
    }
}

@Suite("Approvals whose rounds have been reported")
struct GivenApprovalTests {
    private func day(_ text: String) -> Located<StatedInstant> { Located(StatedInstant(text)!) }

    /// Layouts for five days, shown in two rounds of a day each.
    private func draft(isWritten: Bool, _ progress: [(ActivityID, ProgressDraft)]) -> WorkflowDraft {
        var gate = ApprovalGate()
        gate.reviewer = Located("client")
        gate.answer = Located(ResponseTime([.days(1)])!)
        gate.rounds = Located(2)
        gate.rework = [Located(Rework("layouts", .days(1)))]
        gate.requiresWrittenApproval = isWritten
        let plan = PlanDraft(
            start: day("2026-01-05"), dataDate: day("2026-01-23"),
            lanes: [Located(Lane(id: "client", name: "Client"))],
            activities: [
                ActivityDraft(id: Located("layouts"), duration: Located(.days(5))),
                ActivityDraft(
                    id: Located("ok"), lane: Located("client"), isMilestone: true,
                    predecessors: [Located(LinkDraft(to: "layouts"))]),
                ActivityDraft(
                    id: Located("artwork"), duration: Located(.days(3)), predecessors: [Located(LinkDraft(to: "ok"))]),
            ])
        return WorkflowDraft(plan: plan, gates: ["ok": gate], progress: progress.map { (Located($0.0), $0.1) })
    }

    private func done(_ from: String, _ to: String) -> ProgressDraft {
        ProgressDraft(actualStart: day(from), actualFinish: day(to))
    }

    private var rounds: [(ActivityID, ProgressDraft)] {
        [
            ("layouts", done("2026-01-05", "2026-01-09")), ("ok/1", done("2026-01-12", "2026-01-12")),
            ("ok/2/layouts", done("2026-01-13", "2026-01-13")), ("ok/2", done("2026-01-14", "2026-01-15")),
        ]
    }

    private func schedule(_ draft: WorkflowDraft) throws -> Schedule {
        let plan = draft.expanded(calendars: CalendarLibrary())
        #expect(plan.findings.isEmpty, "\(plan.findings)")
        return try Project(checking: plan.draft, calendars: CalendarLibrary()).schedule()
    }

    @Test("one that need not be in writing is given with the last answer")
    func spoken() throws {
        let schedule = try schedule(draft(isWritten: false, rounds))
        #expect(schedule["ok"]?.finish.description == "2026-01-15T18:00")
        #expect(schedule.project.activities[try #require(schedule.project.index(of: "ok"))].isComplete)
    }

    @Test("one in writing is a decision that is wanted until it is there, and is given with rounds on record")
    func written() throws {
        let open = draft(isWritten: true, rounds)
        let schedule = try schedule(open)
        let plan = open.expanded(calendars: CalendarLibrary())
        let outlooks = open.outlooks(of: plan.approvals, in: schedule, calendars: nil)
        let status = WeeklyStatus(of: schedule, approvals: outlooks, vehicles: [])
        #expect(status.decisions.map { schedule.project.activities[$0.answer].id } == ["ok"])
        #expect(!status.overdue.contains { schedule.project.activities[$0].id == "ok" })
        let given = try self.schedule(
            draft(isWritten: true, rounds + [("ok", ProgressDraft(actualFinish: day("2026-01-16")))]))
        #expect(given["ok"]?.finish.description == "2026-01-16T18:00")
        #expect(given["ok/1"] == nil)
    }
}
