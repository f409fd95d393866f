import WorkTime

/// The passes of a plan that is being edited, kept up to date by following each change along the links.
///
/// Nodes wait in the order of the network, so that each is looked at once and after all that it depends on. One whose dates
/// come out as they were hands nothing on.
struct LivePasses {
    var ways: NetworkWays
    /// With the early dates: nothing here is planned as late as possible, so the sweep leaves them where they are.
    private var sweep: FreeFloatSweep
    private var late: PassTimes
    private(set) var finish: CivilMinute
    /// The nodes to look at, by their places in the order.
    private var waiting: PlaceSet

    init(_ project: Project) {
        let network = project.network
        ways = NetworkWays(network)
        let early = network.forwardPass()
        finish = project.latestFinish(in: early)
        late = network.backwardPass(finish: finish)
        sweep = FreeFloatSweep(network, early: early, finish: finish)
        waiting = PlaceSet(count: network.count)
    }

    func schedule(of project: Project) -> Schedule {
        guard project.network.hasKnownReach else { return project.schedule() }
        return project.schedule(sweep: sweep, late: late, finish: finish)
    }

    /// Brings everything up to date after an edit.
    mutating func follow(_ reach: EditReach, in project: Project) {
        let network = project.network
        if let place = reach.insertedTie { sweep.insertTie(at: place) }
        if let place = reach.removedTie { sweep.removeTie(at: place) }
        let moved = Self.moveEarly(reach, network, ways, &sweep.early, &waiting)
        let former = finish
        finish = project.latestFinish(in: sweep.early)
        if finish == former { moveLate(reach, network) } else { network.findLate(&late, finish: finish) }
        moveFloats(of: moved + reach.nodes, network, finishHasMoved: finish != former)
    }

    private mutating func moveFloats(of changed: [Int], _ network: Network, finishHasMoved: Bool) {
        // Of many nodes, looking at each and at those before it takes longer than one sweep over all.
        guard changed.count * 4 < network.count else {
            sweep.sweep(network, finish: finish)
            return
        }
        sweep.update(changed, finish: finish, network, ways)
        if finishHasMoved { sweep.measure(before: finish, network) }
    }

    // MARK: Forward

    /// - Returns: the nodes whose early dates changed, each once: none is looked at again after it.
    private static func moveEarly(
        _ reach: EditReach, _ network: Network, _ ways: NetworkWays, _ early: inout PassTimes,
        _ waiting: inout PlaceSet
    ) -> [Int] {
        var moved: [Int] = []
        for node in reach.nodes { waiting.insert(Int(ways.ranks[node])) }
        early.withColumns { early in
            network.withColumns { columns in
                while let place = waiting.popFirst() {
                    let node = columns.node(at: place)
                    guard !columns.traits[node].contains(.isIdle) else { continue }
                    let span = network.earlySpan(of: node, in: early, columns)
                    guard span.start != early.starts[node] || span.finish != early.finishes[node] else { continue }
                    early.set(node, span)
                    moved.append(node)
                    for tie in ways.outgoing[node] {
                        waiting.insert(Int(ways.ranks[Int(columns.ties[Int(tie)].target)]))
                    }
                }
            }
        }
        return moved
    }

    // MARK: Backward

    private mutating func moveLate(_ reach: EditReach, _ network: Network) {
        let horizon = network.lateHorizon(finish: finish)
        let projectFinish = network.calendars.map { $0.lastEvent(notAfter: horizon) }
        for node in reach.nodes { waiting.insert(Int(ways.ranks[node])) }
        while let place = waiting.popLast() {
            let node = network.node(at: place)
            guard !network.traits[node].contains(.isIdle) else { continue }
            var allowance = Allowance(finish: projectFinish[Int(network.calendarOf[node])])
            for index in ways.outgoing[node] {
                let tie = network.ties[Int(index)]
                guard !tie.traits.contains(.isInertBackward) else { continue }
                let event = network.latestSourceEvent(
                    over: tie, from: network.undelayed(late.targetEvent(of: tie), behind: tie))
                if tie.relationship.leavesFinish { allowance.lowerFinish(event) } else { allowance.lowerStart(event) }
            }
            let span = network.lateSpan(of: node, allowance)
            guard span.start != late.starts[node] || span.finish != late.finishes[node] else { continue }
            late.set(node, span)
            for tie in network.ties(into: node) { waiting.insert(Int(ways.ranks[Int(tie.source)])) }
        }
    }
}

/// A set of places that gives back its first or its last.
struct PlaceSet: Sendable {
    private var words: [UInt64]
    /// No place stands in words before the first or after the last of these.
    private var first: Int
    private var last = -1

    init(count: Int) {
        words = Array(repeating: 0, count: (count + 63) / 64)
        first = words.count
    }

    mutating func insert(_ place: Int) {
        let word = place / 64
        words[word] |= 1 << UInt64(place % 64)
        first = min(first, word)
        last = max(last, word)
    }

    mutating func popFirst() -> Int? {
        while first <= last {
            let word = words[first]
            if word != 0 {
                let bit = word.trailingZeroBitCount
                words[first] = word & (word - 1)
                return first * 64 + bit
            }
            first += 1
        }
        reset()
        return nil
    }

    mutating func popLast() -> Int? {
        while first <= last {
            let word = words[last]
            if word != 0 {
                let bit = 63 - word.leadingZeroBitCount
                words[last] = word & ~(1 << UInt64(bit))
                return last * 64 + bit
            }
            last -= 1
        }
        reset()
        return nil
    }

    private mutating func reset() {
        first = words.count
        last = -1
    }
}
