import Scheduling
import WorkTime

extension XERWriter {
    mutating func linkRows() -> [Row] {
        let members = XERMembers(project)
        var rows: [Row] = []
        for index in project.activities.indices {
            for link in project.links(to: index) {
                guard let source = project.index(of: link.predecessor) else { continue }
                for (from, to, relationship) in ends(of: link, from: source, to: index, members) {
                    guard let first = numbers[from], let second = numbers[to] else { continue }
                    rows.append([
                        ("task_pred_id", "\(rows.count + 1)"), ("task_id", "\(second)"), ("pred_task_id", "\(first)"),
                        ("proj_id", Self.projectNumber), ("pred_proj_id", Self.projectNumber),
                        ("pred_type", "PR_\(relationship.rawValue)"),
                        ("lag_hr_cnt", Text.hours(lag(of: link, from: from, to: to, relationship))),
                    ])
                }
            }
        }
        return rows
    }

    /// The activities that a link ties. One of a summary ties those in it: their finishes before, their starts behind.
    private mutating func ends(of link: Link, from source: Int, to target: Int, _ members: XERMembers)
        -> [(from: Int, to: Int, Relationship)]
    {
        let activities = project.activities
        guard activities[source].isSummary || activities[target].isSummary else {
            return [(source, target, link.relationship)]
        }
        let sources = activities[source].isSummary ? members.work(in: source) : [source]
        let targets = activities[target].isSummary ? members.work(in: target) : [target]
        guard sources.count * targets.count <= XERMembers.mostLinks else {
            losses.note(.droppedLink, of: "\(link.predecessor) → \(activities[target].id)")
            return []
        }
        losses.note(.summaryLink, of: "\(link.predecessor) → \(activities[target].id)")
        let leavesFinish = activities[source].isSummary || link.relationship.leavesFinish
        let entersStart = activities[target].isSummary || link.relationship.entersStart
        let relationship = Relationship.allCases.first {
            $0.leavesFinish == leavesFinish && $0.entersStart == entersStart
        }
        return sources.flatMap { from in targets.map { (from, $0, relationship ?? .finishToStart) } }
    }

    /// Minutes of the calendar that counts lags in the file.
    private mutating func lag(of link: Link, from source: Int, to target: Int, _ relationship: Relationship) -> Int {
        guard case .elapsed(let elapsed) = link.lag, lagCalendar != .elapsed, elapsed.count != 0 else {
            return link.lag.minutes
        }
        losses.note(.elapsedLag, of: "\(link.predecessor) → \(project.activities[target].id)")
        let calendar =
            switch lagCalendar {
            case .predecessor, .elapsed: project.calendar(of: source)
            case .successor: project.calendar(of: target)
            case .project: project.calendar
            }
        let dates = schedule.activities[source]
        let end = relationship.leavesFinish ? dates.earlyFinish : dates.earlyStart
        return calendar.work(from: end, to: end + elapsed).count
    }
}
