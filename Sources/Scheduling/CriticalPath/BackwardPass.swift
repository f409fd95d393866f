package import WorkTime

extension Network {
    /// The late dates: every activity as late as its successors, the finish of the project, promises and dates allow.
    ///
    /// A finish is given in the latest role that its bounds allow, so that what depends on it is not bound too tightly;
    /// ``settled(_:)`` gives the roles for a reader.
    ///
    /// - Parameter finish: the finish of the project, which no activity may pass.
    /// - Complexity: as the forward pass.
    package func backwardPass(finish: CivilMinute) -> PassTimes {
        var times = PassTimes(durations: durations)
        let horizon = min(finish, promisedFinish ?? finish)
        let projectFinish = calendars.map { $0.lastEvent(notAfter: horizon) }
        for activity in order.reversed() {
            var allowance = Allowance(finish: projectFinish[calendarOf[activity]])
            for tie in ties(outOf: activity) {
                let event = latestSourceEvent(over: tie, from: times.targetEvent(of: tie))
                if tie.relationship.leavesFinish { allowance.lowerFinish(event) } else { allowance.lowerStart(event) }
            }
            let dates = bounds(of: activity)
            if let date = dates.latestFinish { allowance.lowerFinish(calendar(of: activity).lastEvent(notAfter: date)) }
            if let date = dates.latestStart { allowance.lowerStart(calendar(of: activity).lastEvent(notAfter: date)) }
            let start = allowance.latestStart(lasting: durations[activity])
            times.set(activity, start: start, role: allowance.role(start: start, lasting: durations[activity]))
        }
        return times
    }
}

/// The events that an activity's start and finish may not come after.
struct Allowance {
    private var start: WorkEvent?
    private var finish: WorkEvent

    init(finish: WorkEvent) { self.finish = finish }

    mutating func lowerStart(_ event: WorkEvent) { start = min(start ?? event, event) }
    mutating func lowerFinish(_ event: WorkEvent) { finish = min(finish, event) }

    /// Work that must start by some Saturday must have its first minute before: Friday 17:59, not Monday.
    func latestStart(lasting duration: Int) -> Int {
        guard let start else { return finish.position - duration }
        let isInAGap = duration > 0 && start.role == .finish
        return min(finish.position - duration, start.position - (isInAGap ? 1 : 0))
    }

    func role(start position: Int, lasting duration: Int) -> InstantRole {
        let holding = duration == 0 ? min(finish, start ?? finish) : finish
        return holding == WorkEvent(position: position + duration, role: .finish) ? .finish : .start
    }
}
