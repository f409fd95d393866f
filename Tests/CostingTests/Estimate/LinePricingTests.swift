import Costing
import Diagnostics
import Monetary
import Testing
import WorkTime

/// Published examples of gross and net, markup and exchange.
@Suite("What a line costs and what the client pays")
struct LinePricingTests {
    private func line(
        _ rate: String, currency: String = "USD", _ exchanges: [ExchangeDraft] = [],
        change: (inout EstimateLineDraft) -> Void
    ) throws -> EstimateLine {
        let draft = estimateDraft([lineDraft("a", rate: rate, change: change)]) {
            $0.currency = Located(currency)
            $0.exchanges = exchanges
        }
        return try CostEstimate(checking: draft).lines[0]
    }

    private func dollars(_ text: String) throws -> Money { try Money(text, .usd) }

    @Test(
        "15 % commission: the publisher gets 85 % of gross, and net is grossed up by 3/17",
        arguments: [("10000", true, "8500", "10000"), ("10", true, "8.50", "10"), ("10", false, "10", "11.76")])
    func grossAndNet(rate: String, isGross: Bool, cost: String, price: String) throws {
        let line = try line(rate) {
            $0.commission = Located(Rate(percent: 15))
            $0.isGross = Located(isGross)
        }
        #expect(try line.cost == dollars(cost))
        #expect(try line.price == dollars(price))
        #expect(try line.addition() == dollars(price) - dollars(cost))
        #expect(try line.statedRate() == Rate(rate))
    }

    @Test("a markup of 17.65 % on 85 bills 100.00, though it is not quite 3/17")
    func markup() throws {
        let line = try line("85") { $0.markup = Located(try! Rate("17.65%")) }
        #expect(try line.price == dollars("100"))
        #expect(try Commission(shareOfGross: Rate(percent: 15)).shareOfNet() == Rate(3, over: 17))
    }

    @Test("an exchange stated by both amounts gives them back: 9.50 GBP are 11.18 EUR")
    func totals() throws {
        let line = try line("9.50", currency: "EUR", [exchange("GBP", "11.18", per: "9.50")]) {
            $0.currency = Located("GBP")
        }
        #expect(try line.cost == euro("11.18"))
        #expect(line.exchangeRate == (try Rate(1118, over: 950)))
    }

    @Test("currencies of other decimals are counted in their own: 10.125 KWD, 1500 JPY")
    func decimals() throws {
        let dinar = try line("10.125", currency: "JPY", [exchange("KWD", "482.125")]) { $0.currency = Located("KWD") }
        #expect(dinar.supplierCost == (try Money("10.125", .kwd)))
        // 4881.515625 yen
        #expect(dinar.cost == (try Money("4882", .jpy)))
    }

    @Test("a tie is rounded up on an invoice, and to the even cent between currencies")
    func ties() throws {
        let markup = try line("0.50") { $0.markup = Located(Rate(percent: 1)) }
        #expect(try markup.price == dollars("0.51"))
        let exchanged = try line("0.25", [exchange("HKD", "0.1")]) { $0.currency = Located("HKD") }
        #expect(try exchanged.cost == dollars("0.02"))
    }

    @Test("a price that is agreed is that of one unit")
    func fixed() throws {
        let line = try line("30000") {
            $0.quantity = Located(12)
            $0.price = Located(40_000)
        }
        #expect(try line.cost == dollars("360000"))
        #expect(try line.price == dollars("480000"))
    }

    @Test("price less cost is what the contract adds, in the whole as in each line", arguments: 0..<40)
    func additions(seed: UInt64) throws {
        var random = RandomEstimates(seed: seed)
        let lines = (0..<12).map { random.line("line-\($0)") }
        let estimate = try random.estimate(version: 1, lines: lines)
        let totals = try EstimateTotals(of: estimate)
        #expect(try totals.price - totals.cost == totals.addition)
        #expect(try estimate.lines.map { try $0.addition() }.total(in: .cny) == totals.addition)
    }
}
