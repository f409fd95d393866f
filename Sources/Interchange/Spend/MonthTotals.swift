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

    /// Adds all rows of a chunk.
    mutating func add(_ chunk: OccurrenceChunk) {
        let (months, insertions, spend) = (chunk[.month], chunk.insertions, chunk.spend)
        var start = 0
        while start < chunk.count {
            var sum = Sum()
            var end = start
            // Rows of a month mostly come together.
            while end < chunk.count, months[end] == months[start] {
                sum.insertions += Int128(insertions[end])
                sum.spend += Int128(spend[end])
                size += UInt128(spend[end].magnitude)
                volume += UInt128(insertions[end].magnitude)
                end += 1
            }
            sum.rows = end - start
            add(sum, to: months[start])
            start = end
        }
    }

    private mutating func add(_ sum: Sum, to month: UInt32) {
        months[month, default: Sum()].rows += sum.rows
        months[month]!.insertions += sum.insertions
        months[month]!.spend += sum.spend
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
