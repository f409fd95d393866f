import Diagnostics
import WorkTime

extension PlanCheck {
    /// Gives every id its first activity; later ones of the same id are faults.
    mutating func indexActivities() {
        if draft.activities.isEmpty {
            report(
                "plan.no-activities", "the plan has no activities",
                advice: "list them under “activities”, such as  brief: {duration: 2d}", at: draft.name?.place)
        }
        for (index, activity) in draft.activities.enumerated() {
            let id = activity.id.value
            if !id.isWellFormed {
                report(
                    "plan.bad-id", "“\(id)” cannot be an id",
                    advice: "use an id without white space, comma or semicolon, and put the words into “name”",
                    at: activity.id.place)
            }
            if let first = indexOf[id] {
                let line = draft.activities[first].id.place.map { ", first in line \($0.line)" } ?? ""
                report(
                    "plan.duplicate-id", "the id “\(id)” is used twice\(line)",
                    advice: "give one of the two another id", at: activity.id.place)
            } else {
                indexOf[id] = index
            }
        }
    }

    /// The lanes in drawing order: as declared, or as the activities first name them.
    mutating func resolvedLanes() -> [Lane] {
        var known: [LaneID: Lane] = [:]
        var lanes: [Lane] = []
        for lane in draft.lanes where known.updateValue(lane.value, forKey: lane.value.id) == nil {
            lanes.append(lane.value)
        }
        for activity in draft.activities {
            guard let lane = activity.lane, known[lane.value] == nil else { continue }
            if draft.lanes.isEmpty {
                let named = Lane(id: lane.value, name: BilingualName(lane.value.rawValue))
                known[lane.value] = named
                lanes.append(named)
            } else {
                let nearest = nearestName(to: lane.value.rawValue, among: draft.lanes.map(\.value.id.rawValue))
                report(
                    "plan.unknown-lane", "“\(activity.id.value)” stands in the lane “\(lane.value)”, which is not one",
                    advice: nearest.map { "did you mean “\($0)”? Otherwise add the lane under “lanes”" }
                        ?? "add the lane under “lanes”, or use one that is there", at: lane.place)
            }
        }
        return lanes
    }

    /// One activity with its duration and lags in minutes.
    mutating func activity(_ index: Int, calendars: UsedCalendars) -> Activity {
        let activity = draft.activities[index]
        let calendar = calendars.list[calendars.of[index]]
        return Activity(
            id: activity.id.value, name: activity.name ?? BilingualName(activity.id.value.rawValue),
            lane: activity.lane?.value, calendar: calendar.id, duration: duration(of: activity, on: calendar),
            links: activity.predecessors.compactMap { link($0.value, calendars: calendars) },
            constraints: activity.constraints.map(\.value), deadline: activity.deadline?.value, note: activity.note)
    }

    private mutating func duration(of activity: ActivityDraft, on calendar: WorkCalendar) -> WorkMinutes {
        let id = activity.id.value
        guard let stated = activity.duration else {
            if !activity.isMilestone {
                report(
                    "plan.no-duration", "“\(id)” has no duration",
                    advice: "add  duration: 2d, or  milestone: true  for a point in time", at: activity.id.place)
            }
            return .zero
        }
        if stated.value.thousandths < 0 {
            report(
                "plan.negative-duration", "“\(id)” has the duration \(stated.value), which is below zero",
                advice: "write a duration of zero or more; for an overlap use a lead, such as  after: x FS-1d",
                at: stated.place)
        }
        if activity.isMilestone, stated.value.thousandths > 0 {
            report(
                "plan.milestone-with-duration", "“\(id)” is a milestone and lasts \(stated.value)",
                advice: "drop the duration, or drop  milestone: true", at: stated.place)
        }
        return WorkMinutes(max(0, stated.value.minutes(on: calendar)))
    }

    /// A link whose predecessor is known; the others are reported where the circles are looked for.
    private func link(_ stated: LinkDraft, calendars: UsedCalendars) -> Link? {
        guard let source = indexOf[stated.predecessor] else { return nil }
        let minutes = stated.lag.minutes(on: calendars.list[calendars.of[source]])
        let lag: Lag = stated.lag.isElapsed ? .elapsed(ElapsedMinutes(minutes)) : .work(WorkMinutes(minutes))
        return Link(predecessor: stated.predecessor, relationship: stated.relationship, lag: lag)
    }
}
