import Foundation
import Headroom
import Testing

@Suite("The spending report as JSON")
struct SpendReportTests {
    /// A generated month file and the answers that another program gave for it.
    struct Known: Sendable, CustomTestStringConvertible {
        let file: URL
        let answers: URL
        var testDescription: String { file.lastPathComponent }
        var isPresent: Bool { FileManager.default.fileExists(atPath: file.path) }

        static let small = Known("datasets/media/occurrences_five_categories", in: HouseTests.root)
        static let large = Known(
            "data/media/gen_occurrences_100k_seed7",
            in: ProcessInfo.processInfo.environment["HEADROOM_SHARED"].map { URL(filePath: $0) }
                ?? HouseTests.root.appending(path: "../shared"))
        static let present = [small, large].filter(\.isPresent)

        private init(_ name: String, in folder: URL) {
            file = folder.appending(path: "\(name).csv.gz")
            answers = folder.appending(path: "\(name).answers.json")
        }

        func answer() throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: answers)) as? [String: Any])
        }
    }

    @Test("gives the concentration, entrants and decomposition that were published", arguments: Known.present)
    func published(known: Known) throws {
        let answer = try report(on: SpendQuestion(month: december), of: known)
        let published = try known.answer()

        let concentration = try objects("concentration", of: answer)
        let hhi = try #require(published["hhi"] as? [[Any]])
        #expect(concentration.count == hhi.count)
        for line in hhi {
            let category = try #require(line[0] as? String)
            let found = try #require(concentration.first { $0["category"] as? String == category }, "\(category)")
            #expect(try abs(number(found["herfindahl"]) - number(line[1])) < 1e-6)
            #expect(found["brands"] as? Int == line[2] as? Int)
        }

        let entrants = try objects("entrants", of: answer).compactMap { $0["brand"] as? String }
        #expect(entrants.sorted() == (published["new_after_12m_silence"] as? [String])?.sorted())

        let parts = ["from", "to", "volume", "mix", "price", "new", "lost"]
        let changes = try objects("decomposition", of: answer)
        for line in try #require(published["pvm"] as? [[Any]]) {
            let found = try #require(changes.first { $0["category"] as? String == line[0] as? String })
            for (position, part) in parts.enumerated() {
                #expect(try abs(number(found[part]) - number(line[position + 1])) < 0.011, "\(line[0]) \(part)")
            }
            #expect(found["residual"] as? String == "0.00")
        }
    }

    @Test("has every member that the contract states, and for each that is null the reason")
    func shape() throws {
        let answer = try report(on: SpendQuestion(month: december), of: .small)
        #expect((answer["headroom"] as? [String: Any])?["version"] is String)
        let shares = try #require(answer["sov"] as? [String: [[String: Any]]])
        #expect(shares.keys.sorted() == ["Bottled Water", "Snacks", "啤酒", "护肤品", "饮料"].sorted())
        let members: [(String, [[String: Any]], [String])] = [
            (
                "sov", shares.values.flatMap(\.self),
                [
                    "brand", "spend", "share", "rank", "previousSpend", "previousRank", "monthOnMonth", "yearAgoSpend",
                    "yearOnYear",
                ]
            ),
            ("mat", try objects("mat", of: answer), ["brand", "mat", "matPrevious", "growth"]),
            (
                "mediaMix", try objects("mediaMix", of: answer),
                ["category", "medium", "month", "yearAgo", "yearToDate", "yearToDatePrevious"]
            ),
            ("movers", try objects("movers", of: answer), ["brand", "spend", "previousSpend", "change"]),
            ("entrants", try objects("entrants", of: answer), ["brand", "spend"]),
            ("lapsed", try objects("lapsed", of: answer), ["brand", "previousSpend"]),
        ]
        for (list, lines, keys) in members {
            #expect(!lines.isEmpty, "\(list)")
            for line in lines {
                for key in keys {
                    let value = try #require(line[key], "\(list): \(key)")
                    if value is NSNull { #expect(line["\(key)Reason"] is String, "\(list): \(key)") }
                }
            }
        }
        #expect(try objects("movers", of: answer).count == 50)
        for lines in shares.values {
            let shown = try lines.reduce(0) { try $0 + number($1["share"]) }
            #expect(abs(shown - 1) < 1e-9)
        }
    }

    @Test("tells when brands were on the air: periods and flights add up, and the client meets its rivals")
    func flights() throws {
        let answer = try report(
            on: SpendQuestion(month: december, category: "Snacks", brand: "君明优品"), of: .small)
        let flights = try #require(answer["flights"] as? [String: Any])
        #expect(flights["unit"] as? String == "week")
        #expect(flights["from"] as? String == "2025-01")
        let periods = try objects("periods", of: flights)
        #expect(periods.count == 53)
        let brands = try objects("brands", of: flights)
        #expect(brands.first?["brand"] as? String == "君明优品")
        #expect(brands.map { $0["isClient"] as? Bool }.filter { $0 == true }.count == 1)
        for brand in brands {
            for line in try [brand] + objects("media", of: brand) {
                let counts = ["periodsOnAir", "periodsOffAir", "periodsUnknown"].compactMap { line[$0] as? Int }
                #expect(counts.reduce(0, +) == periods.count)
                let spend = try objects("flights", of: line).reduce(0) { try $0 + number($1["spend"]) }
                #expect(try abs(spend - number(line["spend"])) < 0.005)
            }
        }
        let overlap = try objects("overlap", of: flights)
        #expect(overlap.count { $0["medium"] is NSNull } == brands.count - 1)
        let patterns = try #require(answer["patterns"] as? [String: Any])
        let dayparts = try #require((patterns["daypart"] as? [String: Any])?["set"] as? [String: Any])
        let shares = try objects("parts", of: dayparts).reduce(0) { try $0 + number($1["share"]) }
        #expect(abs(shares - 1) < 1e-9)
    }

    @Test("states an outlook whose parts add up, and sentences with their figures in both languages")
    func outlook() throws {
        let question = SpendQuestion(month: december, category: "Snacks", brand: "君明优品", decomposition: .logarithmic)
        let answer = try report(on: question, of: .small)
        let outlook = try #require(answer["outlook"] as? [String: Any])
        #expect(outlook["months"] as? [String] == ["2026-01", "2026-02", "2026-03"])
        let lines = try objects("lines", of: outlook)
        func expected(_ line: [String: Any], _ place: Int) throws -> Double {
            try number(try objects("months", of: line)[place]["expected"])
        }
        for place in 0..<3 {
            let total = try expected(try #require(lines.first { $0["kind"] as? String == "total" }), place)
            for kind in ["brand", "medium"] {
                let parts = lines.filter { $0["kind"] as? String == kind }
                #expect(try abs(parts.reduce(0) { try $0 + expected($1, place) } - total) < 0.005, "\(kind)")
            }
        }
        #expect((answer["outlookCheck"] as? [String: Any])?["isAsPublished"] as? Bool == false)
        #expect(answer["decompositionMethod"] as? String == "lmdi")
        let commentary = try objects("commentary", of: answer)
        #expect(commentary.count > 6)
        for line in commentary {
            let text = try #require(line["text"] as? [String: String])
            #expect(text.keys.sorted() == ["en", "zh-Hans"])
            for figure in try objects("figures", of: line) {
                #expect(StatedFigure.Measure(rawValue: figure["measure"] as? String ?? "") != nil)
                #expect(!(figure["value"] is NSNull))
            }
        }
    }

    @Test("ranks as sports do, and takes growth over the amounts beside it")
    func figures() throws {
        let answer = try report(on: SpendQuestion(month: december, category: "Snacks"), of: .small)
        let lines = try #require((answer["sov"] as? [String: [[String: Any]]])?["Snacks"])
        let spend = try lines.map { try number($0["spend"]) }
        for (line, amount) in zip(lines, spend) where amount > 0 {
            #expect(line["rank"] as? Int == 1 + spend.count { $0 > amount })
            let before = try number(line["previousSpend"])
            if before > 0 { #expect(try abs(number(line["monthOnMonth"]) - (amount / before - 1)) < 1e-9) }
            if before == 0 { #expect(line["monthOnMonthReason"] as? String == "new") }
        }
    }

    @Test("measures shares within the declared set, to which the client belongs")
    func declaredSet() throws {
        let set = InputFile(path: "set.yaml", bytes: Array("name: Rivals\nbrands: [Majogo, Bezo]\n".utf8))
        let answer = try report(
            on: SpendQuestion(month: december, category: "Snacks", set: set, brand: "君明优品"), of: .small)
        let lines = try #require((answer["sov"] as? [String: [[String: Any]]])?["Snacks"])
        #expect(lines.compactMap { $0["brand"] as? String } == ["Majogo", "君明优品", "Bezo"])
        #expect(try abs(number(lines[0]["share"]) - 273_227.36 / (273_227.36 + 156_204.31 + 15_516.60)) < 1e-6)
        #expect(try objects("findings", of: answer).map { $0["id"] as? String } == ["spend.brand-outside-set"])
    }

    @Test("refuses names and months that the data lack, all at once and each with what is near")
    func refusals() throws {
        let set = InputFile(path: "set.yaml", bytes: Array("- Majogoo\n- Bezo\n".utf8))
        let question = SpendQuestion(month: december, category: "Snaks", set: set, brand: "君明")
        let rejection = #expect(throws: Rejection.self) { try report(on: question, of: .small) }
        #expect(
            rejection?.findings.map(\.id).sorted { $0.rawValue < $1.rawValue }
                == ["spend.unknown-brand", "spend.unknown-brand", "spend.unknown-category"])
        #expect(rejection?.findings.first { $0.place != nil }?.advice == "is “Majogo” meant?")
        #expect(rejection?.findings.first { $0.place != nil }?.place?.line == 1)
        let late = #expect(throws: Rejection.self) {
            try report(on: SpendQuestion(month: try #require(CivilMonth("2026-02"))), of: .small)
        }
        #expect(late?.findings.map(\.id) == ["spend.month-not-delivered"])
        #expect(late?.findings.first?.advice.contains("2023-01 to 2025-12") == true)
    }

    // MARK: Helpers

    private var december: CivilMonth { CivilMonth("2025-12") ?? CivilMonth(of: .earliest) }

    /// Imports a file into a workspace of its own and asks it.
    @discardableResult
    private func report(on question: SpendQuestion, of known: Known) throws -> [String: Any] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "headroom-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = folder.appending(path: "work.sqlite").path
        _ = try Answer.spendImport([known.file.path], into: store)
        let text = try Answer.spendReport(on: question, in: store).json.serialized(pretty: false)
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func objects(_ key: String, of answer: [String: Any]) throws -> [[String: Any]] {
        try #require(answer[key] as? [[String: Any]], "\(key)")
    }

    /// A number, or an amount written as a text.
    private func number(_ value: Any?) throws -> Double {
        try #require((value as? Double) ?? (value as? String).flatMap(Double.init))
    }
}
