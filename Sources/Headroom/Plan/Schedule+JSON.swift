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
            "activities": .array(zip(project.activities, activities).map(Self.json)),
        ]
    }

    private var projectJSON: JSONValue {
        [
            "name": .string(project.name.primary),
            "start": .string(start.description),
            "finish": .string(finish.description),
            "dataDate": nil,
            "dataDateReason": "no-progress",
            "feasible": .bool(isFeasible),
            "conventions": "native",
            "minutesPerDay": .integer(project.minutesPerDay.count),
            "calendar": .string(project.calendar.id),
        ]
    }

    private static func json(_ activity: Activity, _ dates: ScheduledActivity) -> JSONValue {
        [
            "id": .string(activity.id.rawValue),
            "externalID": nil,
            "externalIDReason": "not-in-the-file",
            "name": .string(activity.name.primary),
            "lane": activity.lane.map { .string($0.rawValue) } ?? .null,
            "wbs": nil,
            "wbsReason": "not-in-the-file",
            "isMilestone": .bool(activity.isMilestone),
            "isSummary": false,
            "duration": .integer(activity.duration.count),
            "earlyStart": .string(dates.earlyStart.description),
            "earlyFinish": .string(dates.earlyFinish.description),
            "lateStart": .string(dates.lateStart.description),
            "lateFinish": .string(dates.lateFinish.description),
            "totalFloat": .integer(dates.totalFloat.count),
            "freeFloat": .integer(dates.freeFloat.count),
            "interferingFloat": .integer(dates.interferingFloat.count),
            "independentFloat": .integer(dates.independentFloat.count),
            "isCritical": .bool(dates.isCritical),
            "isOnLongestPath": .bool(dates.isOnLongestPath),
            "drivenBy": .array(dates.driver.predecessors.map { .string($0.rawValue) }),
            "calendar": .string(activity.calendar),
        ]
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
