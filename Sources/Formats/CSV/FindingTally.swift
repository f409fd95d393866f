import Diagnostics

/// Findings of one kind, of which a large file may have millions: the first are kept, the rest are counted.
struct FindingTally: Sendable {
    let limit: Int
    private var kept: [Finding] = []
    private var surplus = 0

    init(limit: Int) { self.limit = limit }

    /// Makes the finding only when it will be kept.
    mutating func report(_ finding: () -> Finding) {
        if kept.count < limit { kept.append(finding()) } else { surplus += 1 }
    }

    /// What was kept; the last one says how many more there are.
    var findings: [Finding] {
        guard surplus > 0, var last = kept.last else { return kept }
        last.message += ", and so in \(surplus) more places"
        return kept.dropLast() + [last]
    }
}
