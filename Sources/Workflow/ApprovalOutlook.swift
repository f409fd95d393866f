import Diagnostics
public import Scheduling
public import WorkTime

/// When an approval is expected, and what one more round than agreed would cost.
public struct ApprovalOutlook: Sendable {
    public let approval: Approval
    /// The name of the reviewer.
    public let reviewer: BilingualName
    /// When the material is first shown; `nil` for an approval that has been given.
    public let shown: CivilMinute?
    /// When the approval is there.
    public let approved: CivilMinute
    public let isGiven: Bool
    /// `nil` for an approval that has been given, and where it was not tried.
    public let oneMoreRound: OneMoreRound?
}

/// A plan with one more round of one approval, beside the plan itself.
public struct OneMoreRound: Hashable, Sendable {
    public let finish: CivilMinute
    /// By how much the whole plan finishes later, by its calendar.
    public let delay: WorkMinutes
    /// The least headroom of the promises that are still to be kept; `nil` where nothing is promised.
    public let leastHeadroom: WorkMinutes?
    /// The promises that are kept as agreed and missed with one more round; `nil` stands for that of the whole plan.
    public let missed: [ActivityID?]
}

extension WorkflowDraft {
    /// How many activities are scheduled at most to find what rounds cost: a second's work or two.
    static let triedActivities = 250_000

    /// What is to be expected of the approvals of a plan.
    ///
    /// Each further round is tried on the whole plan, so what it costs is after all float and calendars.
    ///
    /// - Parameters:
    ///   - approvals: those of the expanded plan.
    ///   - schedule: of the expanded plan.
    ///   - calendars: those that the plan was checked with; `nil` to try no further round.
    public func outlooks(
        of approvals: [Approval], in schedule: Schedule, calendars: CalendarLibrary?
    ) -> [ApprovalOutlook] {
        var left = Self.triedActivities
        return approvals.compactMap { approval in
            // One that is left out has no dates.
            guard let index = schedule.project.index(of: approval.id), schedule.hasDates(index) else { return nil }
            let dates = schedule.activities[index]
            var oneMore: OneMoreRound?
            // Each change looks through the plan once more.
            let cost = schedule.activities.count * (1 + changes.count)
            if let calendars, !approval.rounds.isEmpty, left >= cost {
                left -= cost
                oneMore = oneMoreRound(of: approval.id, beside: schedule, calendars)
            }
            return ApprovalOutlook(
                approval: approval, reviewer: name(of: approval.gate.reviewer?.value ?? ""),
                shown: approval.rounds.first.flatMap { schedule[$0.answer]?.start }, approved: dates.finish,
                isGiven: schedule.project.activities[index].isComplete, oneMoreRound: oneMore)
        }
    }

    private func oneMoreRound(of gate: ActivityID, beside schedule: Schedule, _ calendars: CalendarLibrary)
        -> OneMoreRound?
    {
        let draft = expanded(calendars: calendars, changingRoundsOf: gate, by: 1).draft
        guard let project = try? Project(checking: draft, calendars: calendars) else { return nil }
        let longer = project.schedule()
        let kept = Set(schedule.deadlines.filter { !$0.isMissed }.map(\.activity))
        return OneMoreRound(
            finish: longer.finish, delay: project.calendar.work(from: schedule.finish, to: longer.finish),
            leastHeadroom: longer.tightestOpenDeadline?.timeHeadroom,
            missed: longer.deadlines.filter { $0.isMissed && kept.contains($0.activity) }.map(\.activity))
    }

    /// What becomes of the promises with one round fewer of an approval; `nil` where there is none to leave out.
    public func promises(withoutRoundOf gate: ActivityID, calendars: CalendarLibrary) -> [DeadlineForecast]? {
        guard let rounds = gates[gate]?.rounds, rounds.value > 1 else { return nil }
        let draft = expanded(calendars: calendars, changingRoundsOf: gate, by: -1).draft
        return (try? Project(checking: draft, calendars: calendars))?.schedule().deadlines
    }

    /// What a resource or a lane is called.
    private func name(of reviewer: String) -> BilingualName {
        if let resource = plan.resources.first(where: { $0.id.value == reviewer }) {
            return BilingualName(parsing: resource.name)
        }
        return plan.lanes.first { $0.value.id.rawValue == reviewer }?.value.name ?? BilingualName(reviewer)
    }
}
