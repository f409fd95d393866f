import Foundation
import Headroom
import Testing

@Suite("The competitive activity report")
struct SpendAlertsTests {
    private static let file = HouseTests.root.appending(path: "datasets/media/occurrences_five_categories.csv.gz")

    /// Imports the example into a workspace of its own and asks it.
    private func withStore<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "headroom-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = folder.appending(path: "work.sqlite").path
        _ = try Answer.spendImport([Self.file.path], into: store)
        return try body(store)
    }

    private func object(_ answer: Answer) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(answer.json.serialized().utf8)) as? [String: Any])
    }

    private func objects(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    private func month(_ text: String) throws -> CivilMonth { try #require(CivilMonth(text)) }

    private func minor(_ value: Any?) throws -> Int64 {
        let text = try #require(value as? String)
        return try #require(Int64(text.replacing(".", with: "")))
    }

    @Test("every alert is above what is usual, and each way to take it apart adds up to its excess")
    func alerts() throws {
        try withStore { store in
            let question = SpendQuestion(month: try month("2025-12"))
            let answer = try object(Answer.spendAlerts(on: question, since: try month("2023-01"), in: store))
            let alerts = try objects(answer["alerts"])
            #expect(!alerts.isEmpty)
            for alert in alerts {
                let excess = try minor(alert["excess"])
                #expect(try excess == minor(alert["spend"]) - minor(alert["expected"]))
                #expect(try #require(alert["factor"] as? Double) >= 1.5)
                let parts = try objects(alert["parts"])
                #expect(parts.compactMap { $0["dimension"] as? String } == ["medium", "vehicle", "region", "product"])
                for part in parts {
                    let lines = try objects(part["lines"])
                    #expect(try lines.reduce(0) { try $0 + minor($1["excess"]) } == excess)
                }
            }
            let sizes = try alerts.map { try minor($0["excess"]) }
            #expect(sizes == sizes.sorted(by: >))
        }
    }

    @Test("without a month it tells of the last delivery; the monthly paper says the same of its month")
    func lastDelivery() throws {
        try withStore { store in
            let months = try #require(
                try object(Answer.spendAlerts(on: SpendQuestion(month: month("2025-12")), in: store))["months"]
                    as? [String])
            #expect(months.count == 36 && months.last == "2025-12")
            let question = SpendQuestion(month: try month("2025-12"))
            let report = try objects(object(Answer.spendReport(on: question, in: store))["bursts"])
            let alerts = try objects(
                object(Answer.spendAlerts(on: question, since: month("2025-12"), in: store))["alerts"])
            #expect(
                report.map { [$0["brand"] as? String, $0["excess"] as? String] }
                    == alerts.map { [$0["brand"] as? String, $0["excess"] as? String] })
        }
    }

    @Test("what is unusual does not depend on whom the report is about")
    func sets() throws {
        try withStore { store in
            let since = try month("2023-01")
            func alerts(_ category: String?) throws -> [[String]] {
                let question = SpendQuestion(month: since, category: category)
                return try objects(object(Answer.spendAlerts(on: question, since: since, in: store))["alerts"])
                    .map { alert in ["category", "brand", "month", "excess"].compactMap { alert[$0] as? String } }
            }
            let all = try alerts(nil)
            for category in Set(all.map { $0[0] }) {
                #expect(try alerts(category) == all.filter { $0[0] == category })
            }
        }
    }

    @Test("months and names that the data lack are refused")
    func refusals() throws {
        try withStore { store in
            let late = #expect(throws: Rejection.self) {
                try Answer.spendAlerts(
                    on: SpendQuestion(month: month("2025-12")), since: month("2026-02"), in: store)
            }
            #expect(late?.findings.map(\.id) == ["spend.month-not-delivered"])
            let unknown = #expect(throws: Rejection.self) {
                try Answer.spendAlerts(on: SpendQuestion(month: month("2025-12"), brand: "Nobody"), in: store)
            }
            #expect(unknown?.findings.map(\.id) == ["spend.unknown-brand"])
        }
    }
}
