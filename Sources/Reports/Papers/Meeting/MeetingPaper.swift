public import Scheduling
import WorkTime
public import Workflow

/// The meeting report: who was there, what was discussed and decided, and who does what by when.
public struct MeetingPaper: Paper {
    public let meeting: Meeting
    /// The plan that the actions belong to, by name; `nil` without one.
    public let plan: Plan?

    /// What a report says of the plan.
    public struct Plan: Sendable {
        public let name: BilingualName
        /// What actions may wait for.
        public let names: [ActivityID: BilingualName]

        public init(name: BilingualName, names: [ActivityID: BilingualName]) {
            self.name = name
            self.names = names
        }
    }

    public init(_ meeting: Meeting, plan: Plan? = nil) {
        self.meeting = meeting
        self.plan = plan
    }

    public func report(in book: Phrasebook) -> Report {
        let sections = [
            present(book), list(.pointsHeading, points(book), book),
            list(.decisionsHeading, meeting.decisions.map { book.name($0) }, book), actions(book), next(book),
        ]
        return Report(
            kind: "meeting", language: book.language, title: book.say(MeetingPhrase.title(meeting.title)),
            facts: facts(book), headline: headline(book), sections: sections.compactMap(\.self), agenda: agenda(book))
    }

    private func facts(_ book: Phrasebook) -> [Report.Fact] {
        [
            .init(book.say(MeetingPhrase.date), book.moment(Moment(meeting.date))),
            meeting.venue.map { .init(book.say(MeetingPhrase.place), book.name($0)) },
            plan.map { .init(book.say(MeetingPhrase.plan), book.name($0.name)) },
        ].compactMap(\.self)
    }

    private func headline(_ book: Phrasebook) -> Report.Headline {
        let first = meeting.actions.map(\.due).min { $0.day < $1.day }
        let steps = first.map { MeetingPhrase.actions(meeting.actions.count, first: Moment($0)) } ?? .noActions
        let decided: MeetingPhrase? = meeting.decisions.isEmpty ? nil : .decided(meeting.decisions.count)
        return Report.Headline([steps, decided].compactMap(\.self).map { book.say($0) })
    }

    // MARK: Sections

    private func present(_ book: Phrasebook) -> Section? {
        guard !meeting.present.isEmpty else { return nil }
        let table = Table(
            "present", title: book.say(MeetingPhrase.presentHeading),
            columns: [Column(book.say(MeetingPhrase.party)), Column(book.say(MeetingPhrase.people))],
            rows: meeting.present.map { party in
                [Cell(book.name(party.name)), Cell(book.list(party.people.map { book.name($0) }))]
            })
        return Section(book.say(MeetingPhrase.presentHeading), [.table(table)])
    }

    private func points(_ book: Phrasebook) -> [String] {
        meeting.points.map { point in
            let said = point.said.map { book.name($0) }
            guard let topic = point.topic else { return said.joined(separator: " ") }
            return said.isEmpty ? book.name(topic) : book.say(MeetingPhrase.about(topic, said))
        }
    }

    private func list(_ heading: MeetingPhrase, _ lines: [String], _ book: Phrasebook) -> Section? {
        lines.isEmpty ? nil : Section(book.say(heading), [.list(lines)])
    }

    private func actions(_ book: Phrasebook) -> Section? {
        guard !meeting.actions.isEmpty else { return nil }
        let isTied = meeting.actions.contains { !$0.after.isEmpty }
        let table = Table(
            "actions", title: book.say(MeetingPhrase.actionsHeading),
            columns: [
                Column(book.say(MeetingPhrase.number), .integer), Column(book.say(MeetingPhrase.what)),
                Column(book.say(MeetingPhrase.owner)), Column(book.say(MeetingPhrase.due), .date),
                isTied ? Column(book.say(MeetingPhrase.after), importance: .useful) : nil,
            ].compactMap(\.self),
            rows: meeting.actions.enumerated().map { index, action in
                [
                    book.cell(.integer(index + 1)), Cell(book.name(action.what)), Cell(book.name(action.owner.name)),
                    Cell(.day(action.due.day), text: book.moment(Moment(action.due), dayStyle)),
                    isTied ? Cell(book.list(action.after.map { name(of: $0.predecessor, book) })) : nil,
                ].compactMap(\.self)
            }, remark: book.say(MeetingPhrase.correction))
        return Section(book.say(MeetingPhrase.actionsHeading), [.table(table)])
    }

    /// Dates name their year only where not all are of that of the meeting.
    private var dayStyle: DayStyle {
        meeting.actions.allSatisfy { $0.due.day.year == meeting.date.day.year } ? .weekday : .full
    }

    private func name(of activity: ActivityID, _ book: Phrasebook) -> String {
        plan?.names[activity].map { book.name($0) } ?? activity.rawValue
    }

    private func next(_ book: Phrasebook) -> Section? {
        meeting.next.map { next in
            Section(
                book.say(MeetingPhrase.next), [.paragraph(book.say(MeetingPhrase.nextMeeting(Moment(next))))])
        }
    }

    // MARK: The calendar

    /// What is due, and the next meeting.
    private func agenda(_ book: Phrasebook) -> Agenda {
        let due = meeting.actions.map { action in
            Agenda.Entry(
                "action/\(action.id)", title: book.name(action.what), span: action.due.span,
                note: book.name(action.owner.name))
        }
        let next = meeting.next.map { next in
            Agenda.Entry(
                "next", title: book.say(MeetingPhrase.next), span: next.span, note: book.name(meeting.title),
                isBusy: true)
        }
        return Agenda(
            meeting.title.primary, asOf: meeting.date.asStart, entries: due + [next].compactMap(\.self))
    }
}

extension Moment {
    /// As it is stated: with its hour where it has one.
    init(_ instant: StatedInstant) {
        switch instant {
        case .day(let day): self.init(day: day, minuteOfDay: nil)
        case .minute(let minute): self.init(day: minute.day, minuteOfDay: minute.minuteOfDay)
        }
    }
}

extension StatedInstant {
    /// Its place in a calendar.
    fileprivate var span: Agenda.Span {
        switch self {
        case .day(let day): .days(day, through: day)
        case .minute(let minute): .minutes(minute, to: minute)
        }
    }
}
