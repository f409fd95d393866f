import Diagnostics

extension PlanCheck {
    /// The nodes in an order that every tie agrees with, nothing where that of the file does; `nil` where circles forbid
    /// any, which are reported.
    mutating func acyclicOrder(_ ties: [Tie], _ incomingStart: [Int32], owner: (Int) -> Int) -> [Int32]? {
        if ties.allSatisfy({ $0.source < $0.target }) { return [] }
        let count = incomingStart.count - 1
        let outgoing = Grouping(of: ties.indices, count: count) { Int(ties[$0].source) }
        if let order = topologicalOrder(ties, incomingStart, outgoing) { return order }
        let successors = (0..<count).map { node in outgoing[node].map { Int(ties[Int($0)].target) } }
        for circle in circles(count: count, successors: successors) { report(circle.map(owner)) }
        return nil
    }

    /// The activity that a link names; what names none is reported.
    mutating func resolve(_ link: Located<LinkDraft>, of target: Int) -> Int? {
        let id = link.value.predecessor
        if let source = indexOf[id], source != target { return source }
        let activity = draft.activities[target]
        if id == activity.id.value {
            report(
                "plan.self-link", "“\(id)” waits for itself",
                advice: "name another predecessor, or drop the link", at: link.place)
            return nil
        }
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
        var ids: [String] = []
        for index in circle {
            let id = draft.activities[index].id.value.rawValue
            if ids.last != id { ids.append(id) }
        }
        let first = draft.activities[circle[0]]
        let closing = first.predecessors.first { $0.value.predecessor.rawValue == ids.last }
        report(
            "plan.cycle", "these activities wait for one another: \((ids + [ids[0]]).joined(separator: " → "))",
            advice: "drop one of these links, or turn one round", at: closing?.place ?? first.id.place)
    }
}
