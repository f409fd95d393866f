import Costing
import Diagnostics
import Formats
import Monetary
import Reports

extension Answer {
    /// The monthly financial status of a job; negative when the forecast at the confidence passes what was approved.
    ///
    /// - Throws: a ``Rejection`` with every fault, also where nothing is known of the job; ``Failure``.
    public static func financialStatus(of question: JobQuestion) throws -> Answer {
        try financialStatus(of: question, named: "status")
    }

    /// What a job of the workspace is expected to cost: the same figures under the name of a forecast.
    ///
    /// - Throws: as ``financialStatus(of:)``.
    public static func jobForecast(of question: JobQuestion) throws -> Answer {
        try financialStatus(of: question, named: "forecast")
    }

    private static func financialStatus(of question: JobQuestion, named name: String) throws -> Answer {
        let reading = try JobReading(question, JobMemory(of: question.job, in: question.store))
        let outlook = try reading.outlook(question.confidence)
        let status = try countingMoney { () throws(MonetaryFault) in
            try FinancialStatus(outlook, calendar: question.calendar, isCapped: question.isCapped)
        }
        return Answer(
            name: "\(question.job.fileStem).\(name)", findings: reading.findings, isNegative: outlook.passesApproved,
            body: status.json,
            paper: FinancialStatusPaper(status: status, plan: question.plan?.name, findings: reading.findings))
    }
}
