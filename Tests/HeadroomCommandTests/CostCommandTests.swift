import Foundation
import Testing

@Suite("headroom cost forecast")
struct CostCommandTests {
    private let folder = try! TemporaryFolder()

    private static let series = """
        period,status_date,pv,ev,ac
        1,2026-09-04,250.00,250.00,300.00
        2,2026-09-11,500.00,500.00,600.00
        3,2026-09-18,750.00,,
        4,2026-09-25,1000.00,,

        """

    private func run(_ arguments: String...) throws -> CommandRun {
        try folder.write(Self.series, to: "film.csv")
        return try CommandRun(["cost", "forecast", "--series", "film.csv"] + arguments, in: folder.url)
    }

    @Test("prints the forecast and exits with 0")
    func text() throws {
        let run = try run("--currency", "CNY", "--start", "2026-08-31", "--approved", "1000")
        #expect(run.status == 0)
        #expect(run.output.contains("forecast to end CNY 138.94 over the approved CNY 1,000.00"))
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(run.errors == "")
    }

    @Test("answers in JSON as the contract states: money as text, figures that have no value null with a reason")
    func json() throws {
        let answer = try run("--currency", "CNY", "--start", "2026-08-31", "--json").json()
        #expect(answer["approved"] as? String == "1000.00")
        #expect(answer["approvedBasis"] as? String == "budget-at-completion")
        #expect(answer["costHeadroom"] as? String == "-138.94")
        let statuses = try #require(answer["statuses"] as? [[String: Any]])
        #expect(statuses.map { $0["period"] as? Int } == [1, 2])
        let last = statuses[1]
        #expect(last["statusDate"] as? String == "2026-09-11")
        #expect(last["earnedValue"] as? String == "500.00")
        #expect(last["currency"] as? String == "CNY")
        #expect(last["accruedCost"] is NSNull && last["accruedCostReason"] is String)
        #expect(last["earnedSchedule"] as? Double == 12)
        #expect(abs(try #require(last["costPerformanceIndex"] as? Double) - 5.0 / 6) < 1e-12)
        let estimates = try #require(last["estimateAtCompletion"] as? [String: Any])
        #expect(
            ["pf1", "cpi", "spi", "sci", "spit", "cpi80spi20"].map { estimates[$0] as? String } == [
                "1100.00", "1200.00", "1100.00", "1200.00", "1100.00", "1176.92",
            ])
        #expect(estimates["cpi3"] is NSNull && estimates["cpi3Reason"] is String)
        let forecast = try #require(last["forecast"] as? [String: Any])
        #expect(forecast["median"] as? String == "1138.94")
        #expect(forecast["quantiles"] is NSNull && forecast["quantilesReason"] is String)
        #expect((last["finish"] as? [String: Any])?["median"] as? Double == 26)
    }

    @Test("counts late invoices in when the activities are given")
    func tracking() throws {
        try folder.write("period,activity_id,ev,ac\n1,film,250,300\n2,film,300,600\n2,print,200,0\n", to: "t.csv")
        let answer = try run("--start", "2026-08-31", "--tracking", "t.csv", "--json").json()
        let last = try #require((answer["statuses"] as? [[String: Any]])?.last)
        #expect(last["accruedCost"] as? String == "800.00")
        #expect((last["forecast"] as? [String: Any])?["method"] as? String == "progress-weighted-accrued")
    }

    @Test("measures against the baseline, the budget and the approval that are given")
    func options() throws {
        try folder.write("day_end,pv\n2026-09-04,400\n2026-09-11,800\n2026-09-18,1200\n", to: "baseline.csv")
        let answer = try run(
            "--baseline", "baseline.csv", "--approved", "1500", "--budget", "1200.00", "--start", "2026-08-31T08:00",
            "--finish", "2026-09-18T17:00", "--json"
        ).json()
        #expect(answer["budgetAtCompletion"] as? String == "1200.00")
        #expect(answer["plannedStart"] as? String == "2026-08-31T08:00")
        #expect(answer["plannedFinish"] as? String == "2026-09-18T17:00")
        #expect((answer["costHeadroom"] as? String)?.hasPrefix("-") == false)
    }

    @Test("takes start, finish and budget from the activities as planned")
    func activities() throws {
        try folder.write(
            "activity_id,baseline_start,baseline_end,budget\nfilm,2026-08-31T08:00:00,2026-09-18T17:00:00,700.00\n"
                + "print,2026-09-07,2026-09-29,500.00\n", to: "activities.csv")
        let answer = try run("--activities", "activities.csv", "--json").json()
        #expect(answer["budgetAtCompletion"] as? String == "1200.00")
        #expect(answer["plannedStart"] as? String == "2026-08-31T08:00")
        #expect(answer["plannedFinish"] as? String == "2026-09-30T00:00")
        let stated = try run("--activities", "activities.csv", "--budget", "1300", "--json").json()
        #expect(stated["budgetAtCompletion"] as? String == "1300.00")
    }

    @Test("says on standard error what it took for granted")
    func assumptions() throws {
        let run = try run()
        #expect(run.status == 0)
        #expect(run.errors.contains("cost.currency-assumed") && run.errors.contains("cost.approval-assumed"))
        #expect(run.errors.contains("cost.start-assumed"))
    }

    @Test("exits with 1 under --strict when the forecast passes the approved amount")
    func strict() throws {
        #expect(try run("--strict").status == 1)
        #expect(try run("--strict", "--approved", "1200").status == 0)
    }

    @Test("writes papers in both languages")
    func papers() throws {
        for language in ["en", "zh-Hans"] {
            let run = try run("--out", "papers", "--format", "html,json", "--language", language)
            #expect(run.status == 0, "\(run.errors)")
        }
        #expect(
            try folder.files().filter { $0.hasPrefix("papers/") } == [
                "papers/film.cost.en.html", "papers/film.cost.json", "papers/film.cost.zh-Hans.html",
            ])
    }

    @Test("refuses a faulty series with 65 and every fault, and JSON that says the same")
    func faulty() throws {
        try folder.write("period,status_date,pv,ev,ac\n1,soon,12abc,1,1\n1,2026-09-11,5,4,3\n", to: "bad.csv")
        let run = try CommandRun("cost", "forecast", "--series", "bad.csv", "--json", in: folder.url)
        #expect(run.status == 65)
        #expect(run.errors.contains("bad.csv:2:3: error: “soon” is not a date [cost.bad-date]"))
        let findings = try #require(try run.json()["findings"] as? [[String: Any]])
        #expect(findings.map { $0["id"] as? String }.prefix(2) == ["cost.bad-date", "cost.bad-amount"])
    }

    @Test(
        "refuses options that make no sense with 64",
        arguments: [
            ["--currency", "EUX"], ["--approved", "12abc"], ["--approved", "0"], ["--approved", "1,000"],
            ["--budget", "0.00"], ["--start", "soon"], ["--finish", "2026-13-01"],
        ])
    func usage(arguments: [String]) throws {
        try folder.write(Self.series, to: "film.csv")
        let run = try CommandRun(["cost", "forecast", "--series", "film.csv"] + arguments, in: folder.url)
        #expect(run.status == 64)
        #expect(run.errors.contains(arguments[1]))
    }

    @Test("a file that is not there is 66")
    func missing() throws {
        #expect(try CommandRun("cost", "forecast", "--series", "none.csv", in: folder.url).status == 66)
    }
}
