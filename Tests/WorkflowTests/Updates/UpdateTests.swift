import Diagnostics
import Scheduling
import Testing
import WorkTime
import Workflow

@Suite("Updates of a plan")
struct UpdateTests {
    private func on(_ text: String) -> Located<StatedInstant> { Located(StatedInstant(text)!) }

    private func update(
        _ date: String, _ progress: [(ActivityID, ProgressDraft)] = [], rounds: [(ActivityID, Int)] = []
    ) -> StatusUpdate {
        StatusUpdate(
            date: on(date), progress: progress.map { (Located($0.0), $0.1) },
            rounds: rounds.map { (Located($0.0), Located($0.1)) })
    }

    private var draft: WorkflowDraft {
        var gate = ApprovalGate()
        gate.rounds = Located(2)
        gate.mostRounds = Located(3)
        var begun = ActivityDraft(id: Located("brief"), duration: Located(.days(2)))
        begun.progress = ProgressDraft(actualStart: on("2026-01-05"), remaining: Located(.days(1)))
        return WorkflowDraft(
            plan: PlanDraft(start: on("2026-01-05"), activities: [begun]), gates: ["ok": gate],
            progress: [(Located("ok/1"), ProgressDraft(actualStart: on("2026-01-08")))])
    }

    @Test("of each activity the last word counts, wherever the one before it stands")
    func lastWord() {
        let result = draft.applying([
            update("2026-01-09", [("brief", ProgressDraft(remaining: Located(.days(3)))), ("new", ProgressDraft())]),
            update("2026-01-16", [("brief", ProgressDraft(actualFinish: on("2026-01-14")))]),
            update("2026-01-16", [("ok/1", ProgressDraft(actualFinish: on("2026-01-15")))]),
        ])
        let brief = result.plan.activities[0].progress
        #expect(brief.actualStart == on("2026-01-05") && brief.actualFinish == on("2026-01-14"))
        // Finished work has nothing left.
        #expect(brief.remaining == nil)
        #expect(result.progress.map(\.id.value) == ["ok/1", "new"])
        #expect(result.progress[0].progress.actualStart == on("2026-01-08"))
        #expect(result.plan.dataDate == on("2026-01-16"))
    }

    @Test("a later data date of the plan itself stands")
    func dataDate() {
        var later = draft
        later.plan.dataDate = on("2026-02-01")
        #expect(later.applying([update("2026-01-09")]).plan.dataDate == on("2026-02-01"))
        #expect(draft.applying([]).plan.dataDate == nil)
    }

    @Test("an update that tells of less than the plan itself does is refused")
    func beforeTheFile() {
        var later = draft
        later.plan.dataDate = on("2026-02-01")
        #expect(later.faults(taking: update("2026-01-30")).map(\.id) == ["plan.update-before-last"])
        #expect(later.faults(taking: update("2026-02-01")).isEmpty)
    }

    @Test("what is left after a finish takes the finish back")
    func takenBack() {
        let finished = ProgressDraft(actualStart: on("2026-01-05"), actualFinish: on("2026-01-06"))
        let reopened = finished.completed(by: ProgressDraft(remaining: Located(.days(1))))
        #expect(reopened.actualFinish == nil && reopened.actualStart == on("2026-01-05"))
        #expect(finished.completed(by: ProgressDraft()) == finished)
    }

    @Test("more rounds than there were to be at most are a fact")
    func rounds() {
        let gate = draft.applying([update("2026-01-09", rounds: [("ok", 4)])]).gates["ok"]
        #expect(gate?.rounds.value == 4 && gate?.mostRounds?.value == 4)
        var uncertain = draft
        uncertain.gates["ok"]?.chances = [Located(6_000), Located(4_000)]
        let certain = uncertain.applying([update("2026-01-09", rounds: [("ok", 3)])])
        #expect(certain.gates["ok"]?.chances.map(\.value) == [0, 0, 10_000])
        let unknown = draft.faults(taking: update("2026-01-09", rounds: [("ok", 2), ("okk", 2)]))
        #expect(unknown.map(\.id) == ["plan.unknown-gate"])
        #expect(unknown[0].advice == "did you mean “ok”?")
    }

    @Test("an update says the same however it is ordered, and another when anything in it differs")
    func same() {
        let (one, other) = (ProgressDraft(actualStart: on("2026-01-05")), ProgressDraft(complete: Located(5_000)))
        let first = update("2026-01-09", [("a", one), ("b", other)])
        #expect(first.saysTheSame(as: update("2026-01-09", [("b", other), ("a", one)])))
        #expect(!first.saysTheSame(as: update("2026-01-10", [("a", one), ("b", other)])))
        #expect(!first.saysTheSame(as: update("2026-01-09", [("a", one)])))
        #expect(!first.saysTheSame(as: update("2026-01-09", [("a", one), ("b", one)])))
    }
}

