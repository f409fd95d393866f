public import Monetary
public import WorkTime

/// What one party has still to pay, or is to be paid, in one currency, by how long it is due.
public struct Ageing: Hashable, Sendable {
    public let party: String
    public let currency: Currency
    /// One for each of ``Age``, in their order.
    public let amounts: [Money]
    /// Days from due to payment, over all documents that were paid, each by its amount: above zero where people pay late.
    /// `nil` where nothing was paid yet.
    public let collectionDelay: Double?

    /// How long an amount is due.
    public enum Age: Int, Hashable, Sendable, CaseIterable {
        case notDue
        /// 0…30 days.
        case month
        /// 31…60.
        case twoMonths
        /// 61…90.
        case threeMonths
        case older

        /// - Parameter days: from the due day to the day of the report; below zero where it is not due yet.
        init(days: Int) {
            switch days {
            case ..<0: self = .notDue
            case 0...30: self = .month
            case 31...60: self = .twoMonths
            case 61...90: self = .threeMonths
            default: self = .older
            }
        }
    }

    /// - Throws: `overflow`.
    public func total() throws(MonetaryFault) -> Money { try amounts.total(in: currency) }
}

extension Sequence where Element == OpenItem {
    /// By party, then by currency.
    ///
    /// - Parameter delays: days from due to payment; see ``Ledger/collectionDelays(ofSuppliers:through:)``.
    /// - Throws: `overflow`.
    public func ageing(on day: CivilDay, delays: [String: Double] = [:]) throws(MonetaryFault) -> [Ageing] {
        var sums: [PartyKey: [MoneyTotal]] = [:]
        for item in self {
            let key = PartyKey(party: item.party, currency: item.open.currency)
            let age = Ageing.Age(days: item.due.distance(to: day))
            var totals =
                sums[key] ?? Array(repeating: MoneyTotal(in: key.currency), count: Ageing.Age.allCases.count)
            try totals[age.rawValue].add(item.open)
            sums[key] = totals
        }
        var ageing: [Ageing] = []
        for key in sums.keys.sorted() {
            var amounts: [Money] = []
            for total in sums[key] ?? [] { amounts.append(try total.money()) }
            ageing.append(
                Ageing(
                    party: key.party, currency: key.currency, amounts: amounts, collectionDelay: delays[key.party]))
        }
        return ageing
    }
}

private struct PartyKey: Hashable, Comparable {
    let party: String
    let currency: Currency

    static func < (left: Self, right: Self) -> Bool { (left.party, left.currency) < (right.party, right.currency) }
}

extension Ledger {
    /// Days from due to payment of each party, every payment counted by its amount in the currency of the books.
    ///
    /// Payments that name no document, and what was taken back by the day, are left out.
    public func collectionDelays(ofSuppliers isOfSuppliers: Bool, through day: CivilDay) -> [String: Double] {
        let named = EventIndex(events)
        let known = events.prefix { $0.date <= day }
        let reversed = Set(known.lazy.filter { $0.kind == .reversal }.compactMap(\.settles))
        var sums: [String: (days: Double, amount: Double)] = [:]
        for payment in known where payment.kind == (isOfSuppliers ? .payment : .receipt) {
            guard !reversed.contains(payment.id), let document = named.settled(by: payment), let party = payment.party
            else { continue }
            let days = Double((document.due ?? document.date).distance(to: payment.date))
            let amount = payment.bookAmount.approximateUnits
            let before = sums[party] ?? (0, 0)
            sums[party] = (before.days + days * amount, before.amount + amount)
        }
        return sums.compactMapValues { $0.amount > 0 ? $0.days / $0.amount : nil }
    }
}
