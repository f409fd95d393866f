import Foundation
import Headroom
import Testing

@Suite("Deliveries of the same data")
struct SpendDeliveryTests {
    private static let google = ["d1_2018-08", "d2_2018-09", "d3_2019-06"].map { name in
        HouseTests.root.appending(path: "datasets/media/us_google_political_weekly_\(name).csv.gz").path
    }
    private let store = FileManager.default.temporaryDirectory.appending(path: "headroom-\(UUID().uuidString)/w.sqlite")

    private func json(_ answer: Answer) throws -> [String: Any] {
        let text = answer.json.serialized(pretty: false)
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func importAll(_ files: [String]) throws {
        for file in files { _ = try Answer.spendImport([file], into: store.path) }
    }

    /// The counts that datasets/media/README.md states, made by another program from the files themselves.
    struct Known: Sendable {
        let old: Int
        let counts: [String: Int]
        let totals: [String]
    }

    static let known = [
        Known(
            old: 0,
            counts: [
                "same": 1_314, "changed": 324, "vanished": 21, "lateAdded": 258, "new": 927, "renamed": 5,
                "reclassified": 0, "rekeyed": 0,
            ], totals: ["6437100.00", "6787600.00"]),
        Known(
            old: 1,
            counts: [
                "same": 2_198, "changed": 546, "vanished": 79, "lateAdded": 373, "new": 7_713, "renamed": 12,
                "reclassified": 0, "rekeyed": 0,
            ], totals: ["14435300.00", "13400700.00"]),
    ]

    @Test(
        "the three Google deliveries differ by exactly the rows that are known, as files and as stored",
        arguments: known)
    func google(known: Known) throws {
        defer { try? FileManager.default.removeItem(at: store.deletingLastPathComponent()) }
        let files = try json(Answer.spendDiff(from: Self.google[known.old], to: Self.google[known.old + 1]))
        try importAll(Array(Self.google[known.old...known.old + 1]))
        let stored = try json(Answer.spendDiff(of: 2, against: 1, in: store.path))
        for answer in [files, stored] {
            let counts = try #require(answer["counts"] as? [String: Int])
            for (name, count) in known.counts {
                #expect(counts[name] == count, "\(name)")
                if name != "rekeyed" { #expect(answer[name] as? Int == count, "\(name)") }
            }
            let totals = try #require(answer["totals"] as? [String: Any])
            #expect([totals["before"] as? String, totals["after"] as? String] == known.totals)
            let months = try #require(answer["months"] as? [[String: Any]])
            for month in months where month["before"] is NSNull {
                #expect(month["beforeReason"] as? String == "not-delivered")
                #expect(month["changeReason"] as? String == "not-delivered")
            }
        }
    }

    @Test("an import says what became of months that were delivered before")
    func reissue() throws {
        defer { try? FileManager.default.removeItem(at: store.deletingLastPathComponent()) }
        try importAll([Self.google[0]])
        let answer = try json(Answer.spendImport([Self.google[1]], into: store.path))
        let delivery = try #require((answer["deliveries"] as? [[String: Any]])?.first)
        let counts = try #require((delivery["reissued"] as? [String: Any])?["counts"] as? [String: Int])
        #expect(counts["changed"] == 324)
        #expect(counts["vanished"] == 21)
        #expect(counts["lateAdded"] == 258)
        let again = try json(Answer.spendImport([Self.google[1]], into: store.path))
        let known = try #require((again["deliveries"] as? [[String: Any]])?.first)
        #expect(known["state"] as? String == "already-stored")
        #expect(known["reissued"] == nil)
        #expect(known["delivery"] as? Int == 2)
    }

    @Test("a published report is made again byte for byte after its months were delivered anew and names changed")
    func published() throws {
        defer { try? FileManager.default.removeItem(at: store.deletingLastPathComponent()) }
        let july = try #require(CivilMonth("2018-07"))
        func report(asOf delivery: Int64?) throws -> [String] {
            let question = SpendQuestion(month: july, asOf: delivery.map(DeliveryID.init(rawValue:)))
            let answer = try Answer.spendReport(on: question, in: store.path)
            return [answer.json.serialized(pretty: true)]
                + (try Language.allCases.flatMap { language in
                    try [RenderingForm.html, .text, .csv].flatMap { form in
                        try form.renderer.render(answer.report(in: language)).files.map {
                            String(decoding: $0.bytes, as: UTF8.self)
                        }
                    }
                })
        }
        var papers: [[String]] = []
        for file in Self.google {
            try importAll([file])
            papers.append(try report(asOf: nil))
        }
        #expect(papers[0] != papers[1])
        #expect(papers[0][0].contains("ELECTRIC SYMPHONY") == false)
        #expect(papers[2] != papers[1])
        for (number, paper) in papers.enumerated() { #expect(try report(asOf: Int64(number + 1)) == paper) }
        let answer = try json(
            Answer.spendReport(on: SpendQuestion(month: july, asOf: DeliveryID(rawValue: 2)), in: store.path))
        let origins = try #require(answer["deliveries"] as? [[String: Any]])
        #expect(origins.map { $0["month"] as? String } == ["2018-05", "2018-06", "2018-07"])
        #expect(origins.allSatisfy { $0["delivery"] as? Int == 2 && $0["restated"] as? Bool == true })
        #expect(answer["asOf"] as? Int == 2)
        #expect(throws: Rejection.self) { try report(asOf: 0) }
    }

    @Test("a cube of the workspace is read as of a delivery too; the later of two files speaks for a month")
    func cubes() throws {
        defer { try? FileManager.default.removeItem(at: store.deletingLastPathComponent()) }
        try importAll(Self.google)
        func total(_ delivery: Int64?) throws -> [String: Int64] {
            let cube = try SpendCube(
                store: store.path, source: nil, by: [.month], asOf: delivery.map(DeliveryID.init(rawValue:))
            ).cube
            return Dictionary(
                uniqueKeysWithValues: (0..<cube.count).map { (cube.name(of: $0, in: .month), cube.spend[$0]) })
        }
        func file(_ number: Int) throws -> [String: Int64] {
            let cube = try SpendCube(adding: [Self.google[number]], by: [.month]).cube
            return Dictionary(
                uniqueKeysWithValues: (0..<cube.count).map { (cube.name(of: $0, in: .month), cube.spend[$0]) })
        }
        for number in 0..<3 { #expect(try total(Int64(number + 1)) == file(number)) }
        #expect(try total(nil) == file(2))
        #expect(throws: Rejection.self) { try total(0) }
    }

    @Test("stored deliveries that do not exist are refused, with those that do")
    func unknownDeliveries() throws {
        defer { try? FileManager.default.removeItem(at: store.deletingLastPathComponent()) }
        try importAll([Self.google[0]])
        let rejection = #expect(throws: Rejection.self) { try Answer.spendDiff(of: 7, against: 1, in: store.path) }
        #expect(rejection?.findings.map(\.id) == ["spend.unknown-delivery"])
        #expect(rejection?.findings.first?.advice.contains("1 (us_google") == true)
    }
}
