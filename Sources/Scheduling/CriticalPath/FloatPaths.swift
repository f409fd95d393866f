public import WorkTime

/// One of the chains of activities that lead to a target, numbered by how little room it has.
public struct FloatPath: Hashable, Sendable {
    /// From 1.
    public let number: Int
    /// First activity first. None of them stands on a path of a lower number.
    public let activities: [ActivityID]
    /// The activity of a lower path that the last one leads to; `nil` for the first path.
    public let joins: ActivityID?
    /// The least of its activities; `nil` when all of them are finished.
    public let totalFloat: WorkMinutes?
}

/// By what float paths are told apart.
public enum FloatPathMeasure: String, Hashable, Sendable, CaseIterable {
    /// The next path begins at the predecessor with the least total float, and is followed back over those with the least.
    case totalFloat = "total"
    /// The next path begins at the link with the least room up to the target, and is followed back over driving links.
    /// The first path is then the longest path.
    case freeFloat = "free"
}

extension Schedule {
    /// The most critical chains to an activity: the first is peeled off and numbered, then the next of what remains.
    ///
    /// Each activity stands on one path at most; those that nothing leads from to the target stand on none. Of equals the
    /// one that joins the lower path, then the earlier link in the file, is taken.
    ///
    /// - Parameters:
    ///   - target: where the paths end; `nil` for the activity that finishes last and leads to no other that does.
    ///   - count: how many at most.
    /// - Returns: nothing when the target is not an activity that is scheduled by itself.
    /// - Complexity: O(activities + count × links).
    /// - Source: Oracle, Primavera P6 EPPM, *Multiple float paths*.
    public func floatPaths(
        to target: ActivityID? = nil, count: Int = 10, by measure: FloatPathMeasure = .totalFloat
    ) -> [FloatPath] {
        let last = target.map { project.index(of: $0) } ?? lastActivity
        guard let last, project.network.owner(of: last) == last, project.isWorked(last), count > 0 else { return [] }
        var peeling = PathPeeling(self, measure)
        var paths = [floatPath(1, peeling.chain(endingIn: last), joins: nil)]
        while paths.count < count, let tie = peeling.nextTie() {
            let nodes = peeling.chain(endingIn: Int(tie.source))
            // Gates of summaries that lead nowhere else make no path of their own.
            guard nodes.contains(where: { $0 < project.activities.count }) else { continue }
            paths.append(floatPath(paths.count + 1, nodes, joins: project.network.owner(of: Int(tie.target))))
        }
        return paths
    }

    /// The first in file order of those that finish when the project does and lead to no other of them.
    private var lastActivity: Int? {
        let network = project.network
        let isLast = project.activities.indices.map { index in
            project.isWorked(index)
                && network.calendar(of: index).instant(of: times.early.finish(of: index)) == finish
        }
        var leadsOn = [Bool](repeating: false, count: network.count)
        for tie in network.ties where Int(tie.target) < isLast.count && isLast[Int(tie.target)] {
            leadsOn[Int(tie.source)] = true
        }
        return isLast.indices.first { isLast[$0] && !leadsOn[$0] }
    }

    private func floatPath(_ number: Int, _ nodes: [Int], joins: Int?) -> FloatPath {
        let own = nodes.filter { $0 < project.activities.count }
        let floats = own.filter { !project.activities[$0].isComplete }.map {
            project.totalFloat(of: $0, early: times.early, late: times.late)
        }
        return FloatPath(
            number: number, activities: own.map { project.activities[$0].id },
            joins: joins.map { project.activities[$0].id }, totalFloat: floats.min().map(WorkMinutes.init))
    }
}

/// Takes one chain after another out of a network.
private struct PathPeeling {
    private let schedule: Schedule
    private let network: Network
    private let measure: FloatPathMeasure
    private var isPeeled: [Bool]
    /// Room from each peeled node to the target; only for free float.
    private var room: [Int]
    /// Ties into peeled nodes from others, as the nodes were peeled, with their measure.
    private var open: [(tie: Int, least: Int)] = []
    /// The tie taken last and what its source has of room.
    private var roomOfNext = 0

    init(_ schedule: Schedule, _ measure: FloatPathMeasure) {
        self.schedule = schedule
        self.measure = measure
        network = schedule.project.network
        isPeeled = Array(repeating: false, count: network.count)
        room = Array(repeating: 0, count: measure == .freeFloat ? network.count : 0)
    }

    /// The open tie with the least measure, the first of equals; `nil` when nothing is left.
    mutating func nextTie() -> Tie? {
        open.removeAll { isPeeled[Int(network.ties[$0.tie].source)] }
        guard let next = open.min(by: { $0.least < $1.least }) else { return nil }
        roomOfNext = next.least
        return network.ties[next.tie]
    }

    /// Peels the chain that ends in a node: first node first.
    mutating func chain(endingIn last: Int) -> [Int] {
        var nodes: [Int] = []
        var next: Int? = last
        while let node = next {
            nodes.append(node)
            peel(node)
            next = predecessor(of: node)
        }
        return nodes.reversed()
    }

    private mutating func peel(_ node: Int) {
        isPeeled[node] = true
        if measure == .freeFloat { room[node] = roomOfNext }
        for index in network.incoming(node) where leads(index) {
            let source = Int(network.ties[index].source)
            open.append((index, measure == .totalFloat ? totalFloat(of: source) : room[node] + slack(of: index)))
        }
    }

    /// The next node of a chain: over a driving link by free float, else the one with the least total float.
    private func predecessor(of node: Int) -> Int? {
        let ties = network.incoming(node).lazy.filter { leads($0) }
        switch measure {
        case .freeFloat:
            // The first driving link in file order, as the longest path has it; a peeled one ends the chain.
            guard let tie = ties.first(where: { schedule.times.drives[$0] && !isPeeled[source($0)] }) else {
                return nil
            }
            return source(tie)
        case .totalFloat:
            let open = ties.map { source($0) }.filter { !isPeeled[$0] }
            return open.min { totalFloat(of: $0) < totalFloat(of: $1) }
        }
    }

    private func source(_ tie: Int) -> Int { Int(network.ties[tie].source) }

    /// Whether a tie asks something of early dates.
    private func leads(_ tie: Int) -> Bool { !network.ties[tie].traits.contains(.isInertForward) }

    private func totalFloat(of node: Int) -> Int {
        schedule.times.late.start(of: node).position - schedule.times.early.start(of: node).position
    }

    /// How far the source of a tie can slip before its target does: minutes of the source's calendar.
    private func slack(of index: Int) -> Int {
        guard !schedule.times.drives[index] else { return 0 }
        let (tie, early) = (network.ties[index], schedule.times.early)
        let latest = network.latestSourceEvent(over: tie, from: early.targetEvent(of: tie))
        // A link that does not drive has room, if only to the end of a gap.
        return max(1, latest.position - early.sourceEvent(of: tie).position)
    }
}
