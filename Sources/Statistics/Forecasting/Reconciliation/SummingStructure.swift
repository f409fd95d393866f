/// Which series are sums of which: brands and media of a category, and their totals.
///
/// A series at the bottom may belong to any number of totals, so brand × medium adds up to brands, to media and to the category
/// at once.
public struct SummingStructure: Hashable, Sendable {
    /// How many series are not sums of others.
    public let bottomCount: Int
    /// For each total, the series at the bottom that it sums, by number.
    public let totals: [[Int]]

    /// - Precondition: numbers of series that there are, each once in a total, and no total that is empty.
    public init(bottomCount: Int, totals: [[Int]]) {
        for total in totals {
            precondition(!total.isEmpty && total.allSatisfy((0..<bottomCount).contains), "a total of \(total)")
            precondition(Set(total).count == total.count, "a total that sums a series twice: \(total)")
        }
        self.bottomCount = bottomCount
        self.totals = totals
    }

    /// One total of all, and one of each group; groups of one and those of all are the series or the total itself.
    ///
    /// - Parameter groups: the group of each series at the bottom, counted from 0.
    public init(groups: [Int]) {
        let members = Dictionary(grouping: groups.indices, by: { groups[$0] })
        let numbers = members.keys.sorted()
        let sums = numbers.compactMap { members[$0] }.filter { $0.count > 1 && $0.count < groups.count }
        self.init(bottomCount: groups.count, totals: (groups.isEmpty ? [] : [Array(groups.indices)]) + sums)
    }

    /// The totals of these series.
    public func sums(of bottom: [Double]) -> [Double] {
        precondition(bottom.count == bottomCount, "\(bottom.count) values for \(bottomCount) series")
        return totals.map { total in total.reduce(0) { $0 + bottom[$1] } }
    }

    /// How far each total is from the sum of its parts.
    func gaps(of values: CoherentValues) -> [Double] {
        zip(values.totals, sums(of: values.bottom)).map { $0 - $1 }
    }
}

/// One value for each total and each series at the bottom.
public struct CoherentValues: Hashable, Sendable {
    public var totals: [Double]
    public var bottom: [Double]

    public init(totals: [Double], bottom: [Double]) {
        self.totals = totals
        self.bottom = bottom
    }
}
