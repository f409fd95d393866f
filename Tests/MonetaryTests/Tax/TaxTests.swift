import Monetary
import Testing
import WorkTime

@Suite("Tax")
struct TaxTests {
    private func day(_ text: String) -> CivilDay { CivilDay(text)! }
    private func yuan(_ text: String) throws -> Money { try Money(text, .cny) }

    private func valueAddedTax(per rounding: TaxRounding = .document) throws -> TaxRule {
        try TaxRule(
            "vat", name: "Value added tax", chineseName: "增值税", rate: Rate("6%"), base: .price,
            roundedPer: rounding, from: day("2016-05-01"))
    }

    private func constructionFee() throws -> TaxRule {
        try TaxRule(
            "fee", name: "Cultural construction fee", chineseName: "文化事业建设费", rate: Rate("3%"),
            base: .receiptsLessMedia, from: day("2016-05-01"),
            reliefs: [
                TaxRelief(share: Rate("50%"), from: day("2019-07-01"), through: day("2024-12-31")),
                TaxRelief(share: 1, from: day("2020-01-01"), through: day("2021-12-31")),
                TaxRelief(share: Rate("50%"), from: day("2025-01-01"), through: day("2027-12-31")),
            ])
    }

    @Test("an advertising service of 2018 comes to the cent: tax on the price, and the fee on its own base")
    func workedExample() throws {
        // Computed by definition from the rates of Caishui [2016] 36 and [2016] 25.
        let statement = try TaxStatement(
            receipts: yuan("1060000.00"), payments: yuan("742000.00"), by: [valueAddedTax(), constructionFee()],
            on: day("2018-06-30"))
        let tax = try #require(statement["vat"])
        #expect(tax.base.amount == "1000000.00")
        #expect(tax.charged.amount == "60000.00")
        #expect(tax.credited.amount == "42000.00")
        #expect(tax.due.amount == "18000.00")
        let fee = try #require(statement["fee"])
        #expect(fee.base.amount == "318000.00")
        #expect(fee.due.amount == "9540.00")
        #expect(try statement.entries.allSatisfy { try $0.proof().holds })
    }

    @Test(
        "relief is a matter of the day, and of several the largest holds",
        arguments: [
            ("2019-06-30", "9540.00"), ("2019-07-01", "4770.00"), ("2019-12-31", "4770.00"), ("2020-01-01", "0.00"),
            ("2021-12-31", "0.00"), ("2022-01-01", "4770.00"), ("2024-12-31", "4770.00"), ("2025-01-01", "4770.00"),
            ("2027-12-31", "4770.00"), ("2028-01-01", "9540.00"),
        ])
    func relief(date: String, due: String) throws {
        let statement = try TaxStatement(
            receipts: yuan("1060000.00"), payments: yuan("742000.00"), by: [constructionFee()], on: day(date))
        #expect(statement["fee"]?.due.amount == due)
        #expect(statement["fee"]?.charged.amount == "9540.00")
    }

    @Test("more paid than received: the tax is carried forward, the fee is nothing and its deduction is kept")
    func carriedForward() throws {
        let statement = try TaxStatement(
            receipts: yuan("106.00"), payments: yuan("212.00"), by: [valueAddedTax(), constructionFee()],
            on: day("2026-11-30"))
        #expect(statement["vat"]?.due.amount == "-6.00")
        #expect(statement["fee"]?.due.amount == "0.00")
        #expect(statement["fee"]?.unusedDeduction.amount == "106.00")
        #expect(try statement.entries.allSatisfy { try $0.proof().holds })
    }

    @Test("nothing is relieved of what is carried forward")
    func reliefOfNothing() throws {
        let half = try TaxRule(
            "vat", name: "VAT", rate: Rate("6%"), base: .price, from: day("2026-01-01"),
            reliefs: [TaxRelief(share: Rate("50%"), from: day("2026-01-01"))])
        let statement = try TaxStatement(
            receipts: yuan("106.00"), payments: yuan("212.00"), by: [half], on: day("2026-11-30"))
        #expect(statement["vat"]?.relief.isZero == true && statement["vat"]?.due.amount == "-6.00")
        #expect(try statement.entries.allSatisfy { try $0.proof().holds })
    }

