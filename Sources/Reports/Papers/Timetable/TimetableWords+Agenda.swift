import Scheduling
import WorkTime

extension TimetableWords {
    /// Deadlines and milestones; where lanes or people are asked for, their work, their milestones, and the deadlines that
    /// they meet or that work of theirs leads to at once.
    func agenda(_ extras: TimetableExtras) -> Agenda {
        let work = byStart.filter { isAskedFor($0, extras) && !project.activities[$0].isMilestone }
        return Agenda(
            // Of the two forms of a name one stands for the plan, so that its entries stay the same in either language.
            project.name.primary, asOf: project.dataDate ?? project.start,
            entries: schedule.deadlines.filter { concerns($0, extras) }.map(entry(for:))
                + byStart.filter { isShownMilestone($0) && (!extras.asksForSome || isAskedFor($0, extras)) }.map(
                    milestone)
                + work.map(self.work))
    }

    /// Whether a deadline is one for those who are asked for: of the whole plan, of their own work, or right behind it.
    private func concerns(_ deadline: DeadlineForecast, _ extras: TimetableExtras) -> Bool {
        guard extras.asksForSome, let index = deadline.activity.flatMap(index(of:)) else { return true }
        return isAskedFor(index, extras)
            || project.links(to: index).contains { link in
                self.index(of: link.predecessor).map { isAskedFor($0, extras) } ?? false
            }
    }

    private func isShownMilestone(_ index: Int) -> Bool {
        project.activities[index].isMilestone && !project.activities[index].facts.isInactive
    }

    private func isAskedFor(_ index: Int, _ extras: TimetableExtras) -> Bool {
        let activity = project.activities[index]
        guard !activity.isSummary, !activity.facts.isInactive else { return false }
        return activity.lane.map(extras.lanesInCalendar.contains) ?? false
            || activity.facts.assignments.contains { extras.peopleInCalendar.contains($0.resource) }
    }

    private func entry(for deadline: DeadlineForecast) -> Agenda.Entry {
        let (forecast, promised) = moments(of: deadline)
        let headroom = length(deadline.timeHeadroom)
        return Agenda.Entry(
            deadline.activity.map { "deadline/\($0)" } ?? "finish-by",
            title: book.say(AgendaPhrase.deadline(name(of: deadline))), span: span(promised, at: deadline.promised),
            note: book.say(AgendaPhrase.forecast(forecast, headroom: headroom)))
    }

    private func milestone(_ index: Int) -> Agenda.Entry {
        Agenda.Entry(
            "milestone/\(project.activities[index].id)", title: name(index),
            span: span(finish(index), at: schedule.activities[index].finish), note: note(index), category: lane(index))
    }

    private func work(_ index: Int) -> Agenda.Entry {
        let (first, last) = (start(index), finish(index))
        let dates = schedule.activities[index]
        let isWholeDays = first.minuteOfDay == nil && last.minuteOfDay == nil
        return Agenda.Entry(
            "work/\(project.activities[index].id)", title: name(index),
            span: isWholeDays ? .days(first.day, through: last.day) : .minutes(dates.start, to: dates.finish),
            note: note(index), category: lane(index), isBusy: true)
    }

    private func span(_ moment: Moment, at instant: CivilMinute) -> Agenda.Span {
        moment.minuteOfDay == nil ? .days(moment.day, through: moment.day) : .minutes(instant, to: instant)
    }

    private func note(_ index: Int) -> String? { project.activities[index].note.map { book.name($0) } }

    private func lane(_ index: Int) -> String? {
        let name = laneName(index)
        return name.isEmpty ? nil : name
    }
}
