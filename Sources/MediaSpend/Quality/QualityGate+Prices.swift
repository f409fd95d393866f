import WorkTime

extension QualityGate {
    /// How many months with a price a purchase must have had before it can be told what it costs.
    private static let leastPrices = 6

    /// Purchases whose price is not what the same vehicle, daypart and length cost before. The measure is the money that
    /// they are away from it, as a part of the month's spend.
    var priceIssues: [QualityIssue] {
        guard rules[.unitPrice].severity != .off, delivery.countsInsertions else { return [] }
        let purchases = Self.purchases(in: cubes(\.prices))
        return months.compactMap { month in
            let outliers = purchases.compactMap { outlier($0, in: month) }
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

    /// One kind of purchase, month by month.
    private struct Purchase {
        let names: [String]
        var months: [CivilMonth: (insertions: Int64, spend: Int64)] = [:]

        func price(in month: CivilMonth) -> Double? {
            guard let bought = months[month], bought.insertions > 0 else { return nil }
            return Double(bought.spend) / Double(bought.insertions)
        }
    }

    private static func purchases(in cubes: [Cube]) -> [Purchase] {
        let dimensions = QualityFigures.priceDimensions.filter { $0 != .month }
        var found: [[String]: Purchase] = [:]
        for cube in cubes {
            let columns = dimensions.map(cube.column)
            let months = cube.column(.month)
            let calendar = months.members.map { CivilMonth($0.name) }
            for cell in 0..<cube.count {
                guard let month = calendar[Int(months.cells[cell])] else { continue }
                let names = columns.map { $0.members[Int($0.cells[cell])].name }
                let sum = found[names]?.months[month] ?? (0, 0)
                found[names, default: Purchase(names: names)].months[month] = (
                    sum.insertions + cube.insertions[cell], sum.spend + cube.spend[cell]
                )
            }
        }
        return Array(found.values)
    }

    /// What the purchase cost in a month, and what it would have at its usual price.
    private func outlier(_ purchase: Purchase, in month: CivilMonth) -> QualityIssue.Case? {
        guard let price = purchase.price(in: month), let bought = purchase.months[month] else { return nil }
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
            purchase.names.filter { !$0.isEmpty }, amount: bought.spend, usual: Int64(expected.rounded()))
    }
}
