/// The chains of driving links that end at the finish of the project.
struct LongestPath {
    /// Whether an activity stands on any of them.
    let members: [Bool]
    /// One of them, first activity first.
    let chain: [Int]

    /// - Parameters:
    ///   - last: the activities that finish when the project does, in file order; at least one.
    ///   - drivingSources: by activity, the sources of the links that drive it.
    init(last: [Int], drivingSources: [[Int]]) {
        var members = [Bool](repeating: false, count: drivingSources.count)
        var open = last
        for activity in last { members[activity] = true }
        while let activity = open.popLast() {
            for source in drivingSources[activity] where !members[source] {
                members[source] = true
                open.append(source)
            }
        }
        self.members = members

        var chain = last.prefix(1).map { $0 }
        while let activity = chain.last, let source = drivingSources[activity].first { chain.append(source) }
        self.chain = chain.reversed()
    }
}
