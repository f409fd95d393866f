import Diagnostics
import Reports
import Scheduling
import Testing
import WorkTime

@Suite("The paper on a schedule's health")
struct HealthPaperTests {
    private func paper(_ draft: PlanDraft) throws -> HealthPaper {
        let project = try Project(checking: draft, calendars: CalendarLibrary([SamplePlan.office, .fiveDayWeek]))
        return HealthPaper(check: HealthCheck(of: project.schedule()), source: "spring-launch.yaml")
    }

    /// The small campaign with a slip of every kind.
    private func careless() throws -> PlanDraft {
        var draft = try festivalCampaign().draft
        draft.activities += [
            try activity("go-ahead", nil, "Client's go-ahead / 客户确认", lane: "client", after: "proposal"),
            try activity("station-booking", "2d", "Stations booked / 电视台订位", lane: "account", after: "ideas SS"),
            try activity("brief-2", "1d", "Creative brief / 创作要求", lane: "account", after: "brief, instruction FS+1d"),
            try activity(
                "posters", "60d", "Posters / 海报", after: "brief, instruction", deadline: "2026-03-02",
                from: "2026-02-02"),
            try activity("weekend", "20ed", "Weather watch / 天气观察", after: "brief FF-1d"),
        ]
        return draft
    }

    @Test("reads as it was read and kept, in both languages")
    func golden() throws { try expectGolden(paper(careless()), "plan-check") }

    @Test("says that a sound plan is sound")
    func sound() throws {
        let activities = try (0..<40).map {
            try activity(ActivityID("a\($0)"), "1d", after: $0 > 0 ? "a\($0 - 1)" : "")
        }
        let plan = try SamplePlan("Chain", start: "2026-01-05", finishBy: "2026-04-30", activities)
        let headline = try paper(plan.draft).report(in: .english).headline
        #expect(headline.sentences == ["All 10 points that apply pass.", "No rule of the trade is broken."])
        #expect(headline.tone == .good)
    }

    @Test("states what was counted among what, and why a point does not apply, in both languages")
    func populations() throws {
        let table = try paper(careless()).report(in: .english).tables[0]
        #expect(table.rows.count == 14 && table.columns.count == 5)
        #expect(table.rows.allSatisfy { $0.allSatisfy { !$0.text.isEmpty } })
        let texts = try Language.allCases.map {
            try paper(careless()).report(in: $0).rendered(as: .text(width: 400)).text
        }
        #expect(texts[0].contains("Points 1, 5, 6, 7 and 8: unfinished activities and milestones"))
        #expect(texts[0].contains("Point 10 does not apply: the plan names no resources."))
        #expect(texts[1].contains("第10项不适用：计划没有列出资源。"))
    }

    @Test("shows the first of very many violations, and keeps all for the spreadsheet")
    func many() throws {
        let activities = try (0..<300).map { try activity(ActivityID("a\($0)"), "1d", "Same") }
        let table = try paper(SamplePlan("Many", start: "2026-01-05", activities).draft).report(in: .english).tables[1]
        #expect(table.rowLimit == 60 && table.rows.count >= 299 + 300)
    }
}
