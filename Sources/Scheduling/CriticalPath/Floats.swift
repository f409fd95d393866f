import WorkTime

/// What follows from the early dates for every node and every tie: free float, which ties drive, and where work stands
/// that is planned as late as possible.
///
/// One sweep from the last node to the first, in which each hands to its predecessors what leaves it where it is.
struct FreeFloatSweep {
    /// The early dates; those of postponed work have used their free float.
    var early: PassTimes
    /// How far each node can slip before it moves a successor's early dates; zero or more.
    var free: [Int]
    /// Whether each tie holds its target where it is.
    var drives: [Bool]

    /// - Parameter finish: the finish of the project, which the last nodes are measured against.
    init(_ network: Network, early: PassTimes, finish: CivilMinute) {
        self.early = early
        free = Array(repeating: 0, count: network.count)
        drives = Array(repeating: false, count: network.ties.count)
        let projectFinish = network.calendars.map { $0.lastEvent(notAfter: finish) }
        var starts = Array(repeating: WorkEvent.distantFuture, count: network.count)
        var finishes = (0..<network.count).map { projectFinish[Int(network.calendarOf[$0])] }
        for place in stride(from: network.count - 1, through: 0, by: -1) {
            let node = network.node(at: place)
            guard !network.traits[node].contains(.isIdle) else { continue }
            settle(node, Allowance(start: starts[node], finish: finishes[node]), in: network)
            for index in network.incoming(node) {
                let tie = network.ties[index]
                guard !tie.traits.isSuperset(of: .isInert) else { continue }
                drives[index] = network.isDriving(index, early)
                let event = network.leavingEvent(of: tie, early)
                let source = Int(tie.source)
                if tie.relationship.leavesFinish {
                    finishes[source] = min(finishes[source], event)
                } else {
                    starts[source] = min(starts[source], event)
                }
            }
        }
    }

    private mutating func settle(_ node: Int, _ allowance: Allowance, in network: Network) {
        let duration = early.finishes[node].position - early.starts[node].position
        let latest = allowance.latestStart(lasting: duration)
        free[node] = max(0, latest - early.starts[node].position)
        guard free[node] > 0, network.isPostponed(node), !network.conventions.postponesByTotalFloat else {
            return
        }
        free[node] = 0
        early.set(
            node,
            duration == 0
                ? WorkSpan(at: min(allowance.start, allowance.finish))
                : WorkSpan(from: latest, lasting: duration, finishRole: .finish))
    }
}

extension Network {
    /// Whether a tie holds its target where it is.
    @inline(__always)
    func isDriving(_ index: Int, _ early: PassTimes) -> Bool {
        let tie = ties[index]
        let isAsked = !tie.traits.contains(.isInertForward) && !traits[Int(tie.target)].contains(.isIdle)
        return isAsked && !isAnchored(Int(tie.target)) && drives(tie, early)
    }

    /// Whether a tie's demand is met to the minute, so that without it its target might be earlier.
    func drives(_ tie: Tie, _ early: PassTimes) -> Bool {
        let demanded = earliestTargetEvent(over: tie, from: early.sourceEvent(of: tie))
        let held = early.targetEvent(of: tie)
        guard traits[Int(tie.target)].contains(.hasRules), let delay = rules[Int(tie.target)]?.levelingDelay else {
            return demanded.position == held.position
        }
        return calendar(of: Int(tie.target)).event(at: demanded.position, delayedBy: delay).position == held.position
    }

    /// The latest event of a tie's source that leaves its target at its early dates.
    ///
    /// A delay by levelling stands between a link and its target, so the delay is taken off. Microsoft Project does so for
    /// links that do not drive, and measures those that do to the delayed start.
    @inline(__always)
    func leavingEvent(of tie: Tie, _ early: PassTimes) -> WorkEvent {
        let held = early.targetEvent(of: tie)
        guard traits[Int(tie.target)].contains(.hasRules), tie.relationship.entersStart,
            let delay = rules[Int(tie.target)]?.levelingDelay
        else { return latestSourceEvent(over: tie, from: held) }
        let undelayed = latestSourceEvent(over: tie, from: calendar(of: Int(tie.target)).event(held, before: delay))
        let isSlack = undelayed.position > early.sourceEvent(of: tie).position
        return isSlack || !conventions.countsDelayAsFreeFloat ? undelayed : latestSourceEvent(over: tie, from: held)
    }

    /// How far a node can slip though all its predecessors are as late, and all its successors as early, as they can be.
    ///
    /// - Source: Thomas, 1969; Battersby, 1964.
    func independentFloat(of node: Int, free: Int, early: PassTimes, late: PassTimes) -> Int {
        let duration = early.finishes[node].position - early.starts[node].position
        var earliest = early.starts[node].position
        for tie in ties(into: node) where !tie.traits.contains(.isInertForward) {
            let demanded = earliestTargetEvent(over: tie, from: late.sourceEvent(of: tie))
            earliest = max(earliest, demanded.position - (tie.relationship.entersStart ? 0 : duration))
        }
        return max(0, early.starts[node].position + free - earliest)
    }
}
