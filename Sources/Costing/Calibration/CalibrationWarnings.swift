import Monetary

/// Who was warned of an overspend while it could still be acted on.
public struct CalibrationWarnings: Hashable, Sendable {
    /// Jobs that overspent and report at the stage.
    public let overspends: Int
    /// Those of them that were warned of.
    public let hits: Int
    /// Jobs that were warned of and did not overspend.
    public let falseAlarms: Int

    /// A warning is judged at the first status from here on.
    public static let stage = 0.4
    /// An overspend is one of more than this share of the budget.
    public static let share = 0.05

    /// A method warns when the overspend is more likely than not, which for a plain rule means that its figure is beyond it.
    init(_ cases: [(job: CalibrationJob, row: CalibrationRow)]) {
        let warned = cases.filter { job, row in
            row.overspends?.first { $0.share == Self.share }.map { $0.probability > 0.5 }
                ?? (row.median.approximateUnits > (1 + Self.share) * job.closed.budget.approximateUnits)
        }
        overspends = cases.count { $0.job.isOverspent }
        hits = warned.count { $0.job.isOverspent }
        falseAlarms = warned.count - hits
    }
}
