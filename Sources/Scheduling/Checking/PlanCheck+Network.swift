import Diagnostics
import WorkTime

extension PlanCheck {
    /// The checked activities as index arrays.
    func network(
        of activities: [Activity], calendars: UsedCalendars, order: [Int], start: CivilMinute, project: WorkCalendar
    ) -> Network {
        var ties: [Network.Tie] = []
        var bounds: [Int: Network.DateBounds] = [:]
        for (target, activity) in activities.enumerated() {
            for link in activity.links {
                guard let source = indexOf[link.predecessor] else { continue }
                ties.append(
                    Network.Tie(source: source, target: target, relationship: link.relationship, lag: link.lag))
            }
            let dates = dateBounds(of: activity, on: calendars.list[calendars.of[target]])
            if dates != .none { bounds[target] = dates }
        }
        return Network(
            calendars: calendars.list, calendarOf: calendars.of, durations: activities.map(\.duration.count),
            bounds: bounds, ties: ties, order: order, start: start,
            promisedFinish: draft.finishBy?.value.asFinish(on: project))
    }

    /// What an activity's dates and its promise ask of the passes; of several of one kind the strictest counts.
    private func dateBounds(of activity: Activity, on calendar: WorkCalendar) -> Network.DateBounds {
        var bounds = Network.DateBounds.none
        for constraint in activity.constraints {
            switch constraint {
            case .startNoEarlierThan(let date), .mustStartOn(let date):
                bounds.earliestStart = latest(bounds.earliestStart, date.asStart)
            case .finishNoEarlierThan(let date), .mustFinishOn(let date):
                bounds.earliestFinish = latest(bounds.earliestFinish, date.asFinish(on: calendar))
            case .startNoLaterThan, .finishNoLaterThan:
                break
            }
            switch constraint {
            case .startNoLaterThan(let date), .mustStartOn(let date):
                bounds.latestStart = earliest(bounds.latestStart, date.asLatestStart(on: calendar))
            case .finishNoLaterThan(let date), .mustFinishOn(let date):
                bounds.latestFinish = earliest(bounds.latestFinish, date.asFinish(on: calendar))
            case .startNoEarlierThan, .finishNoEarlierThan:
                break
            }
        }
        if let deadline = activity.deadline {
            bounds.latestFinish = earliest(bounds.latestFinish, deadline.asFinish(on: calendar))
        }
        return bounds
    }

    private func latest(_ known: CivilMinute?, _ other: CivilMinute) -> CivilMinute { max(known ?? other, other) }
    private func earliest(_ known: CivilMinute?, _ other: CivilMinute) -> CivilMinute { min(known ?? other, other) }
}
