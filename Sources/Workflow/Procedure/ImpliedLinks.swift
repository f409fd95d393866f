import Diagnostics
import Scheduling

extension [ActivityDraft] {
    /// Takes out every plain link to an activity that another predecessor waits for anyway: procedures that join say some of
    /// them twice.
    ///
    /// A plain link is one from finish to start without a lag. Links along which something waits for itself are kept, so that
    /// they are found.
    ///
    /// - Complexity: O(links × (activities + links)), which is small for what is composed of procedures.
    mutating func dropImpliedLinks() {
        let indexOf = Dictionary(indices.map { (self[$0].id.value, $0) }) { first, _ in first }
        let sources = map { activity in
            activity.predecessors.filter { $0.value.isPlain }.compactMap { indexOf[$0.value.predecessor] }
        }
        for index in indices where sources[index].count > 1 {
            self[index].predecessors = self[index].predecessors.filter { link in
                guard link.value.isPlain, let source = indexOf[link.value.predecessor] else { return true }
                let others = sources[index].filter { $0 != source }
                let before = Self.ancestors(of: others, through: sources)
                return !before.contains(source) || before.contains(index)
            }
        }
    }

    /// All that leads to some activities, without themselves unless they lead to one another.
    private static func ancestors(of start: [Int], through sources: [[Int]]) -> Set<Int> {
        var found: Set<Int> = []
        var open = start.flatMap { sources[$0] }
        while let next = open.popLast() {
            if found.insert(next).inserted { open += sources[next] }
        }
        return found
    }
}

extension LinkDraft {
    /// From finish to start, without a lag.
    fileprivate var isPlain: Bool { relationship == .finishToStart && lag.thousandths == 0 }
}
