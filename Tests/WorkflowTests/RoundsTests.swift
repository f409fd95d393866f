import Diagnostics
import Scheduling
import Testing
import WorkTime
import Workflow

@Suite("Approvals in rounds")
struct RoundsTests {
    /// Ideas go through a review; layouts and copy are shown together, artwork waits for their approval.
    private func campaign(rounds: Int, links: [LinkDraft] = []) -> WorkflowDraft {
        var gate = ApprovalGate()
        gate.reviewer = Located("client")
        gate.answer = Located(ResponseTime([.days(1), .days(2), .days(5)])!)
        gate.rounds = Located(rounds)
        gate.mostRounds = Located(6)
        gate.rework = [Located(Rework("layouts", .percent(40))), Located(Rework("review", .hours(2)))]
        let plan = PlanDraft(
            start: Located(.day(CivilDay(year: 2026, month: 1, day: 5)!)),
            lanes: [Located(Lane(id: "client", name: "Client"))],
            activities: [
                work("ideas", .days(3), []),
                work("layouts", .days(5), [LinkDraft(to: "ideas")]),
                work("copy", .days(4), [LinkDraft(to: "ideas")]),
                work("review", .days(1), [LinkDraft(to: "layouts")]),
                gated("approval", ["review", "copy"]),
                work("artwork", .days(4), [LinkDraft(to: "approval", lag: .days(1))]),
            ])
        return WorkflowDraft(plan: plan, gates: ["approval": gate])
    }

    private func work(_ id: String, _ duration: PlannedDuration, _ links: [LinkDraft]) -> ActivityDraft {
        ActivityDraft(
            id: Located(ActivityID(id)), duration: Located(duration), predecessors: links.map { Located($0) })
    }

    private func gated(_ id: String, _ sources: [String]) -> ActivityDraft {
        ActivityDraft(
            id: Located(ActivityID(id)), lane: Located("client"), isMilestone: true,
            predecessors: sources.map { Located(LinkDraft(to: ActivityID($0))) })
    }

    private func schedule(_ draft: PlanDraft) throws -> Schedule {
        try Project(checking: draft, calendars: CalendarLibrary()).schedule()
    }

    /// The same plan with its rounds written out by hand.
    private func byHand(rounds: Int) -> PlanDraft {
        var draft = campaign(rounds: 1).plan
        var generated = [work("a1", .days(2), [LinkDraft(to: "review"), LinkDraft(to: "copy")])]
        for round in 2..<max(2, rounds + 1) where rounds >= 2 {
            generated += [
                work("l\(round)", .days(2), [LinkDraft(to: ActivityID("a\(round - 1)"))]),
                work("r\(round)", .hours(2), [LinkDraft(to: ActivityID("l\(round)"))]),
                work("a\(round)", .days(2), [LinkDraft(to: ActivityID("r\(round)"))]),
            ]
        }
        let gate = draft.activities.firstIndex { $0.id.value == "approval" }!
        draft.activities[gate].predecessors = [Located(LinkDraft(to: ActivityID("a\(rounds)")))]
        draft.activities.insert(contentsOf: generated, at: gate)
        return draft
    }

    @Test("n agreed rounds are the network that unrolls them by hand", arguments: 1...4)
    func unrolled(rounds: Int) throws {
        let expanded = campaign(rounds: rounds).expanded(calendars: CalendarLibrary())
        #expect(expanded.findings.isEmpty)
        let (ours, hand) = (try schedule(expanded.draft), try schedule(byHand(rounds: rounds)))
        #expect(ours.finish == hand.finish)
        #expect(ours.activities.count == hand.activities.count)
        for (left, right) in zip(ours.activities, hand.activities) {
            #expect(left.earlyStart == right.earlyStart && left.earlyFinish == right.earlyFinish, "\(left.id)")
            #expect(left.lateStart == right.lateStart && left.lateFinish == right.lateFinish, "\(left.id)")
            #expect(left.totalFloat == right.totalFloat && left.freeFloat == right.freeFloat, "\(left.id)")
        }
        let rounds = expanded.approvals[0].rounds
        #expect(rounds.map(\.answer) == (1...rounds.count).map { ActivityID("approval/\($0)") })
        #expect(rounds.dropFirst().allSatisfy { $0.revisions.count == 2 } && rounds[0].revisions.isEmpty)
    }

