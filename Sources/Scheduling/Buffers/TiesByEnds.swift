/// The ties of a network that ask something of early dates, by the activities that they link; those of a summary's gates are
/// the summary's.
///
/// - Complexity: O(network) to make, O(1) to look up.
struct TiesByEnds {
    private var indices: [Ends: [Int]] = [:]

    private struct Ends: Hashable {
        let source: Int
        let target: Int
    }

    init(of network: Network) {
        for index in network.ties.indices where !network.ties[index].traits.contains(.isInertForward) {
            let tie = network.ties[index]
            let ends = Ends(source: network.owner(of: Int(tie.source)), target: network.owner(of: Int(tie.target)))
            indices[ends, default: []].append(index)
        }
    }

    /// Indices of ties, those of one target together; none for activities that are not linked.
    func callAsFunction(from source: Int, to target: Int) -> [Int] {
        indices[Ends(source: source, target: target)] ?? []
    }
}
