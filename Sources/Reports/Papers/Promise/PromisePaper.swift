public import Scheduling
import WorkTime
public import Workflow

/// A timetable as it is proposed or accepted: what is promised by it, and what is different from the one before.
public struct PromisePaper: Paper {
    public let proposal: Proposal
    /// The timetable that was proposed before it, if there was one.
    public let before: Proposal?
    public let schedule: Schedule
    /// The plan's file as the reader knows it.
    public let source: String

    public init(proposal: Proposal, before: Proposal?, schedule: Schedule, source: String) {
        self.proposal = proposal
        self.before = before
        self.schedule = schedule
        self.source = source
    }

    public func report(in book: Phrasebook) -> Report {
        let words = TimetableWords(schedule, book)
        let promises: Block =
            schedule.deadlines.isEmpty
            ? .paragraph(book.say(PlanPhrase.nothingPromised)) : .table(words.deadlineTable)
        return Report(
            kind: "plan-promise", language: book.language,
            title: book.say(PromisePhrase.title(proposal.number, schedule.project.name)),
            facts: [
                .init(book.say(.source), source),
                .init(book.say(PromisePhrase.proposed), book.say(PromisePhrase.by(proposal.date, proposal.author))),
                .init(
                    book.say(PromisePhrase.accepted),
                    book.say(
                        proposal.acceptance.map { PromisePhrase.by($0.date, $0.client) } ?? .notAcceptedYet)),
            ],
            headline: headline(book, words),
            sections: [Section(book.say(PlanPhrase.promises), [promises])] + changes(words))
    }

    private func headline(_ book: Phrasebook, _ words: TimetableWords) -> Report.Headline {
        let state: PromisePhrase =
            proposal.acceptance.map { .isAccepted(proposal.number, $0.date, client: $0.client) }
            ?? .isProposed(proposal.number, proposal.date)
        let difference = before.map { former in
            PromisePhrase.changes(former.baseline.changes(to: proposal.baseline).count, since: former.number)
        }
        let lead = words.headline
        return Report.Headline(
            [book.say(state)] + lead.sentences.prefix(1) + [difference].compactMap { $0.map { book.say($0) } },
            tone: lead.tone)
    }

    // MARK: Changes

    private func changes(_ words: TimetableWords) -> [Section] {
        guard let before else { return [] }
        let rows = before.baseline.changes(to: proposal.baseline).map { row($0, words) }
        guard !rows.isEmpty else { return [] }
        let book = words.book
        let table = Table(
            "changes", title: book.say(PromisePhrase.promisesChanged),
            columns: [
                Column(book.say(.activity)), Column(book.say(PromisePhrase.before), .date),
                Column(book.say(PromisePhrase.now), .date),
            ], rows: rows, rowLimit: 60)
        return [Section(book.say(PromisePhrase.promisesChanged), [.table(table)])]
    }

    /// What was told and what is told now: the finish of an activity, or the date of a promise.
    private func row(_ change: Baseline.Change, _ words: TimetableWords) -> [Cell] {
        let none = Cell(words.book.say(PromisePhrase.notPromised), emphasis: .muted)
        func cell(_ instant: CivilMinute?, _ id: ActivityID?) -> Cell {
            guard let instant else { return none }
            let calendar = id.flatMap(words.index(of:)).map(schedule.project.calendar(of:)) ?? schedule.project.calendar
            return words.cell(Moment(finish: instant, on: calendar), at: instant)
        }
        func finish(of id: ActivityID, in baseline: Baseline?) -> CivilMinute? {
            baseline?.activities.first { $0.id == id }?.finish
        }
        switch change {
        case .added(let id): return [Cell(words.name(id)), none, cell(finish(of: id, in: proposal.baseline), id)]
        case .gone(let id): return [Cell(words.name(id)), cell(finish(of: id, in: before?.baseline), id), none]
        case .moved(let told, let now):
            return [Cell(words.name(now.id)), cell(told.finish, now.id), cell(now.finish, now.id)]
        case .promise(let id, let told, let now):
            let name = words.name(ofPromise: id)
            return [
                Cell(words.book.say(PlanPhrase.promise) + words.book.say(LayoutPhrase.inParentheses(name))),
                cell(told, id), cell(now, id),
            ]
        }
    }
}
