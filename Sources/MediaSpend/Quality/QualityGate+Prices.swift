import Monetary
import WorkTime

extension QualityGate {
    /// How many months with a price a purchase must have had before it can be told what it costs.
    private static let leastPrices = 6

    /// Purchases whose price is not what the same vehicle, daypart and length cost before. The measure is the money that
    /// they are away from it, as a part of the month's spend.
    var priceIssues: [QualityIssue] {
        guard rules[.unitPrice].severity != .off, delivery.countsInsertions else { return [] }
        let delivered = Set(months)
        let limits = PriceLimits(rules)
        var outliers: [CivilMonth: [QualityIssue.Case]] = [:]
        let purchases = Purchases(in: cells(\.prices))
        purchases.forEach { purchase in
            for position in purchase.months.indices where delivered.contains(purchase.months[position].month) {
                guard let usual = usualAmount(of: purchase, at: position, limits) else { continue }
                let bought = purchase.months[position]
                outliers[bought.month, default: []].append(
                    QualityIssue.Case(purchases.names(of: purchase), amount: bought.sum.spend, usual: usual))
            }
        }
        return outliers.sorted { $0.key < $1.key }.compactMap { month, cases in
            let away = cases.reduce(Int64(0)) { sum, found in
                let (total, overflow) = sum.addingReportingOverflow(Self.distance(of: found))
                return overflow ? .max : total
            }
            return issue(
                .unitPrice, in: month, count: cases.count, cases: cases.heaviestFirst(Self.distance), amount: away,
                measure: part(away, of: total(month)))
        }
    }

    /// How far what was paid is away from what is usual.
    private static func distance(of found: QualityIssue.Case) -> Int64 {
        Int64(clamping: (Int128(found.amount ?? 0) - Int128(found.usual ?? 0)).magnitude)
    }

    /// What a purchase would have cost in a month at its usual price; `nil` where that is much the same as it did.
    private func usualAmount(of purchase: Purchase, at position: Int, _ limits: PriceLimits) -> Int64? {
        guard let price = purchase.months[position].price else { return nil }
        // The middle first: nearly all prices are near it, and need no spread.
        guard let (middle, count) = purchase.middlePrice(before: position, window: limits.window),
            count >= Self.leastPrices, middle > 0, price > middle * limits.factor || price * limits.factor < middle,
            let usual = RobustSpread(of: purchase.prices(before: position, window: limits.window)),
            usual.deviations(of: price) > limits.deviations
        else { return nil }
        let expected = usual.median * Double(purchase.months[position].sum.insertions)
        return expected < 9e18 ? Int64(expected.rounded()) : nil
    }
}

/// From where on a price is unusual; looked up once, for it is asked of every purchase.
private struct PriceLimits {
    /// How many months before are looked at.
    let window: Int
    let factor: Double
    let deviations: Double

    init(_ rules: QualityRules) {
        window = Int(rules.limit(.months, of: .unitPrice))
        factor = rules.limit(.factor, of: .unitPrice)
        deviations = rules.limit(.deviations, of: .unitPrice)
    }
}
