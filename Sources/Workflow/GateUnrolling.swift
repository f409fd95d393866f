import Diagnostics
import Scheduling

/// One gate as plain activities.
struct GateUnrolling {
    private let activity: ActivityDraft
    private let gate: ApprovalGate
    /// `nil` where the reviewer is a lane.
    private let reviewer: ResourceDraft?
    private(set) var activities: [ActivityDraft] = []
    private(set) var approval: Approval
    private var rounds = 1

    init(_ activity: ActivityDraft, _ gate: ApprovalGate, reviewer: ResourceDraft?) {
        self.activity = activity
        self.gate = gate
        self.reviewer = reviewer
        approval = Approval(id: activity.id.value, gate: gate)
    }

    private var id: ActivityID { activity.id.value }

    /// - Parameter revisions: the steps that are done again, with their order.
    mutating func unroll(rounds: Int, _ revisions: ([Located<Rework>]) -> [Revision]) {
        var milestone = activity
        milestone.kind = activity.kind.isMilestone ? activity.kind : .milestone
        milestone.duration = nil
        milestone.details.mark = .approval(isWritten: gate.requiresWrittenApproval)
        guard activity.progress.actualFinish == nil else {
            activities = [milestone]
            return
        }
        self.rounds = rounds
        addAnswer(round: 1, after: activity.predecessors)
        let steps = rounds > 1 ? revisions(gate.rework) : []
        for round in stride(from: 2, through: rounds, by: 1) { add(steps, round: round) }
        // Whoever works on it gives the answers.
        milestone.details.assignments = []
        milestone.predecessors = [link(to: approval.rounds[approval.rounds.count - 1].answer)]
        milestone.constraints = activity.constraints.filter { !$0.value.bindsStart }
        if milestone.progress != ProgressDraft() { milestone.progress = ProgressDraft() }
        activities.append(milestone)
    }

    private func link(to id: ActivityID) -> Located<LinkDraft> { Located(LinkDraft(to: id), at: gate.place) }

    /// The revised steps, then the next answer.
    private mutating func add(_ steps: [Revision], round: Int) {
        let last = link(to: answerID(round - 1))
        var revised: [ActivityID] = []
        var followed: Set<ActivityID> = []
        for revision in steps {
            let step = revision.step.id.value
            let name = revision.step.title.revised(round - 1)
            var copy = revision.draft(id: revisionID(step, round), name: name, at: gate.place)
            copy.details.isInactive = copy.details.isInactive || activity.details.isInactive
            copy.predecessors = revision.follows.map { link(to: revisionID($0, round)) }
            if copy.predecessors.isEmpty { copy.predecessors = [last] }
            followed.formUnion(revision.follows)
            revised.append(copy.id.value)
            activities.append(copy)
        }
        let ends = steps.map(\.step.id.value).filter { !followed.contains($0) }
        addAnswer(round: round, after: ends.isEmpty ? [last] : ends.map { link(to: revisionID($0, round)) })
        approval.rounds[approval.rounds.count - 1].revisions = revised
    }

    private mutating func addAnswer(round: Int, after predecessors: [Located<LinkDraft>]) {
        var details = activity.handedDown(named: activity.title.answered(round, of: rounds))
        details.mark = .answer
        // Where a lane answers, the time is that lane's.
        if reviewer == nil, let lane = gate.reviewer { details.lane = lane.map { LaneID($0) } }
        details.calendar = details.calendar ?? reviewer?.calendar
        if let reviewer, !details.assignments.contains(where: { $0.resource.value == reviewer.id.value }) {
            details.assignments.append(AssignmentDraft(resource: Located(reviewer.id.value, at: gate.reviewer?.place)))
        }
        if round == 1 {
            details.constraints = activity.constraints.filter(\.value.bindsStart)
            details.progress = activity.progress
        }
        // What is out of order has been reported.
        details.safe = gate.answer.flatMap { $0.value.isInOrder ? $0.map { $0.longest } : nil }
        let id = answerID(round)
        let answer = gate.answer.map { Located($0.value.usual, at: $0.place) } ?? Located(.none)
        activities.append(
            ActivityDraft(
                id: Located(id, at: gate.place), duration: answer, predecessors: predecessors, details: details))
        approval.rounds.append(Approval.Round(answer: id))
    }

    private func answerID(_ round: Int) -> ActivityID { ActivityID("\(id)/\(round)") }
    private func revisionID(_ step: ActivityID, _ round: Int) -> ActivityID { ActivityID("\(id)/\(round)/\(step)") }
}

extension DateConstraint {
    /// Whether it is about the start: in a gate, about the handing over of the material.
    fileprivate var bindsStart: Bool {
        switch self {
        case .startNoEarlierThan, .startNoLaterThan, .mustStartOn, .mandatoryStart: true
        case .finishNoEarlierThan, .finishNoLaterThan, .mustFinishOn, .mandatoryFinish, .expectedFinish,
            .asLateAsPossible:
            false
        }
    }
}
