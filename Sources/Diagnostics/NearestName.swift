/// The name among `candidates` that a reader most likely meant by `name`, if one is near enough.
///
/// Near means an edit distance (insertions, deletions, substitutions and swaps of neighbours, upper and lower case
/// alike) of at most a third of the longer name, at least 1. Ties go to the earlier candidate.
///
/// - Complexity: O(candidates × name length × candidate length); candidates whose length alone is too far are skipped.
/// - Source: Damerau, 1964; optimal string alignment.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased())
    var best: (name: String, distance: Int)?
    for candidate in candidates {
        let offered = Array(candidate.lowercased())
        let limit = max(1, max(wanted.count, offered.count) / 3)
        guard abs(wanted.count - offered.count) <= limit else { continue }
        let distance = alignmentDistance(wanted, offered)
        if distance <= limit, distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    return best?.name
}

/// Optimal string alignment distance, one row at a time.
private func alignmentDistance(_ left: [Character], _ right: [Character]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
        var current = [row]
        for column in 1...right.count {
            let substitution = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
            var distance = min(last[column] + 1, current[column - 1] + 1, substitution)
            let isSwap =
                row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]
            if isSwap { distance = min(distance, beforeLast[column - 2] + 1) }
            current.append(distance)
        }
        beforeLast = last
        last = current
    }
    return last[right.count]
}
