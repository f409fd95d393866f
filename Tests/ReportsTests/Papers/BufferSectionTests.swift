import Diagnostics
import Reports
import Scheduling
import Testing
import WorkTime

@Suite("Buffers in papers on plans")
struct BufferSectionTests {
    /// The campaign across the Spring Festival, promised twice, with a buffer before each.
    private func plan(_ change: (inout PlanDraft) throws -> Void = { _ in }) throws -> SamplePlan {
        var plan = try festivalCampaign()
        plan.draft.buffers = BufferDraft()
        plan.draft.buffers?.promises = [
            Located(.init(BufferDraft.finishBy)), Located(.init("delivery")),
            Located(.init("printing", size: .days(2))),
        ]
        try change(&plan.draft)
        return plan
    }

    /// As of Friday 13 February: ideas took three days longer, and the review has not begun.
    private func late() throws -> Schedule {
        try plan { draft in
            draft.dataDate = Located(.day(day("2026-02-13")))
            let dates = [("01-26", "01-26"), ("01-26", "01-27"), ("01-28", "02-10")]
            for (index, (start, finish)) in dates.enumerated() {
                draft.activities[index].progress.actualStart = Located(.day(day("2026-\(start)")))
                draft.activities[index].progress.actualFinish = Located(.day(day("2026-\(finish)")))
            }
            draft.activities[4].progress.actualStart = Located(.day(day("2026-02-12")))
            draft.activities[4].progress.remaining = Located(.days(2))
        }.schedule()
    }

    private var history: BufferHistory {
        let dates = ["2026-01-30", "2026-02-06"].map { minute($0, 18 * 60) }
        func readings(_ progress: [Double], _ consumed: [Double]) -> [BufferReading] {
            zip(dates, zip(progress, consumed)).map { BufferReading(on: $0, progress: $1.0, consumed: $1.1) }
        }
        return [
            BufferID(before: nil): readings([0.06, 0.17], [0, 0]),
            BufferID(before: "delivery"): readings([0.07, 0.2], [0.02, 0.11]),
        ]
    }

    /// The section alone, as it stands in the timetable.
    private func section(_ outlooks: [BufferOutlook], of schedule: Schedule, _ language: Language) -> Report {
        var report = TimetablePaper(
            schedule: schedule, extras: TimetableExtras(buffers: outlooks), source: "spring-launch.yaml"
        ).report(in: language)
        let usual = TimetablePaper(schedule: schedule, source: "spring-launch.yaml").report(in: language)
        report.sections.removeAll { section in usual.sections.contains { $0.heading == section.heading } }
        return report
    }

    @Test(
        "says before anything has happened which promises lack their buffers, and from when on chains would have to begin"
    )
    func planned() throws {
        let schedule = try plan().schedule()
        for language in Language.allCases {
            let report = section(schedule.bufferOutlooks(), of: schedule, language)
            #expect(report.sections.count == 1 && report.charts.isEmpty)
            try expectGolden(report.rendered(as: .text()).text, "buffers-planned.\(language).txt")
        }
    }

    @Test("says in a status how much of each is used beside what is done, draws it, and says when it will be gone")
    func status() throws {
        let schedule = try late()
        let outlooks = schedule.bufferOutlooks(against: try plan().schedule(), after: history)
        for language in Language.allCases {
            let report = section(outlooks, of: schedule, language)
            #expect(report.charts.count == 1)
            for form in [RenderingForm.text, .html, .svg, .json] {
                for file in try form.renderer.render(report).files {
                    try expectGolden(
                        String(decoding: file.bytes, as: UTF8.self), file.name(for: "buffers-status.\(language)"))
                }
            }
        }
    }

    @Test("a spreadsheet has both tables, the readings and a scatter chart of them")
    func spreadsheet() throws {
        let schedule = try late()
        let outlooks = schedule.bufferOutlooks(against: try plan().schedule(), after: history)
        let report = section(outlooks, of: schedule, .english)
        let parts = unzipped(try report.rendered(as: .xlsx).files[0].bytes)
        let chart = try #require(parts["xl/charts/chart1.xml"])
        // Two borders and three buffers.
        #expect(chart.contains("<c:scatterChart>") && chart.split(separator: "<c:ser>").count == 6)
        #expect(parts.keys.count { $0.hasPrefix("xl/worksheets/sheet") } == 4)
    }

    @Test("a promise that a date drives is said to need no buffer of its own")
    func drivenByDates() throws {
        let schedule = try plan { draft in
            draft.activities[10].constraints = [Located(.startNoEarlierThan(.day(day("2026-03-25"))))]
        }.schedule()
        for (language, words) in [
            (Language.english, "Dates drive “The whole plan” and “Material delivered”, not work"),
            (.simplifiedChinese, "“整个计划”和“材料送达媒体”由日期而不是工作决定"),
        ] {
            let text = try section(schedule.bufferOutlooks(), of: schedule, language).rendered(as: .text(width: 400))
                .text
            #expect(text.contains(words))
        }
    }

    @Test("a plan that asks for no buffers has no section on them")
    func none() throws {
        let schedule = try festivalCampaign().schedule()
        #expect(section(schedule.bufferOutlooks(), of: schedule, .english).sections.isEmpty)
    }
}
