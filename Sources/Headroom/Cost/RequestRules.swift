import Costing
import Diagnostics
import Monetary
import WorkTime

/// What forbids to ask a client, or to keep an answer.
struct RequestRules {
    let memory: JobMemory

    init(_ memory: JobMemory) { self.memory = memory }

    /// - Parameter same: the request that is drafted again as it was kept.
    func faults(drafting outlook: JobOutlook, _ amount: Money?, again same: KeptRequest? = nil) -> [Finding] {
        var faults: [Finding] = []
        if !outlook.books.isApproved {
            faults.append(
                Finding(
                    "cost.nothing-approved-yet", .error,
                    "nothing of “\(memory.job)” is approved, so no more can be asked for",
                    advice: "have the estimate signed first, with  headroom cost approve"))
        }
        if same == nil, let open = memory.requests.last(where: { $0.answer == nil }) {
            faults.append(
                Finding(
                    "cost.request-open", .error,
                    "request \(open.number) of \(open.date) over \(open.amount) waits for its answer",
                    advice: "keep the answer, or withdraw it:  headroom cost request \(memory.job) --answer withdrawn"))
        }
        if amount == nil, !outlook.passesApproved { faults.append(Self.nothingToAsk(outlook)) }
        if let amount, let over = try? -outlook.headroom, amount.minorUnits < over.minorUnits {
            faults.append(
                Finding(
                    "cost.asks-too-little", .warning,
                    "\(amount) is asked for, and the forecast passes the approved cost by \(over)",
                    advice: "ask for all of it, or say in the letter what is left out"))
        }
        return faults
    }

    static func nothingToAsk(_ outlook: JobOutlook) -> Finding {
        Finding(
            "cost.nothing-to-ask", .error,
            "at the stated confidence the job stays \(outlook.headroom) within the approved cost",
            advice: "state an amount with --amount, or another --confidence")
    }

    func faults(
        answering request: KeptRequest?, _ kind: KeptRequest.Kind, _ amount: Money?, on date: CivilDay
    ) -> [Finding] {
        guard let request else {
            return [
                Finding(
                    "cost.no-such-request", .error, "“\(memory.job)” has no such request",
                    advice: memory.requests.isEmpty
                        ? "draft one with  headroom cost request \(memory.job) --on DATE"
                        : "its requests are numbered 1 to \(memory.requests.count)")
            ]
        }
        var faults: [Finding] = []
        if let answer = request.answer {
            faults.append(
                Finding(
                    "cost.request-answered", .error,
                    "request \(request.number) was answered on \(answer.date): \(answer.kind.rawValue)",
                    advice: "draft another one; what was answered is not changed"))
        }
        if date < request.date {
            faults.append(
                Finding(
                    "cost.answer-before-request", .error,
                    "the answer is of \(date), and the request of \(request.date)",
                    advice: "correct the date"))
        }
        if kind != .approved, amount != nil {
            faults.append(
                Finding(
                    "cost.amount-without-approval", .error, "an answer that grants nothing has no amount",
                    advice: "leave --amount out"))
        }
        if let amount, kind == .approved, amount != request.amount {
            faults.append(
                Finding(
                    "cost.other-amount", .warning, "\(request.amount) was asked for, and \(amount) is granted",
                    advice: "make the change order over what was granted"))
        }
        return faults
    }
}
