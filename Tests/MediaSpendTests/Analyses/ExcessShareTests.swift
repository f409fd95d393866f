import MediaSpend
import Testing
import WorkTime

@Suite("Share of spend against market share")
struct ExcessShareTests {
    private func excess(_ text: String, _ shares: [String: Double]) throws -> ExcessShare {
        let cubes = try SpendOutlookTests.cubes(SpendSketch(text), of: CivilMonth("2025-12")!)
        return try #require(MonthlyAnalysis(cubes, .init(marketShares: shares)).excessShare)
    }

    @Test("over the moving year where it was delivered, by the rule a twentieth a year")
    func year() throws {
        let text = (1...12).flatMap { month in
            let name = "2025-\(month < 10 ? "0" : "")\(month)"
            return ["A \(name) 30.00", "B \(name) 70.00"]
        }.joined(separator: "\n")
        let found = try excess(text, ["A": 0.2, "C": 0.1])
        #expect(found.months.count == 12)
        #expect(found.lines.map(\.brand) == ["A", "C"])
        #expect(abs((found.lines[0].excess.value ?? 0) - 0.1) < 1e-12)
        #expect(abs((found.lines[0].ruleOfThumb.value ?? 0) - 0.005) < 1e-12)
        #expect(found.lines[1].shareOfSpend == .value(0))
    }

    @Test("over the month where the year was not")
    func month() throws {
        let found = try excess("A 2025-12 1.00\nB 2025-12 3.00", ["A": 0.5])
        #expect(found.months == CivilMonth("2025-12")!...CivilMonth("2025-12")!)
        #expect(found.lines[0].excess == .value(-0.25))
        #expect(try excess("A 2025-12 0.00", ["A": 0.5]).lines[0].excess == .absent(.emptyWhole))
    }
}
