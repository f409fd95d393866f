/// An order of nodes in which each comes after all that its ties come from, or nothing where a circle forbids one.
///
/// - Parameters:
///   - incomingStart: where the ties of each target begin among `ties`, and the count of all.
///   - outgoing: the indices of the ties of each source.
/// - Complexity: O(nodes + ties).
/// - Source: Kahn, 1962.
func topologicalOrder(_ ties: [Tie], _ incomingStart: [Int32], _ outgoing: Grouping) -> [Int32]? {
    let count = incomingStart.count - 1
    var waitingFor = (0..<count).map { incomingStart[$0 + 1] - incomingStart[$0] }
    var order = (0..<Int32(count)).filter { waitingFor[Int($0)] == 0 }
    order.reserveCapacity(count)
    var next = 0
    while next < order.count {
        for tie in outgoing[Int(order[next])] {
            let target = Int(ties[Int(tie)].target)
            waitingFor[target] -= 1
            if waitingFor[target] == 0 { order.append(Int32(target)) }
        }
        next += 1
    }
    return order.count == count ? order : nil
}
