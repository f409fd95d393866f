public import Costing
import Diagnostics
import Formats
import Monetary
import Reports
import Store
public import WorkTime

extension Answer {
    /// Closes a month of a job, and answers with its reconciliation as it is reported from then on.
    ///
    /// - Throws: a ``Rejection``, and nothing was closed; ``Failure``.
    public static func costClose(
        _ month: CivilMonth, of job: JobID, on day: CivilDay, by name: String, in store: String
    ) throws -> Answer {
        let memory = try memory(of: job, in: store)
        let expected = try expectedCosts(of: memory, in: month, store)
        let closed = try translatingStoreFailures {
            try Workspace.withLedger(at: store).close(month, of: job, on: day, by: name, uncommitted: expected)
        }
        let figures = closed.record.figures
        let paper = ReconciliationPaper(
            figures: figures, of: memory?.estimate(on: month.lastDay),
            reported: RestatedMonth(reported: closed.record, restated: figures, events: []), findings: closed.findings)
        return try reconciliationAnswer(paper)
    }

    /// The reconciliation of a month: as the books show it now, beside what was reported where it was closed.
    ///
    /// Negative when more is expected than approved, or a sum does not close.
    ///
    /// - Throws: a ``Rejection``; ``Failure``.
    public static func costReconcile(_ month: CivilMonth, of job: JobID, in store: String) throws -> Answer {
        let memory = try memory(of: job, in: store)
        let expected = try expectedCosts(of: memory, in: month, store)
        let (found, ledger) = try translatingStoreFailures {
            let workspace = try Workspace.withLedger(at: store)
            return (
                try workspace.reconciliation(of: job, in: month, uncommitted: expected), try workspace.ledger(of: job)
            )
        }
        guard let ledger else { preconditionFailure("a job that is reconciled has a ledger") }
        let ages = try ledger.ages(on: month.lastDay)
        return try reconciliationAnswer(
            ReconciliationPaper(
                figures: found.figures, of: memory?.estimate(on: month.lastDay), reported: found.reported,
                receivables: ages.receivables,
                payables: ages.payables))
    }

    /// What is remembered of a job; `nil` for one without an estimate, which may have books all the same.
    private static func memory(of job: JobID, in store: String) throws -> JobMemory? {
        guard OutputFile.exists(store) else { return nil }
        do {
            return try JobMemory(of: job, in: store)
        } catch is Rejection {
            return nil
        }
    }

    /// What the forecast expects of each line by the end of a month, beyond what is booked and on order; `nil` for a job without an
    /// approved estimate, of which nothing can be forecast.
    private static func expectedCosts(
        of memory: JobMemory?, in month: CivilMonth, _ store: String
    ) throws -> [LineID: Money]? {
        guard let memory, memory.record.approved(on: month.lastDay) != nil else { return nil }
        let question = JobQuestion(job: memory.job, day: month.lastDay, store: store)
        let outlook = try JobReading(question, memory).outlook(question.confidence)
        return try countingMoney { () throws(MonetaryFault) in try outlook.uncommittedCosts() }
    }

    private static func reconciliationAnswer(_ paper: ReconciliationPaper) throws -> Answer {
        let headroom = try countingMoney { () throws(MonetaryFault) in try paper.figures.headroom() }
        return Answer(
            name: "\(paper.figures.job.fileStem).reconciliation-\(paper.figures.month)", findings: paper.findings,
            isNegative: paper.figures.version != nil && headroom.isNegative, body: paper.json, paper: paper)
    }
}

extension JobMemory {
    /// What names the lines of the job at the end of a day: the version that held, else the first that was approved later, or
    /// drafted.
    fileprivate func estimate(on day: CivilDay) -> CostEstimate? {
        (record.approved(on: day) ?? record.approved ?? record.versions.last)?.estimate
    }
}

extension Workspace {
    /// A workspace that must be there.
    ///
    /// - Throws: ``Failure``; `.noSuchInput` when there is none.
    static func withLedger(at path: String) throws -> Workspace {
        guard OutputFile.exists(path) else {
            throw Failure(.noSuchInput, path, cause: "there is no workspace; headroom cost post makes one")
        }
        return try Workspace(at: path)
    }
}

extension Ledger {
    /// What is to be paid, by age, with how late it is usually paid.
    fileprivate func ages(on day: CivilDay) throws -> (receivables: [Ageing], payables: [Ageing]) {
        try countingMoney { () throws(MonetaryFault) in
            let totals = try totals(through: day)
            return (
                try totals.receivables().ageing(on: day, delays: collectionDelays(ofSuppliers: false, through: day)),
                try totals.payables().ageing(on: day, delays: collectionDelays(ofSuppliers: true, through: day))
            )
        }
    }
}
