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
        var earliest = early.start(of: activity).position
        for tie in network.ties(into: activity) {
            let demanded = network.earliestTargetEvent(over: tie, from: late.sourceEvent(of: tie))
            earliest = max(earliest, demanded.position - (tie.relationship.entersStart ? 0 : duration))
        }
        return max(0, latestStartLeavingSuccessors(of: activity) - earliest)
    }

    /// The latest start at which no successor leaves its early dates, nor the project its finish.
    private func latestStartLeavingSuccessors(of activity: Int) -> Int {
        var allowance = Allowance(finish: projectFinish[network.calendarOf[activity]])
        for tie in network.ties(outOf: activity) {
            let event = network.latestSourceEvent(over: tie, from: early.targetEvent(of: tie))
            if tie.relationship.leavesFinish { allowance.lowerFinish(event) } else { allowance.lowerStart(event) }
        }
        return allowance.latestStart(lasting: network.durations[activity])
    }

    /// The sources of the links that hold an activity where it is, in file order, each once.
    func drivingSources(of activity: Int) -> [Int] {
        var sources: [Int] = []
        for tie in network.ties(into: activity) {
            let demanded = network.earliestTargetEvent(over: tie, from: early.sourceEvent(of: tie))
            let held = early.targetEvent(of: tie)
            if demanded.position == held.position, !sources.contains(tie.source) { sources.append(tie.source) }
        }
        return sources
    }
}
