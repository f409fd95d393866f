import Diagnostics
import Scheduling

/// A resource of a file.
struct XERResource {
    let id: String
    /// The id of its calendar in the plan.
    let calendar: String?
    /// Whether it is a person or a machine, whose calendar decides when work is done.
    let isWork: Bool
}

extension XERReader {
    mutating func readResources(into draft: inout PlanDraft) {
        let key = column("rsrc_id", of: .resources, missingIs: .error)
        let shortName = column("rsrc_short_name", of: .resources)
        let name = column("rsrc_name", of: .resources)
        let calendarKey = column("clndr_id", of: .resources)
        let type = column("rsrc_type", of: .resources)
        for row in rows(of: .resources) {
            guard let id = row.text(key) else { continue }
            guard resources[id] == nil else {
                reportDuplicate(id, row, key, severity: .warning)
                continue
            }
            let short = row.name(shortName) ?? row.name(name) ?? "resource-\(id)"
            let calendar = row.text(calendarKey).flatMap { calendars[$0]?.id }
            let resource = XERResource(
                id: resourceNames.unique(short), calendar: calendar, isWork: row.text(type) != "RT_Mat")
            resources[id] = resource
            draft.resources.append(
                ResourceDraft(
                    id: Located(resource.id, at: place(row, key)), name: row.name(name) ?? short,
                    calendar: calendar.map { Located($0, at: place(row, calendarKey)) }, isWork: resource.isWork))
        }
    }

    /// Who works on what; activities that depend on resources are done by the calendar of theirs.
    mutating func readAssignments() {
        let activity = column("task_id", of: .assignments, missingIs: .error)
        let resourceKey = column("rsrc_id", of: .assignments)
        let planned = column("target_qty_per_hr", of: .assignments)
        let left = column("remain_qty_per_hr", of: .assignments)
        for row in rows(of: .assignments) {
            // Without a resource it is a role, which has no calendar.
            guard let key = row.text(resourceKey), let task = row.text(activity),
                case .activity(let index)? = activityOf[task]
            else { continue }
            guard let resource = resources[key] else {
                log.report(
                    "xer.unknown-resource", .warning,
                    "“\(activities[index].id.value)” is worked on by the resource \(key.prefix(40)), which is not in the file",
                    advice: "export the project together with its resources", at: row.spot(resourceKey))
                continue
            }
            let units = (row.cell(planned) ?? row.cell(left)).flatMap { XERNumber.scaled($0, by: 10_000) } ?? 10_000
            activities[index].details.assignments.append(
                AssignmentDraft(
                    resource: Located(resource.id, at: place(row, resourceKey)),
                    units: min(max(0, units), 1_000_000_000)))
            if resourceDependent.contains(index), resource.isWork, let calendar = resource.calendar {
                use(calendar, of: resource, for: index, row, resourceKey)
            }
        }
    }

    /// Of several resources the first decides when an activity is done.
    private mutating func use(
        _ calendar: String, of resource: XERResource, for index: Int, _ row: XERRow, _ column: XERColumn
    ) {
        guard let chosen = resourceCalendars[index] else {
            resourceCalendars[index] = calendar
            activities[index].details.calendar = Located(calendar, at: place(row, column))
            return
        }
        guard chosen != calendar else { return }
        log.report(
            "xer.several-calendars", .warning,
            "“\(activities[index].id.value)” depends on resources with several calendars, and is done by “\(chosen)”",
            advice: "check its dates, or let it depend on its own calendar", at: row.spot(column))
    }
}
