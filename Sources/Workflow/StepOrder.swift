import Diagnostics
import Scheduling

/// Which steps of a plan come before which.
struct StepOrder {
    /// By activity, those that it is linked to, by their places.
    private let predecessors: [[Int32]]
    /// The place of each activity in an order that all links agree with; those on a circle, which the check of the plan
    /// reports, come last.
    private let ranks: [Int32]
    /// Whether every link is known and none leads in a circle. Only then is it certain that a step does not lead to another.
    let isWhole: Bool

    init(_ activities: [ActivityDraft], _ indexOf: [ActivityID: Int]) {
        predecessors = activities.map { activity in
            activity.predecessors.compactMap { link in indexOf[link.value.predecessor].map { Int32($0) } }
        }
        var waiting = predecessors.map { Int32($0.count) }
        var successors = [[Int32]](repeating: [], count: activities.count)
        for (target, sources) in predecessors.enumerated() {
            for source in sources { successors[Int(source)].append(Int32(target)) }
        }
        var ranks = [Int32](repeating: .max, count: activities.count)
        var ready = activities.indices.filter { waiting[$0] == 0 }
        var next = 0
        while next < ready.count {
            let activity = ready[next]
            ranks[activity] = Int32(next)
            next += 1
            for target in successors[activity] {
                waiting[Int(target)] -= 1
                if waiting[Int(target)] == 0 { ready.append(Int(target)) }
            }
        }
        self.ranks = ranks
        isWhole =
            next == activities.count && zip(activities, predecessors).allSatisfy { $0.predecessors.count == $1.count }
    }

    /// All that leads to an activity, and itself.
    func ancestors(of activity: Int) -> Set<Int> {
        var found: Set<Int> = [activity]
        var open = [activity]
        while let one = open.popLast() {
            for source in predecessors[one] where found.insert(Int(source)).inserted { open.append(Int(source)) }
        }
        return found
    }

    /// Whether one activity leads to another.
    ///
    /// - Complexity: O(the network between the two).
    func isBefore(_ one: Int, _ other: Int) -> Bool {
        guard ranks[one] < ranks[other] else { return false }
        var seen: Set<Int> = [other]
        var open = [other]
        while let next = open.popLast() {
            for source in predecessors[next].map({ Int($0) }) where seen.insert(source).inserted {
                if source == one { return true }
                if ranks[source] > ranks[one] { open.append(source) }
            }
        }
        return false
    }

    /// For each of some steps, those among them that come directly before it: over links, also through other steps, but
    /// through none of these.
    ///
    /// - Complexity: O(the network between the first and the last of them) for each.
    func predecessors(among steps: [Int]) -> [[Int]] {
        guard steps.count > 1, let first = steps.map({ ranks[$0] }).min() else { return steps.map { _ in [] } }
        let members = Set(steps)
        return steps.map { step in
            var found: [Int] = []
            var seen: Set<Int> = [step]
            var open = [step]
            while let one = open.popLast() {
                for source in predecessors[one].map({ Int($0) }) where seen.insert(source).inserted {
                    if members.contains(source) {
                        found.append(source)
                    } else if ranks[source] > first {
                        open.append(source)
                    }
                }
            }
            return found.sorted()
        }
    }
}
