/// Finished jobs of one kind, from which a forecast learns how far costs stray from budgets: those of a client, of a type
/// of work, or all that an agency has.
///
/// A forecast is as good as its class: a name and a number of jobs go with every figure that is made from it.
public struct ReferenceClass: Hashable, Sendable {
    public let name: ClassName
    /// In a fixed order, each id once.
    public let jobs: [ClosedJob]

    /// - Parameter jobs: in any order; of two with one id the first counts.
    public init(name: ClassName, jobs: [ClosedJob]) {
        var seen: Set<String> = []
        self.name = name
        self.jobs = jobs.filter { seen.insert($0.id).inserted }.sorted {
            $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
        }
    }

    /// The class without a job, so that nothing is forecast from its own end.
    public func without(_ id: String) -> ReferenceClass {
        ReferenceClass(name: name, jobs: jobs.filter { $0.id != id })
    }
}
