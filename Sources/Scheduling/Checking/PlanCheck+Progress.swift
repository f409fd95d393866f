import Diagnostics
import WorkTime

extension PlanCheck {
    /// Up to when progress is known: as stated, or the last thing that has happened.
    mutating func dataDate(on calendar: WorkCalendar?) -> CivilMinute? {
        if let stated = draft.dataDate { return stated.value.asFinish(on: calendar ?? .fiveDayWeek) }
        guard draft.conventions.movesPastDataDate else { return nil }
        let facts = detailed.flatMap { index in
            let progress = draft.activities[index].progress
            return [progress.actualStart, progress.actualFinish].compactMap { $0 }
        }
        let instants = facts.map { ($0.value.asFinish(on: calendar ?? .fiveDayWeek), $0) }
        guard let (last, stated) = instants.max(by: { $0.0 < $1.0 }) else { return nil }
        warn(
            "plan.no-data-date", "the plan reports progress and does not say up to when; \(last) is taken",
            advice: "add a line such as  data-date: \(last.day)", at: stated.place)
        return last
    }

    /// What has happened to each activity; what cannot have is reported.
    mutating func addProgress(to activities: inout [Activity], calendars: UsedCalendars, dataDate: CivilMinute?) {
        for index in detailed {
            let activity = draft.activities[index]
            let stated = activity.details.progress
            guard !stated.isEmpty else { continue }
            let calendar = calendars.calendar(of: index)
            let progress = progress(stated, of: activity, lasting: activities[index].duration, on: calendar)
            if let dataDate, draft.conventions.movesPastDataDate {
                checkPast(stated, of: activity, dataDate, on: calendar)
            }
            activities[index].change { $0.progress = progress }
        }
    }

    private mutating func progress(
        _ stated: ProgressDraft, of activity: ActivityDraft, lasting duration: WorkMinutes, on calendar: WorkCalendar
    ) -> Progress {
        let id = activity.id.value
        let finish = stated.actualFinish?.value.asFinish(on: calendar)
        var start = stated.actualStart?.value.asActualStart(on: calendar)
        // A point in time began when it was over.
        if let finish, start == nil {
            start = duration == .zero ? finish : calendar.start(at: calendar.position(of: finish) - duration)
        }
        if let start, let finish, finish < start {
            report(
                "plan.finished-before-started", "“\(id)” was finished on \(finish) and started on \(start)",
                advice: "check both dates", at: stated.actualFinish?.place ?? stated.actualStart?.place)
        }
        if let complete = stated.complete, !(0...10_000).contains(complete.value) {
            report(
                "plan.bad-percentage", "“\(id)” is \(complete.value / 100) % done",
                advice: "write a percentage from 0 to 100", at: complete.place)
        }
        if start == nil, stated.complete.map({ $0.value > 0 }) ?? false {
            warn(
                "plan.progress-without-start",
                "“\(id)” is in part done and has no date on which it was started; it is "
                    + "planned as if not begun",
                advice: "add  started: and the date", at: stated.complete?.place)
        }
        checkInterruption(stated, of: id, startedOn: start)
        return Progress(
            actualStart: start, actualFinish: finish,
            remaining: finish == nil ? remaining(stated, of: activity, lasting: duration, on: calendar) : .zero,
            complete: stated.complete?.value, completeKind: stated.completeKind,
            suspended: stated.suspended?.value.asFinish(on: calendar), resumes: stated.resumes?.value.asStart)
    }

    /// Work can only be laid down once it has begun, and taken up again after that.
    private mutating func checkInterruption(_ stated: ProgressDraft, of id: ActivityID, startedOn start: CivilMinute?) {
        guard let suspended = stated.suspended else { return }
        if let start, suspended.value.day < start.day {
            warn(
                "plan.suspended-before-started",
                "“\(id)” was laid down on \(suspended.value) and started on \(start.day)",
                advice: "check both dates", at: suspended.place)
        }
        if let resumes = stated.resumes, resumes.value.day < suspended.value.day {
            warn(
                "plan.resumed-before-suspended",
                "“\(id)” is taken up again on \(resumes.value), before it was laid down on \(suspended.value)",
                advice: "check both dates", at: resumes.place)
        }
    }

    /// As stated; else what the percentage leaves; else all of it.
    private mutating func remaining(
        _ stated: ProgressDraft, of activity: ActivityDraft, lasting duration: WorkMinutes, on calendar: WorkCalendar
    ) -> WorkMinutes {
        if let remaining = stated.remaining {
            if remaining.value.thousandths < 0 {
                report(
                    "plan.negative-duration",
                    "“\(activity.id.value)” has \(remaining.value) left, which is below zero",
                    advice: "write what is left, 0d when only the end has yet to be confirmed", at: remaining.place)
            }
            return WorkMinutes(max(0, remaining.value.minutes(on: calendar)))
        }
        guard stated.completeKind == .duration, let complete = stated.complete else { return duration }
        let left = 10_000 - min(10_000, max(0, complete.value))
        return WorkMinutes((duration.count * left + 5_000) / 10_000)
    }

    /// Nothing can have happened after the date up to which progress is known.
    private mutating func checkPast(
        _ stated: ProgressDraft, of activity: ActivityDraft, _ dataDate: CivilMinute, on calendar: WorkCalendar
    ) {
        let facts = [
            ("started", stated.actualStart, stated.actualStart?.value.asStart),
            ("finished", stated.actualFinish, stated.actualFinish.map { $0.value.asStart }),
        ]
        for (what, fact, instant) in facts {
            guard let fact, let instant, instant > dataDate else { continue }
            warn(
                "plan.actual-after-data-date",
                "“\(activity.id.value)” was \(what) on \(fact.value), after the data date \(dataDate)",
                advice: "move the data date, or check what was reported", at: fact.place)
        }
    }
}
