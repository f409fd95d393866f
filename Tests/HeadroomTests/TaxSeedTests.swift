import Headroom
import Testing

@Suite("Seeds of taxes")
struct TaxSeedTests {
    private func statement(on day: String) throws -> TaxStatement {
        let (table, day) = (try #require(TaxTable.seeds["china"]), CivilDay(day)!)
        return try TaxStatement(
            receipts: Money("1060000.00", .cny), payments: Money("742000.00", .cny), by: table.rules(on: day), on: day)
    }

    @Test(
        "an advertising service in China comes to the cent on every day of the table",
        arguments: [
            ("2018-06-30", "9540.00"), ("2020-06-30", "0.00"), ("2023-06-30", "4770.00"), ("2026-11-30", "4770.00"),
            ("2028-01-01", "9540.00"),
        ])
    func workedExample(day: String, fee: String) throws {
        let statement = try statement(on: day)
        let tax = try #require(statement["vat"])
        #expect(
            [tax.base, tax.charged, tax.credited, tax.due].map(\.amount) == [
                "1000000.00", "60000.00", "42000.00", "18000.00",
            ])
        #expect(statement["cultural-construction-fee"]?.due.amount == fee)
        #expect(try statement.entries.allSatisfy { try $0.proof().holds })
    }

    @Test("the fee and the tax began on their days")
    func beginnings() throws {
        #expect(try statement(on: "2011-12-31").entries.isEmpty)
        #expect(try statement(on: "2016-04-30").entries.map(\.tax) == ["vat"])
        #expect(try statement(on: "2016-05-01").entries.count == 2)
    }
}
