import WorkTime

extension Network {
    /// The early dates: every activity as soon as the project's start, its links and its dates let it.
    ///
    /// - Complexity: O(activities + links), each a few additions where both ends share a calendar and a few calendar
    ///   look-ups where they do not.
    /// - Source: Kelley and Walker, 1959.
    package func forwardPass() -> PassTimes {
        var times = PassTimes(count: count)
        let projectStart = calendars.map { $0.firstEvent(notBefore: start) }
        for activity in order {
            var startBound = projectStart[calendarOf[activity]]
            var finishBound: WorkEvent?
            for tie in ties(into: activity) {
                let demanded = earliestTargetEvent(over: tie, from: sourceEvent(of: tie, in: times))
                if tie.relationship.entersStart {
                    startBound = max(startBound, demanded)
                } else {
                    finishBound = max(finishBound ?? demanded, demanded)
                }
            }
            let dates = bounds(of: activity)
            if let date = dates.earliestStart {
                startBound = max(startBound, calendar(of: activity).firstEvent(notBefore: date))
            }
            if let date = dates.earliestFinish {
                let demanded = calendar(of: activity).firstEvent(notBefore: date)
                finishBound = max(finishBound ?? demanded, demanded)
            }
            place(activity, startBound: startBound, finishBound: finishBound, in: &times)
        }
        return times
    }

    private func place(
        _ activity: Int, startBound: WorkEvent, finishBound: WorkEvent?, in times: inout PassTimes
    ) {
        let duration = durations[activity]
        if duration == 0 {
            let event = max(startBound, finishBound ?? startBound)
            times.set(activity, start: event.position, startRole: event.role, finishRole: event.role)
            return
        }
        let start = max(startBound.position, (finishBound?.position ?? .min / 2) - duration)
        // A finish that may not come before some Saturday stands at Monday 09:00, though its work ends on Friday.
        let waits = finishBound == WorkEvent(position: start + duration, role: .start)
        times.set(activity, start: start, startRole: .start, finishRole: waits ? .start : .finish)
    }
}
