import WorkTime

extension QualityGate {
    /// How many months with a price a purchase must have had before it can be told what it costs.
    private static let leastPrices = 6

    /// Purchases whose price is not what the same vehicle, daypart and length cost before. The measure is the money that
    /// they are away from it, as a part of the month's spend.
    var priceIssues: [QualityIssue] {
        guard rules[.unitPrice].severity != .off, delivery.countsInsertions else { return [] }
        let purchases = Purchases(in: cells(\.prices))
        return months.compactMap { month in
            let outliers = purchases.all.compactMap { outlier($0, in: month) }
            let away = outliers.reduce(Int64(0)) { sum, found in
                let size = Int64(clamping: ((found.amount ?? 0) - (found.usual ?? 0)).magnitude)
                return sum.addingReportingOverflow(size).overflow ? .max : sum + size
            }
            guard !outliers.isEmpty else { return nil }
            return issue(
                .unitPrice, in: month, count: outliers.count,
                cases: outliers.heaviestFirst { ($0.amount ?? 0) - ($0.usual ?? 0) }, amount: away,
                measure: part(away, of: total(month)))
        }
    }

    /// What the purchase cost in a month, and what it would have at its usual price.
    private func outlier(_ purchase: Purchases.Purchase, in month: CivilMonth) -> QualityIssue.Case? {
        guard let price = purchase.price(in: month), let bought = purchase.sum(in: month) else { return nil }
        let window = Int(limit(.months, of: .unitPrice))
        let before = (1...max(1, window)).compactMap { purchase.price(in: month.advanced(by: -$0)) }
        guard before.count >= Self.leastPrices, let usual = RobustSpread(of: before), usual.median > 0,
            usual.deviations(of: price) > limit(.deviations, of: .unitPrice)
        else { return nil }
        let factor = limit(.factor, of: .unitPrice)
        guard price > usual.median * factor || price * factor < usual.median else { return nil }
        let expected = usual.median * Double(bought.insertions)
        guard expected < 9e18 else { return nil }
        return QualityIssue.Case(
            purchase.names, amount: bought.spend, usual: Int64(expected.rounded()))
    }
}
