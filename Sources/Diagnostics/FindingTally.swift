/// Findings of which there may be millions of one kind: of each kind the first are kept, the rest are counted.
package struct FindingTally: Sendable {
    /// How many of one kind are kept, where nothing else is said.
    package static let standardLimit = 100
    private let limit: Int
    private var kept: [Finding] = []
    private var counts: [FindingID: Int] = [:]

    /// - Parameter limit: how many of one kind are kept.
    package init(limit: Int = standardLimit) { self.limit = limit }

    /// Makes the finding only when it will be kept.
    package mutating func report(_ id: FindingID, _ finding: () -> Finding) {
        counts[id, default: 0] += 1
        if counts[id, default: 0] <= limit { kept.append(finding()) }
    }

    /// How many of a kind were reported.
    package func count(of id: FindingID) -> Int { counts[id, default: 0] }

    /// What was kept; the last of a kind says how many more there are.
    package var findings: [Finding] {
        var seen: [FindingID: Int] = [:]
        return kept.map { finding in
            seen[finding.id, default: 0] += 1
            let surplus = counts[finding.id, default: 0] - limit
            guard surplus > 0, seen[finding.id] == limit else { return finding }
            var last = finding
            last.message += ", and so in \(surplus) more places"
            return last
        }
    }
}
