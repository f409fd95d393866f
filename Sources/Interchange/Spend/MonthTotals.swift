import MediaSpend
import Monetary
import WorkTime

/// What the rows of a file add up to, month by month and over all.
struct MonthTotals {
    private var months: [UInt32: Sum] = [:]
    private(set) var control = Sum()
    /// The sizes of all amounts, and of all counts, added up: while they stay below 2⁶³, no sum can overflow.
    private var size: UInt128 = 0
    private var volume: UInt128 = 0

    struct Sum {
        var rows = 0
        var insertions: Int128 = 0
        var spend: Int128 = 0
    }

    mutating func add(_ occurrence: Occurrence) {
        let month = occurrence[.month]
        months[month, default: Sum()].rows += 1
        months[month]!.insertions += Int128(occurrence.insertions)
        months[month]!.spend += Int128(occurrence.spend)
        size += UInt128(occurrence.spend.magnitude)
        volume += UInt128(occurrence.insertions.magnitude)
    }

    mutating func addControl(_ amount: Int64) {
        control.rows += 1
        control.spend += Int128(amount)
        size += UInt128(amount.magnitude)
    }

    /// Whether every sum over these rows fits into 64 bits.
    var isStatable: Bool { size <= UInt128(Int64.max) && volume <= UInt128(Int64.max) }

    /// Of all rows so far, in minor units.
    var spend: Int128 { months.values.reduce(0) { $0 + $1.spend } }

    var rows: Int { months.values.reduce(0) { $0 + $1.rows } }

    /// - Precondition: ``isStatable``.
    func deliveryMonths(in currency: Currency) -> [Delivery.MonthTotal] {
        months.sorted { $0.key < $1.key }.map { code, sum in
            Delivery.MonthTotal(
                month: CalendarCode.month(of: code), rows: sum.rows, insertions: Int64(sum.insertions),
                spend: Money(minorUnits: Int64(sum.spend), currency))
        }
    }
}
