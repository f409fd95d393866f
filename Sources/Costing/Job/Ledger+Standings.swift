public import Monetary
public import WorkTime

extension Ledger {
    /// Where the money of the job stands at the ends of several days, read in one pass.
    ///
    /// - Parameters:
    ///   - days: ascending.
    ///   - end: is given the totals of the last day, from which open items are read.
    /// - Throws: `overflow` when a sum cannot be counted exactly.
    /// - Complexity: O(events) and O(orders) for each day.
    public func standings(
        on days: [CivilDay], end: (LedgerTotals) -> Void = { _ in }
    ) throws(MonetaryFault) -> [LedgerStanding] {
        let named = EventIndex(events)
        var totals = LedgerTotals(inBooksOf: currency)
        var standings: [LedgerStanding] = []
        var next = events.startIndex
        for day in days {
            while next < events.endIndex, events[next].date <= day {
                let event = events[next]
                let reversed = event.kind == .reversal ? named.settled(by: event) : nil
                try totals.add(event, reversing: reversed, settling: named.settled(by: reversed ?? event))
                next += 1
            }
            standings.append(try totals.standing(on: day))
        }
        end(totals)
        return standings
    }
}
