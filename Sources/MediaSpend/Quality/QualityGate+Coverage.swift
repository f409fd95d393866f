import WorkTime

extension QualityGate {
    /// Vehicles, regions, categories and advertisers that were there in each of the months before and are not now. The
    /// measure is what they usually spend as a part of what the whole market usually does.
    var coverageIssues: [QualityIssue] {
        QualityRule.allCases.flatMap { rule -> [QualityIssue] in
            guard let dimension = rule.coverage, rules[rule].severity != .off else { return [] }
            let names = NamesByMonth(dimension, in: cells(path(to: dimension)))
            return months.compactMap { month in holes(in: names, rule, month) }
        }
    }

    private func path(to dimension: SpendDimension) -> KeyPath<QualityFigures, FigureCells> {
        switch dimension {
        case .vehicle: \.prices
        case .region: \.regions
        default: \.owners
        }
    }

    private func holes(in names: NamesByMonth, _ rule: QualityRule, _ month: CivilMonth) -> QualityIssue? {
        let count = Int(limit(.months, of: rule))
        guard knows(count, before: month) else { return nil }
        let before = (1...max(1, count)).map { month.advanced(by: -$0) }
        let least = Int64(limit(.rows, of: rule))
        var cases: [QualityIssue.Case] = []
        var missing: Int64 = 0
        for (key, sums) in names.sums where (sums[month]?.rows ?? 0) == 0 {
            guard before.allSatisfy({ (sums[$0]?.rows ?? 0) >= max(1, least) }) else { continue }
            let usual = before.reduce(0) { $0 + (sums[$1]?.spend ?? 0) } / Int64(before.count)
            missing += usual
            cases.append(QualityIssue.Case([names.names[key] ?? key], usual: usual))
        }
        guard !cases.isEmpty else { return nil }
        let whole = before.reduce(0) { $0 + (total($1) ?? 0) } / Int64(before.count)
        return issue(
            rule, in: month, count: cases.count, cases: cases.heaviestFirst { $0.usual }, usual: missing,
            measure: max(part(missing, of: whole), .leastNonzeroMagnitude))
    }
}

extension [QualityIssue.Case] {
    /// By size of an amount, equals by name.
    func heaviestFirst(_ amount: (Element) -> Int64?) -> [Element] {
        sorted { left, right in
            let (a, b) = ((amount(left) ?? 0).magnitude, (amount(right) ?? 0).magnitude)
            return a == b ? left.names.lexicographicallyPrecedes(right.names) : a > b
        }
    }
}
