import Foundation
import Testing

@Suite("headroom cost post, close, reconcile and journal")
struct LedgerCommandTests {
    private let folder = try! TemporaryFolder()

    private static let events = """
        id,date,kind,line,order,party,amount,currency,tax,book_amount,rate,due,settles
        PO-1,2026-02-02,order,film,,Harbour Films,480000.00,HKD,,,0.9215,,
        PO-2,2026-02-03,order,tv:north,,North TV,153000.00,,,,,,
        W-1,2026-03-10,work-done,,PO-1,,200000.00,HKD,,,0.92,,
        INV-1,2026-03-12,invoice,,PO-1,,250000,HKD,,,0.925,2026-04-11,
        PAY-1,2026-03-30,payment,,,,250000,HKD,,230000.00,,,INV-1
        INV-2,2026-03-31,invoice,,PO-2,,76500.00,,4590.00,,,2026-04-30,
        B-1,2026-03-05,bill,,,Example Tea,200000,,12000,,,2026-03-20,
        R-1,2026-03-30,receipt,,,,100000,,,,,,B-1
        T-1,2026-03-31,time,fee,,,30000,,,,,,

        """

    private func run(_ arguments: String...) throws -> CommandRun {
        try CommandRun(["cost"] + arguments, in: folder.url)
    }

    private func post(_ text: String = events, _ name: String = "march.csv") throws -> CommandRun {
        try folder.write(text, to: name)
        return try run("post", name, "--job", "spring", "--currency", "CNY", "--on", "2026-04-01", "--json")
    }

    private func job(_ run: CommandRun) throws -> [String: Any] {
        let jobs = try run.json()["jobs"] as? [[String: Any]]
        return try #require(jobs?.first)
    }

    @Test("posts a file once, and the same file again changes nothing")
    func idempotence() throws {
        let first = try job(post())
        #expect(first["posted"] as? Int == 9 && first["skipped"] as? Int == 0)
        let sums = (first["proof"] as? [[String: Any]])?.map { $0["sum"] as? String }
        #expect(sums == ["0.00", "0.00"])
        let again = try job(post())
        #expect(again["posted"] as? Int == 0 && again["skipped"] as? Int == 9)
    }

    @Test("a changed document is refused with 65, says what changed, and nothing of the file is posted")
    func changed() throws {
        _ = try post()
        let run = try post(
            Self.events.replacingOccurrences(of: "153000.00", with: "154000.00") + "T-2,2026-04-01,time,fee,,,1,,,,,,\n"
        )
        #expect(run.status == 65)
        #expect(run.errors.contains("amount 154000.00 CNY, before 153000.00 CNY"))
        #expect(try job(post())["skipped"] as? Int == 9)
    }

    @Test("lines that cannot be read do not hide the faults of the others")
    func allFaults() throws {
        let run = try post(
            """
            id,date,kind,line,order,amount
            A,2026-02-31,expense,fee,,1
            B,2026-02-01,expense,fee,,1.234
            C,2026-02-01,work-done,,PO-9,1
            """)
        #expect(run.status == 65)
        let found = try #require(try run.json()["findings"] as? [[String: Any]])
        let errors = found.filter { $0["severity"] as? String == "error" }.compactMap { $0["id"] as? String }
        #expect(errors == ["cost.bad-date", "cost.too-many-decimals", "cost.unknown-order"])
        #expect(try folder.files() == ["march.csv"])
    }

    @Test("work on an order that was closed in the books is posted with a warning")
    func closedOrder() throws {
        _ = try post()
        _ = try post("id,date,kind,order\nC-1,2026-03-31,order-closed,PO-1\n", "closed.csv")
        let late = "id,date,kind,order,amount,currency,rate\nW-9,2026-04-01,work-done,PO-1,1,HKD,0.92\n"
        let run = try post(late, "late.csv")
        #expect(run.status == 0 && run.errors.contains("cost.order-closed"))
    }

