import Scheduling

/// The activities in each summary, at any depth.
struct XERMembers {
    private let project: Project
    private var parts: [Int: [Int]] = [:]

    /// The most links that one link of a summary is written as.
    static let mostLinks = 10_000

    init(_ project: Project) {
        self.project = project
        for (index, activity) in project.activities.enumerated() {
            if let parent = activity.facts.parent { parts[parent, default: []].append(index) }
        }
    }

    /// What is scheduled by itself in a summary, in the order of the plan.
    func work(in summary: Int) -> [Int] {
        var found: [Int] = []
        var open = [summary]
        while let node = open.popLast() {
            for part in parts[node] ?? [] {
                let activity = project.activities[part]
                if activity.isSummary {
                    open.append(part)
                } else if activity.kind != .levelOfEffort, !activity.facts.isInactive {
                    found.append(part)
                }
            }
        }
        return found.sorted()
    }
}
