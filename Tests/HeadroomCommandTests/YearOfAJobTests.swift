import Foundation
import Testing

/// A made job of a year, from estimate to close: see datasets/year-of-a-job.
@Suite("A job of a year, from its estimate to the close of its last month")
struct YearOfAJobTests {
    private let folder = try! TemporaryFolder()
    private static let dataset = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "datasets/year-of-a-job")

    private func cost(_ arguments: String...) throws -> CommandRun {
        let run = try CommandRun(["cost"] + arguments, in: folder.url)
        #expect(run.status == 0, "cost \(arguments.joined(separator: " ")): \(run.errors)")
        return run
    }

    private func file(_ name: String) -> String { Self.dataset.appending(path: name).path }

    /// Has a version of the estimate signed, within the agency and by the client.
    private func approve(_ version: Int, proposed: String, on day: String) throws {
        _ = try cost(
            "estimate", file("estimate-\(version).yaml"), "--propose", "--on", proposed, "--by", "account director")
        _ = try cost("approve", "jasmine-2025", "--on", proposed, "--internal", "finance director")
        _ = try cost("approve", "jasmine-2025", "--on", day, "--client", "marketing director")
    }

    private static let lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    /// Runs a month and closes it.
    private func close(_ month: Int) throws -> (status: [String: Any], close: [String: Any]) {
        let name = "2025-" + (month < 10 ? "0\(month)" : "\(month)")
        let last = "\(name)-\(Self.lastDays[month - 1])"
        let next = month == 12 ? "2026-01-03" : "2025-" + (month < 9 ? "0\(month + 1)" : "\(month + 1)") + "-03"
        _ = try cost("post", file("ledger-\(name).csv"), "--job", "jasmine-2025", "--on", last)
        let status = try cost("status", "jasmine-2025", "--on", last, "--json").json()
        let close = try cost(
            "close", "jasmine-2025", "--month", name, "--on", next, "--by", "finance", "--json"
        ).json()
        return (status, close)
    }

    private func amount(_ value: Any?) throws -> Decimal {
        try #require((value as? String).flatMap { Decimal(string: $0) })
    }

    /// Every sum of a reconciliation is zero.
    private func expectZero(_ answer: [String: Any]) throws {
        for part in try #require(answer["proof"] as? [[String: Any]]) { #expect(try amount(part["sum"]) == 0) }
        for side in ["client", "suppliers"] {
            for part in try #require(answer[side] as? [[String: Any]]) {
                #expect(try amount(part["difference"]) == 0, "\(side): \(part)")
            }
        }
        for line in try #require(answer["lines"] as? [[String: Any]]) {
            let parts = try ["accrued", "openCommitment", "uncommitted", "headroom"].map { try amount(line[$0]) }
            #expect(try amount(line["approved"]) - parts.reduce(0, +) == 0, "\(line)")
            let cost = try ["paid", "payable", "notInvoiced", "time", "rateDifference"].map { try amount(line[$0]) }
            #expect(try amount(line["accrued"]) - cost.reduce(0, +) == 0, "\(line)")
        }
    }

    /// A figure without a value says why, at every depth.
    private func expectReasons(_ value: Any) {
        if let list = value as? [Any] { list.forEach(expectReasons) }
        guard let object = value as? [String: Any] else { return }
        for (key, member) in object {
            if member is NSNull { #expect(object[key + "Reason"] is String || key == "place", "\(key) in \(object)") }
            expectReasons(member)
        }
    }

    private func warnings(_ status: [String: Any], _ level: String) throws -> [String] {
        try #require(status["warnings"] as? [[String: Any]]).filter { $0["level"] as? String == level }
            .compactMap { $0["rule"] as? String }
    }

    @Test("twelve months close to zero, the overspend is warned of in April, and a late invoice re-opens July")
    func year() throws {
        try approve(1, proposed: "2025-01-03", on: "2025-01-06")
        var warned: [Int] = []
        for month in 1...12 {
            if month == 4 { try approve(2, proposed: "2025-04-12", on: "2025-04-14") }
            if month == 8 { try approve(3, proposed: "2025-07-29", on: "2025-07-31") }
            let (status, close) = try close(month)
            try expectZero(close)
            for answer in [status, close] { expectReasons(answer) }
            // What the client was sent is one figure in both papers.
            let client = try #require(status["client"] as? [String: Any])
            #expect(
                try amount(client["invoiced"]) == amount(close["billed"]) + amount(close["retainerUnused"]))
            if month == 1 { #expect(try !warnings(status, "watch").contains("management-reserve-used")) }
            if try warnings(status, "warn").contains("overspend") { warned.append(month) }
            if month == 7 { try askClient() }
        }
        // From the second night of shooting until the second change order.
        #expect(warned == [4, 5, 6, 7])
        try expectRestatedJuly()
        try expectJudged()
    }

    /// Six spots were not shown, so they are in neither the cost nor the budget that a forecast of the job is judged by.
    private func expectJudged() throws {
        let run = try cost("calibrate", "--json")
        #expect(run.errors.contains("only 1 job is closed"))
        let job = try #require((run.json()["jobs"] as? [[String: Any]])?.first)
        let shown = try amount("8757448.00") - amount("48450.00")
        #expect(try job["job"] as? String == "jasmine-2025" && amount(job["budgetAtCompletion"]) == shown)
    }

    /// The letter asks for what is missing, and the answer is kept.
    private func askClient() throws {
        let asked = try cost("request", "jasmine-2025", "--on", "2025-07-31", "--json").json()
        expectReasons(asked)
        let request = try #require(asked["request"] as? [String: Any])
        // The autumn flight is ordered for 1 September, and with it the job passes what was approved.
        #expect(request["answerBy"] as? String == "2025-08-31")
        let missing = try amount(request["forecast"]) - amount(request["approved"])
        #expect(try amount(request["amount"]) == missing && missing > 0)
        _ = try cost(
            "request", "jasmine-2025", "--answer", "approved", "--amount", "\(missing)", "--by", "marketing director",
            "--on", "2025-07-31")
    }

    private func expectRestatedJuly() throws {
        let july = try cost("reconcile", "jasmine-2025", "--month", "2025-07", "--json").json()
        try expectZero(july)
        let close = try #require(july["close"] as? [String: Any])
        #expect(close["isRestated"] as? Bool == true)
        #expect(close["events"] as? [String] == ["HO-233"])
        let reported = try #require(close["reported"] as? [String: Any])
        let (before, after) = (reported["total"] as? [String: Any], july["total"] as? [String: Any])
        // HKD 312,000 invoiced at 0.9347, and HKD 12,000 of it beyond what was accrued.
        #expect(try amount(after?["invoiced"]) - amount(before?["invoiced"]) == amount("291595.20"))
        #expect(try amount(after?["accrued"]) - amount(before?["accrued"]) == amount("11207.55"))
    }
}
