public import Monetary
public import WorkTime

/// The books of one job: all its events, checked, whatever the order in which they were posted.
///
/// Events hold what happened; what follows from them at a day is derived and never stored:
/// ```swift
/// let standing = try ledger.standing(on: CivilDay("2026-03-31")!)
/// standing.line("film")?.accrued
/// ```
public struct Ledger: Hashable, Sendable {
    public let job: JobID
    /// The currency of the books.
    public let currency: Currency
    /// By day, then by id.
    public let events: [CostEvent]

    /// - Precondition: the events are checked: ids are different, each names what its kind needs, and what it settles is among
    ///   them.
    public init(of job: JobID, inBooksOf currency: Currency, events: [CostEvent]) {
        self.job = job
        self.currency = currency
        self.events = events.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }
}

extension Ledger {
    /// Where the money of the job stands at the end of a day.
    ///
    /// - Throws: `overflow` when a sum cannot be counted exactly.
    /// - Complexity: O(events).
    public func standing(on day: CivilDay) throws(MonetaryFault) -> LedgerStanding {
        try totals(through: day).standing(on: day)
    }

    /// The events up to a day, added up.
    ///
    /// - Throws: `overflow`.
    public func totals(through day: CivilDay) throws(MonetaryFault) -> LedgerTotals {
        let named = EventIndex(events)
        var totals = LedgerTotals(inBooksOf: currency)
        for event in events.prefix(while: { $0.date <= day }) {
            let reversed = event.kind == .reversal ? named.settled(by: event) : nil
            try totals.add(event, reversing: reversed, settling: named.settled(by: reversed ?? event))
        }
        return totals
    }

    /// What each event books, by day and id. Empty for events that book nothing.
    ///
    /// - Throws: `overflow`.
    public func journal(through day: CivilDay) throws(MonetaryFault) -> [(event: CostEvent, postings: [Posting])] {
        let named = EventIndex(events)
        var entries: [(event: CostEvent, postings: [Posting])] = []
        for event in events.prefix(while: { $0.date <= day }) {
            let reversed = event.kind == .reversal ? named.settled(by: event) : nil
            entries.append((event, try event.postings(inBooksOf: currency, reversing: reversed)))
        }
        return entries
    }

    /// What was reported of a line up to a day, by day and id, without what was taken back by then.
    public func progressReports(of line: LineID, through day: CivilDay) -> [CostEvent] {
        let known = events.prefix { $0.date <= day }
        let reversed = Set(known.lazy.filter { $0.kind == .reversal }.compactMap(\.settles))
        return known.filter { $0.kind == .progress && $0.line == line && !reversed.contains($0.id) }
    }
}

/// Events by id, of those that others may settle, credit or reverse.
package struct EventIndex {
    private let events: [CostEvent]
    private var positions: [String: Int] = [:]
    private var former: [String: CostEvent] = [:]

    /// - Parameter former: others that ``events`` may name.
    package init(_ events: [CostEvent], former: [CostEvent] = []) {
        self.events = events
        for event in former { self.former[event.id] = event }
        let wanted = Set(events.lazy.compactMap(\.settles))
        guard !wanted.isEmpty else { return }
        for (position, event) in events.enumerated() where wanted.contains(event.id) { positions[event.id] = position }
    }

    package subscript(id: String) -> CostEvent? { positions[id].map { events[$0] } ?? former[id] }

    package func settled(by event: CostEvent) -> CostEvent? { event.settles.flatMap { self[$0] } }
}
