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
    /// What has happened, as far as it has not been taken yet.
    private var openProgress: [(id: Located<ActivityID>, progress: ProgressDraft)]

    init(_ draft: WorkflowDraft, calendars: CalendarLibrary) {
        self.draft = draft
        self.calendars = calendars
        activities = draft.plan.activities
        gates = draft.gates
        openProgress = draft.progress
        order = StepOrder([], [:])
        index()
    }

    /// What has happened to the activities that are there so far; the rest waits until others have been made.
    private mutating func takeProgress() {
        openProgress = openProgress.filter { id, progress in
            guard let index = indexOf[id.value] else { return true }
            if activities[index].progress != ProgressDraft() {
                report(
                    "plan.progress-twice", "what has happened to “\(id.value)” is stated twice",
                    advice: "keep it with the activity, or under “progress”", at: id.place)
            }
            activities[index].progress = progress
            return false
        }
    }

    /// What has happened to rounds, and to what nobody has made.
    private mutating func takeProgress(into made: inout [ActivityDraft]) {
        guard !openProgress.isEmpty else { return }
        let places = Dictionary(made.indices.map { (made[$0].id.value, $0) }) { first, _ in first }
        for (id, progress) in openProgress {
            if let place = places[id.value] {
                made[place].progress = progress
                continue
            }
            // The rounds of an approval that has been given are over.
            guard !isRoundOfGivenApproval(id.value) else { continue }
            guard !draft.remembered.contains(id.value) else {
                warn(
                    "plan.progress-set-aside",
                    "“\(id.value)”, of which an earlier update told, is no longer in the plan; what was said of it is set aside",
                    advice: "nothing needs to be done if it was taken out; else give it its id back", at: id.place)
                continue
            }
            report(
                "plan.unknown-activity",
                "“\(id.value)”, to which something is said to have happened, is not in the plan",
                advice: nearestName(to: id.value.rawValue, among: places.keys.map(\.rawValue).sorted()).map {
                    "did you mean “\($0)”?"
                } ?? "name an activity, or a round such as  approval/1", at: id.place)
        }
    }

    /// Whether it is what a round of an approval is called that has none any more, because it was given.
    private func isRoundOfGivenApproval(_ id: ActivityID) -> Bool {
        var name = id.rawValue[...]
        while let slash = name.lastIndex(of: "/") {
            name = name[..<slash]
            let gate = ActivityID(String(name))
            if gates[gate] != nil { return activity(gate)?.progress.actualFinish != nil }
        }
        return false
    }

    /// An approval that need not be in writing is given with the last answer.
    private func give(_ approvals: [Approval], in made: inout [ActivityDraft]) {
        // Answers have progress of their own only where it is stated apart from the plan.
        guard !draft.progress.isEmpty else { return }
        let open = approvals.filter { !$0.gate.requiresWrittenApproval && !$0.rounds.isEmpty }
        guard !open.isEmpty else { return }
        let places = Dictionary(made.indices.map { (made[$0].id.value, $0) }) { first, _ in first }
        for approval in open {
            guard let answer = approval.rounds.last.flatMap({ places[$0.answer] }), let gate = places[approval.id],
                let finish = made[answer].progress.actualFinish
            else { continue }
            made[gate].progress.actualStart = finish
            made[gate].progress.actualFinish = finish
        }
    }

    private mutating func index() {
        indexOf = Dictionary(activities.indices.map { (activities[$0].id.value, $0) }) { first, _ in first }
        order = StepOrder(activities, indexOf)
    }

    mutating func plan(changingRoundsOf changed: ActivityID?, by change: Int) -> ExpandedPlan {
        takeProgress()
        checkGates()
        checkRules()
        for change in draft.changesByDate {
            insert(change)
            index()
            takeProgress()
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
            let rounds = max(1, gate.rounds.value + (activity.id.value == changed ? change : 0))
            unrolling.unroll(rounds: rounds) { steps in revisions(steps) }
            plan.draft.activities += unrolling.activities
            plan.approvals.append(unrolling.approval)
        }
        for draft in draft.vehicles {
            guard let vehicle = vehicle(draft) else { continue }
            plan.draft.activities += milestones(of: vehicle, draft)
            plan.vehicles.append(vehicle)
        }
        takeProgress(into: &plan.draft.activities)
        give(plan.approvals, in: &plan.draft.activities)
        followPromises(in: &plan.draft)
        var seen: Set<Finding> = []
        plan.findings = findings.filter { seen.insert($0).inserted }
        return plan
    }

    /// All that leads to an activity, and itself.
    func ancestors(of activity: Int) -> Set<Int> { order.ancestors(of: activity) }

    /// Whether a step leads to another activity.
    func isBefore(_ step: ActivityID, _ other: ActivityID) -> Bool {
        guard let step = indexOf[step], let other = indexOf[other] else { return false }
        return order.isBefore(step, other)
    }

    /// Whether the order of all steps is known.
    var isOrderWhole: Bool { order.isWhole }

    func activity(_ id: ActivityID) -> ActivityDraft? { indexOf[id].map { activities[$0] } }

    /// Steps that are done again, each with those among them that it follows.
    func revisions(_ rework: [Located<Rework>]) -> [Revision] {
        var seen: Set<ActivityID> = []
        let known = rework.filter { seen.insert($0.value.step).inserted }
            .compactMap { work in indexOf[work.value.step].map { (work, $0) } }
            // What is left out has no part in a round either.
            .filter { !activities[$0.1].details.isInactive }
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
        // By the step itself, whichever turn of it was named.
        var copyOf: [ActivityID: ActivityID] = [:]
        for revision in request.steps {
            let step = original(revision.step.id.value)
            copyOf[step] = request.id(of: step)
        }
        let settled = order.ancestors(of: indexOf[request.gate]!)
        for revision in request.steps { copies.append(copy(revision, request, copyOf, settled)) }
        letOthersWait(for: copyOf, settled)
        for (step, turn) in copyOf { stepOf[turn] = step }
        let place = indexOf[request.gate].map { $0 + 1 } ?? activities.count
        // An approval that is left out cannot be overthrown.
        if activity(request.gate)?.details.isInactive == true {
            for index in copies.indices { copies[index].details.isInactive = true }
        }
        activities.insert(contentsOf: copies, at: place)
    }

    /// The step that an activity is a turn of; itself for all others.
    private func original(_ id: ActivityID) -> ActivityID { stepOf[id] ?? id }

    /// A step of a change: it follows the change, what the step follows among those that are opened again, and its last turn.
    private mutating func copy(
        _ revision: Revision, _ change: CheckedChange, _ copyOf: [ActivityID: ActivityID], _ settled: Set<Int>
    ) -> ActivityDraft {
        let (step, first) = (revision.step, original(revision.step.id.value))
        let id = change.id(of: first)
        var copy = revision.draft(id: id, name: step.title.during(change.title), at: change.place)
        copy.predecessors = revision.follows.compactMap { copyOf[original($0)] }.map {
            Located(LinkDraft(to: $0), at: change.place)
        }
        if copy.predecessors.isEmpty {
            copy.predecessors = [Located(LinkDraft(to: change.id), at: change.place)]
        }
        // The approval, and what led to it, has been there before the change is asked for.
        let before = lastTurn.updateValue(id, forKey: first) ?? first
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

    /// The buffer of a promise goes with it to the last turn of its step.
    private func followPromises(in plan: inout PlanDraft) {
        guard let promises = plan.buffers?.promises, !lastTurn.isEmpty else { return }
        plan.buffers?.promises = promises.map { promise in
            guard let last = lastTurn[promise.value.id], activity(last)?.deadline != nil else { return promise }
            return promise.map { BufferDraft.GuardedPromise(last, size: $0.size) }
        }
    }

    /// What waits for a step that is opened again waits for its new turn as well.
    ///
    /// - Parameter settled: what led to the approval, and so had been done before it was overthrown.
    private mutating func letOthersWait(for copyOf: [ActivityID: ActivityID], _ settled: Set<Int>) {
        let requests = Set(draft.changes.map(\.id.value))
        for index in activities.indices where !settled.contains(index) {
            // When a change was asked for does not depend on a later one.
            guard !requests.contains(activities[index].id.value) else { continue }
            let step = original(activities[index].id.value)
            guard copyOf[step] == nil, activities[index].progress.actualFinish == nil else { continue }
            // Once, however many turns of a step it waits for already.
            var seen: Set<LinkDraft> = []
            let again = activities[index].predecessors.compactMap { link -> Located<LinkDraft>? in
                guard let copy = copyOf[original(link.value.predecessor)] else { return nil }
                let link = link.map { LinkDraft(to: copy, $0.relationship, lag: $0.lag) }
                return seen.insert(link.value).inserted ? link : nil
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
        details.safe = step.details.safe.flatMap { safe in
            rework.value.amount.unit == .percent ? safe.map { rework.value.safeLength(of: $0) } : nil
        }
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
