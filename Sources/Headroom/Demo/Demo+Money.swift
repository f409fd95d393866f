import Costing
import WorkTime

/// The money of a job at the end of a month in which it has become dearer than its client approved.
extension Demo {
    /// The estimate as it was approved, the financial status, the reconciliation of the month and the letter to the client.
    func moneyOfJob() throws -> [Answer] {
        let job: JobID = "summer-tea"
        let month = CivilMonth(year: 2026, month: 3)!
        let store = path(of: "\(job).sqlite")
        // The books are the demo's own and made anew: what an earlier run kept would forbid a second letter.
        try OutputFile.remove(store, store + "-wal", store + "-shm")
        let estimate = try InputFile(reading: path(of: "\(job).yaml"))
        _ = try Answer.costProposal(of: estimate, on: day("2026-01-07"), by: "account director", in: store)
        _ = try Answer.costApproval(of: .job(job), .internal, on: day("2026-01-08"), by: "finance director", in: store)
        let approved = try Answer.costApproval(
            of: .job(job), .client, on: day("2026-01-12"), by: "marketing director", in: store)
        let ledger = try InputFile(reading: path(of: "\(job).csv"))
        _ = try Answer.costPost([ledger], job: job, on: month.lastDay, in: store)
        let question = JobQuestion(job: job, day: month.lastDay, store: store)
        return [
            approved, try .financialStatus(of: question), try .costReconcile(month, of: job, in: store),
            try .costRequest(of: question),
        ]
    }

    private func day(_ text: String) -> CivilDay { CivilDay(text)! }
}
