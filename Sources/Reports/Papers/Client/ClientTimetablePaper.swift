import Scheduling
import WorkTime
public import Workflow

/// The timetable that a client is sent, agrees to and signs: what they receive and when, by when they answer, and what is
/// promised to them.
public struct ClientTimetablePaper: Paper {
    public let timetable: ClientTimetable

    public init(_ timetable: ClientTimetable) { self.timetable = timetable }

    public func report(in book: Phrasebook) -> Report {
        let words = ClientTimetableWords(timetable, book)
        return Report(
            kind: "client-timetable", language: book.language,
            title: book.say(ClientPhrase.title(timetable.schedule.project.name)), facts: facts(words),
            headline: words.headline,
            sections: [answers(words), picture(words)].compactMap(\.self)
                + [
                    section(.workHeading, words.workTable, words), section(.milestones, words.milestoneTable, words),
                    section(.promises, words.promiseTable, words),
                    section(.mediaHeading, words.mediaTable, words, introduction: .mediaIntroduction),
                ].compactMap(\.self) + [acceptance(words)],
            agenda: words.agenda)
    }

    private func facts(_ words: ClientTimetableWords) -> [Report.Fact] {
        let book = words.book
        let project = timetable.schedule.project
        let asOf = Moment(start: project.dataDate ?? project.start, on: project.calendar)
        let parties = timetable.clients.map { book.name($0.name) }
        return (parties.isEmpty ? [] : [.init(book.say(ClientPhrase.parties), book.list(parties))])
            + [
                .init(
                    project.dataDate == nil ? book.say(PlanPhrase.plannedFrom) : book.say(StatusPhrase.asOf),
                    book.moment(asOf)),
                .init(
                    book.say(PlanPhrase.calendarFact),
                    book.name(project.calendar.name, chinese: project.calendar.nameZh)),
            ]
    }

    private func answers(_ words: ClientTimetableWords) -> Section {
        let book = words.book
        guard !timetable.answers.isEmpty else {
            return Section(book.say(ClientPhrase.answersHeading), [.paragraph(book.say(ClientPhrase.noAnswers))])
        }
        return Section(
            book.say(ClientPhrase.answersHeading),
            [.paragraph(book.say(ClientPhrase.answersIntroduction)), .table(words.answerTable)])
    }

    private func picture(_ words: ClientTimetableWords) -> Section? {
        words.picture.map { Section(words.book.say(ClientPhrase.picture), [.chart(.gantt($0))]) }
    }

    /// `nil` for a table with nothing in it.
    private func section(
        _ heading: ClientPhrase, _ table: Table, _ words: ClientTimetableWords, introduction: ClientPhrase? = nil
    ) -> Section? {
        guard !table.rows.isEmpty else { return nil }
        let text: [Block] = introduction.map { [.paragraph(words.book.say($0))] } ?? []
        return Section(words.book.say(heading), text + [.table(table)])
    }

    private func acceptance(_ words: ClientTimetableWords) -> Section {
        let book = words.book
        return Section(
            book.say(ClientPhrase.acceptance),
            [.paragraph(book.say(ClientPhrase.acceptanceIntroduction)), .table(words.acceptanceTable)])
    }
}
