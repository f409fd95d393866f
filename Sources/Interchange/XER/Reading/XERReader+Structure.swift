import Diagnostics
import Scheduling

extension XERReader {
    /// The work breakdown structure, each node under its parent.
    mutating func readStructure() {
        let key = column("wbs_id", of: .structure, missingIs: .error)
        let parent = column("parent_wbs_id", of: .structure, missingIs: .warning)
        let shortName = column("wbs_short_name", of: .structure)
        let name = column("wbs_name", of: .structure)
        let sequence = column("seq_num", of: .structure)
        let root = column("proj_node_flag", of: .structure)
        let project = column("proj_id", of: .structure)
        for row in rows(of: .structure) {
            guard let id = row.text(key) else { continue }
            if let project = row.text(project), baselineProjects.contains(project) { continue }
            guard structure.nodeOf[id] == nil else {
                reportDuplicate(id, row, key, severity: .warning)
                continue
            }
            structure.nodeOf[id] = structure.nodes.count
            let short = row.name(shortName) ?? id
            structure.nodes.append(
                XERStructure.Node(
                    row: row, shortName: short, name: row.name(name) ?? short,
                    sequence: row.cell(sequence).flatMap { XERNumber.scaled($0, by: 1) } ?? .max,
                    parentKey: row.text(parent), isRoot: row.isYes(root)))
        }
        resolveParents(parent)
        structure.arrange()
    }

    /// What a project hangs under is not part of the file; below it, a parent that is missing is a fault.
    private mutating func resolveParents(_ column: XERColumn) {
        for (index, node) in structure.nodes.enumerated() {
            guard let key = node.parentKey else { continue }
            if let parent = structure.nodeOf[key] {
                structure.nodes[index].parent = parent
            } else if !node.isRoot {
                log.report(
                    "xer.unknown-wbs", .warning,
                    "“\(node.shortName)” is part of the WBS \(key), which is not in the file",
                    advice: "it stands at the top now; export the whole project to have it in its place",
                    at: node.row.spot(column))
            }
        }
        for index in structure.opened() {
            let node = structure.nodes[index]
            log.report(
                "xer.circular-wbs", .warning,
                "the WBS “\(node.shortName)” is a part of itself, and stands at the top now",
                advice: "check the work breakdown structure of the project", at: node.row.spot(column))
        }
    }

    /// Gives each node an id that no activity has: its path, or its number in the file.
    mutating func nameStructure() {
        let key = column("wbs_id", of: .structure)
        for index in structure.order {
            let node = structure.nodes[index]
            let path = node.path.map { ActivityID($0) }
            if let path, path.isWellFormed, !activityNames.isTaken(path.rawValue) {
                structure.nodes[index].id = ActivityID(activityNames.unique(path.rawValue))
            } else {
                let number = wellFormed("WBS-\(node.row.name(key) ?? "")")
                structure.nodes[index].id = ActivityID(activityNames.unique(number))
            }
        }
    }

    /// Headings and activities as they stand under one another: behind each heading what is directly in it, in the order
    /// of the file, then its parts. What is in no heading comes first.
    mutating func arranged() -> [ActivityDraft] {
        var members = [[Int]](repeating: [], count: structure.nodes.count)
        var all: [ActivityDraft] = []
        all.reserveCapacity(activities.count + structure.nodes.count)
        for index in activities.indices {
            if let node = nodeOf[index] { members[node].append(index) } else { all.append(activities[index]) }
        }
        for index in structure.order {
            all.append(heading(structure.nodes[index]))
            let (id, path) = (structure.nodes[index].id, structure.nodes[index].path)
            for member in members[index] {
                var activity = activities[member]
                activity.details.parent = Located(id, at: activity.id.place)
                activity.details.wbs = path
                all.append(activity)
            }
        }
        return all
    }

    private func heading(_ node: XERStructure.Node) -> ActivityDraft {
        let place = log.place(XERSpot(node.row.line))
        var details = ActivityDetails()
        details.name = BilingualName(node.name)
        details.wbs = node.path
        details.externalID = node.externalID
        details.parent = node.parent.map { Located(structure.nodes[$0].id, at: place) }
        return ActivityDraft(
            id: Located(node.id, at: place), kind: .summary, predecessors: node.predecessors, details: details)
    }

    mutating func reportDuplicate(_ id: String, _ row: XERRow, _ column: XERColumn, severity: Severity) {
        log.report(
            "xer.duplicate-id", severity, "the \(column.name) \(id.prefix(40)) stands twice, and this row is not read",
            advice: "check that the file was not joined from several", at: row.spot(column))
    }

    /// An id without white space, commas and the like, which become underscores.
    func wellFormed(_ text: String) -> String {
        if ActivityID(text).isWellFormed { return text }
        let id = String(text.map { ActivityID(String($0)).isWellFormed ? $0 : "_" })
        return id.isEmpty ? "_" : id
    }
}
