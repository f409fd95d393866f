import WorkTime

/// Follows moves from activity to activity, up the links that drive them, to where they begin.
struct MoveTrace {
    let old: Schedule
    let new: Schedule
    let pairs: ActivityPairs
    let nodes: NodePairs
    /// By point: where the chain begins that ends there. Chains share their beginnings.
    private var roots: [Point: MoveRoot] = [:]
    /// The links that leave each node, for plans in which work is held from behind; made when first needed.
    private(set) var leaving: (old: Grouping, new: Grouping)?
    private let parts: [Int: [Int]]

    /// One end of a node that stands in both networks.
    struct Point: Hashable {
        /// A node of the new network.
        var node: Int
        var end: End
    }

    enum End: Hashable {
        case start
        case finish
    }

    /// Why a point has moved.
    struct Step {
        var reason: MoveReason
        /// The activity, of the new plan, that the reason is about: its own, unless gates or finished work hand it on.
        var activity: Int
        /// The point that has handed its move on.
        var next: Point?
    }

    init(old: Schedule, new: Schedule, pairs: ActivityPairs) {
        self.old = old
        self.new = new
        self.pairs = pairs
        nodes = NodePairs(
            old.project.network, new.project.network, pairs,
            parents: ({ old.project.activities[$0].facts.parent }, { new.project.activities[$0].facts.parent }))
        var parts: [Int: [Int]] = [:]
        for (index, activity) in new.project.activities.enumerated() where activity.hasFacts {
            if let parent = activity.facts.parent { parts[parent, default: []].append(index) }
        }
        self.parts = parts
        if [old, new].contains(where: \.holdsFromBehind) {
            leaving = (old.project.network.leavingTies, new.project.network.leavingTies)
        }
    }

    // MARK: Answers

    /// What is said of an activity of the new plan that has moved.
    mutating func moved(_ index: Int, before: ScheduledActivity, after: ScheduledActivity) -> MovedActivity {
        let calendar = new.project.calendar(of: index)
        let point = Point(node: index, end: before.finish == after.finish ? .start : .finish)
        return MovedActivity(
            id: after.id, before: before, after: after, startMoved: calendar.work(from: before.start, to: after.start),
            finishMoved: calendar.work(from: before.finish, to: after.finish), reason: step(from: point).reason,
            root: root(of: point))
    }

    /// What moved the finish: the chain that ends where the later of the two schedules ends.
    mutating func finishMove() -> FinishMove {
        let moved = new.project.calendar.work(from: old.finish, to: new.finish)
        var (chain, root): ([ActivityID], MoveRoot?) = ([], nil)
        let isLater = new.finish > old.finish
        let later = isLater ? new : old
        if new.finish != old.finish, let last = later.longestPath.last, let index = later.project.index(of: last) {
            let paired = isLater ? (pairs.oldOfNew[index] == nil ? nil : index) : pairs.newOfOld[index]
            if let paired {
                (chain, root) = self.chain(from: Point(node: paired, end: .finish))
            } else {
                (chain, root) = ([last], MoveRoot(activity: last, reason: isLater ? .added : .removed))
            }
        }
        return FinishMove(before: old.finish, after: new.finish, moved: moved, chain: chain, root: root)
    }

    private mutating func chain(from point: Point) -> ([ActivityID], MoveRoot) {
        var chain: [ActivityID] = []
        var open: Point? = point
        var seen: Set<Point> = []
        while let current = open, seen.insert(current).inserted {
            let id = id(of: current)
            if chain.last != id { chain.append(id) }
            open = step(from: current).next
        }
        let root = root(of: point)
        if chain.last != root.activity { chain.append(root.activity) }
        return (chain, root)
    }

    /// Where the chain begins that ends at a point. A chain that would run in a circle begins where it closes.
    mutating func root(of point: Point) -> MoveRoot {
        var path: [Point] = []
        var seen: Set<Point> = []
        var current = point
        var found: MoveRoot?
        while found == nil {
            if let known = roots[current] {
                found = known
            } else {
                path.append(current)
                let step = step(from: current)
                if let next = step.next, seen.insert(next).inserted {
                    current = next
                } else {
                    let reason = step.next == nil ? step.reason : .several
                    found = MoveRoot(activity: new.project.activities[step.activity].id, reason: reason)
                }
            }
        }
        guard let found else { preconditionFailure("a chain of moves without a beginning") }
        for point in path { roots[point] = found }
        return found
    }

