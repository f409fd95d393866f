import Diagnostics
public import Monetary

/// Work of a job that was once done and hardly invoiced, by what became of it.
///
/// Of finished jobs it tells how often a missing invoice was late and how often the work was truly cheap.
public struct UninvoicedWork: Hashable, Sendable {
    /// The most that was missing on each activity whose invoices came in the end.
    public let late: Money
    /// The same of activities that stayed below half of their budget to the end.
    public let cheap: Money

    public init(late: Money, cheap: Money) {
        self.late = late
        self.cheap = cheap
    }

    /// What became of it by the last of `periods`; `nil` when nothing was missing, or sums pass what is counted exactly.
    init?(_ tracking: [StatusSeriesDraft.TrackedActivity], periods: [Int], _ currency: Currency) {
        guard let last = periods.last else { return nil }
        var missing: [String: Money] = [:]
        var isCheap: Set<String> = []
        for row in tracking where AccruedCost.isHardlyInvoiced(row) {
            guard let gap = try? row.earnedValue - row.actualCost else { return nil }
            missing[row.activity] = missing[row.activity].map { $0.minorUnits < gap.minorUnits ? gap : $0 } ?? gap
            if row.period.value == last { isCheap.insert(row.activity) }
        }
        guard !missing.isEmpty,
            let late = try? missing.filter({ !isCheap.contains($0.key) }).map(\.value).total(in: currency),
            let cheap = try? missing.filter({ isCheap.contains($0.key) }).map(\.value).total(in: currency)
        else { return nil }
        self.init(late: late, cheap: cheap)
    }
}
