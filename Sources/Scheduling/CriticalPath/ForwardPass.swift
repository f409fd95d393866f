import WorkTime

extension Network {
    /// The early dates: every activity as soon as the project's start, its links and its dates let it.
    ///
    /// - Complexity: O(activities + links), each a few additions where both ends share a calendar and a few calendar
    ///   look-ups where they do not.
    /// - Source: Kelley and Walker, 1959.
    package func forwardPass() -> PassTimes {
        var times = PassTimes(durations: durations)
        for activity in order {
            let demand = demand(on: activity, in: times)
            let start = demand.earliestStart(lasting: durations[activity])
            times.set(activity, start: start, role: demand.role(start: start, lasting: durations[activity]))
        }
        return times
    }

    /// The late dates with each finish in the role in which a reader expects it: at the end of its work, Friday 18:00,
    /// and not at the last instant that would do, Monday 09:00, unless a predecessor makes it wait.
    package func settled(_ late: PassTimes) -> PassTimes {
        var times = PassTimes(durations: durations)
        for activity in order {
            let start = late.start(of: activity).position
            let role = demand(on: activity, in: times).role(start: start, lasting: durations[activity])
            times.set(activity, start: start, role: min(role, late.finish(of: activity).role))
        }
        return times
    }

    /// What the project's start, the links into an activity and its dates ask of it.
    private func demand(on activity: Int, in times: PassTimes) -> Demand {
        var demand = Demand(start: projectStart[calendarOf[activity]])
        for tie in ties(into: activity) {
            let event = earliestTargetEvent(over: tie, from: times.sourceEvent(of: tie))
            if tie.relationship.entersStart { demand.raiseStart(event) } else { demand.raiseFinish(event) }
        }
        let dates = bounds(of: activity)
        if let date = dates.earliestStart { demand.raiseStart(calendar(of: activity).firstEvent(notBefore: date)) }
        if let date = dates.earliestFinish { demand.raiseFinish(calendar(of: activity).firstEvent(notBefore: date)) }
        return demand
    }
}

/// The events that an activity's start and finish may not come before.
private struct Demand {
    var start: WorkEvent
    var finish: WorkEvent?

    mutating func raiseStart(_ event: WorkEvent) { start = max(start, event) }
    mutating func raiseFinish(_ event: WorkEvent) { finish = max(finish ?? event, event) }

    func earliestStart(lasting duration: Int) -> Int {
        max(start.position, (finish ?? start).position - duration)
    }

    /// Of a milestone, the role of what holds it. Work that ends on Friday finishes on Friday, unless its finish may
    /// not come before some Saturday: then it stands at Monday 09:00.
    func role(start position: Int, lasting duration: Int) -> InstantRole {
        let holding = duration == 0 ? max(start, finish ?? start) : finish
        return holding == WorkEvent(position: position + duration, role: .start) ? .start : .finish
    }
}
