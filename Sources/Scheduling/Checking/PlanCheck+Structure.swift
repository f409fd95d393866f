import Diagnostics
import WorkTime

extension PlanCheck {
    /// The summary that each activity is part of, as an index; what is no summary is reported, and so are circles.
    mutating func resolveParents(_ activities: inout [Activity]) {
        var parents: [Int: Int] = [:]
        for index in detailed {
            let activity = draft.activities[index]
            guard let parent = activity.details.parent else { continue }
            guard let found = indexOf[parent.value] else {
                let nearest = nearestName(to: parent.value.rawValue, among: summaryNames)
                report(
                    "plan.unknown-summary",
                    "“\(activity.id.value)” is part of “\(parent.value)”, which is not in the plan",
                    advice: nearest.map { "did you mean “\($0)”?" } ?? "add  \(parent.value): {kind: summary}",
                    at: parent.place)
                continue
            }
            guard draft.activities[found].kind == .summary else {
                report(
                    "plan.no-summary", "“\(activity.id.value)” is part of “\(parent.value)”, which is no summary",
                    advice: "give “\(parent.value)” the  kind: summary, or name another", at: parent.place)
                continue
            }
            parents[index] = found
        }
        reportCircles(&parents)
        for (index, parent) in parents { activities[index].change { $0.parent = parent } }
    }

    private var summaryNames: [String] {
        draft.activities.lazy.filter { $0.kind == .summary }.map(\.id.value.rawValue)
    }

    /// Parts of one another; each circle is reported once and opened, so that the rest of the check can go on.
    private mutating func reportCircles(_ parents: inout [Int: Int]) {
        var settled: Set<Int> = []
        for first in parents.keys.sorted() where !settled.contains(first) {
            var chain: [Int] = []
            var places: [Int: Int] = [:]
            var next: Int? = first
            while let current = next, !settled.contains(current) {
                if let start = places.updateValue(chain.count, forKey: current) {
                    let names = (chain[start...] + [current]).map { draft.activities[$0].id.value.rawValue }
                    report(
                        "plan.circular-summary",
                        "summaries are parts of one another: \(names.joined(separator: " → "))",
                        advice: "let one of them stand at the top",
                        at: draft.activities[current].details.parent?.place)
                    parents[current] = nil
                    break
                }
                chain.append(current)
                next = parents[current]
            }
            settled.formUnion(chain)
        }
    }

    /// Resources with what names nothing reported.
    mutating func resolvedResources() -> [Resource] {
        var known: Set<String> = []
        for resource in draft.resources where !known.insert(resource.id.value).inserted {
            report(
                "plan.duplicate-resource", "the resource “\(resource.id.value)” is defined twice",
                advice: "give one of the two another id", at: resource.id.place)
        }
        for index in detailed {
            let activity = draft.activities[index]
            for assignment in activity.details.assignments where !known.contains(assignment.resource.value) {
                let nearest = nearestName(to: assignment.resource.value, among: draft.resources.map(\.id.value))
                report(
                    "plan.unknown-resource",
                    "“\(activity.id.value)” is worked on by “\(assignment.resource.value)”, who is not in the plan",
                    advice: nearest.map { "did you mean “\($0)”?" }
                        ?? "add “\(assignment.resource.value)” under “resources”",
                    at: assignment.resource.place)
            }
        }
        return draft.resources.map {
            Resource(id: $0.id.value, name: $0.name, calendar: $0.calendar?.value, isWork: $0.isWork)
        }
    }

    /// What a plan says that no date follows from; silence would be taken for work done.
    mutating func reportWhatIsNotDone(_ activities: [Activity]) {
        let summaries = activities.indices.filter { activities[$0].isSummary }
        guard !summaries.isEmpty else { return }
        for index in summaries where activities[index].hasFacts {
            let activity = activities[index]
            let place = draft.activities[index].id.place
            if !activity.facts.constraints.isEmpty {
                warn(
                    "plan.summary-constraint", "the dates that bind the summary “\(activity.id)” are not kept",
                    advice: "bind the activities in it instead", at: place)
            }
        }
        for activity in draft.activities {
            for link in activity.predecessors {
                guard let source = indexOf[link.value.predecessor], activities[source].isSummary else { continue }
                guard !link.value.relationship.leavesFinish else { continue }
                warn(
                    "plan.summary-start-link",
                    "“\(activity.id.value)” waits for the start of the summary “\(link.value.predecessor)”; it is made to "
                        + "wait for its finish",
                    advice: "name the activity in it that starts first", at: link.place)
            }
        }
    }
}