    @Test("the tax of a document and that of its lines differ by a line of their own")
    func rounding() throws {
        let lines = try ["0.25", "0.25", "0.25"].map(yuan)
        // 6 % of 0.25 is 0.015: 0.02 each by itself, 0.05 on the sum of 0.75.
        let perDocument = try DocumentTax(on: lines, in: .cny, by: valueAddedTax(), on: day("2026-01-05"))
        #expect(perDocument.lines.map(\.amount) == ["0.02", "0.02", "0.02"])
        #expect(perDocument.charged.amount == "0.05")
        #expect(perDocument.roundingDifference.amount == "-0.01")
        let perLine = try DocumentTax(on: lines, in: .cny, by: valueAddedTax(per: .line), on: day("2026-01-05"))
        #expect(perLine.charged.amount == "0.06")
        #expect(perLine.roundingDifference.isZero)
        for tax in [perDocument, perLine] { #expect(try tax.proofs().allSatisfy(\.holds)) }
        #expect(try DocumentTax(on: [], in: .cny, by: valueAddedTax(), on: day("2026-01-05")).due.isZero)
        #expect(throws: MonetaryFault.mixedCurrencies(.cny, .usd)) {
            try DocumentTax(on: [Money(minorUnits: 1, .usd)], in: .cny, by: valueAddedTax(), on: day("2026-01-05"))
        }
    }

    @Test("an amount with tax in it is its price and its tax, whatever the amount")
    func split() throws {
        let rule = try valueAddedTax()
        for cents in Int64(-2_000)...2_000 {
            let amount = Money(minorUnits: cents, .cny)
            let (price, tax) = try rule.split(amount)
            #expect(try price + tax == amount)
            #expect(try rule.split(-amount) == (-price, -tax))
        }
    }

    @Test("a table gives the rule of the day, and says whether the tax or only the day is not in it")
    func table() throws {
        let (early, late) = (
            try TaxRule(
                "vat", name: "VAT", rate: Rate("5%"), base: .price, from: day("2012-01-01"), through: day("2016-04-30")),
            try valueAddedTax()
        )
        let table = try TaxTable(name: "China", rules: [late, constructionFee(), early])
        #expect(table.taxes == ["vat", "fee"])
        #expect(try table.rule("vat", on: day("2016-04-30")) == early)
        #expect(try table.rule("vat", on: day("2016-05-01")) == late)
        #expect(table.rules(on: day("2015-01-01")) == [early])
        #expect(throws: TaxFault.notInForce("vat", on: day("2011-12-31"))) {
            try table.rule("vat", on: day("2011-12-31"))
        }
        #expect(throws: TaxFault.unknown("gst")) { try table.rule("gst", on: day("2026-01-01")) }
    }

    @Test("rules that cannot be are faults")
    func faults() throws {
        let (first, before) = (day("2026-01-01"), day("2025-12-31"))
        func rule(_ rate: Rate, through: CivilDay? = nil, _ relief: TaxRelief? = nil) throws -> TaxRule {
            try TaxRule(
                "t", name: "T", rate: rate, base: .price, from: first, through: through,
                reliefs: relief.map { [$0] } ?? [])
        }
        #expect(throws: TaxFault.negativeRate("t", -1)) { try rule(-1) }
        #expect(throws: TaxFault.endsBeforeItBegins("t", from: first, through: before)) {
            try rule(1, through: before)
        }
        for share in [0, 2, -1] as [Rate] {
            #expect(throws: TaxFault.impossibleRelief("t", share)) {
                try rule(1, TaxRelief(share: share, from: first))
            }
        }
        #expect(throws: TaxFault.endsBeforeItBegins("t", from: first, through: before)) {
            try rule(1, TaxRelief(share: 1, from: first, through: before))
        }
        #expect(throws: TaxFault.overlap("t", on: first)) {
            try TaxTable(name: "", rules: [rule(1), rule(2)])
        }
    }
}
