import Foundation
import Testing

/// A workspace with the agency's own closed jobs: `cost forecast JOB` learns from them, `cost calibrate` judges it by them.
@Suite("headroom cost forecast and calibrate on the jobs of a workspace")
struct AgencyJobsCommandTests {
    private let folder = try! TemporaryFolder()

    @discardableResult
    private func cost(_ arguments: String..., status: Int32 = 0) throws -> CommandRun {
        let run = try CommandRun(["cost"] + arguments, in: folder.url)
        #expect(run.status == status, "\(arguments.joined(separator: " ")): \(run.errors)")
        return run
    }

    /// Campaigns of 100,000 for one client, from January to March, approved.
    private func approve(_ job: String, year: Int) throws {
        try folder.write(
            """
            estimate: The \(job) campaign
            job: \(job)
            client: Example Tea
            type: campaign
            currency: CNY
            start: \(year)-01-01
            finish: \(year)-03-31
            lines:
              film: {name: Film, category: production, rate: 100000, from: \(year)-01-01, to: \(year)-03-31}
            """, to: "\(job).yaml")
        try cost("estimate", "\(job).yaml", "--propose", "--on", "\(year - 1)-12-15", "--by", "Chen")
        try cost("approve", job, "--on", "\(year - 1)-12-16", "--internal", "Wang")
        try cost("approve", job, "--on", "\(year - 1)-12-20", "--client", "Li")
    }

    /// So many closed jobs of 2025, each dearer than the one before, and “spring” of 2026, half done.
    private func prepare(closed count: Int) throws {
        var rows = ["job,id,date,kind,line,amount,percent"]
        for number in 1...count {
            try approve("job\(number)", year: 2025)
            rows += [
                "job\(number),W-1,2025-01-31,time,film,\(40_000 + 500 * number),",
                "job\(number),P-1,2025-01-31,progress,film,,40",
                "job\(number),W-2,2025-03-31,time,film,\(60_000 + 500 * number),",
                "job\(number),P-2,2025-03-31,progress,film,,100",
            ]
        }
        try approve("spring", year: 2026)
        rows += ["spring,W-1,2026-02-10,time,film,54000,", "spring,P-1,2026-02-10,progress,film,,50"]
        try folder.write(rows.joined(separator: "\n"), to: "ledger.csv")
        try cost("post", "ledger.csv", "--on", "2026-02-10")
    }

    // MARK: The forecast

    @Test("a job is forecast by the closed jobs of its client and type, which are named in both languages")
    func forecast() throws {
        try prepare(closed: 8)
        let answer = try cost("forecast", "spring", "--on", "2026-02-28", "--json").json()
        #expect(answer["approved"] as? String == "100000.00")
        let forecast = try #require(answer["forecast"] as? [String: Any])
        let reference = try #require(forecast["referenceClass"] as? [String: Any])
        #expect(reference["name"] as? String == "Example Tea / campaign" && reference["jobs"] as? Int == 8)
        let median = try #require((forecast["median"] as? String).flatMap { Double($0) })
        #expect((100_000..<110_000).contains(median))
        let text = try cost("forecast", "spring", "--on", "2026-02-28").output
        #expect(
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
                "from this job and from 8 closed jobs of the type “campaign” for Example Tea."))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        let chinese = try cost("forecast", "spring", "--on", "2026-02-28", "--language", "zh-Hans").output
        #expect(chinese.filter { !$0.isWhitespace }.contains("以及ExampleTea的8个“campaign”类已完工项目。"))
    }

    @Test("jobs that were not closed on the day do not count; too few of a kind are all that there are")
    func smallClass() throws {
        try prepare(closed: 2)
        let answer = try cost("forecast", "spring", "--on", "2026-02-28", "--json").json()
        let reference = (answer["forecast"] as? [String: Any])?["referenceClass"] as? [String: Any]
        #expect(reference?["name"] as? String == "headroom.sqlite" && reference?["jobs"] as? Int == 2)
        let early = try cost("forecast", "job2", "--on", "2025-03-31", "--json").json()
        let none = try #require(early["forecast"] as? [String: Any])
        #expect(none["referenceClass"] is NSNull && none["referenceClassReason"] as? String == "no-reference-class")
        #expect(try cost("forecast", "spring", "--on", "2026-02-28").output.contains("2 closed jobs of the agency"))
    }

    @Test("a forecast beyond what is approved is 1 under --strict; an unknown job is 65, none at all 64")
    func status() throws {
        try prepare(closed: 1)
        try cost("forecast", "spring", "--on", "2026-02-28")
        try cost("forecast", "spring", "--on", "2026-02-28", "--strict", status: 1)
        let unknown = try cost("forecast", "sprng", "--on", "2026-02-28", status: 65)
        #expect(unknown.errors.contains("cost.nothing-proposed") && unknown.errors.contains("spring"))
        try cost("forecast", "spring", status: 64)
        try cost("forecast", "spring", "--on", "2026-02-28", "--folder", ".", status: 64)
        let papers = try cost("forecast", "spring", "--on", "2026-02-28", "--out", "papers", "--format", "html,json")
        #expect(papers.output.contains("papers/spring.forecast.en.html"))
    }

    // MARK: The calibration

    @Test("forecasts are judged on the closed jobs, each without itself, with the rows of a folder")
    func calibrate() throws {
        try prepare(closed: 3)
        let run = try cost("calibrate", "--csv", "rows.csv", "--json")
        #expect(run.errors.contains("cost.job-unfinished") && run.errors.contains("“spring”"))
        #expect(run.errors.contains("only 3 jobs are closed") && run.errors.contains("cost.few-closed-jobs"))
        let answer = try run.json()
        let jobs = try #require(answer["jobs"] as? [[String: Any]])
        #expect(jobs.map { $0["job"] as? String } == ["job1", "job2", "job3"])
        #expect(jobs.map { $0["finalCost"] as? String } == ["101000.00", "102000.00", "103000.00"])
        let learned = try #require(answer["learnedFrom"] as? [String: Any])
        #expect(learned["name"] as? String == "headroom.sqlite" && learned["mostJobs"] as? Int == 2)
        let lines = try String(contentsOf: folder.url.appending(path: "rows.csv"), encoding: .utf8)
            .split(whereSeparator: \.isNewline)
        #expect(lines[0] == "job,period,method,median,q05,q10,q25,q75,q90,q95,p_over_0,p_over_5,finish_days")
        #expect(lines.contains { $0.hasPrefix("job2,1,cpi,102500.00,") })
        #expect(!lines.contains { $0.hasPrefix("spring,") })
    }

    @Test("a workspace that is not there is 66 and is not made; one without a closed job is 65")
    func nothing() throws {
        try cost("calibrate", "--store", "none.sqlite", status: 66)
        #expect(try folder.files().isEmpty)
        for number in 1...7 { try approve("open\(number)", year: 2026) }
        let run = try cost("calibrate", status: 65)
        #expect(run.errors.contains("7 jobs are not finished"))
        #expect(run.errors.contains("open1, open2, open3, open4, open5 and 2 more"))
        #expect(run.errors.contains("cost.nothing-to-calibrate") && run.errors.contains("headroom.sqlite"))
    }
}
