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
        for purchase in Purchases(in: cells(\.prices)).all {
            for position in purchase.months.indices where delivered.contains(purchase.months[position].month) {
                guard let outlier = outlier(purchase, at: position, limits) else { continue }
                outliers[purchase.months[position].month, default: []].append(outlier)
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

    /// What the purchase cost in a month, and what it would have at its usual price; `nil` where that is much the same.
    private func outlier(
        _ purchase: Purchases.Purchase, at position: Int, _ limits: PriceLimits
    ) -> QualityIssue.Case? {
        guard let price = purchase.price(at: position) else { return nil }
        // The middle first: nearly all prices are near it, and need no spread.
        guard let (middle, count) = purchase.middlePrice(before: position, window: limits.window),
            count >= Self.leastPrices, middle > 0, price > middle * limits.factor || price * limits.factor < middle,
            let usual = RobustSpread(of: purchase.prices(before: position, window: limits.window)),
            usual.deviations(of: price) > limits.deviations
        else { return nil }
        let bought = purchase.months[position].sum
        let expected = usual.median * Double(bought.insertions)
        guard expected < 9e18 else { return nil }
        return QualityIssue.Case(purchase.names, amount: bought.spend, usual: Int64(expected.rounded()))
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
