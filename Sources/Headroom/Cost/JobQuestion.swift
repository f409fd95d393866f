public import Costing
import Diagnostics
public import Interchange
import Monetary
public import WorkTime
import Workflow

/// What is asked of the money of a job: which job, at the end of which day, with which plan, and how sure.
public struct JobQuestion: Sendable {
    public var job: JobID
    public var day: CivilDay
    /// The plan that the lines of the estimate name activities of; `nil` where lines follow their own dates.
    public var plan: InputFile?
    /// `nil` to tell it from the content.
    public var planFormat: PlanFormat?
    /// Above 0 and below 1.
    public var confidence: Double
    /// A folder of finished jobs to learn from; `nil` to learn from the closed jobs of the workspace.
    public var reference: String?
    /// How media is delivered over the days of a flight.
    public var calendar: DeliveryCalendar
    /// Whether media stops when its budget is spent.
    public var isCapped: Bool
    /// The workspace.
    public var store: String

    public init(
        job: JobID, day: CivilDay, plan: InputFile? = nil, planFormat: PlanFormat? = nil, confidence: Double = 0.8,
        reference: String? = nil, calendar: DeliveryCalendar = .even, isCapped: Bool = false, store: String
    ) {
        self.job = job
        self.day = day
        self.plan = plan
        self.planFormat = planFormat
        self.confidence = confidence
        self.reference = reference
        self.calendar = calendar
        self.isCapped = isCapped
        self.store = store
    }
}

/// What the books and the plan say to a question.
struct JobReading {
    let plan: PricedPlan
    private let memory: JobMemory
    private let fitted: FittedClass
    /// What the reader should know about the input.
    let findings: [Finding]

    /// - Throws: a ``Rejection`` with every fault of the plan, or where sums do not fit; ``Failure``.
    init(_ question: JobQuestion, _ memory: JobMemory) throws {
        try memory.checkCurrency()
        let agencyPlan = try question.plan.map { input in
            try PlanFile(reading: input, as: question.planFormat).remembered(in: question.store)
        }
        let books = try memory.books(on: question.day)
        plan = PricedPlan(books, on: agencyPlan.map { PlannedWork($0.schedule) })
        self.memory = memory
        let (reference, learned) = try Self.reference(question, books.estimate)
        fitted = FittedClass(reference)
        findings =
            Self.findings(plan, agencyPlan) + learned
            + (agencyPlan?.findings.filter { $0.severity != .note } ?? [])
    }

    /// The finished jobs to learn from, and what is worth knowing about them.
    private static func reference(
        _ question: JobQuestion, _ estimate: CostEstimate
    ) throws -> (ReferenceClass?, [Finding]) {
        if let folder = try question.reference.map({ try JobFolder(reading: $0) }) {
            return (folder.reference.without(question.job.rawValue), folder.findings)
        }
        let own = try AgencyJobs(in: question.store, by: question.day, without: question.job)
        return (own.reference(for: estimate), own.findings)
    }

    private static func findings(_ plan: PricedPlan, _ agencyPlan: AgencyPlan?) -> [Finding] {
        var findings: [Finding] = []
        let (books, estimate) = (plan.books, plan.books.estimate)
        if !books.isApproved {
            findings.append(
                Finding(
                    "cost.nothing-approved", .warning,
                    "no version of “\(estimate.job)” was approved by \(books.day); version \(estimate.version) stands for it",
                    advice: "have it signed, with  headroom cost approve"))
        }
        if books.day < estimate.start {
            findings.append(
                Finding(
                    "cost.before-job", .warning,
                    "the status is asked for \(books.day), and the job begins on \(estimate.start)",
                    advice: "check the date"))
        }
        findings += plan.unknownActivities.map { line, activity in
            Finding(
                "cost.unknown-activity", .warning,
                "line “\(line)” pays for “\(activity)”, which the plan does not have",
                advice: "correct the estimate with the next version, or the plan")
        }
        if let date = agencyPlan?.schedule.project.dataDate, date.day > books.day.advanced(by: 1) {
            findings.append(
                Finding(
                    "cost.plan-ahead", .warning,
                    "the plan knows progress up to \(date), after the status of \(books.day)",
                    advice: "ask for the status of that day, or take the plan as it was then"))
        }
        return findings
    }

    /// - Throws: a ``Rejection`` where sums do not fit.
    func outlook(_ confidence: Double) throws(Rejection) -> JobOutlook {
        try countingMoney { () throws(MonetaryFault) in
            let status = try JobStatus(plan)
            return try JobOutlook(status, confidence: confidence) { .learned(from: fitted, of: status, $0) }
        }
    }

    /// Where the ledger stood at the end of the day before.
    func yesterday() throws -> LedgerStanding {
        try memory.history(on: [plan.books.day.advanced(by: -1)]).standings[0]
    }
}

/// Runs what only amounts beyond all reason can stop.
func countingMoney<Value>(_ work: () throws(MonetaryFault) -> Value) throws(Rejection) -> Value {
    do throws(MonetaryFault) {
        return try work()
    } catch {
        throw Rejection(uncountable: error)
    }
}

extension Rejection {
    init(uncountable fault: MonetaryFault) {
        self.init(findings: [
            Finding(
                "cost.overflow", .error, "the money of the job cannot be counted: \(fault)",
                advice: "check the amounts for digits that do not belong to them")
        ])
    }
}
