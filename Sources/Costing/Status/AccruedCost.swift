import Diagnostics
import Monetary

/// Actual cost with late invoices counted in.
///
/// Work that is done and hardly invoiced reads as a saving, and is the commonest false good news of a cost report. So
/// an activity whose booked cost is below half of its earned value is counted at its earned value.
///
/// - Source: on 32 finished jobs of the OR-AS database (Batselier and Vanhoucke, 2015) this lowers the error of every
///   cost forecast; thresholds from 0.3 to 0.7 do about the same.
struct AccruedCost {
    private let tracked: [Int: [StatusSeriesDraft.TrackedActivity]]

    init(_ tracking: [StatusSeriesDraft.TrackedActivity]) {
        tracked = Dictionary(grouping: tracking) { $0.period.value }
    }

    /// `nil` when the sum does not fit.
    func accruedCost(booked: Money, in period: Int) -> Money? {
        let late = tracked[period, default: []].compactMap { activity in
            Self.isHardlyInvoiced(activity) ? try? activity.earnedValue - activity.actualCost : nil
        }
        return try? (late + [booked]).total(in: booked.currency)
    }

    /// Whether less than half of what is earned is booked.
    static func isHardlyInvoiced(_ activity: StatusSeriesDraft.TrackedActivity) -> Bool {
        Int128(activity.actualCost.minorUnits) * 2 < Int128(activity.earnedValue.minorUnits)
    }
}
