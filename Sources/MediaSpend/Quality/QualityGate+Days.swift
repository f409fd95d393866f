import WorkTime

extension QualityGate {
    /// Days without rows, and months that end early, each against what the months before did: some vendors deliver
    /// no Sundays, and some end each month on the 28th.
    var dayIssues: [QualityIssue] {
        let calendar = daysByMonth
        return months.flatMap { month -> [QualityIssue] in
            guard let days = calendar[month] else { return [] }
            return [missingDays(days, calendar), partialMonth(days, calendar)].compactMap(\.self)
        }
    }

    private var daysByMonth: [CivilMonth: MonthDays] {
        var rows: [CivilMonth: [CivilDay: Int64]] = [:]
        var all: [CivilMonth: Int64] = [:]
        for cells in cells(\.days) {
            let calendar = cells.calendar(0)
            let days = cells.members[1].map { CivilDay($0.name) }
            for cell in 0..<cells.count {
                guard let month = calendar[cells.code(0, of: cell)] else { continue }
                all[month, default: 0] += cells.sums[cell].rows
                guard let day = days[cells.code(1, of: cell)] else { continue }
                rows[month, default: [:]][day, default: 0] += cells.sums[cell].rows
            }
        }
        return all.reduce(into: [:]) { calendar, entry in
            calendar[entry.key] = MonthDays(
                entry.key, rows: rows[entry.key] ?? [:], of: entry.value, by: monthRule)
        }
    }

    private func before(
        _ month: CivilMonth, _ rule: QualityRule, _ calendar: [CivilMonth: MonthDays]
    ) -> [MonthDays] {
        (1...max(1, Int(limit(.months, of: rule)))).compactMap { calendar[month.advanced(by: -$0)] }
    }

    private func missingDays(_ days: MonthDays, _ calendar: [CivilMonth: MonthDays]) -> QualityIssue? {
        let before = before(days.month, .missingDays, calendar)
        guard let usual = before.map(\.missing.count).max(), before.count == Int(limit(.months, of: .missingDays)),
            days.missing.count > usual
        else { return nil }
        return issue(
            .missingDays, in: days.month, count: days.missing.count,
            cases: days.missing.map { QualityIssue.Case([$0.description]) }, measure: Double(days.missing.count - usual)
        )
    }

    /// Without any month before, a month may still not end more than the stated days early.
    private func partialMonth(_ days: MonthDays, _ calendar: [CivilMonth: MonthDays]) -> QualityIssue? {
        // The least of them: a month that was delivered in part before is not what is usual.
        let usual = before(days.month, .partialMonth, calendar).map(\.daysLeft).min() ?? 0
        let surplus = days.daysLeft - max(usual, Int(limit(.days, of: .partialMonth)))
        guard surplus > 0, let last = days.lastCovered else { return nil }
        var issue = issue(
            .partialMonth, in: days.month, count: days.daysLeft, cases: [QualityIssue.Case([last.description])],
            measure: Double(surplus))
        issue?.lastDay = last
        return issue
    }
}
