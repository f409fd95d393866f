public import Costing
import Diagnostics
import Formats
import Monetary
import Reports
import Store
public import WorkTime

extension Answer {
    /// Drafts the letter that asks the client for more than was approved, and keeps what it asks for. The same letter again, such as
    /// in another language, changes nothing.
    ///
    /// - Parameter amount: as it was written; `nil` asks for what the forecast passes the approved cost by.
    /// - Throws: a ``Rejection`` with every fault, also where there is nothing to ask for, nothing is approved yet, or
    ///   another request waits for its answer; ``Failure``.
    public static func costRequest(of question: JobQuestion, amount text: String? = nil) throws -> Answer {
        let memory = try JobMemory(of: question.job, in: question.store)
        let reading = try JobReading(question, memory)
        let outlook = try reading.outlook(question.confidence)
        let amount = try text.map { try requestedMoney($0, outlook.estimate.currency) }
        let draft = try countingMoney { () throws(MonetaryFault) in try ApprovalRequest(outlook, amount: amount) }
        let same = draft.flatMap { draft in
            memory.requests.last { $0.answer == nil && $0 == KeptRequest(draft, number: $0.number) }
        }
        let faults = RequestRules(memory).faults(drafting: outlook, amount, again: same)
        try FindingList(faults).throwIfErrors()
        guard let draft else { throw Rejection(findings: [RequestRules.nothingToAsk(outlook)]) }
        let kept = same ?? KeptRequest(draft, number: memory.requests.count + 1)
        if same == nil { try memory.estimate.keep { try $0.keep(kept, of: question.job, after: memory.requests) } }
        return Answer(
            name: "\(question.job.fileStem).request-\(kept.number)", findings: reading.findings + faults,
            isNegative: outlook.passesApproved, body: draft.json(kept),
            paper: RequestPaper(request: draft, number: kept.number, estimate: outlook.estimate))
    }

    /// Keeps what was answered to a request.
    ///
    /// - Parameters:
    ///   - number: that of the request; `nil` for the last one.
    ///   - amount: what was granted, as it was written; `nil` for all that was asked for.
    /// - Throws: a ``Rejection`` with every fault, and the workspace is as it was; ``Failure``.
    public static func costRequestAnswer(
        _ kind: KeptRequest.Kind, to number: Int? = nil, of job: JobID, amount text: String? = nil, on date: CivilDay,
        by name: String, in store: String
    ) throws -> Answer {
        let memory = try JobMemory(of: job, in: store)
        let request = number.map { wanted in memory.requests.first { $0.number == wanted } } ?? memory.requests.last
        let currency = request?.amount.currency ?? memory.currency
        let stated = try text.map { try requestedMoney($0, currency) }
        let faults = RequestRules(memory).faults(answering: request, kind, stated, on: date)
        try FindingList(faults).throwIfErrors()
        guard let request, let version = memory.record.version(request.version) else {
            preconditionFailure("a request of “\(job)” without a fault is not there")
        }
        let answer = KeptRequest.Answer(
            kind: kind, amount: kind == .approved ? stated ?? request.amount : nil, date: date, name: name)
        try memory.estimate.keep { try $0.answer(request.number, of: job, answer, after: memory.requests) }
        let requests = memory.requests.map { $0.number == request.number ? $0.answered(answer) : $0 }
        let estimate = (memory.record.approved ?? version).estimate
        return Answer(
            name: "\(job.fileStem).request-\(request.number)-answer", findings: faults, isNegative: kind == .declined,
            body: .object([
                ("job", .string(job.rawValue)), ("request", request.answered(answer).json),
                ("requests", .array(requests.map(\.json))),
            ]),
            paper: RequestAnswerPaper(
                requests: requests, number: request.number, estimate: estimate,
                nextVersion: memory.record.versions.count + 1))
    }

    private static func requestedMoney(_ text: String, _ currency: Currency) throws(Rejection) -> Money {
        do throws(AmountFault) {
            let amount = try Money(text, currency)
            if amount.minorUnits > 0 { return amount }
        } catch {
            throw Rejection(findings: [
                Finding("cost.bad-amount", .error, "the amount “\(text)” \(error)", advice: error.advice)
            ])
        }
        throw Rejection(findings: [
            Finding(
                "cost.bad-amount", .error, "the amount “\(text)” is not above zero", advice: "state what is asked for")
        ])
    }
}
