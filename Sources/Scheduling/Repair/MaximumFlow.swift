/// A network of capacities, and the most that can flow through it.
///
/// - Complexity: O(nodes² × edges) at worst; on graphs of two sides, as here, far less.
/// - Source: Dinic, 1970.
struct MaximumFlow {
    /// Edges stand in pairs, each followed by the one that takes its flow back.
    private var heads: [Int] = []
    private var left: [Int] = []
    private var edges: [[Int]]
    private let source: Int
    private let sink: Int

    /// Room for any sum of capacities.
    static let unlimited = Int.max / 4

    init(nodes: Int, source: Int, sink: Int) {
        edges = Array(repeating: [], count: nodes)
        self.source = source
        self.sink = sink
    }

    mutating func addEdge(from tail: Int, to head: Int, capacity: Int) {
        edges[tail].append(heads.count)
        edges[head].append(heads.count + 1)
        heads += [head, tail]
        left += [capacity, 0]
    }

    /// Fills the network.
    mutating func run() {
        while let levels = levels() {
            var next = Array(repeating: 0, count: edges.count)
            while fillPath(levels, &next) {}
        }
    }

    /// After ``run()``: whether something could still flow from each node to the sink. Those from which nothing can are the
    /// source's side of the smallest cut that lies nearest to the sink.
    func reachesSink() -> [Bool] {
        var reaches = Array(repeating: false, count: edges.count)
        var open = [sink]
        reaches[sink] = true
        while let node = open.popLast() {
            for edge in edges[node] where left[edge ^ 1] > 0 && !reaches[heads[edge]] {
                reaches[heads[edge]] = true
                open.append(heads[edge])
            }
        }
        return reaches
    }

    /// The distance of each node from the source over what is left; `nil` when the sink is out of reach.
    private func levels() -> [Int]? {
        var levels = Array(repeating: -1, count: edges.count)
        levels[source] = 0
        var reached = [source]
        var place = 0
        while place < reached.count {
            let node = reached[place]
            for edge in edges[node] where left[edge] > 0 && levels[heads[edge]] < 0 {
                levels[heads[edge]] = levels[node] + 1
                reached.append(heads[edge])
            }
            place += 1
        }
        return levels[sink] < 0 ? nil : levels
    }

    /// Fills one shortest path; without recursion, for a path may be as long as the network has nodes.
    private mutating func fillPath(_ levels: [Int], _ next: inout [Int]) -> Bool {
        var path: [Int] = []
        var node = source
        while node != sink {
            if next[node] < edges[node].count {
                let edge = edges[node][next[node]]
                if left[edge] > 0, levels[heads[edge]] == levels[node] + 1 {
                    path.append(edge)
                    node = heads[edge]
                } else {
                    next[node] += 1
                }
            } else {
                guard let edge = path.popLast() else { return false }
                node = heads[edge ^ 1]
                next[node] += 1
            }
        }
        let amount = path.map { left[$0] }.min() ?? 0
        for edge in path {
            left[edge] -= amount
            left[edge ^ 1] += amount
        }
        return true
    }
}
