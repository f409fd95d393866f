import Formats
import Scheduling
import WorkTime

extension Schedule {
    /// The members that `plan FILE --json` states.
    var json: JSONValue {
        [
            "project": projectJSON,
            "deadlines": .array(deadlines.map(\.json)),
            "longestPath": .array(longestPath.map { .string($0.rawValue) }),
            "activities": .array(activities.indices.map(activityJSON)),
        ]
    }

    private var projectJSON: JSONValue {
        [
            "name": .string(project.name.primary),
            "start": .string(start.description),
            "finish": .string(finish.description),
            "dataDate": project.dataDate.map { .string($0.description) } ?? .null,
            "feasible": .bool(isFeasible),
            "conventions": .string(project.conventions.name.rawValue),
            "minutesPerDay": .integer(project.minutesPerDay.count),
            "calendar": .string(project.calendar.id),
        ]
    }

    private func activityJSON(_ index: Int) -> JSONValue {
        let (activity, dates) = (project.activities[index], activities[index])
        let facts = activity.facts
        var members: [(key: String, value: JSONValue)] = [
            ("id", .string(activity.id.rawValue)), ("externalID", JSONValue(facts.externalID)),
        ]
        if facts.externalID == nil { members.append(("externalIDReason", "not-in-the-file")) }
        members += [
            ("name", .string(activity.name.primary)), ("lane", JSONValue(activity.lane?.rawValue)),
            ("wbs", JSONValue(facts.wbs)),
        ]
        if facts.wbs == nil { members.append(("wbsReason", "not-in-the-file")) }
        members += [
            ("isMilestone", .bool(activity.isMilestone)), ("isSummary", .bool(activity.isSummary)),
            ("duration", .integer(activity.duration.count)),
            ("earlyStart", .string(dates.earlyStart.description)),
            ("earlyFinish", .string(dates.earlyFinish.description)),
            ("lateStart", .string(dates.lateStart.description)),
            ("lateFinish", .string(dates.lateFinish.description)),
            ("totalFloat", JSONValue(dates.totalFloat?.count)),
        ]
        if dates.totalFloat == nil {
            members.append(("totalFloatReason", .string(facts.isInactive ? "inactive" : "complete")))
        }
        members += [
            ("freeFloat", JSONValue(dates.freeFloat?.count)),
            ("interferingFloat", JSONValue(dates.interferingFloat?.count)),
            ("independentFloat", JSONValue(dates.independentFloat?.count)),
            ("isCritical", .bool(dates.isCritical)), ("isOnLongestPath", .bool(dates.isOnLongestPath)),
            ("drivenBy", .array(dates.driver.predecessors.map { .string($0.rawValue) })),
            ("calendar", .string(activity.calendar)),
        ]
        return .object(members)
    }
}

extension DeadlineForecast {
    fileprivate var json: JSONValue {
        [
            "id": .string(activity?.rawValue ?? "finish-by"),
            "promised": .string(promised.description),
            "forecast": .string(forecast.description),
            "confidence": nil,
            "confidenceReason": "no-risk-simulated",
            "headroomMinutes": .integer(timeHeadroom.count),
        ]
    }
}
