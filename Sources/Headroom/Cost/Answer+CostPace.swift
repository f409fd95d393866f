import Costing
import Diagnostics
import Formats
import Monetary
import Reports

extension Answer {
    /// How the media of a job keeps pace with its flights, through the day before.
    ///
    /// - Throws: a ``Rejection`` with every fault, also where nothing is known of the job; ``Failure``.
    public static func mediaPacing(of question: JobQuestion) throws -> Answer {
        let reading = try JobReading(question, JobMemory(of: question.job, in: question.store))
        let yesterday = try reading.yesterday()
        let pacing = try countingMoney { () throws(MonetaryFault) in
            try JobPacing(
                reading.plan, spent: yesterday, today: question.day, calendar: question.calendar,
                isCapped: question.isCapped)
        }
        let estimate = reading.plan.books.estimate
        let noMedia = Finding(
            "cost.no-media", .note, "the estimate of “\(question.job)” has no line of media",
            advice: "give lines the category media, or let them earn by units between two dates")
        return Answer(
            name: "\(question.job.fileStem).pacing",
            findings: reading.findings + (pacing.lines.isEmpty ? [noMedia] : []), isNegative: false,
            body: pacing.answer(of: estimate), paper: PacingPaper(pacing: pacing, estimate: estimate))
    }
}
