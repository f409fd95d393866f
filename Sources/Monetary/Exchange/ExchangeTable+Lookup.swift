public import WorkTime

extension ExchangeTable {
    /// What one unit of a currency is worth in another on a day.
    ///
    /// A quote of the pair goes before a way over the base, unless it is too old; of quotes in both directions the later
    /// one holds, on the same day the one as asked.
    ///
    /// - Throws: `unknownExchange`, `noQuoteYet`, `staleQuote`; `overflow` when two rates together leave 128 bits.
    public func rate(from: Currency, to: Currency, on day: CivilDay) throws(MonetaryFault) -> ExchangeRate {
        guard from != to else {
            return ExchangeRate(from: from, to: to, rate: 1, origin: .sameCurrency, date: day, source: nil)
        }
        do throws(MonetaryFault) {
            return try quoted(from: from, to: to, on: day)
        } catch {
            guard from != base, to != base else { throw error }
            return try triangulated(from: from, to: to, on: day, orElse: error)
        }
    }

    /// An amount in another currency by the rate of a day, rounded once.
    ///
    /// - Throws: as ``rate(from:to:on:)``; `overflow`.
    public func convert(
        _ money: Money, to currency: Currency, on day: CivilDay, rounding: Rounding = .halfEven
    ) throws(MonetaryFault) -> Conversion {
        try Conversion(of: money, at: rate(from: money.currency, to: currency, on: day), rounding: rounding)
    }

    /// By a quote of the pair itself, in either direction.
    private func quoted(from: Currency, to: Currency, on day: CivilDay) throws(MonetaryFault) -> ExchangeRate {
        let ways = [quotes(of: from, in: to), quotes(of: to, in: from)]
        let last = ways.compactMap { $0.last(onOrBefore: day) }
        // `max` would take the last of equals, which is the one turned round.
        guard let latest = last.first,
            let quote = last.dropFirst().first(where: { $0.date > latest.date }) ?? last.first
        else {
            throw ways.allSatisfy(\.isEmpty) ? .unknownExchange(from, to) : .noQuoteYet(from, to, on: day)
        }
        if let staleAfterDays, quote.date.distance(to: day) > staleAfterDays {
            throw .staleQuote(from, to, quoted: quote.date, on: day)
        }
        return try ExchangeRate(quote, from: from, to: to)
    }

    /// Over the base. Where that fails too, the fault of the pair itself is told, unless only the way over the base is known.
    private func triangulated(
        from: Currency, to: Currency, on day: CivilDay, orElse fault: MonetaryFault
    ) throws(MonetaryFault) -> ExchangeRate {
        let legs: (ExchangeRate, ExchangeRate)
        do throws(MonetaryFault) {
            legs = (try quoted(from: from, to: base, on: day), try quoted(from: base, to: to, on: day))
        } catch {
            if case .unknownExchange = fault, !error.isUnknownExchange { throw error }
            throw fault
        }
        let sources = [legs.0.source, legs.1.source].compactMap(\.self)
        let isOneSource = sources.count == 2 && sources[0] == sources[1]
        return ExchangeRate(
            from: from, to: to, rate: try legs.0.rate * legs.1.rate,
            origin: .triangulated(legs.0.quote, legs.1.quote), date: min(legs.0.date, legs.1.date),
            source: sources.isEmpty ? nil : isOneSource ? sources[0] : sources.joined(separator: ", "))
    }
}

extension ExchangeRate {
    /// The quote behind a rate that was quoted in one direction or the other.
    fileprivate var quote: ExchangeQuote {
        switch origin {
        case .quoted(let quote), .inverse(let quote): quote
        case .sameCurrency, .triangulated, .totals: preconditionFailure("a leg of \(from) to \(to) without a quote")
        }
    }
}

extension MonetaryFault {
    fileprivate var isUnknownExchange: Bool { if case .unknownExchange = self { true } else { false } }
}

extension [ExchangeQuote] {
    /// The last quote not after a day, of quotes in order of days.
    fileprivate func last(onOrBefore day: CivilDay) -> ExchangeQuote? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].date <= day { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? self[low - 1] : nil
    }
}