    @Test("closes months in their order and once; a late event re-opens a month, which shows both figures")
    func closing() throws {
        _ = try post()
        let early = try run("close", "spring", "--month", "2026-03", "--on", "2026-04-02", "--by", "Li")
        #expect(early.status == 65 && early.errors.contains("cost.former-month-open"))
        #expect(try run("close", "spring", "--month", "2026-02", "--on", "2026-04-02", "--by", "Li").status == 0)
        #expect(try run("close", "spring", "--month", "2026-03", "--on", "2026-04-02", "--by", "Li").status == 0)
        let twice = try run("close", "spring", "--month", "2026-03", "--on", "2026-04-03", "--by", "Li")
        #expect(twice.status == 65 && twice.errors.contains("cost.closed-already"))
        let late = try post("id,date,kind,line,order,amount\nW-2,2026-03-20,work-done,,PO-2,100000\n", "late.csv")
        #expect(late.errors.contains("cost.closed-month"))
        #expect(try job(late)["reopened"] as? [String] == ["2026-03"])
        let answer = try run("reconcile", "spring", "--month", "2026-03", "--json").json()
        let close = try #require(answer["close"] as? [String: Any])
        #expect(close["isRestated"] as? Bool == true && close["events"] as? [String] == ["W-2"])
        let second = try run("close", "spring", "--month", "2026-03", "--on", "2026-04-09", "--by", "Li", "--json")
            .json()
        #expect((second["close"] as? [String: Any])?["edition"] as? Int == 2)
    }

    @Test("a job of which nothing but progress is known is closed from its first month on")
    func onlyProgress() throws {
        _ = try post("id,date,kind,line,percent\nP-1,2026-02-10,progress,film,10%\n")
        #expect(try run("close", "spring", "--month", "2026-02", "--on", "2026-03-02", "--by", "Li").status == 0)
        let gap = try run("close", "spring", "--month", "2026-04", "--on", "2026-05-02", "--by", "Li")
        #expect(gap.status == 65 && gap.errors.contains("2026-03 of “spring” is not closed yet"))
    }

    @Test("a reconciliation closes to zero, with what is due by age and how late it is paid")
    func reconciliation() throws {
        _ = try post()
        let answer = try run("reconcile", "spring", "--month", "2026-03", "--json").json()
        #expect(answer["costHeadroom"] is NSNull && answer["costHeadroomReason"] as? String == "nothing-approved")
        #expect(answer["approvedCost"] is NSNull && answer["contingency"] is NSNull)
        let lines = try #require(answer["lines"] as? [[String: Any]])
        #expect(lines.map { $0["accrued"] as? String } == ["30000.00", "230250.00", "76500.00"])
        #expect(lines.map { $0["rateDifference"] as? String } == ["0.00", "-1000.00", "0.00"])
        for side in ["client", "suppliers"] {
            let sums = try #require(answer[side] as? [[String: Any]])
            #expect(sums.allSatisfy { $0["difference"] as? String == "0.00" })
        }
        let client = try #require((answer["receivables"] as? [[String: Any]])?.first)
        #expect(client["days0To30"] as? String == "112000.00" && client["collectionDelayDays"] as? Double == 10)
    }

    @Test("exit codes: no workspace 66, an unknown job 65, wrong usage 64")
    func failures() throws {
        #expect(try run("reconcile", "spring", "--month", "2026-03").status == 66)
        try folder.write("no workspace", to: "text.sqlite")
        let damaged = try run("reconcile", "spring", "--month", "2026-03", "--store", "text.sqlite", "--json")
        let found = try #require(try damaged.json()["findings"] as? [[String: Any]])
        #expect(damaged.status == 74 && found.map { $0["id"] as? String } == ["failure.input-output"])
        _ = try post()
        #expect(try run("reconcile", "sprng", "--month", "2026-03").status == 65)
        #expect(try run("reconcile", "spring", "--month", "March").status == 64)
        let nameless = try run("post", "march.csv", "--job", "", "--currency", "CNY")
        #expect(nameless.status == 65 && nameless.errors.contains("cost.bad-id"))
    }

    // MARK: The journal

    private static let hledger = "/usr/bin/hledger"

