import Diagnostics
import Monetary

/// Amounts in the currency of the document and in that of the books.
extension LedgerCheck {
    struct Amounts {
        let amount: Money
        let tax: Money
        let book: Money
        let exchange: CostEvent.Exchange?

        init(amount: Money, tax: Money, book: Money, exchange: CostEvent.Exchange?) {
            self.amount = amount
            self.tax = tax
            self.book = book
            self.exchange = exchange
        }

        init(nothingIn currency: Currency, books: Currency) {
            self.init(amount: .zero(currency), tax: .zero(currency), book: .zero(books), exchange: nil)
        }
    }

    /// - Parameters:
    ///   - needed: the currency of the order or document that the event belongs to.
    ///   - owner: what that is, for the finding.
    mutating func amounts(_ row: Row, in needed: Currency? = nil, because owner: String = "") -> Amounts? {
        guard let currency = documentCurrency(row, needed, owner) else { return nil }
        let amount = amount(row, currency)
        let tax = row.tax.map { money($0, currency) } ?? Money.zero(currency)
        guard let amount, let tax else { return nil }
        guard checkSigns(row, amount, tax) else { return nil }
        guard currency != self.currency else { return inBooks(row, amount, tax) }
        return exchanged(row, amount, tax)
    }

    private mutating func documentCurrency(_ row: Row, _ needed: Currency?, _ owner: String) -> Currency? {
        guard let stated = row.currency else { return needed ?? currency }
        do throws(MonetaryFault) {
            let currency = try Currency(stated.value)
            guard let needed, currency != needed else { return currency }
            report(
                "cost.mixed-currencies", "“\(row.id.value)” is in \(currency), and \(owner) in \(needed)",
                advice: "state it in \(needed), or check which document it belongs to", at: stated.place)
        } catch {
            let nearest = nearestName(to: stated.value.uppercased(), among: Currency.known.map(\.code))
            report(
                "cost.unknown-currency", "\(error)",
                advice: nearest.map { "is \($0) meant?" } ?? "use the code of ISO 4217, such as CNY", at: stated.place)
        }
        return nil
    }

    private mutating func amount(_ row: Row, _ currency: Currency) -> Money? {
        if let stated = row.amount { return money(stated, currency) }
        report(
            "cost.no-amount", "the \(row.kind.value.rawValue) “\(row.id.value)” has no amount",
            advice: "state its amount",
            at: row.place)
        return nil
    }

    private mutating func money(_ stated: Located<String>, _ currency: Currency) -> Money? {
        do throws(AmountFault) {
            return try Money(stated.value, currency)
        } catch {
            let isFine = if case .tooManyDecimals = error { true } else { false }
            report(
                isFine ? "cost.too-many-decimals" : "cost.bad-amount",
                isFine ? "“\(stated.value)” \(error), as it is in \(currency)" : "“\(stated.value)” \(error)",
                advice: error.advice, at: stated.place)
            return nil
        }
    }

    private mutating func checkSigns(_ row: Row, _ amount: Money, _ tax: Money) -> Bool {
        if amount.isNegative, row.kind.value != .orderChange {
            report(
                "cost.negative-event", "the amount of “\(row.id.value)” is below zero",
                advice: row.kind.value.creditAdvice, at: row.amount?.place)
            return false
        }
        if tax.isNegative {
            report(
                "cost.negative-event", "the tax of “\(row.id.value)” is below zero",
                advice: "state it without the sign",
                at: row.tax?.place)
            return false
        }
        guard tax.minorUnits > amount.minorUnits.magnitude else { return true }
        report(
            "cost.unbalanced", "the tax of “\(row.id.value)” is more than its amount before tax",
            advice: "state the amount before tax, and the tax beside it", at: row.tax?.place)
        return false
    }

    // MARK: Exchange

    /// In the currency of the books an amount is what it is.
    private mutating func inBooks(_ row: Row, _ amount: Money, _ tax: Money) -> Amounts? {
        let book = row.bookAmount.map { money($0, currency) } ?? amount
        let rate = row.rate.map { self.rate($0) } ?? Rate.one
        guard let book, let rate else { return nil }
        guard book == amount, rate == .one else {
            report(
                "cost.unbalanced",
                "“\(row.id.value)” is in \(currency), the currency of the books, and yet another amount is booked",
                advice: "leave book_amount and rate out, or name the currency of the document",
                at: row.bookAmount?.place ?? row.rate?.place)
            return nil
        }
        return Amounts(amount: amount, tax: tax, book: amount, exchange: nil)
    }

