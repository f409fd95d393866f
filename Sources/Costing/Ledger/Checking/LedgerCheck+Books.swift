import Diagnostics
import Monetary
import WorkTime

/// What is checked once for all events, and against what is posted already.
extension LedgerCheck {
    mutating func checkBooks() {
        let place = draft.rows.first?.place.map { SourcePlace(file: $0.file, line: 1, column: 1) }
        if !draft.job.isWellFormed {
            report(
                "cost.bad-id", "“\(draft.job)” cannot be the id of a job",
                advice: "use a short word without spaces, commas and semicolons, such as spring-launch", at: place)
        }
        if scope == nil, !draft.rows.isEmpty {
            warn(
                "cost.no-estimate", "no estimate of “\(draft.job)” is known, so lines are taken as they come",
                advice: "keep its estimate in the workspace first", at: place)
        }
        if let stated = draft.currency, stated != currency {
            report(
                "cost.other-books", "the books of “\(draft.job)” are in \(currency), not in \(stated)",
                advice: "leave the currency of the books out, or name \(currency)", at: place)
        }
        let isKnown = books.currency != nil || scope != nil || draft.currency != nil
        if !isKnown, !draft.rows.isEmpty, Set(draft.rows.lazy.compactMap { $0.currency?.value }).count != 1 {
            report(
                "cost.no-currency", "the currency of the books of “\(draft.job)” is not known",
                advice: "name it: --currency CNY", at: place)
        }
    }

    // MARK: Repeats

    mutating func reportTwice(_ row: Row, _ event: CostEvent) {
        let first = self.event(event.id)
        guard let first, first != event else {
            return warn(
                "cost.event-twice", "“\(event.id)” is stated twice, the same both times",
                advice: "keep one of the two; it is counted once", at: row.id.place)
        }
        report(
            "cost.duplicate-event", "“\(event.id)” is stated twice: \(event.differences(from: first))",
            advice: "give each document an id of its own", at: row.id.place)
    }

    /// The same document is passed over; a changed one is refused, since what was posted is never changed.
    mutating func compare(_ row: Row, _ event: CostEvent, with posted: CostEvent) {
        guard event != posted else {
            repeated += 1
            return
        }
        report(
            "cost.event-changed",
            "“\(event.id)” is in the books with other content: \(event.differences(from: posted))",
            advice:
                "reverse it with a line of the kind reversal that settles “\(event.id)”, and state it anew under another id",
            at: row.id.place)
    }

    // MARK: The whole

    mutating func checkClosedMonths() {
        guard !books.closedMonths.isEmpty else { return }
        var reopened: [CivilMonth: (count: Int, place: SourcePlace?)] = [:]
        for (row, event) in builtRows {
            let month = CivilMonth(of: event.date)
            guard books.closedMonths.contains(month) else { continue }
            reopened[month, default: (0, row.date.place)].count += 1
        }
        for (month, events) in reopened.sorted(by: { $0.key < $1.key }) {
            warn(
                "cost.closed-month",
                "\(month) is closed, and \(events.count == 1 ? "an event is" : "\(events.count) events are") dated in it",
                advice: "close the month again to restate it; what was reported of it is kept beside", at: events.place)
        }
    }

    /// No sum over the books can be larger than all amounts together, so that no sum can overflow.
    mutating func checkTurnover() {
        var turnover = books.turnover
        for (row, event) in builtRows {
            for (currency, amount) in event.turnover {
                let sum = turnover[currency, default: 0] + amount
                turnover[currency] = sum
                guard sum > Self.largestTurnover, sum - amount <= Self.largestTurnover else { continue }
                report(
                    "cost.sum-too-large", "with “\(event.id)” the amounts in \(currency) are more than can be counted",
                    advice: "check the amounts for digits that do not belong to them",
                    at: row.amount?.place ?? row.place)
            }
        }
    }

    /// A quarter of what an amount can be: an event books its amount at most four times.
    private static let largestTurnover = Int128(Int64.max / 4)
}

extension CostEvent {
    /// Which fields differ, by the names of their columns: “amount 100.00 CNY, before 90.00 CNY”.
    func differences(from other: CostEvent) -> String {
        var differences: [String] = []
        func compare<Value: Equatable>(_ field: LedgerDraft.Field, _ new: Value?, _ old: Value?) {
            guard new != old else { return }
            let said = { (value: Value?) in value.map { "\($0)" } ?? "nothing" }
            differences.append("\(field.rawValue) \(said(new)), before \(said(old))")
        }
        compare(.kind, kind.rawValue, other.kind.rawValue)
        compare(.date, date, other.date)
        compare(.line, line, other.line)
        compare(.order, order, other.order)
        compare(.party, party, other.party)
        compare(.amount, amount, other.amount)
        compare(.tax, tax, other.tax)
        compare(.bookAmount, bookAmount, other.bookAmount)
        compare(.rate, exchange?.rate, other.exchange?.rate)
        compare(.rateDate, exchange?.date, other.exchange?.date)
        compare(.rateSource, exchange?.source, other.exchange?.source)
        compare(.due, due, other.due)
        compare(.settles, settles, other.settles)
        compare(.percent, progress?.said, other.progress?.said)
        compare(.memo, memo, other.memo)
        if differences.isEmpty { differences.append("whether the rate was derived") }
        return differences.joined(separator: "; ")
    }
}

extension CostEvent.ReportedProgress {
    fileprivate var said: String {
        switch self {
        case .share(let share): "\(share)"
        case .units(let units): "\(units) units"
        case .milestone(let name): "“\(name)”"
        case .started: "started"
        case .finished: "finished"
        }
    }
}
