import Foundation
import Monetary
import Testing

@Suite("Rate")
struct RateTests {
    @Test("a rate is kept in lowest terms with its sign on top")
    func reduction() throws {
        #expect(try Rate(6, over: -8).description == "-3/4")
        #expect(try Rate(0, over: -8) == .zero)
        #expect(try Rate(8, over: 4) == 2)
        #expect(Rate(percent: 15).description == "3/20")
        #expect(Rate(percent: -250).description == "-5/2")
        #expect(throws: MonetaryFault.divisionByZero) { try Rate(1, over: 0) }
        #expect(throws: MonetaryFault.overflow) { try Rate(.min, over: -1) }
        #expect(try Rate(.min, over: .min) == 1)
    }

    @Test(
        "decimal text is taken as exactly what it says",
        arguments: [
            ("0.06", "3/50"), ("15%", "3/20"), ("15 %", "3/20"), ("17.65%", "353/2000"), ("-1.5", "-3/2"), ("7", "7"),
            ("0.000000000001", "1/1000000000000"),
            ("1.176842105263157894736842105", "235368421052631578947368421/200000000000000000000000000"),
        ])
    func text(text: String, terms: String) throws { #expect(try Rate(text).description == terms) }

    @Test("other text is a fault", arguments: ["12abc", "1,5", "", "%", "0.5.1", "1/2", "ten", "1e5", "NaN", "１５"])
    func wrongText(text: String) {
        #expect(throws: AmountFault.self) { try Rate(text) }
    }

    @Test("a rate with more digits than can be kept is a fault")
    func longText() {
        #expect(throws: AmountFault.tooLarge) { try Rate("0." + String(repeating: "3", count: 60)) }
        #expect(throws: AmountFault.tooLarge) { try Rate("0." + String(repeating: "0", count: 38) + "1") }
    }

    @Test("arithmetic is exact: what one operation does, another undoes")
    func arithmetic() throws {
        let terms: [Int128] = [-7, -2, -1, 1, 3, 10, 999_999_937]
        let rates = try terms.flatMap { upper in try terms.map { try Rate(upper, over: $0) } }
        for left in rates {
            for right in rates {
                #expect(try left + right - right == left)
                #expect(try left * right / right == left)
                #expect(try left * right == right * left)
                #expect((left < right) == (try (left - right).isNegative))
            }
        }
    }

    @Test("what passes 128 bits throws, and comparing never does")
    func limits() throws {
        let huge = try Rate(.max, over: 1)
        let tiny = try Rate(1, over: .max)
        #expect(throws: MonetaryFault.overflow) { try huge + 1 }
        #expect(throws: MonetaryFault.overflow) { try huge * 2 }
        #expect(throws: MonetaryFault.overflow) { try huge + tiny }
        #expect(throws: MonetaryFault.divisionByZero) { try huge / 0 }
        #expect(tiny < huge)
        #expect(try huge * tiny == 1)
    }

    @Test("a price per unit derived from a total gives the total back")
    func exchange() throws {
        // 9.50 GBP cost 11.18 EUR: beancount issue 109.
        let total = try Money("11.18", .eur)
        let rate = try Rate(Int128(total.minorUnits), over: 950)
        #expect(rate.description == "559/475")
        #expect(try rate.times(950, rounding: .halfEven) == 1118)
    }

    @Test("a rate is coded as its text")
    func coding() throws {
        let rates = [Rate(percent: 15), 7, try Rate(-2, over: 3)]
        let coded = try JSONEncoder().encode(rates)
        #expect(String(decoding: coded, as: UTF8.self) == #"["3\/20","7","-2\/3"]"#)
        #expect(try JSONDecoder().decode([Rate].self, from: coded) == rates)
        for wrong in [#"["1/0"]"#, #"["a"]"#, #"["1/2/3"]"#, #"[""]"#] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode([Rate].self, from: Data(wrong.utf8)) }
        }
    }
}
