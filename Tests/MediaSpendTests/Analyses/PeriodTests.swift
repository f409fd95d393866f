import MediaSpend
import Testing
import WorkTime

@Suite("Years to date and moving years")
struct PeriodTests {
    /// One yuan in the first month, two in the second, …
    static func steps(from first: String, count: Int) throws -> SpendSketch {
        let start = CivilMonth(first)!
        return try SpendSketch((0..<count).map { "A \(start.advanced(by: $0)) \($0 + 1).00" }.joined(separator: "\n"))
    }

    @Test("the year to date is compared with the same months of the year before")
    func yearToDate() throws {
        let brands = try Self.steps(from: "2024-01", count: 15).brands(around: "2025-03")
        let ytd = YearToDate(brands, through: CivilMonth("2025-03")!)
        #expect(ytd.lines[0].spend == (try yuan("42.00")))
        #expect(ytd.lines[0].previousSpend == (try yuan("6.00")))
        #expect(ytd.growth == .value(6))
    }

    @Test("a month missing from the year before makes its sum unknown")
    func gap() throws {
        let brands = try Self.steps(from: "2024-02", count: 14).brands(around: "2025-03")
        let ytd = YearToDate(brands, through: CivilMonth("2025-03")!)
        #expect(ytd.lines[0].previousSpend == nil)
        #expect(ytd.growth == .absent(.notDelivered))
    }

    @Test(
        "a moving year takes 12 months, its growth 24",
        arguments: [(11, false, false), (12, true, false), (23, true, false), (24, true, true)])
    func movingYear(count: Int, hasTotal: Bool, hasGrowth: Bool) throws {
        let last = CivilMonth("2025-12")!
        let first = last.advanced(by: 1 - count)
        let moving = MovingAnnualTotal(
            try Self.steps(from: first.description, count: count).brands(around: "2025-12"), through: last)
        #expect((moving.total != nil) == hasTotal)
        #expect((moving.growth.value != nil) == hasGrowth)
        if hasGrowth { #expect(moving.growth.value == Double(222 - 78) / 78) }
    }
}
