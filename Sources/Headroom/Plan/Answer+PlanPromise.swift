import Diagnostics
import Formats
public import Interchange
import Reports
import Scheduling
public import WorkTime
import Workflow

extension Answer {
    /// Keeps a timetable as it is proposed to the client.
    ///
    /// - Parameters:
    ///   - date: when it is proposed.
    ///   - author: who proposes it; `nil` where nobody says.
    ///   - store: the workspace, which is made when there is none.
    /// - Throws: a ``Rejection`` with every fault, and the workspace is as it was; ``Failure``.
    public static func planProposal(
        of input: InputFile, as format: PlanFormat? = nil, on date: CivilDay, by author: String?, in store: String
    ) throws -> Answer {
        let file = try PlanFile(reading: input, as: format)
        let memory = try PlanMemory(of: file.name, in: store)
        let plan = try file.checked(with: memory.record)
        let baseline = Baseline(of: plan.schedule)
        try FindingList(memory.record.faults(proposing: baseline, on: date)).throwIfErrors()
        let proposal = try memory.keep {
            try $0.propose(baseline, of: file.name, on: date, by: author, after: memory.record)
        }
        return promise(proposal, before: memory.record.proposals.last, plan, input, store)
    }

    /// Keeps that the client has accepted a timetable: from then on it is what later plans are measured against.
    ///
    /// - Parameters:
    ///   - number: that of the proposal; `nil` for the last one.
    ///   - date: when it was accepted.
    ///   - client: who accepted it.
    /// - Throws: a ``Rejection`` with every fault, also when the plan is no longer what was proposed, and the workspace is as
    ///   it was; ``Failure``.
    public static func planAcceptance(
        of input: InputFile, as format: PlanFormat? = nil, number: Int? = nil, on date: CivilDay, by client: String,
        in store: String
    ) throws -> Answer {
        let file = try PlanFile(reading: input, as: format)
        let memory = try PlanMemory(of: file.name, in: store)
        let plan = try file.checked(with: memory.record)
        let faults = try memory.record.faults(accepting: number, file.asProposed(number, memory.record, plan), on: date)
        try FindingList(faults).throwIfErrors()
        guard let proposed = memory.record.proposal(number) else {
            preconditionFailure("timetable \(number.map(String.init) ?? "") is neither there nor missing")
        }
        let acceptance = Proposal.Acceptance(date: date, client: client)
        try memory.keep { try $0.accept(proposed.number, of: file.name, acceptance, after: memory.record) }
        let accepted = Proposal(
            number: proposed.number, date: proposed.date, author: proposed.author, baseline: proposed.baseline,
            acceptance: acceptance)
        let former = memory.record.proposals.last { $0.number < proposed.number }
        return promise(accepted, before: former, plan, input, store)
    }

    private static func promise(
        _ proposal: Proposal, before former: Proposal?, _ plan: AgencyPlan, _ input: InputFile, _ store: String
    ) -> Answer {
        Answer(
            name: "\(input.stem).timetable-\(proposal.number)", findings: plan.findings,
            isNegative: !plan.schedule.isFeasible,
            body: [
                "store": .string(store), "plan": .string(plan.schedule.project.name.primary),
                "timetable": proposal.json, "deadlines": .array(plan.schedule.deadlines.map(\.json)),
            ],
            paper: PromisePaper(proposal: proposal, before: former, schedule: plan.schedule, source: input.name))
    }
}

extension PlanFile {
    /// The plan as it is with what was known when a timetable was proposed: an answer may come after the first reports. Where the
    /// plan has changed since, as it is now.
    fileprivate func asProposed(_ number: Int?, _ record: PlanRecord, _ now: AgencyPlan) throws(Rejection) -> Baseline {
        let current = Baseline(of: now.schedule)
        guard let told = record.proposal(number)?.baseline, told != current else { return current }
        for known in record.updates.indices.reversed() {
            let earlier = PlanRecord(proposals: record.proposals, updates: Array(record.updates[..<known]))
            let then = Baseline(of: try checked(with: earlier).schedule)
            if told.changes(to: then).isEmpty { return then }
        }
        return current
    }
}

extension Proposal {
    /// As answers about plans state it.
    var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("number", .integer(number)), ("proposed", .string(date.description)), ("proposedBy", JSONValue(author)),
            ("accepted", JSONValue(acceptance?.date.description)), ("acceptedBy", JSONValue(acceptance?.client)),
            ("activities", .integer(baseline.activities.count)),
            ("finish", JSONValue(baseline.activities.map(\.finish).max()?.description)),
        ]
        if author == nil { members.append(("proposedByReason", "not-said")) }
        if acceptance == nil {
            members += [("acceptedReason", "not-accepted-yet"), ("acceptedByReason", "not-accepted-yet")]
        }
        if baseline.activities.isEmpty { members.append(("finishReason", "nothing-planned")) }
        return .object(members)
    }
}
