public import Diagnostics
public import WorkTime

extension [CloseRecord] {
    /// The last edition of a month.
    public func last(of month: CivilMonth) -> CloseRecord? {
        filter { $0.month == month }.max { $0.edition < $1.edition }
    }

    /// Why a month cannot be closed, or what is worth knowing about it.
    ///
    /// - Parameters:
    ///   - figures: those of the month as the books show them now.
    ///   - first: the month in which anything of the job is booked first.
    ///   - day: the day of closing.
    public func findings(closing figures: Reconciliation, from first: CivilMonth, on day: CivilDay) -> [Finding] {
        let month = figures.month
        var findings: [Finding] = []
        if let last = last(of: month), last.figures == figures {
            findings.append(
                Finding(
                    "cost.closed-already", .error,
                    "\(month) of “\(figures.job)” is closed since \(last.date), and nothing has changed since",
                    advice: "see it with  headroom cost reconcile \(figures.job) --month \(month)"))
        }
        if let open = (first..<Swift.max(first, month)).first(where: { last(of: $0) == nil }) {
            findings.append(
                Finding(
                    "cost.former-month-open", .error, "\(open) of “\(figures.job)” is not closed yet",
                    advice: "close the months in their order, from \(open) on"))
        }
        if day <= month.lastDay {
            findings.append(
                Finding(
                    "cost.month-not-over", .warning, "\(month) is closed on \(day), before it is over",
                    advice: "what is dated in the rest of it re-opens the month"))
        }
        if figures.version == nil {
            findings.append(
                Finding(
                    "cost.month-unapproved", .warning,
                    "no version of the estimate of “\(figures.job)” was approved by the end of \(month)",
                    advice: "record the client's sign-off with  headroom cost approve"))
        }
        return findings
    }
}