    private mutating func exchanged(_ row: Row, _ amount: Money, _ tax: Money) -> Amounts? {
        let stated = row.rate.map { rate($0) }
        let booked = row.bookAmount.map { money($0, currency) }
        if case .some(.none) = stated { return nil }
        if case .some(.none) = booked { return nil }
        switch (booked ?? nil, stated ?? nil) {
        case (let book?, let rate): return atBookAmount(row, amount, tax, book, rate)
        case (nil, let rate?): return atRate(row, amount, tax, rate)
        case (nil, nil):
            report(
                "cost.no-rate",
                "“\(row.id.value)” is in \(amount.currency), and nothing says what that is in \(currency)",
                advice: "state book_amount, or the rate: \(currency) for 1 \(amount.currency)",
                at: row.currency?.place ?? row.amount?.place)
            return nil
        }
    }

    /// Two stated amounts hold; the rate follows from them.
    private mutating func atBookAmount(
        _ row: Row, _ amount: Money, _ tax: Money, _ book: Money, _ stated: Rate?
    ) -> Amounts? {
        guard !amount.isZero, !book.isZero, book.isNegative == amount.isNegative else {
            if amount.isZero, book.isZero, let stated {
                return Amounts(amount: amount, tax: tax, book: book, exchange: exchange(row, stated, isDerived: false))
            }
            report(
                "cost.zero-rate", "“\(row.id.value)” books \(book) for \(amount)",
                advice: "check both amounts; neither is zero where the other is not", at: row.bookAmount?.place)
            return nil
        }
        guard let derived = derivedRate(amount, book) else { return reportTooLarge(row) }
        if let stated, Self.deviates(stated, from: derived) {
            warn(
                "cost.rate-deviates",
                "“\(row.id.value)” states a rate that is more than half a per cent off \(book) for \(amount)",
                advice: "the two amounts hold; check them, or correct the rate", at: row.rate?.place)
        }
        return Amounts(amount: amount, tax: tax, book: book, exchange: exchange(row, derived, isDerived: true))
    }

    private mutating func atRate(_ row: Row, _ amount: Money, _ tax: Money, _ rate: Rate) -> Amounts? {
        guard let book = try? amount.converted(to: currency, at: rate, rounding: .halfEven) else {
            return reportTooLarge(row)
        }
        return Amounts(amount: amount, tax: tax, book: book, exchange: exchange(row, rate, isDerived: false))
    }

    private func exchange(_ row: Row, _ rate: Rate, isDerived: Bool) -> CostEvent.Exchange {
        CostEvent.Exchange(
            rate: rate, isDerived: isDerived, date: row.rateDate?.value ?? row.date.value,
            source: row.rateSource?.value)
    }

    private func derivedRate(_ amount: Money, _ book: Money) -> Rate? {
        let scale = (Int128(amount.currency.minorUnitsPerUnit), Int128(book.currency.minorUnitsPerUnit))
        return try? Rate(Int128(book.minorUnits) * scale.0, over: Int128(amount.minorUnits) * scale.1)
    }

    private static func deviates(_ stated: Rate, from derived: Rate) -> Bool {
        abs(Double(stated) / Double(derived) - 1) > 0.005
    }

    private mutating func rate(_ stated: Located<String>) -> Rate? {
        let rate: Rate
        do throws(AmountFault) {
            rate = try Rate(stated.value)
        } catch {
            report("cost.bad-rate", "the rate “\(stated.value)” \(error)", advice: error.advice, at: stated.place)
            return nil
        }
        guard rate > .zero else {
            report(
                "cost.zero-rate", "a rate of exchange cannot be \(stated.value)",
                advice: "state how much of the currency of the books one unit is worth", at: stated.place)
            return nil
        }
        return rate
    }

    private mutating func reportTooLarge(_ row: Row) -> Amounts? {
        report(
            "cost.sum-too-large", "the amount of “\(row.id.value)” is more than can be counted in \(currency)",
            advice: "check the amount and the rate", at: row.amount?.place)
        return nil
    }
}

extension CostEvent.Kind {
    /// What to do with an amount below zero.
    fileprivate var creditAdvice: String {
        switch self {
        case .invoice: "state a credit note: the kind credit-note, with an amount above zero"
        case .bill, .retainer: "state a credit note to the client: the kind bill-credit, with an amount above zero"
        case .order: "state less of an order with the kind order-change"
        default: "take an event back with the kind reversal"
        }
    }
}
