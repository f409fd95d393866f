/// Which activity of an old plan is which of a new one: by id, else by the id that their tool gave both.
struct ActivityPairs {
    /// Index into the old plan by index into the new one; `nil` for what is not in both.
    private(set) var oldOfNew: [Int?]
    private(set) var newOfOld: [Int?]
    private let old: Project
    private let new: Project

    init(_ old: Project, _ new: Project) {
        self.old = old
        self.new = new
        oldOfNew = Array(repeating: nil, count: new.activities.count)
        newOfOld = Array(repeating: nil, count: old.activities.count)
        for (index, activity) in new.activities.enumerated() where !activity.facts.isInactive {
            guard let former = old.index(of: activity.id), !old.activities[former].facts.isInactive else { continue }
            pair(former, index)
        }
        pairByExternalID()
    }

    private mutating func pairByExternalID() {
        var former: [String: Int] = [:]
        for (index, activity) in old.activities.enumerated() where newOfOld[index] == nil && !activity.facts.isInactive
        {
            if let id = activity.facts.externalID { former[id] = index }
        }
        guard !former.isEmpty else { return }
        for (index, activity) in new.activities.enumerated() where oldOfNew[index] == nil && !activity.facts.isInactive
        {
            guard let id = activity.facts.externalID, let match = former.removeValue(forKey: id) else { continue }
            pair(match, index)
        }
    }

    private mutating func pair(_ former: Int, _ index: Int) {
        oldOfNew[index] = former
        newOfOld[former] = index
    }

    func isAdded(_ index: Int) -> Bool { oldOfNew[index] == nil && !new.activities[index].facts.isInactive }
    func isRemoved(_ former: Int) -> Bool { newOfOld[former] == nil && !old.activities[former].facts.isInactive }

    /// The id in the new plan of an activity of the old one; its old id where it is gone.
    func newID(ofOld id: ActivityID?) -> ActivityID? {
        guard let id, let former = old.index(of: id), let index = newOfOld[former] else { return id }
        return new.activities[index].id
    }
}

/// Which node of one network is which of another: activities as they are paired, gates by their summary and side.
struct NodePairs {
    private(set) var oldOfNew: [Int?]
    private(set) var newOfOld: [Int?]

    init(_ old: Network, _ new: Network, _ pairs: ActivityPairs, parents: (old: (Int) -> Int?, new: (Int) -> Int?)) {
        oldOfNew = pairs.oldOfNew + Array(repeating: nil, count: new.count - new.activityCount)
        newOfOld = pairs.newOfOld + Array(repeating: nil, count: old.count - old.activityCount)
        guard new.count > new.activityCount, old.count > old.activityCount else { return }
        let former = Self.gates(old, parent: parents.old)
        for (gate, node) in Self.gates(new, parent: parents.new) {
            guard let summary = pairs.oldOfNew[gate.summary],
                let match = former[Gate(summary: summary, isStart: gate.isStart)]
            else { continue }
            oldOfNew[node] = match
            newOfOld[match] = node
        }
    }

    private struct Gate: Hashable {
        var summary: Int
        /// Whether the parts stand behind it, rather than before.
        var isStart: Bool
    }

    /// A gate has ties to its parts on one side only, which tells which gate of its summary it is.
    private static func gates(_ network: Network, parent: (Int) -> Int?) -> [Gate: Int] {
        var found: [Gate: Int] = [:]
        for tie in network.ties {
            let (source, target) = (Int(tie.source), Int(tie.target))
            let (giver, taker) = (network.owner(of: source), network.owner(of: target))
            if source >= network.activityCount, parent(taker) == giver {
                found[Gate(summary: giver, isStart: true)] = source
            }
            if target >= network.activityCount, parent(giver) == taker {
                found[Gate(summary: taker, isStart: false)] = target
            }
        }
        return found
    }
}
