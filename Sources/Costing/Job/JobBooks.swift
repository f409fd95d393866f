public import Monetary
public import WorkTime

/// All that is known of the money of one job at the end of a day: what was estimated and signed, what happened, and where
/// the ledger stood at the end of each month.
public struct JobBooks: Hashable, Sendable {
    public let record: EstimateRecord
    public let day: CivilDay
    /// At the ends of the months from the job's beginning on, then at the end of ``day``; one currency.
    public let history: LedgerHistory

    /// - Parameters:
    ///   - record: holds at least one version that was not given up.
    ///   - history: of the same job, on the days of ``days(of:from:until:)``.
    public init(of record: EstimateRecord, _ history: LedgerHistory, on day: CivilDay) {
        self.record = record
        self.day = day
        self.history = history
    }

    /// - Parameters:
    ///   - record: holds at least one version that was not given up.
    ///   - ledger: the books of the same job; what happened after `day` does not count.
    /// - Throws: `overflow`, where a sum cannot be counted exactly.
    /// - Complexity: O(events) and O(orders) for each month.
    public init(of record: EstimateRecord, _ ledger: Ledger, on day: CivilDay) throws(MonetaryFault) {
        let days = Self.days(of: record, from: ledger.events.first?.date, until: day)
        self.init(of: record, try ledger.history(on: days), on: day)
    }

    /// The ends of the months from the beginning of a job on, then the day itself.
    ///
    /// - Parameter first: the day of the first event; `nil` where there is none.
    public static func days(of record: EstimateRecord, from first: CivilDay?, until day: CivilDay) -> [CivilDay] {
        let beginning = [record.versions.first?.estimate.start, first].compactMap(\.self).min() ?? day
        return monthEnds(from: min(beginning, day), before: day) + [day]
    }

    /// The last days of the months from the one of `first` on.
    private static func monthEnds(from first: CivilDay, before day: CivilDay) -> [CivilDay] {
        // A job is not looked back on for longer than this many months, whatever a date says.
        let months = CivilMonth(of: first)...CivilMonth(of: day)
        return months.suffix(longestHistory).map(\.lastDay).filter { $0 < day }
    }

    private static let longestHistory = 240
}

// MARK: Which version holds

extension JobBooks {
    /// The approved versions that are in effect, in order. Before any of them is, the first that will be stands for them, and
    /// where nothing is approved yet the last version that was not given up.
    public var versions: [EstimateVersion] {
        let approved = record.versions.filter { $0.state == .approved }
        if approved.isEmpty { return record.versions.filter { $0.state != .abandoned }.suffix(1) }
        let held = approved.filter { $0.holds(on: day) }
        return held.isEmpty ? Array(approved.prefix(1)) : held
    }

    /// The version that the job is measured against now.
    ///
    /// - Precondition: there is one that was not given up.
    public var current: EstimateVersion {
        guard let version = versions.last else { preconditionFailure("a job without an estimate") }
        return version
    }

    public var estimate: CostEstimate { current.estimate }

    /// Whether the client had signed what the job is measured against, be it in effect or not.
    public var isApproved: Bool {
        current.state == .approved && current.clientSignOff.map { $0.date <= day } ?? false
    }

    /// Versions after the one that holds which wait for a signature.
    public var pending: [EstimateVersion] {
        record.versions.filter {
            $0.estimate.version > estimate.version && ($0.state == .draft || $0.state == .withClient)
        }
    }

    /// Where the ledger stands on ``day``.
    public var standing: LedgerStanding { history.standings[history.standings.count - 1] }
}
