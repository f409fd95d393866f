public import Monetary

/// What a unit of contacts cost: a rating point, or a thousand impressions.
///
/// Spend and contacts are divided only where both are known, brand by brand and medium by medium: spend without a figure
/// of contacts, and contacts without spend, stay out of the cost, and ``coverage`` says how much spend was left in.
public struct UnitCost: Hashable, Sendable {
    /// All that were counted, also those without spend.
    public let contacts: Derived<Rate>
    /// The spend that stands beside a figure of contacts.
    public let spend: Money
    /// The part of all spend that this is.
    public let coverage: Derived<Double>
    /// ``spend`` ÷ its contacts × the size of the unit, in units of the currency; exact, and above zero.
    public let cost: Derived<Rate>

    /// Spend in minor units, with the contacts that were counted beside it.
    typealias Pair = (spend: Int64, contacts: Rate?)

    /// - Parameter unit: how many contacts the cost is of.
    init(_ pairs: [Pair], per unit: Int128, in currency: Currency) {
        let known = pairs.filter { $0.contacts != nil }
        let paired = known.filter { $0.spend > 0 }
        let spend = paired.reduce(Int64(0)) { $0 + $1.spend }
        let whole = pairs.reduce(Int64(0)) { $0 + $1.spend }
        self.spend = Money(minorUnits: spend, currency)
        coverage = pairs.contains { $0.spend < 0 } ? .absent(.negativePart) : share(of: spend, in: whole)
        contacts = known.isEmpty ? .absent(.noRatings) : sum(of: known)
        guard !known.isEmpty else {
            cost = .absent(.noRatings)
            return
        }
        if known.allSatisfy({ $0.contacts?.isZero == true }) {
            cost = .absent(.zeroRatings)
        } else if paired.isEmpty {
            cost = .absent(known.contains { $0.spend < 0 } ? .negativePart : .absent)
        } else {
            let minorUnits = Int128(currency.minorUnitsPerUnit)
            switch sum(of: paired) {
            case .absent(let reason): cost = .absent(reason)
            case .value(let contacts) where contacts.isZero: cost = .absent(.zeroRatings)
            case .value(let contacts):
                let price = try? Rate(Int128(spend) * unit, over: minorUnits) / contacts
                cost = price.map { .value($0) } ?? .absent(.tooLarge)
            }
        }
    }

    /// The same where contacts are of several media: they are not added up.
    private init(mixed other: UnitCost) {
        contacts = .absent(.mixedMedia)
        spend = other.spend
        coverage = other.coverage
        cost = .absent(.mixedMedia)
    }

    var acrossMedia: UnitCost { UnitCost(mixed: self) }
}

private func sum(of pairs: [UnitCost.Pair]) -> Derived<Rate> {
    var sum = Rate.zero
    for pair in pairs {
        guard let contacts = pair.contacts, let more = try? sum + contacts else { return .absent(.tooLarge) }
        sum = more
    }
    return .value(sum)
}