    // MARK: One step

    /// Why a point has moved. Gates and what was finished in both plans hand on what they were handed.
    func step(from point: Point) -> Step {
        var current = point
        while true {
            let activity = new.project.network.owner(of: current.node)
            if current.node < pairs.oldOfNew.count, let step = derivedStep(current) { return step }
            guard let view = MoveView(self, current) else {
                return Step(reason: .several, activity: activity, next: nil)
            }
            switch view.cause {
            case .reason(let reason): return Step(reason: reason, activity: activity, next: nil)
            case .inherited(let reason, let summary):
                let paired = view.isNewLater ? summary : pairs.newOfOld[summary] ?? activity
                return Step(reason: reason, activity: paired, next: nil)
            case .source(let source) where handsOn(source.node): current = source
            case .source(let source):
                return Step(reason: .predecessor(id(of: source)), activity: activity, next: source)
            case .target(let target): return Step(reason: .successor(id(of: target)), activity: activity, next: target)
            }
        }
    }

    private func handsOn(_ node: Int) -> Bool {
        guard node < new.project.activities.count, let former = nodes.oldOfNew[node] else { return true }
        return new.project.activities[node].isComplete && old.project.activities[former].isComplete
    }

    private func id(of point: Point) -> ActivityID {
        new.project.activities[new.project.network.owner(of: point.node)].id
    }

    // MARK: Summaries and levels of effort

    /// A summary moves with the part that reaches as far as it does; a level of effort with what it goes along with.
    private func derivedStep(_ point: Point) -> Step? {
        let activity = new.project.activities[point.node]
        switch activity.kind {
        case .summary: return handedOn(point, among: parts[point.node] ?? [])
        case .levelOfEffort:
            let ties = new.project.network.ties
            let others = ties.compactMap { tie -> Int? in
                Int(tie.target) == point.node ? Int(tie.source) : Int(tie.source) == point.node ? Int(tie.target) : nil
            }
            return handedOn(point, among: others)
        default: return nil
        }
    }

    /// By the one among these that has moved most: to where the summary ends now first of all.
    private func handedOn(_ point: Point, among others: [Int]) -> Step {
        let moves = others.compactMap { index -> (index: Int, end: End, reaches: Bool, size: Int)? in
            guard index < pairs.oldOfNew.count, let former = pairs.oldOfNew[index] else { return nil }
            let (before, after) = (old.activities[former], new.activities[index])
            let end: End =
                before.finish == after.finish || point.end == .start && before.start != after.start ? .start : .finish
            let size = end == .start ? (after.start - before.start).count : (after.finish - before.finish).count
            let whole = new.activities[point.node]
            let reaches = end == .start ? after.start == whole.start : after.finish == whole.finish
            return size == 0 ? nil : (index, end, reaches, abs(size))
        }
        let best = moves.max { ($0.reaches ? 1 : 0, $0.size, -$0.index) < ($1.reaches ? 1 : 0, $1.size, -$1.index) }
        guard let best else { return Step(reason: changedParts(others), activity: point.node, next: nil) }
        return Step(
            reason: .part(new.project.activities[best.index].id), activity: point.node,
            next: Point(node: best.index, end: best.end))
    }

    /// Nothing in it has moved, so something has come or gone.
    private func changedParts(_ others: [Int]) -> MoveReason {
        others.contains { pairs.oldOfNew[$0] == nil } ? .added : .removed
    }
}

extension Schedule {
    /// Whether any work is held by what comes after it.
    fileprivate var holdsFromBehind: Bool {
        project.isScheduledFromFinish || project.network.rules.values.contains(where: \.isPostponed)
    }
}

extension Network {
    /// The indices of the ties that leave each node.
    fileprivate var leavingTies: Grouping { Grouping(of: ties.indices, count: count) { Int(self.ties[$0].source) } }
}
