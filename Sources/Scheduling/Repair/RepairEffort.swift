/// How much work looking for alternatives may take. Counts, not seconds, so that the same plan gets the same answer.
public struct RepairEffort: Hashable, Sendable {
    /// How single changes are sought along a chain; its visits bound the search.
    public var search = ConflictEffort()
    /// The changes that are tried whole, each with a repair of its own.
    public var alternatives = 24
    /// The activities and links that all these repairs together may visit.
    public var visits = 60_000_000

    public init() { search.visits = 30_000_000 }

    public static let standard = RepairEffort()

    /// How many repairs of a plan may be made.
    public func repairs(of schedule: Schedule, commitments: Int) -> Int {
        let visits = max(1, schedule.project.network.count + schedule.project.network.ties.count)
        return min(alternatives, self.visits / visits / (commitments + 8))
    }
}
