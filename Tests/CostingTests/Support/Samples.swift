import Costing
import Diagnostics
import Monetary
import WorkTime

/// An amount in euros.
func euro(_ text: String) throws -> Money { try Money(text, .eur) }

/// A draft of a weekly series in euros: each status as (pv, ev, ac), a plan ahead as (pv, nil, nil).
func draft(
    _ statuses: [(pv: String, ev: String?, ac: String?)], budget: String? = nil, every days: Int = 7,
    firstDay: String = "2026-01-04"
) throws -> StatusSeriesDraft {
    let first = CivilDay(firstDay)!
    let rows = try statuses.enumerated().map { index, status in
        let place = SourcePlace(file: "series.csv", line: index + 2, column: 1)
        return StatusSeriesDraft.Row(
            period: Located(index + 1, at: place),
            date: Located(.endOfDay(first.advanced(by: index * days)), at: place),
            plannedValue: Located(try euro(status.pv), at: place),
            earnedValue: try status.ev.map { Located(try euro($0), at: place) },
            actualCost: try status.ac.map { Located(try euro($0), at: place) })
    }
    return StatusSeriesDraft(currency: .eur, rows: rows, budgetAtCompletion: try budget.map(euro))
}

/// A status on its own.
func value(bac: String, pv: String, ev: String, ac: String) throws -> EarnedValue {
    EarnedValue(
        budgetAtCompletion: try euro(bac), plannedValue: try euro(pv), earnedValue: try euro(ev),
        actualCost: try euro(ac))
}

/// The first reading of a series of one status.
func reading(bac: String, pv: String, ev: String, ac: String) throws -> StatusReading {
    try StatusSeries(checking: draft([(pv, ev, ac)], budget: bac)).readings[0]
}
