import Diagnostics
import Scheduling
import Testing
import WorkTime
import Workflow

@Suite("Changes after approval")
struct ChangeTests {
    private static let day = CivilDay(year: 2026, month: 1, day: 5)!

    private func work(_ id: String, _ days: Int, _ after: String...) -> ActivityDraft {
        ActivityDraft(
            id: Located(ActivityID(id)), duration: Located(.days(days)),
            predecessors: after.map { Located(LinkDraft(to: ActivityID($0))) })
    }

    private func gated(_ id: String, after: String) -> ActivityDraft {
        ActivityDraft(
            id: Located(ActivityID(id)), isMilestone: true, predecessors: [Located(LinkDraft(to: ActivityID(after)))])
    }

    private var gate: ApprovalGate {
        var gate = ApprovalGate()
        gate.reviewer = Located("client")
        gate.answer = Located(ResponseTime([.days(2)])!)
        gate.rework = [Located(Rework("layouts", .percent(40)))]
        return gate
    }

    private func campaign(_ changes: [ChangeRequest]) -> WorkflowDraft {
        WorkflowDraft(
            plan: PlanDraft(
                start: Located(.day(Self.day)), lanes: [Located(Lane(id: "client", name: "Client"))],
                activities: [
                    work("layouts", 5), gated("layouts-ok", after: "layouts"), work("artwork", 5, "layouts-ok"),
                    gated("artwork-ok", after: "artwork"), work("shoot", 3, "artwork-ok"),
                    work("booking", 2, "layouts-ok"),
                ]),
            gates: ["layouts-ok": gate, "artwork-ok": gate], changes: changes)
    }

    private func schedule(_ draft: PlanDraft) throws -> Schedule {
        try Project(checking: draft, calendars: CalendarLibrary()).schedule()
    }

    private func change(_ id: String, day: Int, reopens: [Rework] = []) -> ChangeRequest {
        ChangeRequest(
            id: Located(ActivityID(id)), gate: Located("layouts-ok"),
            date: Located(.day(Self.day.advanced(by: day))), reopens: reopens.map { Located($0) })
    }

    @Test("what a change opens again is the network made by hand")
    func reopened() throws {
        let reopens = [
            Rework("layouts", .days(2)), Rework("artwork", .percent(60)), Rework("artwork-ok", .none),
        ]
        let expanded = campaign([change("logo", day: 16, reopens: reopens)]).expanded(calendars: CalendarLibrary())
        #expect(expanded.findings.isEmpty)
        let ours = try schedule(expanded.draft)

        var hand = campaign([]).plan
        hand.activities = [
            work("layouts", 5), work("answer-1", 2, "layouts"), gated("layouts-ok", after: "answer-1"),
            work("artwork", 5, "layouts-ok"), work("answer-2", 2, "artwork"), gated("artwork-ok", after: "answer-2"),
            work("shoot", 3, "artwork-ok", "again/artwork-ok"), work("booking", 2, "layouts-ok", "again/layouts-ok"),
            work("again/layouts", 2, "logo", "layouts"), work("again/answer-1", 2, "again/layouts"),
            gated("again/layouts-ok", after: "again/answer-1"), work("again/artwork", 3, "again/layouts-ok", "artwork"),
            work("again/answer-2", 2, "again/artwork", "artwork-ok"),
            gated("again/artwork-ok", after: "again/answer-2"),
        ]
        var logo = gated("logo", after: "layouts-ok")
        logo.kind = .startMilestone
        logo.constraints = [Located(.startNoEarlierThan(.day(Self.day.advanced(by: 16))))]
        hand.activities.append(logo)
        let theirs = try schedule(hand)
        #expect(ours.finish == theirs.finish)
        let pairs: [(ActivityID, ActivityID)] = [
            ("logo", "logo"), ("logo/layouts", "again/layouts"), ("logo/layouts-ok", "again/layouts-ok"),
            ("logo/artwork", "again/artwork"), ("logo/artwork-ok/1", "again/answer-2"),
            ("logo/artwork-ok", "again/artwork-ok"), ("shoot", "shoot"), ("booking", "booking"),
        ]
        for (one, other) in pairs {
            let (left, right) = (try #require(ours[one]), try #require(theirs[other]))
            #expect(left.earlyStart == right.earlyStart && left.earlyFinish == right.earlyFinish, "\(one)")
            #expect(left.lateFinish == right.lateFinish && left.totalFloat == right.totalFloat, "\(one)")
        }
    }

    @Test("a change without steps of its own opens again what a round revises, and the approval")
    func usual() throws {
        let draft = campaign([change("logo", day: 8)]).expanded(calendars: CalendarLibrary()).draft
        #expect(
            draft.activities.map(\.id.value.rawValue).filter { $0.hasPrefix("logo") }
                == ["logo", "logo/layouts", "logo/layouts-ok/1", "logo/layouts-ok"])
    }

