import WorkTime

/// Each line's spend over a period and over another that it is compared with, in minor units.
struct PeriodSums {
    let spend: [Int64?]
    let base: [Int64?]
    let total: Int64?
    let baseTotal: Int64?

    init(_ lines: MonthlySpend, _ period: ClosedRange<CivilMonth>, against basePeriod: ClosedRange<CivilMonth>) {
        spend = (0..<lines.count).map { lines.spend($0, through: period) }
        base = (0..<lines.count).map { lines.spend($0, through: basePeriod) }
        total = lines.total(through: period)
        baseTotal = lines.total(through: basePeriod)
    }

    /// The lines that spent in either period, the largest first; equals keep their order.
    var order: [Int] {
        spend.indices.filter { (spend[$0] ?? 0) != 0 || (base[$0] ?? 0) != 0 }
            .sorted { (spend[$0] ?? 0, base[$0] ?? 0, $1) > (spend[$1] ?? 0, base[$1] ?? 0, $0) }
    }
}
