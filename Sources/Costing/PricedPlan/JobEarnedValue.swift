public import Monetary
public import WorkTime

/// Planned value, earned value and actual cost of the lines of a job at the end of a day, against the version of the
/// estimate that held then. Parts add up to the whole.
public struct JobEarnedValue: Hashable, Sendable {
    public let day: CivilDay
    /// The number of the version that held.
    public let version: Int
    /// Lines of the estimate in its order, then lines that only the ledger knows, by id.
    public let lines: [Line]
    /// The sums of the lines.
    public let budget: Money
    public let plannedValue: Money
    public let earnedValue: Money
    /// What was accrued, invoiced or not.
    public let actualCost: Money

    /// - Throws: `overflow`, where a sum does not fit.
    init(day: CivilDay, version: Int, lines: [Line], currency: Currency) throws(MonetaryFault) {
        self.day = day
        self.version = version
        self.lines = lines
        budget = try lines.lazy.map(\.budget).total(in: currency)
        plannedValue = try lines.lazy.map(\.plannedValue).total(in: currency)
        earnedValue = try lines.lazy.map(\.earnedValue).total(in: currency)
        actualCost = try lines.lazy.map(\.actualCost).total(in: currency)
    }

    public func line(_ id: LineID) -> Line? { lines.first { $0.id == id } }

    /// One line.
    public struct Line: Hashable, Sendable {
        public let id: LineID
        /// Zero for a line that the version does not have.
        public let budget: Money
        public let plannedValue: Money
        public let earnedValue: Money
        public let actualCost: Money
        /// Whether anybody says how much of it is done.
        public let isReported: Bool
    }
}
