import Formats
import Reports
import Scheduling
import WorkTime

extension Schedule {
    /// The members that `plan FILE --json` states.
    ///
    /// - Parameters:
    ///   - conflicts: those of this schedule.
    ///   - extras: what was asked for beside.
    func json(explaining conflicts: [Conflict], _ extras: TimetableExtras) -> JSONValue {
        let floatPaths = JSONValue.array(extras.floatPaths.map(\.json))
        let members: [(key: String, value: JSONValue)] = [
            ("project", projectJSON),
            ("deadlines", .array(deadlines.map(\.json))),
            ("conflicts", .array(conflicts.map(\.json))),
            ("longestPath", .array(longestPath.map { .string($0.rawValue) })),
        ]
        return .object(
            members + (extras.floatPaths.isEmpty ? [] : [("floatPaths", floatPaths)])
                + (extras.approvals.isEmpty ? [] : [("approvals", .array(extras.approvals.map(\.json)))])
                + (extras.criticalDates.isEmpty
                    ? [] : [("criticalDates", .array(extras.criticalDates.map(\.json)))])
                + (extras.buffers.isEmpty ? [] : [("buffers", .array(extras.buffers.map(\.json)))])
                + [("activities", .records(ActivityLines(self).records))])
    }

    private var projectJSON: JSONValue {
        let dataDate: [(key: String, value: JSONValue)] =
            if let date = project.dataDate { [("dataDate", .string(date.description))] } else {
                [("dataDate", .null), ("dataDateReason", "no-progress")]
            }
        let members: [(key: String, value: JSONValue)] = [
            ("name", .string(project.name.primary)), ("start", .string(start.description)),
            ("finish", .string(finish.description)),
        ]
        return .object(
            members + dataDate + [
                ("feasible", .bool(isFeasible)), ("conventions", .string(project.conventions.name.rawValue)),
                ("minutesPerDay", .integer(project.minutesPerDay.count)), ("calendar", .string(project.calendar.id)),
            ])
    }

}

/// The activities of a schedule as JSON, a line for each.
private struct ActivityLines: Sendable {
    // Taken out of the schedule once: a large plan has a million lines.
    private let schedule: Schedule
    private let project: Project
    private let activities: ScheduledActivities
    /// Empty where nothing is promised.
    private let safe: [SafeDates?]

    init(_ schedule: Schedule) {
        self.schedule = schedule
        project = schedule.project
        activities = schedule.activities
        safe = schedule.deadlines.isEmpty ? [] : schedule.latestSafeDates()
    }

    var records: JSONRecords { JSONRecords(count: activities.count) { write($0, to: $1) } }

    private func write(_ index: Int, to writer: JSONWriter) {
        let (activity, dates) = (project.activities[index], activities[index])
        writer.openObject()
        writer.member("id", activity.id.rawValue)
        writeNames(of: activity, to: writer)
        writer.member("isMilestone", activity.isMilestone)
        writer.member("isSummary", activity.isSummary)
        writer.member("duration", activity.duration.count)
        let none = reasonForNoDates(index)
        writer.member("earlyStart", dates.earlyStart, reason: "earlyStartReason", none)
        writer.member("earlyFinish", dates.earlyFinish, reason: "earlyFinishReason", none)
        writer.member("lateStart", dates.lateStart, reason: "lateStartReason", none)
        writer.member("lateFinish", dates.lateFinish, reason: "lateFinishReason", none)
        let noFloat: StaticString =
            none ?? (activity.isSummary || activity.kind == .levelOfEffort ? "derived" : "complete")
        writer.member("totalFloat", dates.totalFloat, reason: "totalFloatReason", noFloat)
        writer.member("freeFloat", dates.freeFloat, reason: "freeFloatReason", noFloat)
        writer.member("interferingFloat", dates.interferingFloat, reason: "interferingFloatReason", noFloat)
        writer.member("independentFloat", dates.independentFloat, reason: "independentFloatReason", noFloat)
        writer.member("isCritical", dates.isCritical)
        writer.member("isOnLongestPath", dates.isOnLongestPath)
        writer.key("drivenBy")
        writer.openArray()
        for predecessor in dates.driver.predecessors { writer.value(predecessor.rawValue) }
        writer.closeArray()
        writer.member("calendar", activity.calendar)
        writeLatestSafeStart(index, none, to: writer)
        writer.closeObject()
    }

    /// Of plans with promises: up to when it may start so that all are kept.
    private func writeLatestSafeStart(_ index: Int, _ noDates: StaticString?, to writer: JSONWriter) {
        guard !safe.isEmpty else { return }
        if let start = safe[index]?.start {
            return writer.member("latestSafeStart", start, reason: "latestSafeStartReason", nil)
        }
        writer.member(null: "latestSafeStart")
        let isBegun = project.activities[index].isStarted
        writer.member("latestSafeStartReason", noDates ?? (isBegun ? "begun" : "nothing-promised"))
    }

    /// Why an activity has no dates; `nil` for one that has.
    private func reasonForNoDates(_ index: Int) -> StaticString? {
        guard !schedule.hasDates(index) else { return nil }
        return project.activities[index].facts.isInactive ? "inactive" : "nothing-in-it"
    }

    private func writeNames(of activity: Activity, to writer: JSONWriter) {
        writer.member("externalID", activity.externalID, reason: "externalIDReason", "not-in-the-file")
        writer.member("name", activity.primaryName)
        writer.member("lane", activity.lane?.rawValue, reason: "laneReason", "not-in-the-file")
        writer.member("wbs", activity.wbs, reason: "wbsReason", "not-in-the-file")
    }
}

extension JSONWriter {
    /// An instant, or `null` beside the reason why there is none.
    fileprivate func member(_ key: StaticString, _ instant: CivilMinute, reason: StaticString, _ code: StaticString?) {
        if let code {
            member(null: key)
            return member(reason, code)
        }
        self.key(key)
        value(plainASCII: CivilMinute.textLength) { instant.write(to: $0) }
    }

    /// A length, or `null` beside the reason why there is none.
    fileprivate func member(
        _ key: StaticString, _ minutes: WorkMinutes?, reason: StaticString, _ code: StaticString
    ) {
        if let minutes { return member(key, minutes.count) }
        member(null: key)
        member(reason, code)
    }

    /// A text, or `null` beside the reason why there is none.
    fileprivate func member(_ key: StaticString, _ text: String?, reason: StaticString, _ code: StaticString) {
        guard let text else {
            member(null: key)
            return member(reason, code)
        }
        member(key, text)
    }
}

extension DeadlineForecast {
    /// A member of `deadlines` in the answers about plans.
    var json: JSONValue {
        [
            "id": .string(activity.promiseKey),
            "promised": .string(promised.description),
            "forecast": .string(forecast.description),
            "confidence": nil,
            "confidenceReason": "no-risk-simulated",
            "headroomMinutes": .integer(timeHeadroom.count),
        ]
    }
}

extension FloatPath {
    fileprivate var json: JSONValue {
        let members: [(key: String, value: JSONValue)] = [
            ("number", .integer(number)), ("totalFloat", JSONValue(totalFloat?.count)),
        ]
        let reason: [(key: String, value: JSONValue)] = totalFloat == nil ? [("totalFloatReason", "complete")] : []
        return .object(
            members + reason + [
                ("activities", .array(activities.map { .string($0.rawValue) })),
                ("joins", JSONValue(joins?.rawValue)),
            ])
    }
}
