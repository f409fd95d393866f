import MediaSpend
import Monetary
import Statistics
import Testing
import WorkTime

@Suite("Outlook of spend")
struct SpendOutlookTests {
    /// Brands, media and categories that spend by chance, month after month; a fifth of the cells are empty.
    static func chance(
        months: Int, seed: UInt64, brands: Int = 12, credits: Bool = false, reversed: Bool = false
    ) throws -> MonthlyCubes {
        var random = SeededGenerator(seed: seed)
        let start = CivilMonth("2023-01")!
        var lines: [String] = []
        for month in 0..<months {
            for brand in 0..<brands where Int.random(in: 0..<5, using: &random) > 0 {
                let cents = Int.random(in: 1...9_999_999, using: &random)
                let sign = credits && Int.random(in: 0..<3, using: &random) == 0 ? "-" : ""
                let amount = "\(sign)\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
                let (category, medium) = (brand % 3, Int.random(in: 0..<4, using: &random))
                lines.append(
                    "B\(brand) \(start.advanced(by: month)) \(amount) category=C\(category) medium=M\(medium)")
            }
        }
        if reversed { lines.reverse() }
        return try cubes(SpendSketch(lines.joined(separator: "\n")), of: start.advanced(by: months - 1))
    }

    static func cubes(_ sketch: SpendSketch, of month: CivilMonth) throws -> MonthlyCubes {
        try MonthlyCubes(of: month, .wholeMarket) { dimensions, months, _ in
            try sketch.cube(by: dimensions, where: CubeFilter(months: months))
        }
    }

    private func sum(_ lines: [SpendOutlook.Line], at place: Int) -> Int64 {
        lines.reduce(0) { $0 + $1.expected[place].minorUnits }
    }

    @Test("brands, media and categories each add up to the whole, to the cent", arguments: [4, 9, 20, 37])
    func addUp(months: Int) throws {
        for seed in 1...2 {
            let analysis = MonthlyAnalysis(
                try Self.chance(months: months, seed: UInt64(seed)), .init(client: "B3", horizon: 6))
            let outlook = try #require(analysis.outlook.value)
            let own = try #require(outlook.line(.named("B3", .brand)))
            let rivals = try #require(outlook.line(.rivals))
            for place in 0..<6 {
                let total = outlook.total.expected[place].minorUnits
                for dimension in [SpendDimension.brand, .medium, .category] {
                    #expect(sum(outlook.lines(of: dimension), at: place) == total)
                }
                #expect(own.expected[place].minorUnits + rivals.expected[place].minorUnits == total)
                #expect(outlook.lines.allSatisfy { $0.expected[place].minorUnits >= 0 })
            }
        }
    }

    @Test("what was spent adds up as well, and all others are what is not told apart")
    func historyAddsUp() throws {
        let outlook = try #require(MonthlyAnalysis(try Self.chance(months: 15, seed: 9)).outlook.value)
        for (place, total) in outlook.total.spent.enumerated() {
            for dimension in [SpendDimension.brand, .medium, .category] {
                let parts = outlook.lines(of: dimension).reduce(0) { $0 + $1.spent[place].minorUnits }
                #expect(parts == total.minorUnits)
            }
        }
        #expect(outlook.lines(of: .brand).last?.subject == .allOther(4, .brand))
    }

    @Test("the order of rows does not matter")
    func order() throws {
        let one = MonthlyAnalysis(try Self.chance(months: 14, seed: 5), .init(client: "B0"))
        let other = MonthlyAnalysis(try Self.chance(months: 14, seed: 5, reversed: true), .init(client: "B0"))
        #expect(one.outlook == other.outlook)
        #expect(one.outlookCheck == other.outlookCheck)
    }

    @Test("credits beyond spend are forecast as they are")
    func credits() throws {
        let outlook = MonthlyAnalysis(try Self.chance(months: 20, seed: 8, brands: 3, credits: true)).outlook
        let lines = try #require(outlook.value)
        #expect(sum(lines.lines(of: .brand), at: 2) == lines.total.expected[2].minorUnits)
    }

    @Test("ranges hold what is expected, and the surer the wider")
    func ranges() throws {
        let outlook = try #require(MonthlyAnalysis(try Self.chance(months: 30, seed: 2)).outlook.value)
        for line in outlook.lines {
            for place in outlook.months.indices {
                let ranges = line.ranges.map { $0[place] }
                for (inner, outer) in zip(ranges, ranges.dropFirst()) {
                    #expect(outer.low.minorUnits <= inner.low.minorUnits)
                    #expect(inner.high.minorUnits <= outer.high.minorUnits)
                }
            }
        }
    }

    @Test("three months tell nothing of the next")
    func short() throws {
        let analysis = MonthlyAnalysis(try Self.chance(months: 3, seed: 1))
        #expect(analysis.outlook.absence == .historyTooShort)
        #expect(analysis.outlookCheck.absence == .historyTooShort)
        let four = MonthlyAnalysis(try Self.chance(months: 4, seed: 1))
        #expect(four.outlook.value != nil)
        #expect(four.outlookCheck.absence == .historyTooShort)
    }

    @Test("months before a gap are not taken for months of nothing")
    func gap() throws {
        let text = (1...9).filter { $0 != 3 }.map { "A 2025-0\($0) 10.00" }.joined(separator: "\n")
        let cubes = try Self.cubes(SpendSketch(text), of: CivilMonth("2025-09")!)
        let outlook = try #require(MonthlyAnalysis(cubes).outlook.value)
        #expect(outlook.history == CivilMonth("2025-04")!...CivilMonth("2025-09")!)
        #expect(outlook.lines.map(\.subject) == [.total])
        #expect(outlook.total.expected == (try Array(repeating: yuan("10.00"), count: 3)))
        #expect(outlook.total.yearOnYear == Array(repeating: .absent(.notDelivered), count: 3))
    }

