import Scheduling

/// The activities of a project in the order in which an outline shows them: each summary before its parts.
struct OutlineOrder {
    /// Indices into the activities, in that order.
    private(set) var indices: [Int] = []
    /// By activity: 1 for those that are part of none, and so on.
    private(set) var levels: [Int]
    /// By activity: its place among its neighbours and above, such as `2.1`.
    private(set) var numbers: [String]

    /// - Complexity: O(activities), and the depth of the outline for the length of a number.
    init(_ activities: [Activity], hasProjectSummary: Bool) {
        levels = [Int](repeating: hasProjectSummary ? 0 : 1, count: activities.count)
        numbers = [String](repeating: "", count: activities.count)
        var parts: [Int: [Int]] = [:]
        var open: [Int] = []
        for (index, activity) in activities.enumerated() {
            if let parent = activity.facts.parent {
                parts[parent, default: []].append(index)
            } else {
                open.append(index)
            }
        }
        for (place, index) in open.enumerated() { numbers[index] = hasProjectSummary ? "0" : String(place + 1) }
        open.reverse()
        while let index = open.popLast() {
            indices.append(index)
            let below = parts[index] ?? []
            for (place, part) in below.enumerated() {
                levels[part] = levels[index] + 1
                numbers[part] = levels[index] == 0 ? String(place + 1) : Self.number(below: numbers[index], place + 1)
            }
            open += below.reversed()
        }
    }

    /// Empty where it would be long: the number of a line a hundred levels deep is of use to no one.
    private static func number(below above: String, _ place: Int) -> String {
        above.isEmpty || above.utf8.count > 240 ? "" : "\(above).\(place)"
    }
}
