public import Diagnostics
public import Scheduling
public import WorkTime

/// A plan in the agency's terms, as it was read: activities, and among them approvals with rounds and changes of mind.
public struct WorkflowDraft: Sendable {
    public var plan: PlanDraft
    /// By the activity that is the approval.
    public var gates: [ActivityID: ApprovalGate]
    /// In the order of the file.
    public var changes: [ChangeRequest]
    /// The calendar of each market that vehicles are in.
    public var markets: [String: Located<String>]
    public var vehicles: [VehicleDraft]
    /// By the activity that writes it.
    public var briefs: [ActivityID: Brief]
    /// What has happened to activities, also to those that rounds and changes make, in the order of the file.
    public var progress: [(id: Located<ActivityID>, progress: ProgressDraft)]
    /// Of what the progress is only remembered from earlier updates: the plan may have been changed since.
    var remembered: Set<ActivityID> = []

    public init(
        plan: PlanDraft, gates: [ActivityID: ApprovalGate] = [:], changes: [ChangeRequest] = [],
        markets: [String: Located<String>] = [:], vehicles: [VehicleDraft] = [],
        briefs: [ActivityID: Brief] = [:], progress: [(id: Located<ActivityID>, progress: ProgressDraft)] = []
    ) {
        self.plan = plan
        self.gates = gates
        self.changes = changes
        self.markets = markets
        self.vehicles = vehicles
        self.briefs = briefs
        self.progress = progress
    }

    /// Whether it is no more than a plain plan.
    public var isPlain: Bool {
        gates.isEmpty && changes.isEmpty && vehicles.isEmpty && markets.isEmpty && briefs.isEmpty
            && progress.isEmpty
    }

    /// As they were asked for, those of one moment in the order of the file: a change can only overthrow what stands.
    var changesByDate: [ChangeRequest] {
        changes.enumerated().sorted { left, right in
            let dates = [left, right].map { $0.element.date?.value.asStart ?? .latest }
            return (dates[0], left.offset) < (dates[1], right.offset)
        }.map(\.element)
    }

    /// The same plan as it was before anything had happened: without a data date, and with every round that was agreed.
    public var beforeProgress: WorkflowDraft {
        var before = self
        before.progress = []
        before.plan.dataDate = nil
        for index in before.plan.activities.indices where before.plan.activities[index].progress != ProgressDraft() {
            before.plan.activities[index].progress = ProgressDraft()
        }
        return before
    }

    /// The plain plan that this stands for.
    ///
    /// A gate of *n* rounds becomes, in this order: the first answer, `gate/1`; for each further round *r* the revised steps,
    /// `gate/r/step`, one after another as the steps themselves are, and the next answer, `gate/r`; and the approval, `gate`,
    /// a milestone that all which waited for the gate waits for. A gate that has been passed is a milestone in the past.
    ///
    /// A change after approval becomes a point in time, `change`, and what it opens again: `change/step` with the approvals
    /// among them. What waits for one of the steps waits for its new turn too, unless it is finished.
    ///
    /// A vehicle becomes a milestone for each of its deadlines behind the activity that is to meet it, `vehicle/material`, with
    /// the date as its promise, and one for the moment at which it is on air, `vehicle/on-air`.
    ///
    /// - Complexity: O(activities + links + what is generated), once more for each change, and for gates that revise several
    ///   steps the part of the network between those.
    /// - Parameters:
    ///   - calendars: those that the program knows; vehicles count their days on them, or on the plan's own.
    ///   - gate: one that is to have other rounds than agreed.
    ///   - change: how many more; below zero, fewer, and never less than one round in all.
    public func expanded(calendars: CalendarLibrary, changingRoundsOf gate: ActivityID? = nil, by change: Int = 0)
        -> ExpandedPlan
    {
        guard !isPlain else { return ExpandedPlan(draft: plan) }
        var expansion = Expansion(self, calendars: calendars.adding(plan.calendars.map(\.value)))
        return expansion.plan(changingRoundsOf: gate, by: change)
    }
}

/// A plain plan, and what its generated activities are there for.
public struct ExpandedPlan: Sendable {
    public var draft: PlanDraft
    /// The approvals in the order of the plan, those of changes included.
    public var approvals: [Approval] = []
    /// In the order of the plan.
    public var vehicles: [Vehicle] = []
    /// What is wrong with gates, changes, vehicles and briefs, and which rules of the trade progress has broken.
    public var findings: [Finding] = []

    init(draft: PlanDraft) { self.draft = draft }
}

/// An approval of a plan, and the activities that lead through its rounds.
public struct Approval: Sendable {
    /// The approval itself, a milestone.
    public let id: ActivityID
    public let gate: ApprovalGate
    /// In order; empty for one that has been given.
    public internal(set) var rounds: [Round] = []

    /// One round: what is revised, then the answer.
    public struct Round: Hashable, Sendable {
        /// None before the first answer.
        public internal(set) var revisions: [ActivityID] = []
        public internal(set) var answer: ActivityID
    }
}
