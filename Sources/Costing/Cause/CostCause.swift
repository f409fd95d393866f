public import Monetary

/// Why a job is forecast to cost what it costs: the gap between a forecast and what was approved, split exactly among
/// causes and lines. Nothing is left over.
public struct CostCause: Hashable, Sendable {
    /// The number of the version that the forecast is held against.
    public let version: Int
    /// The forecast of the job.
    public let forecast: Money
    /// What that version approves: all lines and the contingency.
    public let approvedCost: Money
    /// Part of ``approvedCost`` and in no line.
    public let contingency: Money
    /// Lines of the version that holds in its order, then those that only the first version or the ledger has, by id.
    public let lines: [LineCause]

    /// Splits the forecast at the confidence of an outlook.
    ///
    /// - Parameter version: the approved version to hold it against: the first, or the one that holds now.
    /// - Throws: `overflow`.
    public init(of outlook: JobOutlook, against version: CostEstimate) throws(MonetaryFault) {
        let current = outlook.estimate
        var ids = outlook.lines.map(\.line)
        ids += version.lines.map(\.id).filter { !ids.contains($0) }.sorted()
        var lines: [LineCause] = []
        for id in ids {
            lines.append(
                try LineCause(
                    id, from: version.line(id), to: current.line(id), outlook.line(id), outlook.status))
        }
        self.version = version.version
        forecast = outlook.atConfidence
        approvedCost = try version.approvedCost()
        contingency = version.contingency
        self.lines = lines
    }

    /// The forecast less what was approved; above zero when it passes. It is the sum of all causes of all lines, less the
    /// contingency, which is there to be used.
    public func gap() throws(MonetaryFault) -> Money { try forecast - approvedCost }

    /// One cause over all lines.
    public func total(_ kind: LineCause.Kind) throws(MonetaryFault) -> Money {
        try lines.lazy.map { $0[kind] }.total(in: forecast.currency)
    }

    /// The lines that matter most: the largest gaps, of equals the first.
    public func largest(_ count: Int = 3) -> [LineCause] {
        let moved = lines.filter { !$0.gap.isZero }
        return Array(
            moved.enumerated().sorted { left, right in
                let (first, second) = (left.element.gap.minorUnits.magnitude, right.element.gap.minorUnits.magnitude)
                return first == second ? left.offset < right.offset : first > second
            }.prefix(count).map(\.element))
    }
}
