import Diagnostics
import Interchange
public import Scheduling
import Workflow

/// What a user reports of a plan: a file, words on the command line, or both.
public struct ReportedProgress: Sendable {
    /// `nil` when all is said on the command line.
    public var file: InputFile?
    /// Up to when it tells; instead of what the file states.
    public var date: StatedInstant?
    /// One for each activity, after what the file says of it.
    public var progress: [(id: ActivityID, progress: ProgressDraft)] = []
    public var rounds: [(id: ActivityID, count: Int)] = []

    public init(file: InputFile? = nil, date: StatedInstant? = nil) {
        self.file = file
        self.date = date
    }

    /// Adds what is said of one activity to what was said of it before.
    public mutating func add(_ news: ProgressDraft, of id: ActivityID) {
        if let place = progress.firstIndex(where: { $0.id == id }) {
            progress[place].progress = progress[place].progress.completed(by: news)
        } else {
            progress.append((id, news))
        }
    }

    /// - Parameter plan: the name of the plan that it is reported of.
    /// - Returns: the update, what adds the line that it speaks of to a finding about it, and what else is worth knowing.
    /// - Throws: everything that is wrong with how it is written, and that it is about another plan.
    func update(of plan: String) throws(Rejection) -> (
        StatusUpdate, showing: @Sendable (Finding) -> Finding, findings: [Finding]
    ) {
        guard let file else {
            guard let date else { throw Rejection(findings: [Self.withoutDate]) }
            return (adding(to: StatusUpdate(date: Located(date))), { $0 }, [])
        }
        var findings = FindingList()
        let source = try file.text(findings: &findings)
        let reading = UpdateReading(source, on: date)
        findings.report(contentsOf: reading.findings.inReadingOrder.map(source.showing))
        if let named = reading.plan, named.value != plan, BilingualName(parsing: named.value).primary != plan {
            findings.report(source.showing(Self.ofAnotherPlan(named, plan)))
        }
        try findings.throwIfErrors()
        guard let update = reading.update else { preconditionFailure("\(file.path) has neither a date nor a fault") }
        return (
            adding(to: update), { $0.place?.file == source.file ? source.showing($0) : $0 }, findings.inReadingOrder
        )
    }

    private func adding(to update: StatusUpdate) -> StatusUpdate {
        var update = update
        for (id, news) in progress {
            // What is said beside a file completes it.
            if let place = update.progress.firstIndex(where: { $0.id.value == id }) {
                update.progress[place].progress = update.progress[place].progress.completed(by: news)
            } else {
                update.progress.append((Located(id), news))
            }
        }
        update.rounds += rounds.map { (Located($0.id), Located($0.count)) }
        return update
    }

    private static let withoutDate = Finding(
        "plan.update-without-date", .error, "the update does not say up to which day it tells",
        advice: "give it with --on, such as  --on 2026-02-06")

    private static func ofAnotherPlan(_ named: Located<String>, _ plan: String) -> Finding {
        Finding(
            "plan.update-of-another-plan", .error, "this is an update of “\(named.value)”, and the plan is “\(plan)”",
            advice: "name the right file, or correct the line", at: named.place)
    }
}
