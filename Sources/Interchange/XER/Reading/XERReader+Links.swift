import Diagnostics
import Scheduling

extension XERReader {
    /// Links go to the activity that waits, in the order of the file.
    mutating func readLinks() {
        let successor = column("task_id", of: .links, missingIs: .error)
        let predecessor = column("pred_task_id", of: .links, missingIs: .error)
        let type = column("pred_type", of: .links, missingIs: .warning)
        let lag = column("lag_hr_cnt", of: .links, missingIs: .warning)
        let project = column("proj_id", of: .links)
        for row in rows(of: .links) {
            if let project = row.text(project), baselineProjects.contains(project) { continue }
            guard let from = end(row, predecessor), let to = end(row, successor) else { continue }
            var link = LinkDraft(to: id(of: from), relationship(row, type))
            if let minutes = minutes(row, lag) { link.lag = Self.duration(minutes: minutes) }
            let located = Located(link, at: place(row, predecessor))
            switch to {
            case .activity(let index): activities[index].predecessors.append(located)
            case .heading(let node): structure.nodes[node].predecessors.append(located)
            }
        }
    }

    /// The activity at one end of a link; `nil` when it is not in the file, which is reported.
    private mutating func end(_ row: XERRow, _ column: XERColumn) -> XERActivityPlace? {
        guard let key = row.text(column) else {
            log.report(
                "xer.no-id", .warning, "this link has no \(column.name), and is dropped",
                advice: "export the project again", at: row.spot(column))
            return nil
        }
        if let place = activityOf[key] { return place }
        log.report(
            "xer.external-link", .warning,
            "the activity \(key.prefix(40)) of this link is not in the file, and the link is dropped",
            advice: "export both projects together to have the link", at: row.spot(column))
        return nil
    }

    private func id(of place: XERActivityPlace) -> ActivityID {
        switch place {
        case .activity(let index): activities[index].id.value
        case .heading(let node): structure.nodes[node].id
        }
    }

    private mutating func relationship(_ row: XERRow, _ column: XERColumn) -> Relationship {
        guard let text = row.text(column) else { return .finishToStart }
        if text.hasPrefix("PR_"), let found = Relationship(rawValue: String(text.dropFirst(3))) { return found }
        log.report(
            "xer.unknown-link", .warning, "“\(text.prefix(40))” in \(column.name) is not known; the link is read as FS",
            advice: "check the relationship in the project", at: row.spot(column))
        return .finishToStart
    }
}