    @Test("a second change comes after what the first has opened again")
    func twice() throws {
        var draft = campaign([change("logo", day: 8), change("claim", day: 8)])
        draft.plan.activities[0].deadline = Located(.day(Self.day.advanced(by: 30)))
        let result = try schedule(draft.expanded(calendars: CalendarLibrary()).draft)
        #expect(result.deadlines.map(\.activity) == ["claim/layouts"], "what is promised is promised of the last turn")
        for step in ["layouts", "layouts-ok"] {
            let (first, second) = (ActivityID("logo/\(step)"), ActivityID("claim/\(step)"))
            #expect(try #require(result[second]).earlyStart >= #require(result[first]).earlyFinish)
        }
        #expect(try #require(result["artwork"]).earlyStart >= #require(result["claim/layouts-ok"]).earlyFinish)
    }

    @Test("a step between what is opened again and the approval, which is not opened again, has been done")
    func between() throws {
        var draft = campaign([change("logo", day: 16)])
        draft.plan.activities.insert(work("review", 1, "layouts"), at: 1)
        draft.plan.activities[2].predecessors = [Located(LinkDraft(to: "review"))]
        let expanded = draft.expanded(calendars: CalendarLibrary()).draft
        #expect(expanded.activities.first { $0.id.value == "review" }?.predecessors.count == 1)
        #expect(try schedule(expanded)["logo/layouts-ok"] != nil)
    }

    @Test("a change of what a change has had approved holds back what waits, in whatever order they are written")
    func changedAgain() throws {
        var again = change("claim", day: 20)
        again.gate = Located("logo/layouts-ok")
        let changes = [change("logo", day: 8), again]
        for written in [changes, changes.reversed()] {
            let result = try schedule(campaign(written).expanded(calendars: CalendarLibrary()).draft)
            // Two days of layouts from Monday 26 January, two for the answer.
            let approved = try #require(result["claim/layouts-ok"]).earlyFinish
            #expect(approved.day == Self.day.advanced(by: 24))
            #expect(try #require(result["artwork"]).earlyStart >= approved)
        }
    }

    @Test("many changes of one approval leave one link each")
    func many() {
        let changes = (0..<40).map { change("c\($0)", day: 8) }
        let draft = campaign(changes).expanded(calendars: CalendarLibrary()).draft
        #expect(draft.activities.first { $0.id.value == "artwork" }?.predecessors.count == 41)
    }

    @Test("a change that was asked for before the data date has been asked for")
    func asked() throws {
        var draft = campaign([change("logo", day: 16)])
        draft.plan.dataDate = Located(.day(Self.day.advanced(by: 21)))
        for index in 0...1 {
            draft.plan.activities[index].progress.actualFinish = Located(.day(Self.day.advanced(by: 9)))
        }
        let result = try schedule(draft.expanded(calendars: CalendarLibrary()).draft)
        #expect(result["logo"]?.earlyStart.day == Self.day.advanced(by: 16))
        #expect(result["logo/layouts"]?.earlyStart.day == Self.day.advanced(by: 22))
    }

    @Test("what is finished does not wait again")
    func finished() throws {
        var draft = campaign([change("logo", day: 16)])
        draft.plan.dataDate = Located(.day(Self.day.advanced(by: 21)))
        draft.plan.activities[2].progress.actualStart = Located(.day(Self.day.advanced(by: 10)))
        draft.plan.activities[2].progress.actualFinish = Located(.day(Self.day.advanced(by: 15)))
        let artwork = try #require(
            draft.expanded(calendars: CalendarLibrary()).draft.activities.first { $0.id.value == "artwork" })
        #expect(artwork.predecessors.map(\.value.predecessor) == ["layouts-ok"])
    }
}
