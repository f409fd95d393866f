public import Monetary
public import WorkTime

/// What a status needs of the books of a job: where they stood at the ends of several days, what was reported until then, and
/// what clients have still to pay.
///
/// A function of the events, which a workspace reads from its sums by month without reading the events.
public struct LedgerHistory: Hashable, Sendable {
    /// Where the ledger stood, by day; orders one by one on the last day alone. At least one.
    public let standings: [LedgerStanding]
    /// What was reported by the last day, by day, then by id, without what was taken back by then.
    public let progress: [CostEvent]
    /// What clients have to pay on the last day, by the day it is due, then by id.
    public let receivables: [OpenItem]
    /// What clients have paid by the last day, tax included, in the currency of the books.
    public let received: Money

    public init(standings: [LedgerStanding], progress: [CostEvent], receivables: [OpenItem], received: Money) {
        self.standings = standings
        self.progress = progress
        self.receivables = receivables
        self.received = received
    }
}

extension Ledger {
    /// The course of the job over several days, for a status on the last of them.
    ///
    /// - Parameter days: ascending, at least one.
    /// - Throws: `overflow` when a sum cannot be counted exactly.
    /// - Complexity: O(events) and O(orders) for each day.
    public func history(on days: [CivilDay]) throws(MonetaryFault) -> LedgerHistory {
        let last = days[days.count - 1]
        let pieces = try pieces(by: days)
        var course = StandingCourse(inBooksOf: currency, on: days, closings: pieces.collected(\.closings))
        for (target, pieces) in pieces.collected(\.orders) { try course.add(target, pieces) }
        for (_, pieces) in pieces.collected(\.documents) { try course.add(pieces) }
        for (line, pieces) in pieces.collected(\.lines) {
            for piece in pieces { try course.add(line, piece) }
        }
        return try course.history(progress: progressReports(through: last))
    }

    /// The events between the days, added up.
    private func pieces(by days: [CivilDay]) throws(MonetaryFault) -> [StandingCourse.Piece<LedgerTotals>] {
        let named = EventIndex(events)
        var pieces: [StandingCourse.Piece<LedgerTotals>] = []
        var next = events.startIndex
        for day in days {
            let between = events[next...].prefix { $0.date <= day }
            next = between.endIndex
            pieces.append(.init(try LedgerTotals(of: between, naming: named, inBooksOf: currency), by: day))
        }
        return pieces
    }

    /// What was reported up to a day, without what was taken back by then.
    private func progressReports(through day: CivilDay) -> [CostEvent] {
        let known = events.prefix { $0.date <= day }
        let reversed = Set(known.lazy.filter { $0.kind == .reversal }.compactMap(\.settles))
        return known.filter { $0.kind == .progress && !reversed.contains($0.id) }
    }
}

extension [StandingCourse.Piece<LedgerTotals>] {
    /// What happened to each order, document or line, by day.
    fileprivate func collected<Key, Totals>(
        _ part: (LedgerTotals) -> [Key: Totals]
    ) -> [Key: [StandingCourse.Piece<Totals>]] {
        var collected: [Key: [StandingCourse.Piece<Totals>]] = [:]
        for piece in self {
            for (key, totals) in part(piece.totals) {
                collected[key, default: []].append(.init(totals, by: piece.day))
            }
        }
        return collected
    }
}
