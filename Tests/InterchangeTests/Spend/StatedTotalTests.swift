import Diagnostics
import Interchange
import MediaSpend
import Monetary
import Testing

@Suite("Totals that a month file states")
struct StatedTotalTests {
    private static let header = "month,brand,medium,spend,campaign,budget\n"

    private func findings(_ text: String, _ more: String) throws -> [Finding] {
        try MonthFile(text: Self.header + text, layout: MonthFileTests.layout(more)).reading.findings
    }

    @Test("parts that differ from the total beside them are named with it, wherever they stand")
    func parts() throws {
        let text = """
            2025-12,A,TV,1.00,x,3.00
            2025-12,A,TV,1.00,y,1.00
            2025-12,A,TV,2.00,x,3.00
            2025-12,A,TV,5.00,z,4.99
            2025-12,A,TV,5.00,w,
            """
        let found = try findings(text, "rows: {parts: {of: campaign, total: budget}}")
        let parts = found.filter { $0.id == "spend.parts-total" }
        #expect(parts.map(\.place?.line) == [5])
        #expect(parts.first?.message.contains("5.00 CNY, and budget says 4.99 CNY") == true)
        #expect(found.contains { $0.message.hasPrefix("1 of 4 groups") })
        let tolerant = try findings(text, "rows: {parts: {of: campaign, total: budget, tolerance: 0.01}}")
        #expect(!tolerant.contains { $0.id == "spend.parts-total" })
    }

    @Test("rows of one group that state two totals are named, and totals without parts are added up")
    func oddities() throws {
        let text = """
            2025-12,A,TV,1.00,x,1.00
            2025-12,A,TV,1.00,x,2.00
            2025-12,A,TV,,y,7.50
            """
        let found = try findings(text, "rows: {others: skipped, parts: {of: campaign, total: budget}}")
        #expect(found.contains { $0.id == "spend.parts-total" && $0.message.contains("state different totals") })
        let alone = try #require(found.first { $0.id == "spend.totals-without-parts" })
        #expect(alone.message.contains("1 groups of one campaign state 7.50 CNY") && alone.place?.line == 4)
    }

    @Test(
        "a line that calls itself a total is no row; one that does not add up is a warning",
        arguments: [("合计", "3.00", 0), ("Grand total:", "3.00", 0), ("Total", "", 0), ("总计", "2.99", 1)])
    func totals(label: String, amount: String, warnings: Int) throws {
        let text = "2025-12,A,TV,1.00,,\n2025-12,B,TV,2.00,,\n\(label),,,\(amount),,\n"
        let file = try MonthFile(text: Self.header + text, layout: MonthFileTests.layout("rows: {totals: skipped}"))
        #expect(file.reading.delivery.spend.amount == "3.00")
        #expect(file.reading.delivery.skippedLines == 1)
        #expect(file.reading.findings.count { $0.id == "spend.total-row" } == warnings)
    }

    @Test("a subtotal is held against the rows since the one before")
    func subtotals() throws {
        let text = "2025-12,A,TV,1.00,,\n小计,,,1.00,,\n2025-12,B,TV,2.00,,\n小计,,,2.00,,\n合计,,,3.00,,\n"
        let found = try findings(text, "rows: {totals: skipped}")
        #expect(!found.contains { $0.id == "spend.total-row" })
    }

    @Test("a name that means a total is a warning where the layout takes every line for a row")
    func totalNames() throws {
        let found = try findings("2025-12,A,TV,1.00,,\n2025-12,合计,,1.00,,\n", "")
        let warning = try #require(found.first { $0.id == "spend.total-name" })
        #expect(warning.severity == .warning && warning.message.contains("“合计” is the name of a brand"))
    }

    @Test("a group whose rows are shuffled adds up all the same")
    func orderFree() throws {
        let rows = (0..<60).map { "2025-12,A,TV,\($0).00,c\($0 % 7),100.00" }
        let rule = "rows: {parts: {of: campaign, total: budget}}"
        let sorted = try findings(rows.joined(separator: "\n"), rule).filter { $0.id == "spend.parts-total" }
        let shuffled = try findings(rows.shuffled().joined(separator: "\n"), rule).filter {
            $0.id == "spend.parts-total"
        }
        #expect(Set(sorted.map(\.message)) == Set(shuffled.map(\.message)) && !sorted.isEmpty)
    }
}
