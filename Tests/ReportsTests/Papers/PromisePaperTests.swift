import Reports
import Scheduling
import Testing
import WorkTime
import Workflow

@Suite("Papers on promises and status")
struct PromisePaperTests {
    private func status(_ slips: [String]) throws -> StatusPaper {
        let progress = try SampleProgress(slips: slips)
        let (status, warnings) = try progress.status()
        return StatusPaper(status: status, warnings: warnings, record: progress.record, source: "poster.yaml")
    }

    @Test("a status that gets worse reads as it was read and kept, in both languages")
    func eroding() throws { try expectGolden(status(["5d", "3d"]), "plan-status-eroding") }

    @Test("a status that misses a promise reads as it was read and kept, in both languages")
    func missed() throws { try expectGolden(status(["5d", "4d", "6d"]), "plan-status-missed") }

    @Test("what was proposed, accepted and reported reads as it was read and kept, in both languages")
    func history() throws {
        let progress = try SampleProgress(slips: ["5d", "3d", "1d"])
        try expectGolden(
            HistoryPaper(record: progress.record, schedule: progress.schedule(), source: "poster.yaml"),
            "plan-history")
    }

    @Test("a timetable says what it is, and what is different from the one before, in both languages")
    func proposal() throws {
        let progress = try SampleProgress(slips: ["5d"])
        let schedule = try progress.schedule()
        let next = Proposal(number: 3, date: CivilDay("2026-01-12")!, author: nil, baseline: Baseline(of: schedule))
        try expectGolden(
            PromisePaper(
                proposal: next, before: progress.record.proposals.last, schedule: schedule, source: "poster.yaml"),
            "plan-promise")
    }

    @Test("nothing that was remembered makes a paper that says so")
    func nothing() throws {
        let schedule = try SampleProgress(slips: []).schedule()
        let report = HistoryPaper(record: PlanRecord(), schedule: schedule, source: "p").report(in: .english)
        #expect(report.headline.sentences.last == "Nothing has been proposed.")
        #expect(report.tables.isEmpty)
    }
}
