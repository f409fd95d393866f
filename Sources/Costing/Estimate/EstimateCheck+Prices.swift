import Diagnostics
import Monetary

extension EstimateCheck {
    /// How the price of a line comes about; `nil` when the file contradicts itself.
    mutating func terms(of line: EstimateLineDraft) -> LinePricing.Terms? {
        let bases = [
            line.commission.map { ("commission", $0.place) }, line.markup.map { ("markup", $0.place) },
            line.price.map { ("price", $0.place) },
        ].compactMap(\.self)
        guard bases.count < 2 else {
            report(
                "several-bases", "“\(line.id.value)” has \(bases.map { "“\($0.0)”" }.joined(separator: " and "))",
                advice: "keep the one that the contract states", at: bases[1].1)
            return nil
        }
        if let commission = line.commission { return commissionTerms(commission, of: line) }
        if line.isGross?.value == true {
            report(
                "gross-without-commission", "“\(line.id.value)” is stated gross, without a commission",
                advice: "add the commission, such as  commission: 15%, or state it net", at: line.isGross?.place)
            return nil
        }
        if let markup = line.markup { return markupTerms(markup, of: line) }
        if let price = line.price { return priceTerms(price, of: line) }
        if line.rate == nil, !line.isUnread {
            report(
                "line-without-rate", "“\(line.id.value)” says neither what it costs nor its price",
                advice: "add  rate: …  for the cost of one unit, or  price: …", at: line.id.place)
        }
        return .passThrough
    }

    private mutating func commissionTerms(
        _ stated: Located<Rate>, of line: EstimateLineDraft
    ) -> LinePricing.Terms? {
        requireRate(of: line)
        guard let commission = try? Commission(shareOfGross: stated.value) else {
            report(
                "impossible-commission",
                "the commission of “\(line.id.value)” is \(percent(stated.value) ?? "\(stated.value)") of gross",
                advice: "a commission is from 0% to below 100%", at: stated.place)
            return nil
        }
        return line.isGross?.value == true ? .gross(commission) : .net(commission)
    }

    private mutating func markupTerms(_ markup: Located<Rate>, of line: EstimateLineDraft) -> LinePricing.Terms? {
        requireRate(of: line)
        guard markup.value < 0 else { return .markup(markup.value) }
        report(
            "impossible-markup", "the markup of “\(line.id.value)” is below zero",
            advice: "state the price of the line instead, if it is below the cost", at: markup.place)
        return nil
    }

    private mutating func requireRate(of line: EstimateLineDraft) {
        guard line.rate == nil, !line.isUnread else { return }
        report(
            "line-without-rate", "“\(line.id.value)” does not say what it costs",
            advice: "add  rate: …  for the cost of one unit", at: line.id.place)
    }

    private mutating func priceTerms(_ price: Located<Rate>, of line: EstimateLineDraft) -> LinePricing.Terms? {
        guard price.value.isNegative else { return .fixed(unitPrice: price.value) }
        reportNegative(line, "price", at: price.place)
        return nil
    }

    private mutating func reportNegative(_ line: EstimateLineDraft, _ what: String, at place: SourcePlace?) {
        report(
            "negative-line", "the \(what) of “\(line.id.value)” is below zero",
            advice: "state what is to be paid, 0 or more; take a discount off the line that it belongs to", at: place)
    }

    /// The amounts of a line. A lump sum is an amount of money; the rate of a unit may have more decimals.
    mutating func pricing(
        _ line: EstimateLineDraft, _ quantity: Rate, _ terms: LinePricing.Terms, _ supplierCurrency: Currency,
        _ exchangeRate: Rate, _ currency: Currency
    ) -> LinePricing? {
        let rate = line.rate ?? Located(.zero)
        guard !rate.value.isNegative else {
            reportNegative(line, "rate", at: rate.place)
            return nil
        }
        if line.quantity == nil {
            let isMoney = money(rate, supplierCurrency, of: "the rate of “\(line.id.value)”") != nil
            let hasPrice = line.price.map { money($0, currency, of: "the price of “\(line.id.value)”") != nil } ?? true
            guard isMoney, hasPrice else { return nil }
        }
        do throws(MonetaryFault) {
            let pricing = try LinePricing(
                quantity: quantity, rate: rate.value, terms, supplierCurrency: supplierCurrency,
                exchangeRate: exchangeRate, currency: currency)
            warnIfBelowCost(line, pricing)
            return pricing
        } catch {
            reportOverflow("the amount of “\(line.id.value)”", at: rate.place ?? line.id.place)
            return nil
        }
    }

    private mutating func warnIfBelowCost(_ line: EstimateLineDraft, _ pricing: LinePricing) {
        guard pricing.price.minorUnits < pricing.cost.minorUnits else { return }
        warn(
            "price-below-cost",
            "the client pays \(pricing.price.amount) for “\(line.id.value)”, which costs \(pricing.cost)",
            advice: "check the price, and whether it is that of one unit", at: line.price?.place ?? line.id.place)
    }
}

extension LinePricing.Terms {
    var basis: PriceBasis {
        switch self {
        case .passThrough: .passThrough
        case .gross(let commission), .net(let commission): .commission(commission)
        case .markup(let share): .markup(share)
        case .fixed: .fixed
        }
    }
}
