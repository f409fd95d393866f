import Foundation
import Monetary
import Testing

@Suite("Currency")
struct CurrencyTests {
    @Test(
        "a currency knows its decimals",
        arguments: [
            ("JPY", 0), ("KRW", 0), ("VND", 0), ("CNY", 2), ("EUR", 2), ("USD", 2), ("HKD", 2), ("KWD", 3), ("BHD", 3),
            ("CLF", 4),
        ])
    func exponent(code: String, exponent: Int) throws {
        let currency = try Currency(code)
        #expect(currency.code == code)
        #expect(currency.exponent == exponent)
    }

    @Test("a code that is not known is a fault", arguments: ["XYZ", "eur", "EU", "EURO", "", "€", "人民币", "XXX", "XAU"])
    func unknown(code: String) {
        #expect(throws: MonetaryFault.unknownCurrency(code)) { try Currency(code) }
    }

    @Test("the table holds each code once, in order")
    func table() {
        let codes = Currency.known.map(\.code)
        #expect(codes.count == 168)
        #expect(Set(codes).count == codes.count)
        #expect(codes == codes.sorted())
    }

    @Test("every code is one that the system's list knows, or newer than that list")
    func oracle() {
        let newer: Set = ["SLE", "VED", "XCG", "ZWG"]
        let known = Set(Locale.Currency.isoCurrencies.map(\.identifier).map { $0.uppercased() })
        #expect(Currency.known.map(\.code).filter { !known.contains($0) && !newer.contains($0) } == [])
    }

    @Test("the constants are what they say")
    func constants() {
        let constants: [Currency] = [.cny, .eur, .gbp, .hkd, .jpy, .kwd, .mxn, .sgd, .usd]
        #expect(constants.map(\.code) == ["CNY", "EUR", "GBP", "HKD", "JPY", "KWD", "MXN", "SGD", "USD"])
    }

    @Test("a currency is coded as its code")
    func coding() throws {
        #expect(String(decoding: try JSONEncoder().encode([Currency.cny]), as: UTF8.self) == #"["CNY"]"#)
        #expect(try JSONDecoder().decode([Currency].self, from: Data(#"["JPY"]"#.utf8)) == [.jpy])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Currency].self, from: Data(#"["YEN"]"#.utf8)) }
    }
}
