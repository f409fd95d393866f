import MediaSpend
import Monetary
import Testing

@Suite("Amounts as vendors write them")
struct WrittenAmountTests {
    private func read(_ text: String, _ code: String, _ style: AmountStyle = Self.usual) throws -> Int64 {
        let bytes = Array(text.utf8)
        return try style.minorUnits(asWritten: bytes.span, in: Currency(code))
    }

    private static let usual = AmountStyle(grouping: .comma, acceptsBrackets: true, acceptsTrailingMinus: true)

    @Test(
        "the sign, word or code of the currency may stand at either end",
        arguments: [
            ("￥1,234.50", "CNY"), ("¥ 1234.50", "CNY"), ("1,234.50元", "CNY"), ("CNY 1,234.50", "CNY"),
            ("1234.50 RMB", "CNY"), ("$1,234.50", "USD"), ("US$ 1,234.50", "USD"), ("€1234.50", "EUR"),
            ("1234.50\u{A0}€", "EUR"), ("£1,234.50", "GBP"), ("$1,234.50", "MXN"), ("1234.50", "CNY"),
        ])
    func signs(text: String, code: String) throws {
        #expect(try read(text, code) == 123_450)
    }

    @Test(
        "below zero with a minus before or behind it, in brackets, or as a credit",
        arguments: [
            "-￥12.50", "￥-12.50", "(￥12.50)", "￥(12.50)", "12.50-", "12.50元-", "12.50 CR", "￥12.50 Cr", "−12.50",
        ])
    func negatives(text: String) throws {
        #expect(try read(text, "CNY") == -1_250)
    }

    @Test("the word of the unit is read where the layout states that unit, and nowhere else")
    func units() throws {
        #expect(try read("12.5万元", "CNY", AmountStyle(scale: 4)) == 12_500_000)
        #expect(try read("12.5千元", "CNY", AmountStyle(scale: 3)) == 1_250_000)
        #expect(throws: AmountFault.self) { try read("12.5万元", "CNY") }
        #expect(throws: AmountFault.self) { try read("12.5万元", "CNY", AmountStyle(scale: 3)) }
    }

    @Test(
        "marks between digits are read as the style states them",
        arguments: [
            ("1.234,50", DecimalMark.comma, GroupingMark.point), ("1 234,50", .comma, .space),
            ("1\u{202F}234,50 €", .comma, .space), ("1\u{2009}234,50", .comma, .space),
            ("1'234.50", .point, .apostrophe),
            ("1’234.50", .point, .apostrophe),
        ])
    func marks(text: String, mark: DecimalMark, grouping: GroupingMark) throws {
        #expect(try read(text, "EUR", AmountStyle(decimalMark: mark, grouping: grouping)) == 123_450)
    }

    @Test(
        "another currency, per cent, a credit below zero and a sign alone are faults",
        arguments: [
            "€12.50", "$12", "15%", "-12.50 CR", "￥", "CR", "元", "￥￥12", "12元元", "", "1.2.3元", "99999999999999999999元",
        ])
    func faults(text: String) {
        #expect(throws: AmountFault.self) { try read(text, "CNY") }
    }

    @Test("a fault speaks of what the file says, not of what was left after marks were taken off")
    func faultTexts() {
        #expect(throws: AmountFault.unexpected("%")) { try read("15%", "CNY") }
        #expect(throws: AmountFault.unexpected("€")) { try read("€15", "CNY") }
    }
}