    @Test("last month's outlook counts the brands that there were")
    func counted() throws {
        let months = (1...7).map { "2025-0\($0)" }
        let text = months.flatMap { month in (0..<12).map { "B\($0) \(month) 1\($0).00" } } + ["New 2025-07 9.00"]
        let analysis = MonthlyAnalysis(
            try Self.cubes(SpendSketch(text.joined(separator: "\n")), of: CivilMonth("2025-07")!), .init(horizon: 1))
        #expect(analysis.outlook.value?.lines.last?.subject == .allOther(5, .brand))
        #expect(analysis.outlookCheck.value?.lines.last?.subject == .allOther(4, .brand))
    }

    @Test("a client that is alone has no rivals to forecast")
    func alone() throws {
        let text = (1...8).map { "A 2025-0\($0) \(10 + $0).00" }.joined(separator: "\n")
        let analysis = MonthlyAnalysis(
            try Self.cubes(SpendSketch(text), of: CivilMonth("2025-08")!), .init(client: "A"))
        #expect(analysis.outlook.value?.lines.map(\.subject) == [.total])
        #expect(analysis.outlookCheck.value?.lines.map(\.subject) == [.total])
    }

    @Test("a month delivered without spend is a month of nothing")
    func silence() throws {
        let sketch = try SpendSketch("A 2025-01 0.00", alsoDelivered: "2025-01"..."2025-08")
        let analysis = MonthlyAnalysis(try Self.cubes(sketch, of: CivilMonth("2025-08")!), .init(client: "A"))
        #expect(analysis.outlook.value?.total.expected.allSatisfy(\.isZero) == true)
        #expect(analysis.outlookCheck.value?.lines.allSatisfy { $0.deviation == .absent(.absent) } == true)
    }

    @Test("last month's outlook is checked against what came")
    func check() throws {
        let months = (1...9).map { "2025-0\($0)" }
        let text = months.flatMap { ["A \($0) 10.00", "B \($0) \($0 == "2025-09" ? 45 : 30).00"] }
        let cubes = try Self.cubes(SpendSketch(text.joined(separator: "\n")), of: CivilMonth("2025-09")!)
        let check = try #require(MonthlyAnalysis(cubes, .init(client: "A")).outlookCheck.value)
        #expect(check.month == CivilMonth("2025-09"))
        #expect(!check.isAsPublished)
        #expect(check.lines.map(\.subject) == [.total, .rivals, .named("B", .brand), .named("A", .brand)])
        #expect(check.lines.map(\.expected) == (try ["40.00", "30.00", "30.00", "10.00"].map(yuan)))
        #expect(check.lines.map(\.spend) == (try ["55.00", "45.00", "45.00", "10.00"].map(yuan)))
        #expect(check.lines.map(\.isWithin) == [false, false, false, true])
        #expect(check.lines.map(\.deviation) == [.value(0.375), .value(0.5), .value(0.5), .value(0)])
        #expect(check.within == 1)
    }

    @Test("an outlook of figures that were restated since is the one that was published")
    func asPublished() throws {
        func cubes(_ amount: String, through last: Int) throws -> MonthlyCubes {
            let text = (1...last).map { "A 2025-0\($0) \(amount)" }.joined(separator: "\n")
            return try Self.cubes(SpendSketch(text), of: CivilMonth("2025-0\(last)")!)
        }
        var today = try cubes("20.00", through: 8)
        today.coursesBefore = try cubes("10.00", through: 7).courses
        let check = try #require(MonthlyAnalysis(today).outlookCheck.value)
        #expect(check.isAsPublished)
        #expect(check.lines[0].expected == (try yuan("10.00")))
        #expect(check.lines[0].spend == (try yuan("20.00")))
    }
}

@Suite("Seasonal index")
struct SeasonalIndexTests {
    private func index(months: Int, from first: String, _ spend: (CivilMonth) -> Int) throws -> Derived<SeasonalIndex> {
        let start = CivilMonth(first)!
        let text = (0..<months).map { "A \(start.advanced(by: $0)) \(spend(start.advanced(by: $0))).00" }
        let cubes = try SpendOutlookTests.cubes(
            SpendSketch(text.joined(separator: "\n")), of: start.advanced(by: months - 1))
        // One short series: its forecasts cost next to nothing.
        return MonthlyAnalysis(cubes, .init(horizon: 1)).seasonalIndex
    }

    @Test("January first, whatever month the data begin with", arguments: ["2022-01", "2022-05"])
    func order(first: String) throws {
        let index = try #require(try index(months: 48, from: first) { $0.month == 12 ? 230 : 90 }.value)
        #expect(abs(index.values[11] - 225.5) < 3)
        #expect(index.values.dropLast().allSatisfy { abs($0 - 88.5) < 2 })
        #expect(abs(index.values.reduce(0, +) / 12 - 100) < 1e-9)
    }

    @Test("none below three years, and none where there is no season")
    func absent() throws {
        #expect(try index(months: 35, from: "2022-01") { $0.month * 10 }.absence == .historyTooShort)
        #expect(try index(months: 40, from: "2022-01") { _ in 50 }.absence == .noSeason)
        #expect(try index(months: 40, from: "2022-01") { _ in 0 }.absence == .noSeason)
    }
}
