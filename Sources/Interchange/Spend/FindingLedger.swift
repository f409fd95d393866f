import Diagnostics

/// Findings about a file of any length: the first of each kind are kept with their places, the rest are counted.
struct FindingLedger: Sendable {
    /// How many findings of one kind are kept.
    static let limit = 20
    /// The kinds of which each one has to be looked into.
    private static let limits: [FindingID: Int] = ["spend.parts-total": 1_000]

    private var kept: [Finding] = []
    private var counts: [FindingID: Int] = [:]
    private(set) var hasErrors = false

    /// Makes the finding only when it will be kept.
    mutating func report(_ id: FindingID, _ severity: Severity = .error, _ finding: () -> Finding) {
        if severity == .error { hasErrors = true }
        let count = counts[id, default: 0] + 1
        counts[id] = count
        if count <= Self.limits[id, default: Self.limit] { kept.append(finding()) }
    }

    /// Adds a finding that was made elsewhere.
    mutating func report(_ finding: Finding) { report(finding.id, finding.severity) { finding } }

    /// How many there are of a kind.
    func count(of id: FindingID) -> Int { counts[id, default: 0] }

    /// What was kept, in reading order; the last of a kind that has more says how many.
    var findings: [Finding] {
        var listed = FindingList(kept).inReadingOrder
        for (id, count) in counts where count > Self.limits[id, default: Self.limit] {
            guard let last = listed.lastIndex(where: { $0.id == id }) else { continue }
            listed[last].message += ", and so in \(count - Self.limits[id, default: Self.limit]) more places"
        }
        return listed
    }
}
