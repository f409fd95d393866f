public import Diagnostics
public import Monetary
public import WorkTime

/// Events of one job that are checked against its books and its estimate, ready to be posted together or not at all.
public struct LedgerBatch: Sendable {
    public let job: JobID
    /// The currency of the books.
    public let currency: Currency
    /// In the order in which they are stated. Those that are in the books already are left out.
    public let events: [CostEvent]
    /// The events that ``events`` settle, credit or take back and that are in the books already.
    public let settled: [CostEvent]
    /// How many are in the books already, with the same content.
    public let repeated: Int
    /// Warnings and notes.
    public let findings: [Finding]

    /// Checks events as they are stated, all of them before any is refused.
    ///
    /// - Parameters:
    ///   - books: what is posted already.
    ///   - estimate: the versions of the estimate of the job; `nil` where none is known, which is a warning.
    ///   - today: the day on which they are posted, against which days in the future are noticed.
    /// - Throws: every finding, when one of them is an error.
    public init(
        checking draft: LedgerDraft, against books: PostedBooks, _ estimate: EstimateRecord?, on today: CivilDay?
    ) throws(Rejection) {
        var check = LedgerCheck(draft, books, estimate, on: today)
        check.run()
        let findings = FindingList(check.findings)
        try findings.throwIfErrors()
        job = draft.job
        currency = check.currency
        events = check.accepted
        settled = check.settledInBooks
        repeated = check.repeated
        self.findings = findings.inReadingOrder
    }
}
