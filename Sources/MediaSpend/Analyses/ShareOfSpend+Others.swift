import Monetary

extension ShareOfSpend {
    /// The largest lines, with the client's among them: where it is smaller than those shown it comes last.
    public func leading(_ count: Int, including client: String? = nil) -> [Line] {
        let shown = lines.prefix(count)
        guard let client, !shown.contains(where: { $0.brand == client }),
            let own = lines.first(where: { $0.brand == client })
        else { return Array(shown) }
        return shown.dropLast(shown.count == count ? 1 : 0) + [own]
    }

    /// All lines but these as one: what a list that is cut leaves out. It has no rank.
    ///
    /// - Returns: `nil` when nothing is left.
    public func allOther(than shown: [Line]) -> Line? {
        let names = Set(shown.map(\.brand))
        let others = lines.filter { !names.contains($0.brand) }
        guard !others.isEmpty else { return nil }
        let now = sum(others.map(\.spend))
        let before = sum(others.map(\.previousSpend))
        let yearAgo = sum(others.map(\.yearAgoSpend))
        return Line(
            brand: "", spend: now, share: share(of: now?.minorUnits, in: total?.minorUnits), rank: .absent(.absent),
            previousSpend: before, previousShare: share(of: before?.minorUnits, in: previousTotal?.minorUnits),
            previousRank: .absent(.absent), yearAgoSpend: yearAgo,
            yearAgoShare: share(of: yearAgo?.minorUnits, in: yearAgoTotal?.minorUnits),
            monthOnMonth: growth(of: now?.minorUnits, over: before?.minorUnits),
            yearOnYear: growth(of: now?.minorUnits, over: yearAgo?.minorUnits))
    }

    /// How many brands spent in the month.
    public var spenders: Int { lines.count { ($0.spend?.minorUnits ?? 0) > 0 } }

    /// The largest brand beside one.
    public func largest(beside client: String) -> Line? {
        lines.first { $0.brand != client && ($0.spend?.minorUnits ?? 0) > 0 }
    }
}

extension YearToDate {
    /// The lines of brands that are not among these, as one; `nil` when nothing is left.
    public func allOther(than shown: Set<String>) -> Line? {
        let others = lines.filter { !shown.contains($0.brand) }
        guard !others.isEmpty else { return nil }
        let now = sum(others.map(\.spend))
        let before = sum(others.map(\.previousSpend))
        return Line(
            brand: "", spend: now, previousSpend: before, share: share(of: now?.minorUnits, in: total?.minorUnits),
            growth: MediaSpend.growth(of: now?.minorUnits, over: before?.minorUnits))
    }
}

extension MovingAnnualTotal {
    /// The lines of brands that are not among these, as one; `nil` when nothing is left.
    public func allOther(than shown: Set<String>) -> Line? {
        let others = lines.filter { !shown.contains($0.brand) }
        guard !others.isEmpty else { return nil }
        let now = sum(others.map(\.total))
        let before = sum(others.map(\.previousTotal))
        return Line(
            brand: "", total: now, previousTotal: before,
            growth: MediaSpend.growth(of: now?.minorUnits, over: before?.minorUnits))
    }
}

/// `nil` as soon as one amount is not known. Amounts of one cube add up below 2⁶³.
private func sum(_ amounts: [Money?]) -> Money? {
    guard let first = amounts.first, let currency = first?.currency, !amounts.contains(nil) else { return nil }
    return Money(minorUnits: amounts.reduce(0) { $0 + ($1?.minorUnits ?? 0) }, currency)
}
