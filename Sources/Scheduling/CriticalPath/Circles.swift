/// The circles in a directed graph: one for each knot of things that depend on one another, the shortest through the
/// knot's first member, as the list of its members in the order of the links.
///
/// - Complexity: O(count + links).
func circles(count: Int, successors: [[Int]]) -> [[Int]] {
    knots(count: count, successors: successors)
        .filter { $0.count > 1 }
        .map { $0.sorted() }
        .sorted { $0[0] < $1[0] }
        .compactMap { shortestCircle(through: $0[0], within: Set($0), successors: successors) }
}

/// The strongly connected components, without recursion: a plan may be a chain of a million links.
///
/// - Source: Tarjan, 1972.
private func knots(count: Int, successors: [[Int]]) -> [[Int]] {
    var number = [Int](repeating: -1, count: count)
    var lowest = [Int](repeating: 0, count: count)
    var isOnStack = [Bool](repeating: false, count: count)
    var stack: [Int] = []
    var visit: [(member: Int, nextLink: Int)] = []
    var numbered = 0
    var found: [[Int]] = []

    func open(_ member: Int) {
        number[member] = numbered
        lowest[member] = numbered
        numbered += 1
        stack.append(member)
        isOnStack[member] = true
        visit.append((member, 0))
    }
    func close(_ member: Int) {
        visit.removeLast()
        if let parent = visit.last?.member { lowest[parent] = min(lowest[parent], lowest[member]) }
        guard lowest[member] == number[member], let first = stack.lastIndex(of: member) else { return }
        found.append(Array(stack[first...]))
        for inside in stack[first...] { isOnStack[inside] = false }
        stack.removeSubrange(first...)
    }

    for root in 0..<count where number[root] < 0 {
        open(root)
        while let (member, link) = visit.last {
            guard link < successors[member].count else {
                close(member)
                continue
            }
            visit[visit.count - 1].nextLink += 1
            let target = successors[member][link]
            if number[target] < 0 {
                open(target)
            } else if isOnStack[target] {
                lowest[member] = min(lowest[member], number[target])
            }
        }
    }
    return found
}

/// Breadth first from a member of a knot until it is met again.
private func shortestCircle(through first: Int, within knot: Set<Int>, successors: [[Int]]) -> [Int]? {
    var cameFrom: [Int: Int] = [:]
    var queue = [first]
    var next = 0
    while next < queue.count {
        let current = queue[next]
        next += 1
        for target in successors[current] where knot.contains(target) {
            if target == first {
                var path = [current]
                while let last = path.last, let source = cameFrom[last] { path.append(source) }
                return path.reversed()
            }
            if cameFrom[target] == nil {
                cameFrom[target] = current
                queue.append(target)
            }
        }
    }
    return nil
}
