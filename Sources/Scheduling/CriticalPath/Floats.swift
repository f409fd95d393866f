import WorkTime

/// Floats and drivers, read off the early and late dates of a network.
struct FloatReading {
    let network: Network
    let early: PassTimes
    let late: PassTimes
    /// The finish of the project, as the last event of each calendar that is not after it.
    let projectFinish: [WorkEvent]

    init(network: Network, early: PassTimes, late: PassTimes, finish: CivilMinute) {
        self.network = network
        self.early = early
        self.late = late
        projectFinish = network.calendars.map { $0.lastEvent(notAfter: finish) }
    }

    func totalFloat(of activity: Int) -> Int {
        late.start(of: activity).position - early.start(of: activity).position
    }

    func freeFloat(of activity: Int) -> Int {
        max(0, latestStartLeavingSuccessors(of: activity) - early.start(of: activity).position)
    }

    func independentFloat(of activity: Int) -> Int {
        let duration = network.durations[activity]
        var earliest = network.calendar(of: activity).firstEvent(notBefore: network.start).position
        for tie in network.ties(into: activity) {
            let demanded = network.earliestTargetEvent(over: tie, from: network.sourceEvent(of: tie, in: late))
            earliest = max(earliest, demanded.position - (tie.relationship.entersStart ? 0 : duration))
        }
        return max(0, latestStartLeavingSuccessors(of: activity) - earliest)
    }

    /// The latest start at which no successor leaves its early dates, nor the project its finish.
    private func latestStartLeavingSuccessors(of activity: Int) -> Int {
        let duration = network.durations[activity]
        var latest = projectFinish[network.calendarOf[activity]].position - duration
        for tie in network.ties(outOf: activity) {
            let allowed = network.latestSourceEvent(over: tie, from: network.targetEvent(of: tie, in: early))
            latest = min(latest, allowed.position - (tie.relationship.leavesFinish ? duration : 0))
        }
        return latest
    }

    /// The sources of the links that hold an activity where it is, in file order, each once.
    func drivingSources(of activity: Int) -> [Int] {
        var sources: [Int] = []
        for tie in network.ties(into: activity) {
            let demanded = network.earliestTargetEvent(over: tie, from: network.sourceEvent(of: tie, in: early))
            let held = network.targetEvent(of: tie, in: early)
            if demanded.position == held.position, !sources.contains(tie.source) { sources.append(tie.source) }
        }
        return sources
    }
}
