import Foundation
import Headroom
import Testing

/// Four sound months of eight channels, one ad a day each, and what a vendor may do to the fifth.
@Suite("What is let into a workspace")
struct SpendGateTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "headroom-\(UUID().uuidString)")
    private var store: String { folder.appending(path: "w.sqlite").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private static let header =
        "date,month,category,advertiser,brand,product,medium,vehicle,region,daypart,ad_length_s,insertions,spend,currency\n"

    /// One line an ad, by channel and day.
    private func month(_ month: Int, channels: ClosedRange<Int> = 1...8, price: Int = 1) -> [String] {
        (1...28).flatMap { day in
            channels.map { channel in
                let date = "2025-0\(month)-\(day < 10 ? "0" : "")\(day)"
                return "\(date),2025-0\(month),Beer,Owner \(channel % 3),Brand \(channel),P,TV,Channel \(channel),"
                    + "North,Prime,30,2,\(channel * 100 * price).00,CNY\n"
            }
        }
    }

    private func write(_ lines: [String], _ name: String) throws -> String {
        let file = folder.appending(path: name)
        try Data((Self.header + lines.joined()).utf8).write(to: file)
        return file.path
    }

    private func deliver(_ lines: [String], _ name: String, gate: SpendGate = SpendGate()) throws -> [String: Any] {
        let answer = try Answer.spendImport([write(lines, name)], gate: gate, into: store)
        let text = answer.json.serialized(pretty: false)
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func deliverSoundMonths() throws {
        for number in 1...4 {
            let answer = try deliver(month(number), "\(number).csv")
            #expect((answer["findings"] as? [Any])?.isEmpty == true)
        }
    }

    private func state(_ answer: [String: Any]) -> String? {
        (answer["deliveries"] as? [[String: Any]])?.first?["state"] as? String
    }

    private func rules(_ answer: [String: Any]) -> [String] {
        let quality = (answer["deliveries"] as? [[String: Any]])?.first?["quality"] as? [String: Any]
        return (quality?["issues"] as? [[String: Any]])?.compactMap { $0["rule"] as? String } ?? []
    }

    @Test("a blocked file leaves the workspace as it was, byte by byte, and all that was found is said")
    func blocked() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try deliverSoundMonths()
        let before = try Data(contentsOf: URL(filePath: store))
        let answer = try deliver(month(5, channels: 1...4), "5.csv")
        #expect(state(answer) == "blocked")
        #expect(answer["isBlocked"] as? Bool == true)
        #expect(rules(answer) == ["missing-vehicle"])
        let finding = try #require((answer["findings"] as? [[String: Any]])?.first)
        #expect(finding["id"] as? String == "spend.missing-vehicle")
        #expect(finding["severity"] as? String == "error")
        #expect((finding["message"] as? String)?.contains("Channel 8, Channel 7, Channel 6, Channel 5") == true)
        #expect((finding["advice"] as? String)?.contains("--accept missing-vehicle") == true)
        #expect(try Data(contentsOf: URL(filePath: store)) == before)
    }

    @Test("what is accepted is stored, and is kept with who and why")
    func accepted() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try deliverSoundMonths()
        let word = QualityAcceptance(.missingVehicle, by: "Li Na", because: "four channels went off air in May")
        let answer = try deliver(month(5, channels: 1...4), "5.csv", gate: SpendGate(acceptances: [word]))
        #expect(state(answer) == "stored")
        let checks = try Answer.spendChecks(in: store)
        let text = checks.json.serialized(pretty: false)
        #expect(text.contains("\"accepted\":[{\"rule\":\"missing-vehicle\",\"by\":\"Li Na\""))
        let paper = try checks.report(in: .english).rendered(as: .text(width: 200)).text
        #expect(paper.contains("Accepted by Li Na: four channels went off air in May"))
        let report = try Answer.spendReport(on: SpendQuestion(month: try #require(CivilMonth("2025-05"))), in: store)
        #expect(report.json.serialized(pretty: false).contains("four channels went off air in May"))
    }

    @Test("a report on a month that ends early says so first, and where it stands")
    func partialMonth() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try deliverSoundMonths()
        _ = try deliver(month(5).filter { $0 < "2025-05-13" }, "5.csv")
        let answer = try Answer.spendReport(on: SpendQuestion(month: try #require(CivilMonth("2025-05"))), in: store)
        #expect(answer.findings.map(\.id).contains("spend.partial-month"))
        #expect(answer.json.serialized(pretty: false).contains("\"lastDay\":\"2025-05-12\""))
        for (language, words) in [
            (Language.english, "May 2025 was delivered only up to"), (.simplifiedChinese, "2025年5月的数据仅截至"),
        ] {
            let report = answer.report(in: language)
            #expect(report.headline.sentences.last?.hasPrefix(words) == true)
            #expect(report.headline.tone == .warning)
        }
        // Seen from June, the month before is known in part.
        _ = try deliver(month(6), "6.csv")
        let june = try Answer.spendReport(on: SpendQuestion(month: try #require(CivilMonth("2025-06"))), in: store)
        #expect(june.findings.map(\.message) == ["2025-05 was delivered only up to 2025-05-12"])
    }

    @Test("no workspace is made for a file that is blocked or faulty")
    func noBlankWorkspace() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let answer = try deliver(month(1) + month(1), "twice.csv")
        #expect(state(answer) == "blocked")
        #expect(rules(answer) == ["duplicate-rows"])
        #expect(throws: Rejection.self) { try deliver(["2025-01-01,2025-13,,,,,,,,,,,x,CNY\n"], "faulty.csv") }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["faulty.csv", "twice.csv"])
    }

    @Test("files are stored together or not at all, each judged by those before it")
    func together() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try (1...4).map { try write(month($0), "\($0).csv") } + [write(month(5, channels: 1...4), "5.csv")]
        let answer = try Answer.spendImport(files, into: store)
        #expect(answer.isNegative)
        #expect(!FileManager.default.fileExists(atPath: store))
        let report = try answer.report(in: .english).rendered(as: .text(width: 200)).text
        #expect(report.contains("“5.csv” is blocked by 1 check; nothing was stored."))
        #expect(report.contains("“1.csv” was not stored either"))
        #expect(try !Answer.spendImport(Array(files.prefix(4)), into: store).isNegative)
        #expect(try Workspace(at: store).deliveries().count == 4)
    }

    @Test("a rules file decides what blocks")
    func rules() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try deliverSoundMonths()
        let mild = try SpendGate(
            rulesFile: InputFile(
                path: "rules.yaml", bytes: Array("missing-vehicle: {severity: warning, blocked above: never}\n".utf8)))
        #expect(state(try deliver(month(5, channels: 1...4), "5.csv", gate: mild)) == "stored")
        let strict = try SpendGate(
            rulesFile: InputFile(path: "rules.yaml", bytes: Array("partial-month: {severity: blocked, days: 0}\n".utf8))
        )
        let early = month(6).filter { !$0.hasPrefix("2025-06-28") && !$0.hasPrefix("2025-06-27") }
        #expect(state(try deliver(early, "6.csv", gate: strict)) == "blocked")
        #expect(state(try deliver(early, "6.csv", gate: SpendGate())) == "stored")
    }

    @Test("amounts in another unit are blocked where insertions are counted")
    func anotherUnit() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for number in 1...7 { _ = try deliver(month(number), "\(number).csv") }
        let answer = try deliver(month(8, price: 1_000), "8.csv")
        #expect(state(answer) == "blocked")
        #expect(rules(answer) == ["unit-price"])
    }

    @Test("a re-issued month is judged by the months before it, not by itself, and told apart from the old one")
    func reissued() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try deliverSoundMonths()
        var lines = month(4)
        lines[0] = lines[0].replacing("100.00", with: "150.00")
        lines.remove(at: 9)
        lines.append(lines[5].replacing("Brand 6", with: "Brand 9"))
        let answer = try deliver(lines, "4b.csv")
        #expect(state(answer) == "stored")
        let delivery = try #require((answer["deliveries"] as? [[String: Any]])?.first)
        let counts = try #require((delivery["reissued"] as? [String: Any])?["counts"] as? [String: Int])
        #expect(counts["changed"] == 1)
        #expect(counts["vanished"] == 1)
        #expect(counts["lateAdded"] == 1)
        #expect(counts["same"] == 222)
        let stored = try Answer.spendDiff(of: 5, against: 4, in: store).json.serialized(pretty: false)
        #expect(stored.contains("\"same\":222"))
    }
}
