import Diagnostics
import Scheduling
import WorkTime

/// Turns gates, changes and vehicles into plain activities.
struct Expansion {
    private(set) var activities: [ActivityDraft]
    var gates: [ActivityID: ApprovalGate]
    let draft: WorkflowDraft
    /// Those of the program and of the plan.
    let calendars: CalendarLibrary
    var findings: [Finding] = []
    /// The first activity of each id.
    private(set) var indexOf: [ActivityID: Int] = [:]
    private var order: StepOrder
    /// The last turn of each step that a change has opened again.
    private(set) var lastTurn: [ActivityID: ActivityID] = [:]
    /// The step that each turn is one of.
    private var stepOf: [ActivityID: ActivityID] = [:]

    init(_ draft: WorkflowDraft, calendars: CalendarLibrary) {
        self.draft = draft
        self.calendars = calendars
        activities = draft.plan.activities
        gates = draft.gates
        order = StepOrder([], [:])
        index()
    }

    private mutating func index() {
        indexOf = Dictionary(activities.indices.map { (activities[$0].id.value, $0) }) { first, _ in first }
        order = StepOrder(activities, indexOf)
    }

    mutating func plan(addingRoundTo longer: ActivityID?) -> ExpandedPlan {
        checkGates()
        checkRules()
        for change in draft.changes {
            insert(change)
            index()
        }
        var plan = ExpandedPlan(draft: draft.plan)
        plan.draft.activities = []
        plan.draft.activities.reserveCapacity(activities.count + gates.count * 2)
        for activity in activities {
            guard let gate = gates[activity.id.value] else {
                plan.draft.activities.append(activity)
                continue
            }
            var unrolling = GateUnrolling(activity, gate, reviewer: reviewer(of: gate))
            let rounds = gate.rounds.value + (activity.id.value == longer ? 1 : 0)
            unrolling.unroll(rounds: rounds) { steps in revisions(steps) }
            plan.draft.activities += unrolling.activities
            plan.approvals.append(unrolling.approval)
        }
        for draft in draft.vehicles {
            guard let vehicle = vehicle(draft) else { continue }
            plan.draft.activities += milestones(of: vehicle, draft)
            plan.vehicles.append(vehicle)
        }
        plan.findings = findings
        return plan
    }

    /// All that leads to an activity, and itself.
    func ancestors(of activity: Int) -> Set<Int> { order.ancestors(of: activity) }

    /// Whether a step leads to another activity.
    func isBefore(_ step: ActivityID, _ other: ActivityID) -> Bool {
        guard let step = indexOf[step], let other = indexOf[other] else { return false }
        return order.isBefore(step, other)
    }

    func activity(_ id: ActivityID) -> ActivityDraft? { indexOf[id].map { activities[$0] } }

    /// Steps that are done again, each with those among them that it follows.
    func revisions(_ rework: [Located<Rework>]) -> [Revision] {
        var seen: Set<ActivityID> = []
        let known = rework.filter { seen.insert($0.value.step).inserted }
            .compactMap { work in indexOf[work.value.step].map { (work, $0) } }
        let before = order.predecessors(among: known.map(\.1))
        return zip(known, before).map { step, before in
            Revision(step: activities[step.1], rework: step.0, follows: before.map { activities[$0].id.value })
        }
    }

    private func reviewer(of gate: ApprovalGate) -> ResourceDraft? {
        gate.reviewer.flatMap { named in draft.plan.resources.first { $0.id.value == named.value } }
    }

    // MARK: Changes

    private mutating func insert(_ change: ChangeRequest) {
        guard let request = checked(change) else { return }
        var copies: [ActivityDraft] = [request.milestone]
        var copyOf: [ActivityID: ActivityID] = [:]
        for revision in request.steps { copyOf[revision.step.id.value] = request.id(of: revision.step.id.value) }
        let settled = order.ancestors(of: indexOf[request.gate]!)
        for revision in request.steps { copies.append(copy(revision, request, copyOf, settled)) }
        letOthersWait(for: copyOf, settled)
        for (step, turn) in copyOf { stepOf[turn] = step }
        let place = indexOf[request.gate].map { $0 + 1 } ?? activities.count
        activities.insert(contentsOf: copies, at: place)
    }

