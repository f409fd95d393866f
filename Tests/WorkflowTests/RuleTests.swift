import Diagnostics
import Scheduling
import Testing
import WorkTime
import Workflow

@Suite("Nothing without its brief and its sign-off")
struct RuleTests {
    private static let day = Located(StatedInstant.day(CivilDay(year: 2026, month: 1, day: 9)!))

    private func draft(_ alter: (inout WorkflowDraft) -> Void = { _ in }) -> WorkflowDraft {
        func work(_ id: String, _ after: String...) -> ActivityDraft {
            ActivityDraft(
                id: Located(ActivityID(id)), duration: Located(.days(2)),
                predecessors: after.map { Located(LinkDraft(to: ActivityID($0))) })
        }
        var gate = ApprovalGate()
        gate.reviewer = Located("client")
        gate.answer = Located(ResponseTime([.days(1)])!)
        gate.requiresWrittenApproval = true
        var approval = work("approval", "plan")
        approval.duration = nil
        approval.kind = .milestone
        var vehicle = VehicleDraft(id: Located("tv"))
        vehicle.onAir = Located(.day(CivilDay(year: 2026, month: 3, day: 2)!))
        vehicle.deadlines = [VehicleDeadline(.booking, before: Located(.days(10)), activity: Located("booking"))]
        var draft = WorkflowDraft(
            plan: PlanDraft(
                start: Located(.day(CivilDay(year: 2026, month: 1, day: 5)!)),
                lanes: [Located(Lane(id: "client", name: "Client"))],
                activities: [work("brief"), work("plan", "brief"), approval, work("booking", "approval")]),
            gates: ["approval": gate], vehicles: [vehicle],
            briefs: ["brief": Brief(parts: ["aim", "budget", "timing"].map { Located($0) }, present: [Located("aim")])])
        alter(&draft)
        return draft
    }

    private func findings(_ alter: (inout WorkflowDraft) -> Void = { _ in }) -> [Finding] {
        draft(alter).expanded(calendars: CalendarLibrary()).findings
    }

    @Test("a brief may lack something while nobody works by it")
    func unfinished() { #expect(findings().isEmpty) }

    @Test("a brief is not finished without its parts, and work does not begin by it")
    func brief() {
        let found = findings {
            $0.plan.activities[0].progress.actualFinish = Self.day
            $0.plan.activities[1].progress.actualStart = Self.day
        }
        #expect(found.map(\.id) == ["plan.brief-incomplete", "plan.started-without-brief"])
        #expect(found.allSatisfy { $0.severity == .warning && $0.message.contains("lacks “budget”, “timing”") })
        let complete = findings {
            $0.briefs["brief"]?.present = ["aim", "budget", "timing"].map { Located($0) }
            $0.plan.activities[0].progress.actualFinish = Self.day
            $0.plan.activities[1].progress.actualStart = Self.day
        }
        #expect(complete.isEmpty)
        #expect(findings { $0.briefs["brief"]?.present = [Located("bugdet")] }.map(\.id) == ["plan.unknown-part"])
    }

    @Test("work does not begin without the approval in writing, unless it was not asked for in writing")
    func approval() {
        let begun: (inout WorkflowDraft) -> Void = { $0.plan.activities[3].progress.actualStart = Self.day }
        #expect(findings(begun).map(\.id) == ["plan.started-without-approval"])
        let given = findings {
            begun(&$0)
            $0.plan.activities[2].progress.actualFinish = Self.day
        }
        #expect(given.isEmpty)
        let spoken = findings {
            begun(&$0)
            $0.gates["approval"]?.requiresWrittenApproval = false
        }
        #expect(spoken.map(\.id) == ["plan.booking-without-approval"])
    }

    @Test("what books vehicles waits for something in writing")
    func booking() {
        #expect(findings { $0.plan.activities[3].predecessors = [] }.map(\.id) == ["plan.booking-without-approval"])
        // At any distance before it.
        #expect(
            findings {
                $0.plan.activities[3].predecessors = [Located(LinkDraft(to: "later"))]
                $0.plan.activities.append(
                    ActivityDraft(
                        id: Located("later"), duration: Located(.days(1)),
                        predecessors: [Located(LinkDraft(to: "approval"))]))
            }.isEmpty)
    }
}
