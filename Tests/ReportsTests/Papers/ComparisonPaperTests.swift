import Diagnostics
import Reports
import Scheduling
import Testing
import WorkTime

@Suite("The paper on two plans")
struct ComparisonPaperTests {
    /// The small campaign a week later: the artwork takes longer, the film waits for casting, the varnish is gone.
    private func changedCampaign() throws -> PlanDraft {
        var draft = try festivalCampaign().draft
        func index(_ id: ActivityID) -> Int { draft.activities.firstIndex { $0.id.value == id }! }
        draft.activities[index("artwork")].duration = Located(.days(10))
        draft.activities[index("review")].predecessors[0].value.lag = .days(5)
        draft.activities[index("brief")].constraints = [Located(.startNoEarlierThan(.day(CivilDay("2026-01-27")!)))]
        draft.activities.remove(at: index("drying"))
        draft.activities[index("delivery")].predecessors = [
            Located(LinkDraft(to: "film")), Located(LinkDraft(to: "printing")),
        ]
        draft.activities.insert(
            try activity("casting", "4d", "Casting / 选角", lane: "production", after: "artwork"), at: index("film"))
        draft.activities[index("film")].predecessors.append(Located(LinkDraft(to: "casting")))
        return draft
    }

    private func schedule(_ draft: PlanDraft) throws -> Schedule {
        try Project(checking: draft, calendars: CalendarLibrary([SamplePlan.office, .fiveDayWeek])).schedule()
    }

    private func paper(_ old: PlanDraft, _ new: PlanDraft) throws -> ComparisonPaper {
        ComparisonPaper(
            comparison: PlanComparison(of: try schedule(old), with: try schedule(new)), oldSource: "monday.yaml",
            newSource: "friday.yaml")
    }

    @Test("reads as it was read and kept, in both languages")
    func golden() throws {
        try expectGolden(paper(festivalCampaign().draft, changedCampaign()), "plan-diff")
    }

    @Test("says of a plan compared with itself that nothing moved")
    func nothingMoved() throws {
        let draft = try festivalCampaign().draft
        let headlines = try Language.allCases.map { try paper(draft, draft).report(in: $0).headline }
        #expect(headlines[0].sentences == ["Nothing moved: both plans have the same dates and finish Mon 16 Mar 2026."])
        #expect(headlines[1].sentences.count == 1 && headlines[1].tone == .neutral)
    }

    /// Design, print and delivery of a poster, one after another.
    private func poster(design: String = "2d", after: String = "design", deadline: String? = "2026-01-16") throws
        -> PlanDraft
    {
        try SamplePlan(
            "Poster", start: "2026-01-12",
            [
                activity("design", design, "Design"), activity("print", "1d", "Print", after: after),
                activity("delivery", nil, "Delivery", after: "print", deadline: deadline),
            ]
        ).draft
    }

    @Test(
        "leads with the finish and why it moved",
        arguments: [
            (
                "4d",
                "Finishes Fri 16 Jan 2026, 2 working days later than before (Wed 14 Jan 2026), because “Design” takes 2 days "
                    + "longer (4 days instead of 2 days).", Tone.warning
            ),
            (
                "5d",
                "Finishes Mon 19 Jan 2026, 3 working days later than before (Wed 14 Jan 2026), because “Design” takes 3 days "
                    + "longer (5 days instead of 2 days).", .bad
            ),
            (
                "1d",
                "Finishes Tue 13 Jan 2026, 1 working day earlier than before (Wed 14 Jan 2026), because “Design” takes 1 day "
                    + "less (1 day instead of 2 days).", .good
            ),
        ])
    func headline(design: String, sentence: String, tone: Tone) throws {
        let headline = try paper(poster(), poster(design: design)).report(in: .english).headline
        #expect(headline.sentences.first == sentence)
        #expect(headline.tone == tone)
    }

    @Test("says how much moved, and which promise loses most")
    func promise() throws {
        let sentences = try paper(poster(), poster(design: "5d")).report(in: .english).headline.sentences
        #expect(
            sentences.dropFirst() == [
                "3 activities moved; none was added or removed.",
                "“Delivery” loses 3 working days of headroom and is 1 working day late.",
            ])
    }

    @Test("a stored baseline is a paper too, and one that is not there is said")
    func baseline() throws {
        var draft = try festivalCampaign().draft
        let none = BaselinePaper(variance: BaselineVariance(of: try schedule(draft)), source: "plan.xml")
        #expect(none.report(in: .english).headline.sentences[0].hasPrefix("The file keeps no baseline"))
        let accepted = try schedule(draft)
        for (index, dates) in accepted.activities.enumerated() where dates.id != "film" {
            draft.activities[index].details.baseline = BaselineDates(
                start: dates.start, finish: dates.finish, duration: accepted.project.activities[index].duration)
        }
        draft.activities[5].duration = Located(.days(9))
        draft.activities[1].duration = Located(.days(1))
        try expectGolden(
            BaselinePaper(variance: BaselineVariance(of: try schedule(draft)), source: "plan.xml"), "plan-baseline")
    }
}
