import Costing
import Diagnostics
import Formats
import Monetary
import Reports
public import WorkTime

extension Answer {
    /// The paper on an estimate as it stands in its file, beside what the workspace knows of the job. Nothing is kept.
    ///
    /// Negative when more is asked for than the client's ceiling.
    ///
    /// - Throws: a ``Rejection`` with every fault, also when the file states an approved version with other content;
    ///   ``Failure``.
    public static func costEstimate(of input: InputFile, in store: String) throws -> Answer {
        let file = try EstimateFile(reading: input)
        let memory = try EstimateMemory(of: file.estimate.job, in: store)
        if memory.record.version(file.estimate.version)?.state == .approved {
            try FindingList(memory.record.faults(signing: file.estimate)).throwIfErrors()
        }
        return try estimateAnswer(file, memory.record, store)
    }

    /// Keeps an estimate as a version of its job. The same file a second time changes nothing, and says so.
    ///
    /// - Parameters:
    ///   - date: when it is proposed.
    ///   - author: who proposes it.
    ///   - store: the workspace, which is made when there is none.
    /// - Throws: a ``Rejection`` with every fault, and the workspace is as it was; ``Failure``.
    public static func costProposal(
        of input: InputFile, on date: CivilDay, by author: String, in store: String
    ) throws -> Answer {
        let file = try EstimateFile(reading: input)
        let memory = try EstimateMemory(of: file.estimate.job, in: store)
        let findings = memory.record.findings(proposing: file.estimate, on: date, inBooksOf: memory.books)
        try FindingList(file.findings + findings).throwIfErrors()
        guard memory.record.version(file.estimate.version) == nil else {
            return try estimateAnswer(file, memory.record, store, adding: findings)
        }
        let version = try memory.keep {
            try $0.propose(file.estimate, SignOff(date: date, name: author), after: memory.record)
        }
        let record = EstimateRecord(versions: memory.record.versions + [version])
        return try estimateAnswer(file, record, store, adding: findings)
    }

    /// - Parameter findings: beyond those of the file.
    static func estimateAnswer(
        _ file: EstimateFile, _ record: EstimateRecord, _ store: String, adding findings: [Finding] = []
    ) throws -> Answer {
        let (estimate, findings) = (file.estimate, file.findings + findings)
        let totals = try countingMoney { () throws(MonetaryFault) in try EstimateTotals(of: estimate) }
        let former = record.former(of: estimate).flatMap { $0.estimate.currency == estimate.currency ? $0 : nil }
        let difference = try former.map { former in
            try countingMoney { () throws(MonetaryFault) in try EstimateDifference(from: former.estimate, to: estimate)
            }
        }
        let isOverCeiling = estimate.ceiling.map { $0.minorUnits < totals.askedPrice.minorUnits } ?? false
        return Answer(
            name: "\(estimate.job.fileStem).estimate-\(estimate.version)", findings: findings,
            isNegative: isOverCeiling,
            body: estimate.json(totals, record, difference, store: store),
            paper: EstimatePaper(
                estimate: estimate, totals: totals, record: record, difference: difference, source: file.name,
                findings: findings))
    }
}

extension JobID {
    /// Fit for the name of a file.
    var fileStem: String { String(rawValue.map { $0 == "/" ? "-" : $0 }) }
}
