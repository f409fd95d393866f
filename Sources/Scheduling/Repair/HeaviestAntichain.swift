/// A set of elements of a strict order no two of which are comparable, as heavy as there is.
///
/// By Dilworth's theorem with weights, what the heaviest antichain leaves out weighs as much as the lightest cover of all
/// comparable pairs, which is the smallest cut of a network: from the source to each element as the lower of a pair, from
/// each element as the upper of a pair to the sink, both with its weight, and between the two without limit. An element of
/// which the cut takes neither copy is in the antichain.
///
/// Of several that weigh the same the lowest is taken: each of its elements is one of the other, or below one.
///
/// - Source: Dilworth, 1950; Kőnig, 1931; Ford and Fulkerson, 1956.
struct HeaviestAntichain {
    /// Ascending.
    let members: [Int]

    /// - Parameters:
    ///   - weights: of the elements 0, 1, …; each 1 or more, their sum at most 2⁶⁰.
    ///   - above: for each element all those that are above it, not only the next.
    init(weights: [Int], above: [[Int]]) {
        let count = weights.count
        let (source, sink) = (2 * count, 2 * count + 1)
        var flow = MaximumFlow(nodes: 2 * count + 2, source: source, sink: sink)
        for element in 0..<count {
            precondition(weights[element] > 0, "an element weighs \(weights[element])")
            flow.addEdge(from: source, to: element, capacity: weights[element])
            flow.addEdge(from: count + element, to: sink, capacity: weights[element])
            for upper in above[element] {
                flow.addEdge(from: element, to: count + upper, capacity: MaximumFlow.unlimited)
            }
        }
        flow.run()
        let reaches = flow.reachesSink()
        members = (0..<count).filter { !reaches[$0] && reaches[count + $0] }
    }
}