    @Test("a reworked step keeps its lane, calendar and people, and comes under a name of its own")
    func handedDown() throws {
        var draft = campaign(rounds: 2)
        draft.plan.activities[1].details.lane = Located("creative")
        draft.plan.activities[1].details.name = "Layouts / 版面"
        draft.plan.activities[1].details.deadline = Located(.day(CivilDay(year: 2026, month: 1, day: 9)!))
        let copy = try #require(
            draft.expanded(calendars: CalendarLibrary()).draft.activities.first { $0.id.value == "approval/2/layouts" })
        #expect(copy.lane?.value == "creative" && copy.deadline == nil)
        #expect(copy.name == BilingualName("Revision 1: Layouts", chinese: "第1次修改：版面"))
        #expect(copy.duration?.value == .days(2))
    }

    @Test("an approval that has been given is a milestone in the past")
    func passed() throws {
        var draft = campaign(rounds: 3)
        let gate = draft.plan.activities.firstIndex { $0.id.value == "approval" }!
        draft.plan.activities[gate].progress.actualFinish = Located(.day(CivilDay(year: 2026, month: 1, day: 8)!))
        let expanded = draft.expanded(calendars: CalendarLibrary())
        #expect(expanded.draft.activities.count == draft.plan.activities.count)
        #expect(expanded.approvals[0].rounds.isEmpty)
    }

    @Test("a lane that answers has the time of the answer; what is left out has none of its rounds")
    func lanes() throws {
        var draft = campaign(rounds: 2)
        let gate = draft.plan.activities.firstIndex { $0.id.value == "approval" }!
        draft.plan.activities[gate].details.lane = Located("creative")
        #expect(answer(of: draft)?.lane?.value == "client")
        draft.plan.activities[gate].details.isInactive = true
        let left = draft.expanded(calendars: CalendarLibrary()).draft.activities
            .filter { $0.id.value.rawValue.hasPrefix("approval") }
        #expect(left.count == 5 && left.allSatisfy { $0.details.isInactive })
    }

    private func answer(of draft: WorkflowDraft) -> ActivityDraft? {
        draft.expanded(calendars: CalendarLibrary()).draft.activities.first { $0.id.value == "approval/1" }
    }

    @Test("an answer is counted on the calendar of the reviewer")
    func reviewersCalendar() throws {
        var draft = campaign(rounds: 1)
        draft.plan.calendars = [
            Located(
                CalendarDefinition(
                    id: "fridays", name: "Fridays",
                    week: WeekPattern(try! DayPattern("09:00-12:00 13:00-18:00"), on: [.friday])))
        ]
        draft.plan.resources = [ResourceDraft(id: Located("li"), name: "Li", calendar: Located("fridays"))]
        draft.gates["approval"]?.reviewer = Located("li")
        let result = try schedule(draft.expanded(calendars: CalendarLibrary()).draft)
        // Shown on Thursday 15 January; two days of hers are the Fridays 16 and 23.
        #expect(result["approval"]?.earlyFinish.description == "2026-01-23T18:00")
    }

    @Test("a plan without gates is left as it is, and ten thousand gates are unrolled")
    func many() throws {
        #expect(WorkflowDraft(plan: campaign(rounds: 1).plan).expanded(calendars: CalendarLibrary()).approvals.isEmpty)
        var plan = PlanDraft(lanes: [Located(Lane(id: "client", name: "Client"))])
        var gates: [ActivityID: ApprovalGate] = [:]
        for index in 0..<10_000 {
            let (work, gate) = (ActivityID("w\(index)"), ActivityID("g\(index)"))
            plan.activities.append(
                ActivityDraft(
                    id: Located(work), duration: Located(.days(2)),
                    predecessors: index == 0 ? [] : [Located(LinkDraft(to: ActivityID("g\(index - 1)")))]))
            plan.activities.append(gated(gate.rawValue, [work.rawValue]))
            gates[gate] = ApprovalGate()
            gates[gate]?.reviewer = Located("client")
            gates[gate]?.answer = Located(ResponseTime([.days(1)])!)
            gates[gate]?.rounds = Located(2)
            gates[gate]?.rework = [Located(Rework(work, .percent(50)))]
        }
        let expanded = WorkflowDraft(plan: plan, gates: gates).expanded(calendars: CalendarLibrary())
        #expect(expanded.findings.isEmpty)
        #expect(expanded.draft.activities.count == 50_000)
    }
}

extension PlannedDuration {
    static func percent(_ count: Int) -> Self { Self(thousandths: count * 1_000, unit: .percent) }
}
