import Diagnostics
import WorkTime

/// Days that cannot be, or hardly, and fields that nobody reads.
extension LedgerCheck {
    /// - Returns: whether the event can be counted.
    mutating func checkDates(_ row: Row) -> Bool {
        let (day, id) = (row.date.value, row.id.value)
        if let due = row.due, due.value < day {
            warn(
                "cost.due-before-date", "“\(id)” of \(day) is due on \(due.value) already",
                advice: "check both days", at: due.place)
        }
        if let today, day > today {
            warn(
                "cost.date-ahead", "“\(id)” is dated \(day), after the day of posting, \(today)",
                advice: "check the day; it counts from then on", at: row.date.place)
        }
        guard let scope else { return checkYear(row) }
        if day < scope.start.advanced(by: -365) {
            report(
                "cost.date-outside-job",
                "“\(id)” is dated \(day), more than a year before the job begins on \(scope.start)",
                advice: "check the year, or the job that it belongs to", at: row.date.place)
            return false
        }
        if day > scope.finish.advanced(by: 730) {
            warn(
                "cost.date-outside-job",
                "“\(id)” is dated \(day), more than two years after the job ends on \(scope.finish)",
                advice: "check the year, or the job that it belongs to", at: row.date.place)
        }
        return checkOrderDay(row, scope)
    }

    /// Bills and work come late; nothing new is ordered for a job that is over.
    private mutating func checkOrderDay(_ row: Row, _ scope: EstimateScope) -> Bool {
        guard row.kind.value == .order, row.date.value > scope.finish else { return true }
        report(
            "cost.order-after-finish",
            "the order “\(row.id.value)” is of \(row.date.value), and the job ended on \(scope.finish)",
            advice: "order within the job, or move its end with a change order", at: row.date.place)
        return false
    }

    /// Without an estimate only nonsense is noticed.
    private mutating func checkYear(_ row: Row) -> Bool {
        guard !(1990...2199).contains(row.date.value.year) else { return true }
        report(
            "cost.date-outside-job", "“\(row.id.value)” is dated \(row.date.value)", advice: "check the year",
            at: row.date.place)
        return false
    }

    /// Fields that say nothing about an event of this kind.
    mutating func checkFields(_ row: Row) {
        for field in row.kind.value.unreadFields where row.states(field) {
            let place = row.place(of: field)
            warn(
                "cost.field-not-read",
                "\(field.rawValue) says nothing about a \(row.kind.value.rawValue), and is not read",
                advice: field == .tax ? "an amount that was paid is stated with its tax in it" : "leave it empty",
                at: place)
        }
    }
}

extension CostEvent.Kind {
    /// Fields that this kind of event has no use for.
    fileprivate var unreadFields: [LedgerDraft.Field] {
        let progress: [LedgerDraft.Field] = [.percent, .units, .milestone]
        let money: [LedgerDraft.Field] = [.amount, .tax, .bookAmount, .rate, .rateDate, .rateSource]
        switch self {
        case .order, .orderChange, .workDone: return progress + [.tax, .settles]
        case .orderClosed: return progress + money + [.settles, .due]
        case .invoice: return progress + [.settles]
        case .creditNote, .billCredit: return progress
        case .payment, .receipt: return progress + [.tax, .due, .line, .order]
        case .expense: return progress + [.settles, .order]
        case .time: return progress + [.tax, .settles, .order, .due]
        case .progress: return money + [.settles, .order, .due, .currency]
        case .bill: return progress + [.settles, .order]
        case .retainer: return progress + [.settles, .order, .line]
        case .retainerUse: return progress + [.settles, .order, .tax, .due]
        case .reversal: return progress + money + [.line, .order, .currency, .due]
        }
    }
}
