import Reports
import Testing

@Suite("Every form of a paper")
struct GoldenReportTests {
    @Test(
        "is drawn as it was read and kept", arguments: [RenderingForm.html, .text, .csv, .json, .svg], Language.allCases
    )
    func golden(form: RenderingForm, language: Language) throws {
        for file in try sampleReport(language).rendered(as: form.renderer).files {
            try expectGolden(String(decoding: file.bytes, as: UTF8.self), file.name(for: "sample.\(language)"))
        }
    }

    @Test("is the same bytes each time, also the spreadsheet", arguments: RenderingForm.allCases)
    func reproducible(form: RenderingForm) throws {
        let report = sampleReport(.simplifiedChinese)
        #expect(try form.renderer.render(report) == form.renderer.render(report))
    }

    @Test("is named for its paper, and for the table or picture it holds")
    func names() throws {
        let report = sampleReport(.english)
        #expect(try report.rendered(as: .html).files.map { $0.name(for: "plan") } == ["plan.html"])
        #expect(
            try report.rendered(as: .csv).files.map { $0.name(for: "plan") } == [
                "plan-deadlines.csv", "plan-timetable.csv", "plan-share-of-spend.csv",
            ])
        #expect(
            try report.rendered(as: .svg).files.map { $0.name(for: "plan") } == [
                "plan.svg", "plan-chart-2.svg", "plan-chart-3.svg", "plan-chart-4.svg", "plan-chart-5.svg",
            ])
    }
}