    @Test(
        "hledger reads the journal and agrees on every balance",
        .enabled(if: FileManager.default.isExecutableFile(atPath: hledger), "hledger is not installed"))
    func journal() throws {
        _ = try post()
        #expect(try run("journal", "spring", "-o", "books.journal").status == 0)
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: Self.hledger)
        process.arguments = ["-f", folder.url.appending(path: "books.journal").path, "bal", "-N", "-O", "csv"]
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let expected = [
            "\"assets:bank\",\"-130000.00 CNY\"", "\"assets:input-tax\",\"4590.00 CNY\"",
            "\"assets:receivable:Example Tea\",\"112000.00 CNY\"", "\"cost:fee\",\"30000.00 CNY\"",
            "\"cost:film\",\"230250.00 CNY\"", "\"cost:tv%3Anorth\",\"76500.00 CNY\"",
            "\"equity:exchange\",\"-250.00 CNY\"", "\"equity:time-worked\",\"-30000.00 CNY\"",
            "\"liabilities:output-tax\",\"-12000.00 CNY\"", "\"liabilities:payable:North TV\",\"-81090.00 CNY\"",
            "\"memorandum:commitments\",\"-153000.00 CNY, -480000.00 HKD\"",
            "\"memorandum:ordered:PO-1:film\",\"480000.00 HKD\"",
            "\"memorandum:ordered:PO-2:tv%3Anorth\",\"153000.00 CNY\"", "\"revenue\",\"-200000.00 CNY\"",
        ]
        #expect(text.split(separator: "\n").dropFirst().map(String.init) == expected)
    }

    // MARK: Two at once

    /// A file of own time under the numbers `A-0` to `A-1499`.
    private func writeMany(_ prefix: String, amount: String = "1.00", to name: String) throws {
        var lines = ["id,date,kind,line,amount"]
        for number in 0..<1_500 { lines.append("\(prefix)-\(number),2026-03-01,time,fee,\(amount)") }
        try folder.write(lines.joined(separator: "\n"), to: name)
    }

    /// Two programs that post to one job at the same moment; the first two make the workspace as well.
    private func postTogether(_ files: [String], to job: String) async throws -> [CommandRun] {
        let (folder, post) = (folder.url, ["cost", "post"])
        let options = ["--job", job, "--currency", "CNY", "--json", "--quiet"]
        async let first = CommandRun(post + [files[0]] + options, in: folder)
        async let second = CommandRun(post + [files[1]] + options, in: folder)
        return [try await first, try await second]
    }

    /// Posted events of each run, and that the books balance after it; `nil` for one that is told to try again.
    private func posted(_ run: CommandRun) throws -> Int? {
        guard run.status == 0 else {
            #expect(run.status == 75 && run.errors.contains("another program is writing to it"), "\(run.errors)")
            return nil
        }
        let job = try job(run)
        #expect((job["proof"] as? [[String: Any]])?.map { $0["sum"] as? String } == ["0.00"])
        return job["posted"] as? Int
    }

    @Test("two that post at once both land or are told to try again, and each event is booked once")
    func together() async throws {
        try writeMany("A", to: "a.csv")
        try writeMany("B", to: "b.csv")
        for (round, files) in [["a.csv", "b.csv"], ["a.csv", "a.csv"], ["b.csv", "a.csv"]].enumerated() {
            var landed = try await postTogether(files, to: "job\(round)").compactMap { try posted($0) }.reduce(0, +)
            // Whoever was told to try again does so.
            for file in files {
                landed += try #require(
                    try posted(run("post", file, "--job", "job\(round)", "--currency", "CNY", "--json", "--quiet")))
            }
            #expect(landed == 1_500 * Set(files).count, "round \(round)")
            let status = try run("reconcile", "job\(round)", "--month", "2026-03", "--json").json()
            let lines = try #require(status["lines"] as? [[String: Any]])
            #expect(lines.map { $0["accrued"] as? String } == ["\(landed).00"])
        }
    }

    @Test("of two that state the same documents differently at once one is refused, and says what differs")
    func contradiction() async throws {
        try writeMany("A", to: "a.csv")
        try writeMany("A", amount: "2.00", to: "other.csv")
        let runs = try await postTogether(["a.csv", "other.csv"], to: "spring")
        #expect(runs.count { $0.status == 0 } == 1)
        let refused = try #require(runs.first { $0.status != 0 })
        #expect(refused.status == 75 || refused.errors.contains("before"), "\(refused.errors.prefix(200))")
        let again = try ["a.csv", "other.csv"].map {
            try run("post", $0, "--job", "spring", "--currency", "CNY", "--json", "--quiet").status
        }
        #expect(again.sorted() == [0, 65])
    }

    // MARK: Killed in the middle

    @Test("a posting that is killed leaves nothing or all, a hundred times")
    func killed() throws {
        try writeMany("T", to: "many.csv")
        let command = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "headroom")
        for attempt in 0..<100 {
            let process = Process()
            process.executableURL = command
            process.arguments = ["cost", "post", "many.csv", "--job", "job\(attempt)", "--currency", "CNY"]
            process.currentDirectoryURL = folder.url
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32(attempt) * 4_000)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let again = try run("post", "many.csv", "--job", "job\(attempt)", "--currency", "CNY", "--json", "--quiet")
            let job = try job(again)
            let counts = (job["posted"] as? Int, job["skipped"] as? Int)
            #expect(counts == (1_500, 0) || counts == (0, 1_500), "attempt \(attempt): \(counts)")
        }
    }
}
