import Scheduling
import WorkTime

extension XERWriter {
    /// A date that binds an activity, in the words of the file.
    struct Constraint {
        var type: String
        var date: String
        /// The lower comes first; some can only be the first of two.
        var rank: Int
    }

    /// The dates that bind an activity, two at most, those first that can be nothing else.
    mutating func constraints(of index: Int, on calendar: WorkCalendar) -> [Constraint] {
        let activity = project.activities[index]
        guard !activity.isSummary else { return [] }
        var all = activity.constraints.compactMap { constraint($0, on: calendar) }
        let facts = activity.facts
        if let deadline = facts.deadline {
            all.append(Constraint(type: "CS_MEOB", date: finish(deadline, on: calendar), rank: 2))
        }
        if facts.levelingDelay != nil, !activity.isStarted {
            all.append(Constraint(type: "CS_MSOA", date: Text.date(schedule.activities[index].earlyStart), rank: 2))
        }
        if let pinned = facts.pinned {
            all = [Constraint(type: "CS_MANDSTART", date: Text.date(pinned.start.asStart), rank: 0)]
        }
        all = all.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
        if all.count > 2 { losses.note(.constraint, of: activity.id.rawValue) }
        return Array(all.prefix(2))
    }

    private func constraint(_ constraint: DateConstraint, on calendar: WorkCalendar) -> Constraint? {
        switch constraint {
        case .mandatoryStart(let date): Constraint(type: "CS_MANDSTART", date: start(date, on: calendar), rank: 0)
        case .mandatoryFinish(let date): Constraint(type: "CS_MANDFIN", date: finish(date, on: calendar), rank: 0)
        case .asLateAsPossible: Constraint(type: "CS_ALAP", date: "", rank: 1)
        case .mustStartOn(let date): Constraint(type: "CS_MSO", date: latestStart(date, on: calendar), rank: 1)
        case .mustFinishOn(let date): Constraint(type: "CS_MEO", date: finish(date, on: calendar), rank: 1)
        case .startNoEarlierThan(let date): Constraint(type: "CS_MSOA", date: start(date, on: calendar), rank: 2)
        case .finishNoEarlierThan(let date): Constraint(type: "CS_MEOA", date: finish(date, on: calendar), rank: 2)
        case .startNoLaterThan(let date): Constraint(type: "CS_MSOB", date: latestStart(date, on: calendar), rank: 2)
        case .finishNoLaterThan(let date): Constraint(type: "CS_MEOB", date: finish(date, on: calendar), rank: 2)
        case .expectedFinish: nil
        }
    }

    /// A day's first working minute where nothing is worked before it that day; else its midnight.
    private func start(_ date: StatedInstant, on calendar: WorkCalendar) -> String {
        let latest = date.asLatestStart(on: calendar)
        return Text.date(calendar.work(from: date.asStart, to: latest) == .zero ? latest : date.asStart)
    }

    private func latestStart(_ date: StatedInstant, on calendar: WorkCalendar) -> String {
        Text.date(date.asLatestStart(on: calendar))
    }

    private func finish(_ date: StatedInstant, on calendar: WorkCalendar) -> String {
        Text.date(date.asFinish(on: calendar))
    }
}