@Suite("What a record refuses")
struct PlanRecordRuleTests {
    private func day(_ text: String) -> CivilDay { CivilDay(text)! }

    private func baseline(finish: String = "2026-01-06T18:00", others: [ActivityID] = []) -> Baseline {
        let finish = CivilMinute(finish)!
        return Baseline(
            activities: (["brief"] + others).map {
                .init(id: $0, start: CivilMinute("2026-01-05T09:00")!, finish: finish, duration: .zero)
            }, promises: [.init(activity: "brief", promised: CivilMinute("2026-01-09T18:00")!, forecast: finish)])
    }

    private func record(accepted: Bool = false, updates: [String] = []) -> PlanRecord {
        let acceptance = accepted ? Proposal.Acceptance(date: day("2026-01-03"), client: "Client") : nil
        let snapshot = StatusSnapshot(date: CivilMinute("2026-01-09T18:00")!, activities: [], promises: [])
        return PlanRecord(
            proposals: [
                Proposal(
                    number: 1, date: day("2026-01-02"), author: nil, baseline: baseline(), acceptance: acceptance)
            ],
            updates: updates.enumerated().map { index, date in
                .init(
                    number: index + 1, update: StatusUpdate(date: Located(StatedInstant(date)!)), snapshot: snapshot)
            })
    }

    private func ids(_ findings: [Finding]) -> [FindingID] { findings.map(\.id) }

    @Test("the same timetable twice, and one from before the last")
    func proposing() {
        #expect(ids(record().faults(proposing: baseline(), on: day("2026-01-05"))) == ["plan.proposed-already"])
        let other = baseline(finish: "2026-01-07T18:00")
        #expect(ids(record().faults(proposing: other, on: day("2026-01-01"))) == ["plan.proposed-before-last"])
        #expect(record().faults(proposing: other, on: day("2026-01-02")).isEmpty)
        #expect(PlanRecord().faults(proposing: other, on: day("2026-01-02")).isEmpty)
    }

    @Test("an acceptance of nothing, of an unknown one, too early, or twice")
    func accepting() {
        let now = baseline()
        func faults(_ record: PlanRecord, _ number: Int? = nil, on date: String = "2026-01-03") -> [FindingID] {
            ids(record.faults(accepting: number, now, on: day(date)))
        }
        #expect(faults(PlanRecord()) == ["plan.nothing-proposed"])
        #expect(faults(PlanRecord(), 3) == ["plan.nothing-proposed"])
        #expect(faults(record(), 3) == ["plan.unknown-proposal"])
        #expect(faults(record(), on: "2026-01-01") == ["plan.accepted-before-proposed"])
        #expect(faults(record(accepted: true)) == ["plan.accepted-already"])
        #expect(faults(record()).isEmpty && faults(record(), 1).isEmpty)
    }

    @Test("a plan that changed since it was proposed, each change by its name")
    func changed() {
        let now = baseline(finish: "2026-01-07T18:00", others: ["extra"])
        let faults = record().faults(accepting: nil, now, on: day("2026-01-03"))
        #expect(ids(faults) == ["plan.changed-since-proposed", "plan.changed-since-proposed"])
        #expect(faults[0].message.contains("“brief”, told for 2026-01-05T09:00 to 2026-01-06T18:00"))
        #expect(faults[1].message.contains("“extra” was added"))
        let many = baseline(others: (1...40).map { ActivityID("extra-\($0)") })
        let told = record().faults(accepting: nil, many, on: day("2026-01-03"))
        #expect(told.count == 11 && told[10].message.hasPrefix("30 more differ"))
    }

    @Test("an update from before the last one, and the same one twice")
    func updates() {
        let known = record(updates: ["2026-01-09", "2026-01-16"])
        func faults(_ date: String) -> [FindingID] {
            ids(known.faults(taking: StatusUpdate(date: Located(StatedInstant(date)!))))
        }
        #expect(faults("2026-01-10") == ["plan.update-before-last"])
        #expect(faults("2026-01-16") == ["plan.update-twice"])
        // Also one that was followed by another.
        #expect(faults("2026-01-09") == ["plan.update-twice"])
        #expect(faults("2026-01-17").isEmpty)
    }
}
