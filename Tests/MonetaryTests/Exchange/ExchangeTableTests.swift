import Monetary
import Testing
import WorkTime

@Suite("Exchange table")
struct ExchangeTableTests {
    private func day(_ text: String) -> CivilDay { CivilDay(text)! }

    private func quote(
        _ currency: Currency, _ pricedIn: Currency, _ price: String, per units: Int = 1, _ date: String,
        _ source: String? = "Bank of China"
    ) throws -> ExchangeQuote {
        try ExchangeQuote(currency, in: pricedIn, price: Rate(price), per: units, date: day(date), source: source)
    }

    private func table(staleAfterDays: Int? = nil) throws -> ExchangeTable {
        try ExchangeTable(
            through: .cny,
            quotes: [
                quote(.hkd, .cny, "92.15", per: 100, "2026-01-02"), quote(.hkd, .cny, "0.9200", "2026-01-05"),
                quote(.usd, .cny, "7.1", "2026-01-03", "contract"), quote(.cny, .jpy, "21.5", "2026-01-02"),
            ], staleAfterDays: staleAfterDays)
    }

    @Test("the last quote not after the day holds, a quote for a hundred units as one for one")
    func byDay() throws {
        let table = try table()
        #expect(try table.rate(from: .hkd, to: .cny, on: day("2026-01-04")).rate == Rate("0.9215"))
        #expect(try table.rate(from: .hkd, to: .cny, on: day("2026-01-05")).rate == Rate("0.92"))
        #expect(try table.rate(from: .hkd, to: .cny, on: day("2030-01-01")).date == day("2026-01-05"))
        #expect(try table.rate(from: .cny, to: .cny, on: day("1999-01-01")).origin == .sameCurrency)
    }

    @Test("a conversion keeps both amounts, the rate, its day and its source")
    func conversion() throws {
        let amount = try Money("480000.00", .hkd)
        let conversion = try table().convert(amount, to: .cny, on: day("2026-01-03"))
        #expect(conversion.original == amount)
        #expect(conversion.converted.amount == "442320.00")
        #expect(conversion.exchange.date == day("2026-01-02"))
        #expect(conversion.exchange.source == "Bank of China")
    }

    @Test("a pair that is quoted the other way round is turned round exactly")
    func inverse() throws {
        let rate = try table().rate(from: .cny, to: .usd, on: day("2026-01-03"))
        #expect(rate.rate.description == "10/71")
        guard case .inverse = rate.origin else { return #expect(Bool(false), "\(rate.origin)") }
        // Yen have no decimals, yuan two: 100 yuan are 2,150 yen.
        let yen = try table().convert(Money("100.00", .cny), to: .jpy, on: day("2026-01-02")).converted
        #expect(yen.description == "2150 JPY")
        #expect(
            try table().convert(yen, to: .cny, on: day("2026-01-02")).converted.description == "100.00 CNY")
    }

    @Test("a pair that nobody quotes goes through the base in rationals, is as old as its older quote, and rounds once")
    func triangulation() throws {
        let conversion = try table().convert(Money("0.05", .usd), to: .hkd, on: day("2026-01-06"))
        #expect(conversion.exchange.rate.description == "355/46")
        #expect(conversion.exchange.date == day("2026-01-03"))
        #expect(conversion.exchange.source == "contract, Bank of China")
        #expect(conversion.converted.amount == "0.39")
        // 0.16 USD are 1.136 CNY and 24.424 JPY; by way of 1.14 CNY they would be 24.51, a whole yen more.
        let yen = try table().convert(Money("0.16", .usd), to: .jpy, on: day("2026-01-06"))
        #expect(yen.converted.amount == "24")
    }

    @Test("of quotes in both directions the later holds")
    func bothDirections() throws {
        let table = try ExchangeTable(
            through: .cny,
            quotes: [
                quote(.usd, .cny, "7", "2026-01-02"), quote(.cny, .usd, "0.125", "2026-01-03"),
                quote(.usd, .cny, "9", "2026-01-04"), quote(.cny, .usd, "0.2", "2026-01-04"),
            ])
        let rates = try (2...4).map { try table.rate(from: .usd, to: .cny, on: day("2026-01-0\($0)")).rate }
        #expect(rates == [7, 8, 9])
    }

    @Test("a quote that is too old is a fault, not a rate")
    func stale() throws {
        let table = try table(staleAfterDays: 7)
        #expect(try table.rate(from: .usd, to: .cny, on: day("2026-01-10")).rate == Rate("7.1"))
        #expect(throws: MonetaryFault.staleQuote(.usd, .cny, quoted: day("2026-01-03"), on: day("2026-01-11"))) {
            try table.rate(from: .usd, to: .cny, on: day("2026-01-11"))
        }
        #expect(throws: MonetaryFault.staleQuote(.usd, .cny, quoted: day("2026-01-03"), on: day("2026-01-11"))) {
            try table.rate(from: .usd, to: .hkd, on: day("2026-01-11"))
        }
    }

    @Test("no quote by the day, no pair at all, contradicting quotes and impossible rates are faults")
    func faults() throws {
        let table = try table()
        let early = day("2026-01-01")
        #expect(throws: MonetaryFault.noQuoteYet(.usd, .cny, on: early)) {
            try table.rate(from: .usd, to: .cny, on: early)
        }
        #expect(throws: MonetaryFault.unknownExchange(.eur, .cny)) {
            try table.rate(from: .eur, to: .cny, on: day("2026-02-01"))
        }
        #expect(throws: MonetaryFault.unknownExchange(.usd, .eur)) {
            try table.rate(from: .usd, to: .eur, on: day("2026-02-01"))
        }
        for price in ["0", "-7.1"] {
            #expect(throws: MonetaryFault.impossibleExchangeRate(.usd, .cny, try! Rate(price))) {
                try quote(.usd, .cny, price, "2026-01-01")
            }
        }
        #expect(throws: MonetaryFault.impossibleExchangeRate(.cny, .cny, 2)) {
            try quote(.cny, .cny, "2", "2026-01-01")
        }
        #expect(throws: MonetaryFault.divisionByZero) { try quote(.usd, .cny, "7", per: 0, "2026-01-01") }
        #expect(throws: MonetaryFault.contradictingQuotes(.usd, .cny, on: early)) {
            try ExchangeTable(
                through: .cny, quotes: [quote(.usd, .cny, "7", "2026-01-01"), quote(.usd, .cny, "8", "2026-01-01")])
        }
    }

    @Test("the order of quotes does not matter, and equal ones are one")
    func order() throws {
        let quotes = try table().quotes
        #expect(try ExchangeTable(through: .cny, quotes: quotes.reversed() + quotes) == table())
        #expect(quotes.map(\.currency.code) == ["CNY", "HKD", "HKD", "USD"])
    }
}
