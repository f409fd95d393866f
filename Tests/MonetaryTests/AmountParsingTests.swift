import Monetary
import Testing

@Suite("Reading amounts")
struct AmountParsingTests {
    static let spaced = AmountStyle(decimalMark: .comma, grouping: .space)
    static let swiss = AmountStyle(grouping: .apostrophe, acceptsTrailingMinus: true)
    static let thousands = AmountStyle(grouping: .comma, scale: 3)

    @Test(
        "amounts are read as they are written",
        arguments: [
            ("1234.50", AmountStyle.plain, 123_450), ("0", .plain, 0), ("-0.05", .plain, -5), ("+7", .plain, 700),
            (".50", .plain, 50), ("  12.3\t", .plain, 1_230), ("−8.00", .plain, -800), ("007", .plain, 700),
            ("92233720368547758.07", .plain, .max), ("-92233720368547758.08", .plain, .min), ("-0", .plain, 0),
            ("1,234.50", .commaGrouped, 123_450), ("1234.50", .commaGrouped, 123_450),
            ("(12.50)", .commaGrouped, -1_250),
            ("1,234,567", .commaGrouped, 123_456_700), ("-999", .commaGrouped, -99_900),
            ("1.234,50", .pointGrouped, 123_450), ("(1.234)", .pointGrouped, -123_400),
            ("1 234,5", spaced, 123_450), ("1\u{A0}234,5", spaced, 123_450),
            ("1\u{202F}234\u{2009}567", spaced, 123_456_700),
            ("1'234.50", swiss, 123_450), ("1’234.50-", swiss, -123_450),
            ("1,234", thousands, 123_400_000), ("1.23456", thousands, 123_456), ("-.001", thousands, -100),
        ] as [(String, AmountStyle, Int64)])
    func good(text: String, style: AmountStyle, cents: Int64) throws {
        #expect(try Money(text, .eur, style: style).minorUnits == cents)
        #expect(try style.minorUnits(of: AnyCollection(text.utf8), in: .eur) == cents)
    }

    @Test(
        "anything else is a fault that says what is wrong",
        arguments: [
            ("", AmountStyle.plain, .empty), (" ", .plain, .empty), ("12abc", .plain, .unexpected("a")),
            ("1e5", .plain, .unexpected("e")), ("NaN", .plain, .unexpected("N")), ("¥5", .plain, .unexpected("¥")),
            ("12元", .plain, .unexpected("元")), ("１２", .plain, .unexpected("１")), ("1\u{0}2", .plain, .unexpected("\0")),
            ("--5", .plain, .unexpected("-")), ("5-", .plain, .unexpected("-")), ("(5)", .plain, .unexpected("(")),
            ("1,234.5", .plain, .undeclaredMark(",")), ("1 234", .plain, .undeclaredMark(" ")),
            ("1'234", .plain, .undeclaredMark("'")), ("1.234,5", .plain, .undeclaredMark(",")),
            ("1.234.5", .plain, .secondDecimalMark), ("1.234,5", .commaGrouped, .misplacedGrouping),
            ("1,23,4", .commaGrouped, .misplacedGrouping), ("1,234,", .commaGrouped, .misplacedGrouping),
            (",234", .commaGrouped, .misplacedGrouping), ("1234,567", .commaGrouped, .misplacedGrouping),
            ("1,,234", .commaGrouped, .misplacedGrouping), ("12,34,567", .commaGrouped, .misplacedGrouping),
            ("1,234.5", .pointGrouped, .misplacedGrouping), ("1.5", .pointGrouped, .misplacedGrouping),
            ("-", .plain, .noDigits), (".", .plain, .noDigits), ("-.", .plain, .noDigits),
            ("()", .commaGrouped, .noDigits),
            ("5.", .plain, .noDecimals), ("(5", .commaGrouped, .unpairedBracket),
            ("5)", .commaGrouped, .unpairedBracket),
            ("(-5)", .commaGrouped, .unexpected("-")), ("1.234", .plain, .tooManyDecimals(3, limit: 2)),
            ("1.500", .plain, .tooManyDecimals(3, limit: 2)), ("92233720368547758.08", .plain, .tooLarge),
            ("-92233720368547758.09", .plain, .tooLarge), (String(repeating: "9", count: 50), .plain, .tooLarge),
            ("340282366920938463463374607431768211456", .plain, .tooLarge), ("10000000000000000", thousands, .tooLarge),
        ] as [(String, AmountStyle, AmountFault)])
    func wrong(text: String, style: AmountStyle, fault: AmountFault) {
        #expect(throws: fault) { try Money(text, .eur, style: style) }
        #expect(!fault.description.isEmpty && !fault.advice.isEmpty)
    }

    @Test("decimals are those of the currency")
    func currencies() throws {
        #expect(try Money("1234", .jpy).minorUnits == 1234)
        #expect(try Money("1.234", .kwd).minorUnits == 1234)
        #expect(throws: AmountFault.tooManyDecimals(1, limit: 0)) { try Money("12.5", .jpy) }
    }

    @Test("surplus decimals are refused, dropped when they are zeros, or rounded, as the file's style says")
    func surplus() throws {
        let zeros = AmountStyle(surplusDecimals: .zeros)
        let rounded = AmountStyle(surplusDecimals: .rounded(.halfUp))
        #expect(try zeros.minorUnits(of: "12.3400".utf8, in: .eur) == 1_234)
        #expect(throws: AmountFault.tooManyDecimals(4, limit: 2)) { try zeros.minorUnits(of: "12.3401".utf8, in: .eur) }
        #expect(try rounded.minorUnits(of: "12.345".utf8, in: .eur) == 1_235)
        #expect(try rounded.minorUnits(of: "-12.345".utf8, in: .eur) == -1_235)
        #expect(try rounded.minorUnits(of: "0.1000000000000000055511151231257827".utf8, in: .eur) == 10)
    }

    @Test("bytes that are not UTF-8 are a fault")
    func notText() {
        #expect(throws: AmountFault.unexpected("\u{FFFD}")) {
            try AmountStyle.plain.minorUnits(of: [0x31, 0xFF, 0x32] as [UInt8], in: .eur)
        }
    }

    @Test("what a style writes, it reads")
    func roundTrip() throws {
        let styles: [AmountStyle] = [.plain, .commaGrouped, .pointGrouped, Self.spaced, Self.swiss, Self.thousands]
        let amounts: [Int64] = [0, 1, -1, 99, 100, -12_345, 123_456_789, .max, .min]
        for style in styles {
            for currency in [Currency.jpy, .eur, .kwd] {
                for minorUnits in amounts {
                    let money = Money(minorUnits: minorUnits, currency)
                    let text = style.text(of: money)
                    #expect(try Money(text, currency, style: style) == money, "\(text)")
                }
            }
        }
    }

    @Test("styles write their marks")
    func written() {
        let money = Money(minorUnits: -123_456_789, .eur)
        #expect(AmountStyle.plain.text(of: money) == "-1234567.89")
        #expect(AmountStyle.commaGrouped.text(of: money) == "(1,234,567.89)")
        #expect(AmountStyle.pointGrouped.text(of: money) == "(1.234.567,89)")
        #expect(Self.thousands.text(of: money) == "-1,234.56789")
    }
}
