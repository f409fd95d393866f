import WorkTime

extension Network {
    /// The late dates: every activity as late as its successors, the finish of the project, promises and dates allow.
    ///
    /// - Parameters:
    ///   - early: the early dates of the same network; a milestone keeps its early role where its bounds allow.
    ///   - finish: the finish of the project, which no activity may pass.
    /// - Complexity: as the forward pass.
    package func backwardPass(early: PassTimes, finish: CivilMinute) -> PassTimes {
        var times = PassTimes(count: count)
        let horizon = min(finish, promisedFinish ?? finish)
        let projectFinish = calendars.map { $0.lastEvent(notAfter: horizon) }
        for activity in order.reversed() {
            var finishBound = projectFinish[calendarOf[activity]]
            var startBound: WorkEvent?
            for tie in ties(outOf: activity) {
                let allowed = latestSourceEvent(over: tie, from: targetEvent(of: tie, in: times))
                if tie.relationship.leavesFinish {
                    finishBound = min(finishBound, allowed)
                } else {
                    startBound = min(startBound ?? allowed, allowed)
                }
            }
            let dates = bounds(of: activity)
            if let date = dates.latestFinish {
                finishBound = min(finishBound, calendar(of: activity).lastEvent(notAfter: date))
            }
            if let date = dates.latestStart {
                let allowed = latestStart(of: activity, notAfter: date)
                startBound = min(startBound ?? allowed, allowed)
            }
            place(activity, startBound: startBound, finishBound: finishBound, early: early, in: &times)
        }
        return times
    }

    /// Work that must start by a date in non-working time must have its first minute before that time.
    private func latestStart(of activity: Int, notAfter date: CivilMinute) -> WorkEvent {
        let event = calendar(of: activity).lastEvent(notAfter: date)
        guard event.role == .finish, !isMilestone(activity) else { return event }
        return WorkEvent(position: event.position - 1, role: .start)
    }

    private func place(
        _ activity: Int, startBound: WorkEvent?, finishBound: WorkEvent, early: PassTimes, in times: inout PassTimes
    ) {
        let duration = durations[activity]
        if duration == 0 {
            let event = min(finishBound, startBound ?? finishBound)
            let role = min(event.role, early.start(of: activity).role)
            times.set(activity, start: event.position, startRole: role, finishRole: role)
            return
        }
        let start = min(finishBound.position - duration, startBound?.position ?? .max / 2)
        // A start that may not come after some Saturday stands at Friday 18:00, though its work begins on Monday.
        let hurries = startBound == WorkEvent(position: start, role: .finish)
        times.set(activity, start: start, startRole: hurries ? .finish : .start, finishRole: .finish)
    }
}
