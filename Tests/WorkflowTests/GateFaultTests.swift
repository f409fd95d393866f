import Diagnostics
import Scheduling
import Testing
import WorkTime
import Workflow

@Suite("Approvals and changes that cannot be")
struct GateFaultTests {
    private func findings(
        _ alter: (inout ApprovalGate) -> Void = { _ in }, changes: [ChangeRequest] = [],
        activity alterActivity: (inout ActivityDraft) -> Void = { _ in }
    ) -> [String] {
        var gate = ApprovalGate()
        gate.reviewer = Located("client")
        gate.answer = Located(ResponseTime([.days(1)])!)
        gate.rounds = Located(2)
        gate.rework = [Located(Rework("work", .days(1)))]
        alter(&gate)
        var approval = ActivityDraft(
            id: Located("ok"), lane: Located("client"), isMilestone: true,
            predecessors: [Located(LinkDraft(to: "work"))])
        alterActivity(&approval)
        let plan = PlanDraft(activities: [
            ActivityDraft(id: Located("work"), duration: Located(.days(2))), approval,
            ActivityDraft(
                id: Located("behind"), duration: Located(.days(2)), predecessors: [Located(LinkDraft(to: "ok"))]),
            ActivityDraft(id: Located("heading"), kind: .summary),
        ])
        return WorkflowDraft(plan: plan, gates: ["ok": gate], changes: changes).expanded(calendars: CalendarLibrary())
            .findings.map(\.id.rawValue)
    }

    @Test("a sound one is none of them")
    func sound() { #expect(findings() == []) }

    @Test("rounds from one to ninety-nine", arguments: [0, -3, 100, 1_000, Int.max])
    func rounds(count: Int) {
        #expect(findings { $0.rounds = Located(count) } == ["plan.gate-rounds"])
    }

    @Test("each fault has its name, and all are found at once")
    func faults() {
        #expect(findings { $0.reviewer = nil } == ["plan.gate-without-reviewer"])
        #expect(findings { $0.reviewer = Located("clinet") } == ["plan.unknown-reviewer"])
        #expect(findings { $0.answer = nil } == ["plan.gate-without-answer"])
        #expect(findings { $0.mostRounds = Located(1) } == ["plan.gate-rounds"])
        #expect(findings { $0.rework = [] } == ["plan.gate-without-rework"])
        #expect(findings { $0.rework = [Located(Rework("wrok", .days(1)))] } == ["plan.unknown-step"])
        #expect(findings { $0.rework = [Located(Rework("ok", .days(1)))] } == ["plan.step-is-no-work"])
        #expect(findings { $0.rework = [Located(Rework("work", .days(-1)))] } == ["plan.bad-rework"])
        #expect(findings { $0.answer = Located(ResponseTime([.days(5), .days(2), .days(1)])!) } == ["plan.bad-answer"])
        #expect(findings { $0.rework = [Located(Rework("behind", .days(1)))] } == ["plan.step-after-gate"])
        #expect(findings { $0.reopens = [Located(Rework("heading", .days(1)))] } == ["plan.step-is-no-work"])
        let twice = [Located(Rework("work", .days(1))), Located(Rework("work", .days(2)))]
        #expect(findings { $0.rework = twice } == ["plan.step-twice"])
        #expect(findings { $0.chances = [5_000, 4_000].map { Located($0) } } == ["plan.gate-chances"])
        #expect(findings { $0.chances = [5_000, 5_000].map { Located($0) } } == [])
        #expect(findings { $0.chances = [Located(10_000)] } == ["plan.gate-chances"])
        #expect(findings { $0.reopens = [Located(Rework("ok", .days(-1)))] } == ["plan.bad-rework"])
        #expect(findings(activity: { $0.duration = Located(.days(1)) }) == ["plan.gate-with-duration"])
        #expect(findings(activity: { $0.kind = .summary }) == ["plan.gate-kind"])
        #expect(
            findings {
                $0.reviewer = nil
                $0.answer = nil
                $0.rounds = Located(0)
            } == ["plan.gate-without-answer", "plan.gate-without-reviewer", "plan.gate-rounds"])
    }

    @Test("a change names an approval, a day and steps that are there")
    func changes() {
        let day = Located(StatedInstant.day(CivilDay(year: 2026, month: 3, day: 2)!))
        #expect(findings(changes: [ChangeRequest(id: Located("c"))]) == ["plan.change-without-gate"])
        #expect(
            findings(changes: [ChangeRequest(id: Located("c"), gate: Located("work"), date: day)])
                == ["plan.change-without-gate"])
        #expect(
            findings(changes: [ChangeRequest(id: Located("c"), gate: Located("ok"))]) == ["plan.change-without-date"])
        let unknown = [Located(Rework("wrok", .days(1)))]
        #expect(
            findings(changes: [ChangeRequest(id: Located("c"), gate: Located("ok"), date: day, reopens: unknown)])
                == ["plan.unknown-step"])
    }
}
