import Diagnostics

extension PlanCheck {
    /// The activities in an order that every link agrees with; circles, self links and unknown predecessors are
    /// reported, and then there is no order.
    mutating func acyclicOrder() -> [Int]? {
        let count = draft.activities.count
        var successors = [[Int]](repeating: [], count: count)
        var isSound = true
        for (target, activity) in draft.activities.enumerated() {
            for link in activity.predecessors {
                guard let source = resolve(link, of: activity) else {
                    isSound = false
                    continue
                }
                successors[source].append(target)
            }
        }
        if let order = topologicalOrder(count: count, successors: successors) { return isSound ? order : nil }
        for circle in circles(count: count, successors: successors) { report(circle) }
        return nil
    }

    private mutating func resolve(_ link: Located<LinkDraft>, of activity: ActivityDraft) -> Int? {
        let id = link.value.predecessor
        if id == activity.id.value {
            report(
                "plan.self-link", "“\(id)” waits for itself",
                advice: "name another predecessor, or drop the link", at: link.place)
            return nil
        }
        if let source = indexOf[id] { return source }
        report(
            "plan.unknown-predecessor", "“\(activity.id.value)” waits for “\(id)”, which is not in the plan",
            advice: spacedLag(in: id.rawValue).map { "put a blank before the lag: \($0)" }
                ?? nearestID(to: id).map { "did you mean “\($0)”?" } ?? "add the activity “\(id)”, or drop the link",
            at: link.place)
        return nil
    }

    /// `brief +2d` for `brief+2d`, where there is an activity `brief`.
    private func spacedLag(in text: String) -> String? {
        guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
        guard indexOf[ActivityID(String(text[..<sign]))] != nil else { return nil }
        return "\(text[..<sign]) \(text[sign...])"
    }

    /// The id that was probably meant.
    private mutating func nearestID(to id: ActivityID) -> String? {
        guard comparedNames < Self.comparedNamesLimit else { return nil }
        comparedNames += draft.activities.count
        return nearestName(to: id.rawValue, among: draft.activities.lazy.map(\.id.value.rawValue))
    }

    /// A circle is reported whole, at the link that closes it.
    private mutating func report(_ circle: [Int]) {
        let ids = circle.map { draft.activities[$0].id.value.rawValue }
        let first = draft.activities[circle[0]]
        let closing = first.predecessors.first { $0.value.predecessor.rawValue == ids.last }
        report(
            "plan.cycle", "these activities wait for one another: \((ids + [ids[0]]).joined(separator: " → "))",
            advice: "drop one of these links, or turn one round", at: closing?.place ?? first.id.place)
    }
}
