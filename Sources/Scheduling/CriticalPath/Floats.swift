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
    /// The latest start position of each node that its links allow, whatever the finish of the project.
    var linkedStarts: [Int]
    /// Whether each tie holds its target where it is.
    var drives: [Bool]

    /// - Parameter finish: the finish of the project, which the last nodes are measured against.
    init(_ network: Network, early: PassTimes, finish: CivilMinute) {
        self.early = early
        free = Array(repeating: 0, count: network.count)
        linkedStarts = free
        drives = Array(repeating: false, count: network.ties.count)
        sweep(network, finish: finish)
    }

    /// Finds everything anew from the early dates.
    mutating func sweep(_ network: Network, finish: CivilMinute) {
        let projectFinish = network.calendars.map { $0.lastEvent(notAfter: finish) }
        var linked = PassTimes(count: network.count)
        // Taken out, for a copy of the dates would be made if two held them.
        var early = PassTimes(count: 0)
        swap(&early, &self.early)
        withColumns { floats in
            early.withColumns { early in
                linked.withColumns { linked in
                    linked.starts.update(repeating: .distantFuture)
                    linked.finishes.update(repeating: .distantFuture)
                    network.withColumns { columns in
                        for place in stride(from: network.count - 1, through: 0, by: -1) {
                            let node = columns.node(at: place)
                            let traits = columns.traits[node]
                            guard !traits.contains(.isIdle) else { continue }
                            let allowance = Allowance(start: linked.starts[node], finish: linked.finishes[node])
                            let finish = projectFinish[Int(columns.calendarOf[node])]
                            floats.settle(node, allowance, before: finish, early)
                            if traits.contains(.hasRules) {
                                floats.postpone(node, allowance, before: finish, early, network)
                            }
                            floats.handOn(node, linked, early, columns, network)
                        }
                    }
                }
            }
        }
        swap(&early, &self.early)
    }

    @inline(__always)
    mutating func withColumns(_ body: (FreeFloatColumns) -> Void) {
        free.withUnsafeMutableBufferPointer { free in
            linkedStarts.withUnsafeMutableBufferPointer { linkedStarts in
                drives.withUnsafeMutableBufferPointer { drives in
                    body(FreeFloatColumns(free: free, linkedStarts: linkedStarts, drives: drives))
                }
            }
        }
    }
}

/// The columns of a sweep as bare memory; see ``NetworkColumns``.
struct FreeFloatColumns {
    let free: UnsafeMutableBufferPointer<Int>
    let linkedStarts: UnsafeMutableBufferPointer<Int>
    let drives: UnsafeMutableBufferPointer<Bool>

    /// - Parameters:
    ///   - linked: what the links of a node allow it.
    ///   - finish: that of the project on the node's calendar.
    @inline(__always)
    func settle(_ node: Int, _ linked: Allowance, before finish: WorkEvent, _ early: some EventTimes) {
        let duration = early.finish(of: node).position - early.start(of: node).position
        linkedStarts[node] = linked.latestStart(lasting: duration)
        measure(node, before: finish, early)
    }

    /// Measures a node of which is known what its links allow.
    @inline(__always)
    func measure(_ node: Int, before finish: WorkEvent, _ early: some EventTimes) {
        let start = early.start(of: node).position
        let duration = early.finish(of: node).position - start
        free[node] = max(0, min(linkedStarts[node], finish.position - duration) - start)
    }

    /// Moves a node that is planned as late as possible by all its free float.
    func postpone(
        _ node: Int, _ linked: Allowance, before finish: WorkEvent, _ early: EventColumns, _ network: Network
    ) {
        guard free[node] > 0, network.isPostponed(node), !network.conventions.postponesByTotalFloat else { return }
        let duration = early.finishes[node].position - early.starts[node].position
        let latest = early.starts[node].position + free[node]
        free[node] = 0
        early.set(
            node,
            duration == 0
                ? WorkSpan(at: min(linked.start, linked.finish, finish))
                : WorkSpan(from: latest, lasting: duration, finishRole: .finish))
    }

    /// Gives to its predecessors what leaves a node where it is.
    @inline(__always)
    func handOn(
        _ node: Int, _ linked: EventColumns, _ early: EventColumns, _ columns: NetworkColumns, _ network: Network
    ) {
        let hasRules = columns.traits[node].contains(.hasRules)
        for index in columns.incoming(node) {
            let tie = columns.ties[index]
            guard !tie.traits.isSuperset(of: .isInert) else {
                drives[index] = false
                continue
            }
            let event: WorkEvent
            if hasRules {
                drives[index] = network.isDriving(index, early)
                event = network.leavingEvent(of: tie, early)
            } else {
                drives[index] = !tie.traits.contains(.isInertForward) && network.meets(tie, early)
                event = network.latestSourceEvent(over: tie, from: early.targetEvent(of: tie))
            }
            if tie.relationship.leavesFinish {
                linked.lower(finish: event, of: Int(tie.source))
            } else {
                linked.lower(start: event, of: Int(tie.source))
            }
        }
    }
}

extension Network {
    /// Whether a tie holds its target where it is.
    @inline(__always)
    func isDriving(_ index: Int, _ early: some EventTimes) -> Bool {
        let tie = ties[index]
        let isAsked = !tie.traits.contains(.isInertForward) && !traits[Int(tie.target)].contains(.isIdle)
        return isAsked && !isAnchored(Int(tie.target)) && drives(tie, early)
    }

    /// Whether a target that only links hold stands where a tie demands it.
    @inline(__always)
    func meets(_ tie: Tie, _ early: some EventTimes) -> Bool {
        earliestTargetEvent(over: tie, from: early.sourceEvent(of: tie)).position == early.targetEvent(of: tie).position
    }

    /// Whether a tie's demand is met to the minute, so that without it its target might be earlier.
    func drives(_ tie: Tie, _ early: some EventTimes) -> Bool {
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
    func leavingEvent(of tie: Tie, _ early: some EventTimes) -> WorkEvent {
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
