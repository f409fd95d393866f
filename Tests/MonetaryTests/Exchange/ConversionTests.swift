import Foundation
import Monetary
import Testing
import WorkTime

@Suite("Conversion")
struct ConversionTests {
    private let day = CivilDay("2026-01-05")!

    @Test("two stated amounts stay what they are, and the rate follows from them")
    func totals() throws {
        // beancount issue 109: 9.50 GBP for 11.18 EUR; the unit price has no end.
        let conversion = try Conversion(
            of: Money("9.50", .gbp), as: Money("11.18", .eur), date: day, source: "card statement")
        #expect(conversion.converted.amount == "11.18")
        #expect(conversion.exchange.rate.description == "559/475")
        #expect(conversion.exchange.origin == .totals)
        #expect(try Conversion(of: Money("9.50", .gbp), at: conversion.exchange).converted.amount == "11.18")
    }

    @Test("amounts of different decimals give the rate of one unit")
    func decimals() throws {
        let conversion = try Conversion(of: Money("1000", .jpy), as: Money("46.50", .cny), date: day)
        #expect(try conversion.exchange.rate == Rate("0.0465"))
        #expect(try Money("2000", .jpy).converted(to: .cny, at: Rate("0.0465"), rounding: .halfEven).amount == "93.00")
        #expect(try Money("1.500", .kwd).converted(to: .jpy, at: 500, rounding: .halfEven).amount == "750")
    }

    @Test("amounts that no rate joins are faults")
    func impossible() throws {
        #expect(throws: MonetaryFault.divisionByZero) {
            try Conversion(of: .zero(.usd), as: Money("1.00", .cny), date: day)
        }
        #expect(throws: MonetaryFault.impossibleExchangeRate(.usd, .cny, 0)) {
            try Conversion(of: Money("1.00", .usd), as: .zero(.cny), date: day)
        }
        #expect(throws: MonetaryFault.impossibleExchangeRate(.usd, .cny, -7)) {
            try Conversion(of: Money("1.00", .usd), as: Money("-7.00", .cny), date: day)
        }
        let rate = try ExchangeRate(of: Money("1.00", .usd), as: Money("7.00", .cny), date: day, source: nil)
        #expect(throws: MonetaryFault.mixedCurrencies(.eur, .usd)) { try Conversion(of: Money("1.00", .eur), at: rate) }
        #expect(throws: MonetaryFault.overflow) { try Conversion(of: Money(minorUnits: .max, .usd), at: rate) }
    }

    @Test("what lies between two ways of exchange goes to a named account, and the three add up")
    func difference() throws {
        let amount = try Money("480000.00", .hkd)
        let estimated = try Conversion(of: amount, as: Money("442320.00", .cny), date: day)
        let paid = try Conversion(of: amount, as: Money("438912.07", .cny), date: day.advanced(by: 60))
        let difference = try ExchangeDifference(from: estimated, to: paid, account: "exchange")
        #expect(difference.amount.amount == "-3407.93")
        #expect(try difference.proof().holds)
        let dollars = try Conversion(of: amount, as: Money("61000.00", .usd), date: day)
        #expect(throws: MonetaryFault.mixedCurrencies(.usd, .cny)) {
            try ExchangeDifference(from: estimated, to: dollars, account: "exchange")
        }
    }

    @Test("there and back by the exact rate is the amount, for every cent of a small range")
    func thereAndBack() throws {
        let rate = try ExchangeRate(of: Money("9.50", .gbp), as: Money("11.18", .eur), date: day, source: nil)
        for cents in Int64(-400)...400 {
            let amount = Money(minorUnits: cents, .gbp)
            let there = try Conversion(of: amount, at: rate).converted
            #expect(try there.converted(to: .gbp, at: rate.rate.reciprocal(), rounding: .halfEven) == amount)
        }
    }

    @Test("a conversion is coded with all it keeps")
    func coding() throws {
        let conversion = try Conversion(of: Money("9.50", .gbp), as: Money("11.18", .eur), date: day, source: "card")
        let coded = try JSONEncoder().encode(conversion)
        #expect(try JSONDecoder().decode(Conversion.self, from: coded) == conversion)
    }
}
