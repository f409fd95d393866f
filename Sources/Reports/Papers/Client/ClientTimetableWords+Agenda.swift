import Scheduling
import WorkTime
import Workflow

extension ClientTimetableWords {
    /// What is sent, what is to be answered, meetings, milestones, promises and the dates of vehicles.
    var agenda: Agenda {
        Agenda(
            project.name.primary, asOf: project.dataDate ?? project.start,
            entries: timetable.answers.filter { !$0.isGiven }.flatMap(entries) + timetable.work.map(work)
                + timetable.milestones.map(milestone) + timetable.promises.map(promise) + mediaDates.map(media))
    }

    /// When it is sent, and by when the answer is there.
    private func entries(of answer: ClientTimetable.Answer) -> [Agenda.Entry] {
        let name = approval(answer)
        let id = project.activities[answer.activity].id
        let question: ClientPhrase =
            rounds(of: answer) == 1 ? .answer(name) : .answerOfRound(name, answer.round)
        let sending = answer.sent.map { event in
            Agenda.Entry(
                "send/\(id)", title: book.say(ClientPhrase.send(name)), span: span(sent(event), at: event.instant))
        }
        let isWritten = answer.approval.approval.gate.requiresWrittenApproval
        return [sending].compactMap(\.self) + [
            Agenda.Entry(
                "answer/\(id)", title: book.say(question),
                span: span(plan.finish(answer.activity), at: schedule.activities[answer.activity].finish),
                note: isWritten ? book.say(ClientPhrase.written) : nil)
        ]
    }

    private func work(_ index: Int) -> Agenda.Entry {
        let (first, last, dates) = (plan.start(index), plan.finish(index), schedule.activities[index])
        let isWholeDays = first.minuteOfDay == nil && last.minuteOfDay == nil
        return Agenda.Entry(
            "work/\(project.activities[index].id)", title: plan.name(index),
            span: isWholeDays ? .days(first.day, through: last.day) : .minutes(dates.start, to: dates.finish),
            isBusy: true)
    }

    private func milestone(_ index: Int) -> Agenda.Entry {
        Agenda.Entry(
            "milestone/\(project.activities[index].id)", title: plan.name(index),
            span: span(plan.finish(index), at: schedule.activities[index].finish))
    }

    private func promise(_ deadline: DeadlineForecast) -> Agenda.Entry {
        Agenda.Entry(
            deadline.activity.map { "deadline/\($0)" } ?? "finish-by",
            title: book.say(AgendaPhrase.deadline(plan.name(of: deadline))),
            span: span(promised(deadline), at: deadline.promised))
    }

    private func media(_ date: MediaDate) -> Agenda.Entry {
        Agenda.Entry(
            "media/\(date.vehicle.id)/\(date.deadline?.rawValue ?? "on-air")",
            title: book.say(LayoutPhrase.labelled(book.name(date.vehicle.name), mediaWord(date))),
            span: span(date.moment, at: date.instant))
    }

    private func span(_ moment: Moment, at instant: CivilMinute) -> Agenda.Span {
        moment.minuteOfDay == nil ? .days(moment.day, through: moment.day) : .minutes(instant, to: instant)
    }
}
