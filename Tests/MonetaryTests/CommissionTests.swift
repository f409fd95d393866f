import Monetary
import Testing

@Suite("Commission and tax")
struct CommissionTests {
    let commission = try! Commission(shareOfGross: Rate(percent: 15))

    private func dollars(_ text: String) throws -> Money { try Money(text, .usd) }

    @Test("15 % of gross is 3/17 of net, which 17.65 % only comes near")
    func markUp() throws {
        #expect(commission.shareOfGross.description == "3/20")
        #expect(try commission.shareOfNet().description == "3/17")
        #expect(try commission.shareOfNet() < Rate("17.65%"))
        #expect(try dollars("85").times(1 + Rate("17.65%"), rounding: .halfUp) == dollars("100"))
    }

    @Test(
        "gross prices become net prices",
        arguments: [("10000.00", "8500.00"), ("10.00", "8.50"), ("0.03", "0.03"), ("-10.00", "-8.50")])
    func net(gross: String, net: String) throws {
        #expect(try commission.net(ofGross: dollars(gross), rounding: .halfUp) == dollars(net))
    }

    @Test("a net price becomes the gross price, and the commission is what lies between")
    func gross() throws {
        let gross = try commission.gross(ofNet: dollars("10.00"), rounding: .halfUp)
        #expect(try gross == dollars("11.76"))
        #expect(try gross - dollars("10.00") == dollars("1.76"))
    }

    @Test("a commission is from nothing to less than all", arguments: [-1, 100, 150])
    func impossible(percent: Int) {
        let share = Rate(percent: percent)
        #expect(throws: MonetaryFault.impossibleCommission(share)) { try Commission(shareOfGross: share) }
    }

    @Test("value added tax and the construction fee of an advertising invoice come to the cent")
    func chineseTax() throws {
        // Rates as Caishui [2016] 25 is quoted: 6 % and 3 %; the example is computed by definition.
        let tax = try Rate("0.06")
        let gross = try Money("1060000.00", .cny)
        let media = try Money("742000.00", .cny)
        let net = try gross.times((1 + tax).reciprocal(), rounding: .halfUp)
        let input = try media - media.times((1 + tax).reciprocal(), rounding: .halfUp)
        #expect(net.amount == "1000000.00")
        #expect(try (gross - net).amount == "60000.00")
        #expect(input.amount == "42000.00")
        #expect(try (gross - net - input).amount == "18000.00")
        #expect(try (gross - media).times(Rate("0.03"), rounding: .halfUp).amount == "9540.00")
    }

    @Test("pacing is spend over what an even delivery would have spent")
    func pacing() throws {
        // Basis, “Understanding Pacing”: 57 spent of 100 after 6 of 10 days is 95 %.
        let even = try dollars("100").times(Rate(6, over: 10), rounding: .halfEven)
        let index = try dollars("57").ratio(to: even)
        #expect(try index == Rate("95%"))
        #expect(try dollars("100").times(index, rounding: .halfEven) == dollars("95"))
    }
}
