import WorkTime

/// What is known of an activity in one plan and not in the other, told from the old plan to the new.
extension MoveView {
    private var before: Side { isNewLater ? earlier : later }
    private var after: Side { isNewLater ? later : earlier }

    /// Why it lasts another time.
    var changedLength: MoveReason? {
        let isStarted = before.activity?.isStarted ?? false || after.activity?.isStarted ?? false
        if isStarted, let reason = changedProgress { return reason }
        if let reason = changedDuration { return reason }
        if before.rules.expectedFinish != after.rules.expectedFinish { return changedDate }
        return changedCalendar ?? (isStarted ? changedBeginning : nil) ?? changedConventions
    }

    /// Anything about the activity itself that is otherwise.
    var changedFact: MoveReason? {
        if before.activity?.facts.pinned != after.activity?.facts.pinned { return .hand }
        return changedProgress ?? changedDate ?? changedCalendar ?? changedDuration ?? changedBeginning
            ?? changedConventions
    }

    var changedProgress: MoveReason? {
        before.activity?.progress == after.activity?.progress ? nil : .progress
    }

    private var changedDuration: MoveReason? {
        guard let one = before.activity, let other = after.activity else { return nil }
        let (old, new) = (one.duration + one.facts.interruption, other.duration + other.facts.interruption)
        return old == new ? nil : .duration(from: old, to: new)
    }

    var changedCalendar: MoveReason? {
        let (one, other) = (before.calendar, after.calendar)
        guard one != other else { return nil }
        return one.id == other.id ? .calendarDays(one.id) : .calendar(from: one.id, to: other.id)
    }

    /// The first date that only one of the plans states, with what the other states instead.
    var changedDate: MoveReason? {
        guard let one = before.activity, let other = after.activity else { return nil }
        if one.facts.levelingDelay != other.facts.levelingDelay { return .levelingDelay }
        let dropped = one.constraints.first { !other.constraints.contains($0) }
        let set = other.constraints.first { !one.constraints.contains($0) }
        return dropped == nil && set == nil ? nil : .date(from: dropped, to: set)
    }

    /// The project begins, or what is left of it is counted from, another time.
    var changedBeginning: MoveReason? {
        let (one, other) = (trace.old.project, trace.new.project)
        guard one.network.start != other.network.start else { return nil }
        return one.dataDate != other.dataDate && (one.network.start != one.start || other.network.start != other.start)
            ? .dataDate(from: one.dataDate, to: other.dataDate) : .projectStart(from: one.start, to: other.start)
    }

    var changedConventions: MoveReason? {
        let (one, other) = (trace.old.project, trace.new.project)
        return one.conventions != other.conventions || one.isScheduledFromFinish != other.isScheduledFromFinish
            ? .conventions : nil
    }
}
