/// An order of numbered things in which each comes after all it depends on, or nothing where a circle forbids one.
///
/// - Complexity: O(count + links).
/// - Source: Kahn, 1962.
func topologicalOrder(count: Int, successors: [[Int]]) -> [Int]? {
    var waitingFor = [Int](repeating: 0, count: count)
    for targets in successors { for target in targets { waitingFor[target] += 1 } }
    var order = (0..<count).filter { waitingFor[$0] == 0 }
    order.reserveCapacity(count)
    var next = 0
    while next < order.count {
        for target in successors[order[next]] {
            waitingFor[target] -= 1
            if waitingFor[target] == 0 { order.append(target) }
        }
        next += 1
    }
    return order.count == count ? order : nil
}
