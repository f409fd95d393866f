import Costing
import Monetary

extension AgencyJobs {
    /// With fewer jobs the spread of a class is mostly a guess.
    static let leastJobs = 8
    /// Budgets up to this many times larger or smaller are of like size.
    private static let likeSize = 3.0

    /// The closed jobs that are most like one job; `nil` where no other is closed.
    ///
    /// A narrow class is more like the job, a wide one has more jobs to learn from. Of client and type, type and size, type, and
    /// all closed jobs, the first that holds at least ``leastJobs`` is taken; where none does, all of them are, and the forecast
    /// is as wide as so few jobs make it. The job itself is never among those that it learns from.
    func reference(for estimate: CostEstimate) -> ReferenceClass? {
        let others = closed.filter { $0.job.id != estimate.job.rawValue }
        guard !others.isEmpty else { return nil }
        let ofType = others.filter { $0.estimate.type != nil && $0.estimate.type == estimate.type }
        let type = estimate.type ?? ""
        let classes: [(name: ClassName, jobs: [Closed])] = [
            (
                .clientAndType(client: estimate.client, type: type),
                ofType.filter { $0.estimate.client == estimate.client }
            ),
            (.typeAndSize(type), ofType.filter { Self.isOfLikeSize($0.estimate, estimate) }),
            (.type(type), ofType),
        ]
        let chosen = classes.first { $0.jobs.count >= Self.leastJobs } ?? (.agency(name), others)
        return ReferenceClass(name: chosen.name, jobs: chosen.jobs.map(\.job.closed))
    }

    private static func isOfLikeSize(_ one: CostEstimate, _ other: CostEstimate) -> Bool {
        guard one.currency == other.currency, let first = try? one.cost().approximateUnits,
            let second = try? other.cost().approximateUnits, first > 0, second > 0
        else { return false }
        return max(first, second) / min(first, second) <= likeSize
    }
}
