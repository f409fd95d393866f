import Diagnostics
import WorkTime

extension PlanCheck {
    /// When work may begin; a plan must say so.
    mutating func projectStart(on calendar: WorkCalendar?) -> CivilMinute? {
        guard let start = draft.start else {
            if draft.isScheduledFromFinish, draft.finishBy != nil { return .earliest }
            report(
                "plan.no-start", "the plan does not say when it starts",
                advice: "add a line such as  start: 2026-01-05", at: draft.name?.place)
            return nil
        }
        if let finish = draft.finishBy, let calendar, finish.value.asFinish(on: calendar) < start.value.asStart {
            report(
                "plan.finish-before-start",
                "the plan is promised by \(finish.value), before it starts on \(start.value)",
                advice: "check both dates", at: finish.place)
        }
        return start.value.asStart
    }

    /// Dates that no schedule could keep, whatever the links: these are slips of the pen, not missed promises.
    mutating func checkDates(start: CivilMinute?, calendars: UsedCalendars) {
        for index in detailed {
            let activity = draft.activities[index]
            let calendar = calendars.calendar(of: index)
            if let start, let deadline = activity.deadline, deadline.value.asFinish(on: calendar) < start {
                report(
                    "plan.deadline-before-start",
                    "“\(activity.id.value)” is promised by \(deadline.value), before the plan starts on \(start.day)",
                    advice: "check the year and the month of both dates", at: deadline.place)
            }
            checkContradiction(in: activity, on: calendar)
        }
    }

    /// A date that an activity may not be before, after one that it may not be past.
    ///
    /// In a plan of our own that is a slip of the pen. Other tools schedule it all the same, and show the difference as
    /// negative float; so a file of theirs is scheduled too.
    private mutating func checkContradiction(in activity: ActivityDraft, on calendar: WorkCalendar) {
        var earliest: (instant: CivilMinute, stated: Located<DateConstraint>)?
        for constraint in activity.constraints {
            guard let instant = constraint.value.lowerBound(on: calendar) else { continue }
            if instant > earliest?.instant ?? .earliest { earliest = (instant, constraint) }
        }
        guard let earliest else { return }
        for constraint in activity.constraints {
            guard let latest = constraint.value.upperBound(on: calendar), latest < earliest.instant else { continue }
            let severity: Severity = draft.conventions.name == .native ? .error : .warning
            findings.report(
                Finding(
                    "plan.contradicting-dates", severity,
                    "“\(activity.id.value)” has \(earliest.stated.value.words) and \(constraint.value.words)",
                    advice: "change or drop one of the two dates", at: constraint.place))
        }
    }

    /// Whether the plan ends within the years that dates are written with.
    mutating func staysOnTheCalendar(_ network: Network) -> Bool {
        let times = network.forwardPass()
        let last = network.calendars.map { $0.firstEvent(notBefore: .latest).position }
        for index in draft.activities.indices where !network.traits[index].contains(.isIdle) {
            guard times.finishes[index].position >= last[Int(network.calendarOf[index])] else { continue }
            report(
                "plan.beyond-calendar", "“\(draft.activities[index].id.value)” would end after the year 9999",
                advice: "check the durations and lags before it", at: draft.activities[index].id.place)
            return false
        }
        return true
    }
}

extension DateConstraint {
    /// The instant before which the tied end may not stand.
    fileprivate func lowerBound(on calendar: WorkCalendar) -> CivilMinute? {
        switch self {
        case .startNoEarlierThan(let date), .mustStartOn(let date): date.asStart
        case .finishNoEarlierThan(let date), .mustFinishOn(let date): date.asFinish(on: calendar)
        case .startNoLaterThan, .finishNoLaterThan, .mandatoryStart, .mandatoryFinish, .expectedFinish,
            .asLateAsPossible:
            nil
        }
    }

    /// The instant after which the tied end may not stand; a day in full.
    fileprivate func upperBound(on calendar: WorkCalendar) -> CivilMinute? {
        switch self {
        case .startNoLaterThan(let date), .mustStartOn(let date): date.asLatestStart(on: calendar)
        case .finishNoLaterThan(let date), .mustFinishOn(let date): date.asFinish(on: calendar)
        case .startNoEarlierThan, .finishNoEarlierThan, .mandatoryStart, .mandatoryFinish, .expectedFinish,
            .asLateAsPossible:
            nil
        }
    }

    /// Key and date, as in a plan file.
    fileprivate var words: String { key + (date.map { " \($0)" } ?? "") }
}
