import Diagnostics
import Scheduling

/// Where an activity of a file is found in the plan.
enum XERActivityPlace {
    /// An index into the activities.
    case activity(Int)
    /// The heading that it is read as, by its node.
    case heading(Int)
}

/// The work breakdown structure: each node with its parent, in any order.
struct XERStructure {
    struct Node {
        let row: XERRow
        let shortName: String
        let name: String
        let sequence: Int
        /// What the file calls its parent.
        let parentKey: String?
        let isRoot: Bool
        var parent: Int?
        /// Short names from the root down, with dots; `nil` when that is too long to be of use.
        var path: String?
        var id: ActivityID = ""
        /// Links to a WBS summary activity that it stands for.
        var predecessors: [Located<LinkDraft>] = []
        /// The WBS summary activity that it stands for.
        var externalID: String?
    }

    var nodes: [Node] = []
    /// By `wbs_id`.
    var nodeOf: [String: Int] = [:]
    /// All nodes, each after its parent and before its parent's next part.
    private(set) var order: [Int] = []

    /// The longest path that is kept, in bytes.
    private static let longestPath = 1_000

    /// Parts of one another: for each circle, one node of it, whose parent is then taken away.
    mutating func opened() -> [Int] {
        var broken: [Int] = []
        // 0: not met, 1: on the way up from the current node, 2: known to lead to a root.
        var state = [UInt8](repeating: 0, count: nodes.count)
        for first in nodes.indices where state[first] == 0 {
            var chain: [Int] = []
            var next: Int? = first
            while let node = next, state[node] == 0 {
                state[node] = 1
                chain.append(node)
                next = nodes[node].parent
            }
            if let node = next, state[node] == 1 {
                nodes[node].parent = nil
                broken.append(node)
            }
            for node in chain { state[node] = 2 }
        }
        return broken
    }

    /// Puts the nodes in order, and makes their paths.
    mutating func arrange() {
        var parts = [[Int]](repeating: [], count: nodes.count)
        var roots: [Int] = []
        for (index, node) in nodes.enumerated() {
            if let parent = node.parent { parts[parent].append(index) } else { roots.append(index) }
        }
        let sequences = nodes.map(\.sequence)
        func reversed(_ siblings: [Int]) -> [Int] {
            siblings.sorted { (sequences[$0], $0) > (sequences[$1], $1) }
        }
        order = []
        order.reserveCapacity(nodes.count)
        var open = Array(roots.reversed())
        while let node = open.popLast() {
            order.append(node)
            nodes[node].path = path(of: node)
            open += reversed(parts[node])
        }
    }

    private func path(of node: Int) -> String? {
        let own = nodes[node].shortName
        guard let parent = nodes[node].parent else { return own.utf8.count > Self.longestPath ? nil : own }
        guard let above = nodes[parent].path, above.utf8.count + own.utf8.count < Self.longestPath else { return nil }
        return "\(above).\(own)"
    }
}
