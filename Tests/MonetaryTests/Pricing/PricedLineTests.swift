import Monetary
import Testing

@Suite("Priced line")
struct PricedLineTests {
    private let commission = try! Commission(shareOfGross: Rate(percent: 15))

    @Test("120 spots at 1,500.00, 15 % commission, 6 % tax")
    func spots() throws {
        let line = try PricedLine(
            quantity: 120, unitPrice: 1_500, in: .cny, commission: commission, tax: Rate("6%"))
        #expect(line.gross.amount == "180000.00")
        #expect(line.commission.amount == "27000.00")
        #expect(line.net.amount == "153000.00")
        #expect(line.tax.amount == "10800.00")
        #expect(line.payable.amount == "190800.00")
        #expect(try line.proofs().allSatisfy(\.holds))
    }

    @Test(
        "a quantity at a price is rounded once, whatever decimals they have",
        arguments: [
            ("2.5", "1234.565", "3086.41"), ("0.5", "0.01", "0.01"), ("-0.5", "0.01", "-0.01"), ("3", "0.0049", "0.01"),
            ("0.333333333333", "3", "1.00"), ("1000000", "0.000001", "1.00"),
        ])
    func once(quantity: String, price: String, amount: String) throws {
        #expect(
            try Money(pricing: Rate(quantity), at: Rate(price), in: .cny, rounding: .halfUp).amount == amount)
    }

    @Test("terms beyond 128 bits are reduced before they are given up")
    func wide() throws {
        let huge = try Rate(Int128.max - 1, over: 3)
        let tiny = try Rate(3, over: Int128.max - 1)
        #expect(try Money(pricing: huge, at: tiny, in: .cny, rounding: .halfEven).amount == "1.00")
        #expect(throws: MonetaryFault.overflow) { try Money(pricing: huge, at: huge, in: .cny, rounding: .halfEven) }
        #expect(throws: MonetaryFault.overflow) {
            try Money(pricing: Rate(1 << 60), at: 1, in: .cny, rounding: .halfEven)
        }
    }

    @Test("a credit is the mirror of the line")
    func mirror() throws {
        for price in stride(from: 1, through: 999, by: 7) {
            let rate = try Rate(Int128(price), over: 1_000)
            let line = try PricedLine(quantity: 3, unitPrice: rate, in: .cny, commission: commission, tax: Rate("6%"))
            let credit = try PricedLine(
                quantity: -3, unitPrice: rate, in: .cny, commission: commission, tax: Rate("6%"))
            #expect(try credit == PricedLine(gross: -line.gross, commission: -line.commission, tax: -line.tax))
        }
    }

    @Test("a proof tells what is missing, and passes 64 bits on the way")
    func proof() throws {
        let (most, one) = (Money(minorUnits: .max, .cny), Money(minorUnits: 1, .cny))
        #expect(try Proof(of: most, as: [most, most, -most]).holds)
        #expect(try Proof(of: one, as: [one, one]).difference == -one)
        #expect(try Proof(of: .zero(.cny), as: [Money]()).holds)
        #expect(throws: MonetaryFault.overflow) { try Proof(of: -most, as: [most]) }
        #expect(throws: MonetaryFault.mixedCurrencies(.cny, .usd)) {
            try Proof(of: one, as: [Money(minorUnits: 1, .usd)])
        }
    }
}
