import Costing
import Diagnostics
import Interchange
import Monetary
import Testing
import WorkTime

/// Workbooks as a spreadsheet program saves them; `good.xlsx` states the job of `good.csv`, and more.
@Suite("Estimates in workbooks")
struct EstimateWorkbookTests {
    private func reading(_ name: String) throws -> EstimateReading {
        let file = try #require(CorpusFile.all(of: "estimate").first { $0.name == name })
        return EstimateReading(try file.bytes, file: name, stem: "stem")
    }

    @Test("the lines of a sheet are those of the same table as text")
    func lines() throws {
        let (sheet, text) = (try reading("good.xlsx").checked().estimate, try reading("good.csv").checked().estimate)
        for line in text.lines { #expect(sheet.line(line.id) == line) }
        #expect(sheet.lines.map(\.id) == ["tv-north", "film", "clips", "fee"])
        #expect(try sheet.line("clips")?.cost == Money("31527.23", .cny))
    }

    @Test("keys above the table, and the sheets of rates and billing, are those of the job")
    func keys() throws {
        let (estimate, findings) = try reading("good.xlsx").checked()
        #expect(findings == [])
        #expect(estimate.job == "spring-launch" && estimate.name == "Spring launch 2026")
        #expect(estimate.client == "Example Tea" && estimate.currency == .cny)
        #expect(estimate.start == CivilDay("2026-01-05") && estimate.finish == CivilDay("2026-12-31"))
        #expect(estimate.taxRate == Rate(percent: 6))
        #expect(try estimate.managementReserve == Money("20000", .cny))
        #expect(estimate.exchanges.map(\.source) == ["Bank of China", "Bank of China"])
        #expect(try estimate.exchanges.map(\.rate) == [Rate("0.9215"), Rate("7.2055")])
        #expect(estimate.billing.map(\.name) == ["Retainer", "The rest"])
        #expect(estimate.billing.map(\.isRetainer) == [true, false])
        #expect(estimate.billing.map(\.date) == [CivilDay("2026-01-10"), CivilDay("2026-06-30")])
    }

    @Test("a finding names the sheet, the row and the column")
    func places() throws {
        let rejection = try #require(throws: Rejection.self) { try reading("every-line-wrong.xlsx").checked() }
        let amount = try #require(rejection.findings.first { $0.message.contains("1,500") })
        #expect(amount.place == SourcePlace(file: "every-line-wrong.xlsx#Lines", line: 9, column: 5))
        #expect(Set(rejection.findings.compactMap(\.place?.file)).contains("every-line-wrong.xlsx#Rates"))
    }
}
