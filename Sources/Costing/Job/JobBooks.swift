public import Monetary
public import WorkTime

/// All that is known of the money of one job at the end of a day: what was estimated and signed, what happened, and where
/// the ledger stood at the end of each month.
public struct JobBooks: Hashable, Sendable {
    public let record: EstimateRecord
    public let day: CivilDay
    /// Up to ``day``, by date and number, without those that were taken back and what took them back.
    public let events: [CostEvent]
    /// At the ends of the months from the job's beginning on, then at the end of ``day``. Days ascend; one currency.
    public let standings: [LedgerStanding]
    /// What the client has still to pay at the end of ``day``, by the day it is due, then by document.
    public let receivables: [OpenItem]

    /// - Parameters:
    ///   - record: holds at least one version that was not given up.
    ///   - ledger: the books of the same job; what happened after `day` does not count.
    /// - Throws: `overflow`, where a sum cannot be counted exactly.
    /// - Complexity: O(events) and O(orders) for each month.
    public init(of record: EstimateRecord, _ ledger: Ledger, on day: CivilDay) throws(MonetaryFault) {
        let known = ledger.events.prefix { $0.date <= day }
        let takenBack = Set(known.lazy.filter { $0.kind == .reversal }.compactMap(\.settles))
        let kept = known.filter { $0.kind != .reversal && !takenBack.contains($0.id) }
        let beginning = [record.versions.first?.estimate.start, kept.first?.date].compactMap(\.self).min() ?? day
        self.record = record
        self.day = day
        events = kept
        let days = Self.monthEnds(from: min(beginning, day), before: day) + [day]
        var last = LedgerTotals(inBooksOf: ledger.currency)
        standings = try ledger.standings(on: days) { last = $0 }
        receivables = try last.receivables()
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
    /// The approved versions that are in effect, in order; where nothing is approved yet the last version that was not given
    /// up stands for them.
    public var versions: [EstimateVersion] {
        let approved = record.versions.filter { $0.state == .approved && $0.estimate.effective <= day }
        if !approved.isEmpty { return approved }
        return Array(record.versions.filter { $0.state == .approved }.prefix(1))
            .first.map { [$0] } ?? record.versions.filter { $0.state != .abandoned }.suffix(1)
    }

    /// The version that the job is measured against now.
    ///
    /// - Precondition: there is one that was not given up.
    public var current: EstimateVersion {
        guard let version = versions.last else { preconditionFailure("a job without an estimate") }
        return version
    }

    public var estimate: CostEstimate { current.estimate }

    /// Whether the client has signed what the job is measured against.
    public var isApproved: Bool { current.state == .approved }

    /// Versions after the one that holds which wait for a signature.
    public var pending: [EstimateVersion] {
        record.versions.filter {
            $0.estimate.version > estimate.version && ($0.state == .draft || $0.state == .withClient)
        }
    }

    /// Where the ledger stands on ``day``.
    public var standing: LedgerStanding { standings[standings.count - 1] }
}
