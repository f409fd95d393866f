import Foundation
import Testing

/// Folders of jobs: `cost calibrate`, and `cost forecast` of them.
@Suite("headroom cost calibrate")
struct CostCalibrateCommandTests {
    private let folder = try! TemporaryFolder()

    /// Jobs of a budget of 1,000 by (earned, cost) at each status.
    private static let jobs: [(id: String, statuses: [(Int, Int)])] = [
        ("spring", [(200, 204), (500, 505), (800, 802), (1_000, 1_001)]),
        ("summer", [(100, 112), (450, 480), (1_000, 1_080)]),
        ("autumn", [(150, 140), (300, 310), (600, 660), (850, 960), (1_000, 1_150)]),
        ("winter", [(250, 260), (500, 540)]),
    ]

    private func prepare() throws {
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "jobs"), withIntermediateDirectories: true)
        var list = "id,name,currency,bac,planned_start,planned_end\n"
        for job in Self.jobs {
            list += "\(job.id),The \(job.id) job,€,1000.00,2026-01-05T09:00:00,2026-03-27T18:00:00\n"
            var series = "period,status_date,pv,ev,ac\n"
            for (index, status) in job.statuses.enumerated() {
                let planned = min(1_000, (index + 1) * 250)
                series += "\(index + 1),2026-0\(index + 2)-06T18:00:00,\(planned),\(status.0),\(status.1)\n"
            }
            try folder.write(series, to: "jobs/\(job.id).csv")
        }
        try folder.write(list, to: "jobs/projects.csv")
    }

    private func run(_ arguments: String...) throws -> CommandRun {
        try CommandRun(["cost"] + arguments, in: folder.url)
    }

    @Test("writes one row a job, status and method, each forecast made without the job")
    func rows() throws {
        try prepare()
        let run = try run("calibrate", "--folder", "jobs", "--csv", "rows.csv", "--quiet")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("On 3 finished jobs the forecast was off by"))
        let lines = try String(contentsOf: folder.url.appending(path: "rows.csv"), encoding: .utf8)
            .split(whereSeparator: \.isNewline)
        #expect(lines[0] == "job,period,method,median,q05,q10,q25,q75,q90,q95,p_over_0,p_over_5,finish_days")
        let learned = lines.filter { $0.contains(",reference-class,") }
        #expect(learned.count == 12)
        #expect(learned.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 13 })
        #expect(lines.contains { $0.hasPrefix("summer,1,pf1,1012.00,,,,,,,,,") })
        #expect(!lines.contains { $0.hasPrefix("winter,") })
    }

    @Test("says that a job under way is not judged")
    func unfinished() throws {
        try prepare()
        let run = try run("calibrate", "--folder", "jobs")
        #expect(run.errors.contains("cost.job-unfinished") && run.errors.contains("winter"))
    }

    @Test("answers in JSON with errors, coverage and warnings, and what was learned from")
    func json() throws {
        try prepare()
        let answer = try run("calibrate", "--folder", "jobs", "--json").json()
        let learned = try #require(answer["learnedFrom"] as? [String: Any])
        #expect(learned["name"] as? String == "jobs" && learned["mostJobs"] as? Int == 2)
        let methods = try #require(answer["methods"] as? [[String: Any]])
        #expect(methods[0]["method"] as? String == "reference-class")
        let spread = try #require(methods[0]["spread"] as? [String: Any])
        #expect((spread["coverage"] as? [String: Any])?.keys.sorted() == ["0.5", "0.8", "0.9"])
        #expect(methods.dropFirst().allSatisfy { $0["spread"] is NSNull && $0["spreadReason"] is String })
    }

    @Test("learns from a reference alone, or with the others as well, never from the job itself")
    func reference() throws {
        try prepare()
        let same = try run("calibrate", "--folder", "jobs", "--reference", "jobs", "--json").json()
        #expect((same["learnedFrom"] as? [String: Any])?["mostJobs"] as? Int == 2)
        let both = try run("calibrate", "--folder", "jobs", "--reference", "jobs", "--leave-one-out", "--json").json()
        #expect((both["learnedFrom"] as? [String: Any])?["mostJobs"] as? Int == 2)
    }

    @Test("gives the same bytes with any number of threads")
    func threads() throws {
        try prepare()
        let one = try run("calibrate", "--folder", "jobs", "--csv", "/dev/stdout", "--threads", "1", "--quiet")
        let two = try run("calibrate", "--folder", "jobs", "--csv", "/dev/stdout", "--threads", "3", "--quiet")
        #expect(one.output == two.output)
    }

    @Test("forecasts one job of a folder with ranges and the class they are from")
    func oneJob() throws {
        try prepare()
        let answer = try run("forecast", "--folder", "jobs", "--job", "winter", "--json", "--quiet").json()
        #expect(answer["job"] as? String == "winter")
        let statuses = try #require(answer["statuses"] as? [[String: Any]])
        let forecast = try #require(statuses.last?["forecast"] as? [String: Any])
        #expect(forecast["method"] as? String == "reference-class")
        let quantiles = try #require(forecast["quantiles"] as? [String: String])
        #expect(quantiles.keys.sorted() == ["0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95"])
        #expect(quantiles["0.5"] == forecast["median"] as? String)
        #expect((forecast["probabilityOver"] as? [String: Double])?.keys.sorted() == ["0", "0.05", "0.1"])
        let reference = try #require(forecast["referenceClass"] as? [String: Any])
        #expect(reference["name"] as? String == "jobs" && reference["jobs"] as? Int == 3)
        #expect((statuses.last?["plainForecast"] as? [String: Any])?["method"] as? String == "progress-weighted")
    }

    @Test("forecasts all jobs of a folder, and a series by a reference")
    func folders() throws {
        try prepare()
        let all = try run("forecast", "--folder", "jobs", "--json", "--quiet").json()
        let jobs = try #require(all["jobs"] as? [[String: Any]])
        #expect(jobs.map { $0["job"] as? String } == ["spring", "summer", "autumn", "winter"])
        let paper = try run("forecast", "--folder", "jobs", "--quiet")
        #expect(paper.output.contains("Of 1 job under way"))
        let series = try run(
            "forecast", "--series", "jobs/winter.csv", "--reference", "jobs", "--budget", "1000", "--start",
            "2026-01-05",
            "--json", "--quiet"
        ).json()
        let last = try #require((series["statuses"] as? [[String: Any]])?.last)
        let reference = (last["forecast"] as? [String: Any])?["referenceClass"] as? [String: Any]
        #expect(reference?["jobs"] as? Int == 3)
    }

    @Test("refuses bad folders with 65, and all their faults")
    func faulty() throws {
        try prepare()
        try folder.write("period,status_date,pv,ev,ac\n1,soon,12abc,1,1\n", to: "jobs/spring.csv")
        try folder.write(
            "id,name,currency,bac,planned_start,planned_end\nspring,S,EUR,1000,2026-01-05,2026-03-27\n"
                + "gone,G,EUR,1000,2026-01-05,2026-03-27\n", to: "jobs/projects.csv")
        let run = try run("calibrate", "--folder", "jobs", "--csv", "rows.csv")
        #expect(run.status == 65)
        for id in ["cost.bad-date", "cost.bad-amount", "cost.no-job-file"] { #expect(run.errors.contains(id), "\(id)") }
        #expect(try !folder.files().contains("rows.csv"))
    }

    @Test("refuses a folder in which nothing is finished, and a job that is not listed")
    func nothing() throws {
        try prepare()
        #expect(try run("forecast", "--folder", "jobs", "--job", "wintr").errors.contains("cost.unknown-job"))
        try folder.write(
            "id,currency,bac,planned_start,planned_end\nwinter,EUR,1000,2026-01-05,2026-03-27\n",
            to: "jobs/projects.csv")
        let run = try run("calibrate", "--folder", "jobs")
        #expect(run.status == 65 && run.errors.contains("cost.nothing-to-calibrate"))
        #expect(try self.run("calibrate", "--folder", "none").status == 66)
    }

    @Test(
        "refuses options that make no sense with 64",
        arguments: [
            ["forecast"], ["forecast", "--folder", "jobs", "--series", "jobs/winter.csv"],
            ["forecast", "--folder", "jobs", "--budget", "1000"],
            ["forecast", "--series", "jobs/winter.csv", "--job", "winter"],
        ])
    func usage(arguments: [String]) throws {
        try prepare()
        #expect(try CommandRun(["cost"] + arguments, in: folder.url).status == 64)
    }
}
