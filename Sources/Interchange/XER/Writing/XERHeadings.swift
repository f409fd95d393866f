import Scheduling

/// The work breakdown structure of an export: the project at the top, and below it the summaries.
struct XERHeadings {
    private let project: Project
    /// The summary that stands for the project: the only one at the top, with all else in it; `nil`: the project stands above
    /// them all.
    private let root: Int?
    /// By index of a summary, its number.
    private var numbers: [Int: Int] = [:]

    /// The number of the project's own node.
    private static let top = 1

    init(_ project: Project) {
        self.project = project
        let activities = project.activities
        let tops = activities.indices.filter { activities[$0].facts.parent == nil && !activities[$0].facts.isInactive }
        root = tops.count == 1 && activities[tops[0]].isSummary ? tops[0] : nil
        var next = Self.top
        for (index, activity) in activities.enumerated() where activity.isSummary && index != root {
            next += 1
            numbers[index] = next
        }
        if let root { numbers[root] = Self.top }
    }

    /// The number of the node that an activity is part of; of a summary, its own.
    func number(of index: Int) -> String {
        let activity = project.activities[index]
        let node = activity.isSummary ? index : activity.facts.parent
        return "\(node.flatMap { numbers[$0] } ?? Self.top)"
    }

    /// Whether a summary stands for a WBS summary activity of the tool itself.
    static func isActivity(_ activity: Activity, in project: Project) -> Bool {
        activity.isSummary && activity.facts.externalID != nil && project.conventions.name == .primavera
    }

    func rows(named name: String) -> [XERWriter.Row] {
        var rows: [XERWriter.Row] = []
        if root == nil { rows.append(row(Self.top, 0, short: name, name: name, parent: nil)) }
        for (index, activity) in project.activities.enumerated() where activity.isSummary {
            let parent = index == root ? nil : activity.facts.parent.flatMap { numbers[$0] } ?? Self.top
            rows.append(
                row(
                    numbers[index] ?? Self.top, rows.count, short: shortName(activity), name: activity.name.primary,
                    parent: parent))
        }
        return rows
    }

    private func row(_ number: Int, _ sequence: Int, short: String, name: String, parent: Int?) -> XERWriter.Row {
        [
            ("wbs_id", "\(number)"), ("proj_id", XERWriter.projectNumber), ("obs_id", "1"), ("seq_num", "\(sequence)"),
            ("est_wt", "1"), ("proj_node_flag", XERTableText.flag(parent == nil)), ("sum_data_flag", "Y"),
            ("status_code", "WS_Open"), ("wbs_short_name", short), ("wbs_name", name),
            ("parent_wbs_id", parent.map { "\($0)" } ?? ""),
        ]
    }

    /// The last part of its path, or its id.
    private func shortName(_ activity: Activity) -> String {
        let own = activity.facts.wbs ?? activity.id.rawValue
        guard let parent = activity.facts.parent.map({ project.activities[$0] }) else { return own }
        let above = (activity.facts.wbs == nil ? nil : parent.facts.wbs) ?? parent.id.rawValue
        return own.hasPrefix("\(above).") ? String(own.dropFirst(above.count + 1)) : own
    }
}
