import Diagnostics
import WorkTime

/// What an edit has touched: nodes whose own demand changed, and the ends of links that came, went or changed.
struct EditReach {
    var nodes: Set<Int> = []
    /// Where a tie was put in or taken out.
    var insertedTie: Int?
    var removedTie: Int?
}

extension Project {
    /// Puts an edited activity in the place of the former one, with its links, and says what that touches.
    ///
    /// - Parameter part: the edited activity checked by itself.
    /// - Returns: `nil`, with nothing changed, when the reach of the edit is not known: the edited plan must then be
    ///   checked whole.
    mutating func replace(
        _ index: Int, by part: Project, after edit: PlanEdit, _ ways: inout NetworkWays
    ) -> EditReach? {
        guard network.hasKnownReach, !isScheduledFromFinish, part.network.rules.values.allSatisfy(\.hasKnownReach),
            part.conventions == conventions, part.start == start, part.dataDate == dataDate,
            part.activities[0].calendar == activities[index].calendar,
            part.activities[0].kind == activities[index].kind,
            part.activities[0].facts.isInactive == activities[index].facts.isInactive
        else { return nil }
        guard !edit.changesLinks else { return changeLinks(of: index, edit, &ways) }
        var activity = part.activities[0]
        if let parent = activities[index].facts.parent { activity.change { $0.parent = parent } }
        activities[index] = activity
        network.durations[index] = part.network.durations[0]
        network.traits[index] = part.network.traits[0]
        network.rules[index] = part.network.rules[0]
        return changeTies(around: index, ways)
    }

    /// Lags and traits of all links of an activity, which may follow from what has happened to it.
    private mutating func changeTies(around index: Int, _ ways: NetworkWays) -> EditReach {
        var reach = EditReach(nodes: [index])
        let work = RemainingWork(self)
        for place in Array(network.incoming(index)) + ways.outgoing[index].map({ Int($0) }) {
            let tie = network.ties[place]
            let changed = work.tie(
                from: Int(tie.source), to: Int(tie.target), tie.relationship, stated: tie.statedLag,
                on: tie.lagCalendar, isElapsed: tie.traits.contains(.isElapsed))
            reach.nodes.formUnion([Int(tie.source), Int(tie.target)])
            network.ties[place] = changed
        }
        return reach
    }

    private mutating func changeLinks(of target: Int, _ edit: PlanEdit, _ ways: inout NetworkWays) -> EditReach? {
        switch edit {
        case .addLink(let link, _): return add(link, to: target, &ways)
        case .removeLink(let source, let relationship, _):
            guard let place = place(of: source, relationship, to: target) else { return nil }
            let reach = EditReach(nodes: [target, Int(network.ties[place].source)], removedTie: place)
            network.removeTie(place)
            ways.outgoing = network.outgoingTies()
            return reach
        case .lag(let source, let relationship, _, let lag):
            guard lag.unit != .percent, let place = place(of: source, relationship, to: target),
                network.ties[place].traits.contains(.isElapsed) == (lag.isElapsed && lag.thousandths != 0)
            else { return nil }
            return change(place, to: lag)
        case .duration, .constraints, .deadline, .progress: return nil
        }
    }

    private func place(of source: ActivityID, _ relationship: Relationship, to target: Int) -> Int? {
        guard let source = self.index(of: source) else { return nil }
        return network.incoming(target).first {
            network.ties[$0].source == source && network.ties[$0].relationship == relationship
        }
    }

    private mutating func change(_ place: Int, to lag: PlannedDuration) -> EditReach? {
        let tie = network.ties[place]
        var work = RemainingWork(self)
        let calendarCount = network.calendars.count
        let link = LinkDraft(to: activities[Int(tie.source)].id, tie.relationship, lag: lag)
        let changed = work.tie(link, from: Int(tie.source), to: Int(tie.target))
        guard work.nodes.calendars.count == calendarCount else { return nil }
        network.ties[place] = changed
        return EditReach(nodes: [Int(tie.source), Int(tie.target)])
    }

    private mutating func add(_ link: LinkDraft, to target: Int, _ ways: inout NetworkWays) -> EditReach? {
        guard link.lag.unit != .percent, let source = index(of: link.predecessor), source != target,
            !activities[source].isSummary, !activities[target].isSummary
        else { return nil }
        var work = RemainingWork(self)
        let tie = work.tie(link, from: source, to: target)
        guard work.nodes.calendars.count == network.calendars.count else { return nil }
        let place = network.incoming(target).upperBound
        guard network.insertTie(tie, at: place, &ways) else { return nil }
        return EditReach(nodes: [source, target], insertedTie: place)
    }
}

extension Network {
    /// Whether what an edit touches is found along the links: not so where summaries have gates, lags follow durations, or
    /// work is put off to the latest.
    var hasKnownReach: Bool {
        activityCount == count && !hasPercentLags && rules.values.allSatisfy(\.hasKnownReach)
    }

    /// Takes a tie out; the order of the nodes stays right.
    mutating func removeTie(_ place: Int) {
        let tie = ties.remove(at: place)
        for node in Int(tie.target) + 1..<incomingStart.count { incomingStart[node] -= 1 }
    }

    /// Puts a tie in.
    ///
    /// - Returns: whether that could be done; not so where it closes a circle, and nothing is changed.
    mutating func insertTie(_ tie: Tie, at place: Int, _ ways: inout NetworkWays) -> Bool {
        ties.insert(tie, at: place)
        for node in Int(tie.target) + 1..<incomingStart.count { incomingStart[node] += 1 }
        let outgoing = outgoingTies()
        if ways.ranks[Int(tie.source)] >= ways.ranks[Int(tie.target)] {
            guard let found = topologicalOrder(ties, incomingStart, outgoing) else {
                removeTie(place)
                return false
            }
            order = found
            ways.ranks = ranks()
        }
        ways.outgoing = outgoing
        return true
    }

    func outgoingTies() -> Grouping { Grouping(of: ties.indices, count: count) { Int(ties[$0].source) } }

    /// The place of each node in the order.
    func ranks() -> [Int32] {
        guard !order.isEmpty else { return Array(0..<Int32(count)) }
        var ranks = [Int32](repeating: 0, count: count)
        for (place, node) in order.enumerated() { ranks[Int(node)] = Int32(place) }
        return ranks
    }
}

/// Where links lead, for a network that is being edited.
struct NetworkWays {
    /// The ties that leave each node.
    var outgoing: Grouping
    /// The place of each node in a topological order.
    var ranks: [Int32]

    init(_ network: Network) {
        outgoing = network.outgoingTies()
        ranks = network.ranks()
    }
}

extension NodeRules {
    fileprivate var hasKnownReach: Bool { !isPostponed && expectedFinish == nil }
}
