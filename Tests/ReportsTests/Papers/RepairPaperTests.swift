import Diagnostics
import Reports
import Scheduling
import Testing
import WorkTime
import Workflow

@Suite("The paper on a repair")
struct RepairPaperTests {
    private func schedule(_ draft: PlanDraft) throws -> Schedule {
        try Project(checking: draft, calendars: CalendarLibrary([SamplePlan.office, .fiveDayWeek])).schedule()
    }

    private func repair(_ draft: PlanDraft, from agreed: PlanDraft?) throws -> PlanRepair {
        PlanRepair(
            of: try schedule(draft), WorkflowDraft(plan: draft), approvals: [], vehicles: [],
            reference: try agreed.map { try schedule($0).asReference } ?? [:],
            calendars: CalendarLibrary([SamplePlan.office, .fiveDayWeek]))
    }

    private func change(_ id: ActivityID, in draft: inout PlanDraft, _ change: (inout ActivityDraft) -> Void) {
        change(&draft.activities[draft.activities.firstIndex { $0.id.value == id }!])
    }

    /// The small campaign with a proposal, a print run and a film that people have been told of.
    private func agreed() throws -> PlanDraft {
        var draft = try festivalCampaign().draft
        for (id, commitment) in [
            ("proposal", StatedCommitment(.agreedWithClient)), ("approval", StatedCommitment(.agreedWithClient)),
            ("printing", StatedCommitment(.bookedMedia)),
            (
                "film",
                StatedCommitment(.confirmedPeople, on: .minute(CivilMinute("2026-03-16T09:00")!), cost: 8)
            ), ("delivery", StatedCommitment(.agreedWithClient, on: .minute(CivilMinute("2026-03-24T18:00")!))),
        ] {
            change(ActivityID(id), in: &draft) { $0.details.commitment = Located(commitment) }
        }
        return draft
    }

    /// The brief came late, and ideas are under way.
    private func slipped() throws -> PlanDraft {
        var draft = try agreed()
        draft.dataDate = Located(.minute(CivilMinute("2026-02-05T18:00")!))
        func instant(_ text: String) -> Located<StatedInstant> { Located(.day(CivilDay(text)!)) }
        change("instruction", in: &draft) { activity in
            activity.progress = ProgressDraft(actualStart: instant("2026-01-26"), actualFinish: instant("2026-01-26"))
        }
        change("brief", in: &draft) { activity in
            activity.progress = ProgressDraft(actualStart: instant("2026-01-27"), actualFinish: instant("2026-01-30"))
        }
        change("ideas", in: &draft) { activity in
            activity.progress = ProgressDraft(actualStart: instant("2026-02-02"), remaining: Located(.days(3)))
        }
        return draft
    }

    @Test("reads as it was read and kept, in both languages")
    func golden() throws {
        let repair = try repair(slipped(), from: agreed())
        #expect(!repair.repair.moved.isEmpty && !repair.repair.kept.isEmpty)
        try expectGolden(
            RepairPaper(repair: repair, source: "thursday.yaml", reference: .file("agreed.yaml")), "plan-repair")
    }

    @Test("leads with the good news where nothing has to move")
    func nothingMoves() throws {
        var draft = try agreed()
        change("delivery", in: &draft) { $0.details.commitment = nil }
        change("printing", in: &draft) { $0.deadline = nil }
        let headline = RepairPaper(repair: try repair(draft, from: agreed()), source: "plan.yaml", reference: nil)
            .report(in: .english).headline
        #expect(headline.tone == .good)
        #expect(
            headline.sentences == [
                "All 4 commitments can be kept.",
                "Every promise is kept; the tightest, “Material delivered”, has 3 working days to spare.",
            ])
    }

    @Test("says that nothing is committed")
    func nothingCommitted() throws {
        let paper = RepairPaper(
            repair: try repair(festivalCampaign().draft, from: nil), source: "plan.yaml", reference: nil)
        let sentences = try Language.allCases.map { try #require(paper.report(in: $0).headline.sentences.first) }
        #expect(sentences[0] == "Nothing in the plan is committed, so nothing has to be kept.")
        #expect(sentences[1].hasPrefix("计划中没有既定安排"))
    }

    @Test("a promise that nothing can meet comes with the date that can be promised")
    func unattainable() throws {
        var draft = try slipped()
        change("delivery", in: &draft) { $0.deadline = Located(.day(CivilDay("2026-03-10")!)) }
        let headline = RepairPaper(repair: try repair(draft, from: nil), source: "plan.yaml", reference: nil)
            .report(in: .english).headline
        #expect(headline.tone == .bad)
        #expect(headline.sentences.contains { $0.contains("whatever is moved, it cannot be done before") })
    }

    @Test("a promise that was broken before is told as history")
    func broken() throws {
        var draft = try slipped()
        change("brief", in: &draft) { $0.deadline = Located(.day(CivilDay("2026-01-29")!)) }
        change("printing", in: &draft) { $0.deadline = nil }
        let sentences = RepairPaper(repair: try repair(draft, from: nil), source: "plan.yaml", reference: nil)
            .report(in: .english).headline.sentences
        #expect(
            sentences[1...2] == [
                "“Creative brief”, promised for Thu 29 Jan 2026, was done on Fri 30 Jan 2026.",
                "Every promise that is still open is kept; the tightest, “Material delivered”, has 3 working days to spare.",
            ])
    }
}