    /// A step of a change: it follows the change, what the step follows among those that are opened again, and its last turn.
    private mutating func copy(
        _ revision: Revision, _ change: CheckedChange, _ copyOf: [ActivityID: ActivityID], _ settled: Set<Int>
    ) -> ActivityDraft {
        let (step, id) = (revision.step, change.id(of: revision.step.id.value))
        var copy = revision.draft(id: id, name: step.title.during(change.title), at: change.place)
        copy.predecessors = revision.follows.compactMap { copyOf[$0] }.map {
            Located(LinkDraft(to: $0), at: change.place)
        }
        if copy.predecessors.isEmpty {
            copy.predecessors = [Located(LinkDraft(to: change.id), at: change.place)]
        }
        // The approval, and what led to it, has been there before the change is asked for.
        let before = lastTurn.updateValue(id, forKey: step.id.value) ?? step.id.value
        moveDeadline(of: before, to: &copy)
        if let last = indexOf[before], !settled.contains(last) {
            copy.predecessors.append(Located(LinkDraft(to: before), at: change.place))
        }
        guard var gate = gates[step.id.value] else { return copy }
        gate.rounds = Located(1, at: gate.rounds.place)
        gates[id] = gate
        copy.duration = nil
        return copy
    }

    /// What is promised of a step is promised of its last turn.
    private mutating func moveDeadline(of former: ActivityID, to copy: inout ActivityDraft) {
        guard let index = indexOf[former], let deadline = activities[index].deadline else { return }
        copy.deadline = deadline
        activities[index].deadline = nil
    }

    /// What waits for a step that is opened again waits for its new turn as well.
    ///
    /// - Parameter settled: what led to the approval, and so had been done before it was overthrown.
    private mutating func letOthersWait(for copyOf: [ActivityID: ActivityID], _ settled: Set<Int>) {
        let requests = Set(draft.changes.map(\.id.value))
        for index in activities.indices where !settled.contains(index) {
            // When a change was asked for does not depend on a later one.
            guard !requests.contains(activities[index].id.value) else { continue }
            let step = stepOf[activities[index].id.value] ?? activities[index].id.value
            guard copyOf[step] == nil, activities[index].progress.actualFinish == nil else { continue }
            let again = activities[index].predecessors.compactMap { link in
                let source = link.value.predecessor
                return copyOf[stepOf[source] ?? source].map { copy in
                    Located(LinkDraft(to: copy, link.value.relationship, lag: link.value.lag), at: link.place)
                }
            }
            if !again.isEmpty { activities[index].predecessors += again }
        }
    }
}

/// A step that is done again.
struct Revision {
    let step: ActivityDraft
    let rework: Located<Rework>
    /// Those of the same round that come before it.
    let follows: [ActivityID]

    /// The step as it is done again: by the same people on the same calendar, without its dates and progress.
    func draft(id: ActivityID, name: BilingualName, at place: SourcePlace?) -> ActivityDraft {
        let first = step.duration?.value ?? .none
        var details = step.handedDown(named: name)
        details.mark = .revision
        return ActivityDraft(
            id: Located(id, at: place), duration: Located(rework.value.duration(of: first), at: rework.place),
            details: details)
    }
}

extension ActivityDraft {
    /// What an activity that is made of this one takes over: who does it, on which calendar, and where it belongs.
    func handedDown(named name: BilingualName) -> ActivityDetails {
        var handed = ActivityDetails()
        handed.name = name
        handed.lane = details.lane
        handed.calendar = details.calendar
        handed.parent = details.parent
        handed.assignments = details.assignments
        handed.isInactive = details.isInactive
        return handed
    }
}
