/// The chains of driving links that end at the finish of the project.
struct LongestPath: Hashable {
    /// Whether a node stands on any of them.
    let members: [Bool]
    /// One of them, first node first.
    let chain: [Int]

    /// - Parameters:
    ///   - last: the nodes that finish when the project does, in file order.
    ///   - drives: by tie, whether it drives its target.
    init(_ network: Network, last: [Int], drives: [Bool]) {
        var members = [Bool](repeating: false, count: network.count)
        var open = last
        for node in last { members[node] = true }
        while let node = open.popLast() {
            for index in network.incoming(node) where drives[index] {
                let source = Int(network.ties[index].source)
                if !members[source] {
                    members[source] = true
                    open.append(source)
                }
            }
        }
        self.members = members

        var chain = last.prefix(1).map { $0 }
        while let node = chain.last, let index = network.incoming(node).first(where: { drives[$0] }) {
            chain.append(Int(network.ties[index].source))
        }
        self.chain = chain.reversed()
    }
}
