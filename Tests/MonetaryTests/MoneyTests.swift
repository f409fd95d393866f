import Foundation
import Monetary
import Testing

@Suite("Money")
struct MoneyTests {
    private func yuan(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, .cny) }

    @Test("amounts of one currency are added, subtracted and compared exactly")
    func sums() throws {
        #expect(try yuan(123_450) + yuan(-50) == yuan(123_400))
        #expect(try yuan(1) - yuan(2) == yuan(-1))
        #expect(try -yuan(7) == yuan(-7))
        #expect(try yuan(-3) * 4 == yuan(-12))
        #expect(try yuan(1) < yuan(2))
        #expect(try yuan(2) > yuan(1))
        #expect(yuan(0) == .zero(.cny))
    }

    @Test("two currencies never meet")
    func mixed() throws {
        let euro = Money(minorUnits: 1, .eur)
        let fault = MonetaryFault.mixedCurrencies(.cny, .eur)
        #expect(throws: fault) { try yuan(1) + euro }
        #expect(throws: fault) { try yuan(1) - euro }
        #expect(throws: fault) { try yuan(1) < euro }
        #expect(throws: fault) { try yuan(1).ratio(to: euro) }
        #expect(throws: fault) { try [yuan(1), euro].total(in: .cny) }
        #expect(yuan(1) != euro)
    }

    @Test("what does not fit is an error, not another amount")
    func overflow() throws {
        let largest = yuan(.max)
        let smallest = yuan(.min)
        #expect(throws: MonetaryFault.overflow) { try largest + yuan(1) }
        #expect(throws: MonetaryFault.overflow) { try smallest - yuan(1) }
        #expect(throws: MonetaryFault.overflow) { try -smallest }
        #expect(throws: MonetaryFault.overflow) { try largest * 2 }
        #expect(throws: MonetaryFault.overflow) { try largest.times(2, rounding: .halfEven) }
        #expect(throws: MonetaryFault.overflow) { try [largest, largest].total(in: .cny) }
    }

    @Test("a total may pass 64 bits on the way")
    func detour() throws {
        #expect(try [yuan(.max), yuan(.max), yuan(-.max)].total(in: .cny) == yuan(.max))
        #expect(try [yuan(.max), yuan(5), yuan(-5)].total(in: .cny) == yuan(.max))
        #expect(try [].total(in: .cny) == .zero(.cny))
    }

    @Test("totals may be combined in any order")
    func combination() throws {
        var first = MoneyTotal(in: .cny)
        var second = MoneyTotal(in: .cny)
        try first.add(yuan(.max))
        try second.add(yuan(-1))
        try second.add(first)
        try first.add(yuan(-1))
        #expect(first == second)
        #expect(throws: MonetaryFault.mixedCurrencies(.cny, .eur)) { try first.add(MoneyTotal(in: .eur)) }
    }

    @Test("an amount times a rate is rounded once, as named")
    func rates() throws {
        let sixth = try Rate(1, over: 6)
        #expect(try yuan(100).times(sixth, rounding: .halfEven) == yuan(17))
        #expect(try yuan(100).times(sixth, rounding: .down) == yuan(16))
        // The product alone has more than 128 bits.
        let nearOne = try Rate(Int128.max - 1, over: Int128.max)
        #expect(try yuan(.max).times(nearOne, rounding: .halfEven) == yuan(.max))
        #expect(try yuan(.max).times(nearOne, rounding: .down) == yuan(.max - 1))
    }

    @Test("the ratio of two amounts is exact")
    func ratio() throws {
        #expect(try yuan(250_000).ratio(to: yuan(280_000)) == Rate(25, over: 28))
        #expect(throws: MonetaryFault.divisionByZero) { try yuan(1).ratio(to: yuan(0)) }
    }

    @Test("an amount is written with the decimals of its currency, and read back")
    func coding() throws {
        let amounts = [yuan(-5), Money(minorUnits: 1_234, .jpy), Money(minorUnits: 1, .kwd), yuan(.min)]
        #expect(amounts.map(\.description) == ["-0.05 CNY", "1234 JPY", "0.001 KWD", "-92233720368547758.08 CNY"])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let coded = try encoder.encode(amounts)
        #expect(String(decoding: coded, as: UTF8.self).hasPrefix(#"[{"amount":"-0.05","currency":"CNY"}"#))
        #expect(try JSONDecoder().decode([Money].self, from: coded) == amounts)
    }

    @Test("an amount of a file that has too many decimals is not decoded")
    func wrongCoding() {
        let coded = Data(#"{"amount":"0.5","currency":"JPY"}"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Money.self, from: coded) }
    }
}
