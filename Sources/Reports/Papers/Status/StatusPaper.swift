public import Scheduling
import WorkTime
public import Workflow

/// The weekly status report: headroom, the decisions that are needed, what was done, what goes on, what is late and what
/// comes next.
public struct StatusPaper: Paper {
    public let status: WeeklyStatus
    /// The most pressing first.
    public let warnings: [EarlyWarning]
    /// In the order of the promises; empty for a plan that asks for none.
    public let buffers: [BufferOutlook]
    /// What was accepted, and how the plan stood before.
    public let record: PlanRecord
    /// The plan's file as the reader knows it.
    public let source: String

    public init(
        status: WeeklyStatus, warnings: [EarlyWarning] = [], buffers: [BufferOutlook] = [],
        record: PlanRecord = PlanRecord(), source: String
    ) {
        self.status = status
        self.warnings = warnings
        self.buffers = buffers
        self.record = record
        self.source = source
    }

    public func report(in book: Phrasebook) -> Report {
        let words = StatusWords(status, book)
        let schedule = status.schedule
        let promises: Block =
            schedule.deadlines.isEmpty
            ? .paragraph(book.say(PlanPhrase.nothingPromised)) : .table(words.promiseTable(record))
        return Report(
            kind: "plan-status", language: book.language,
            title: book.say(StatusPhrase.title(schedule.project.name)),
            facts: [
                .init(book.say(.source), source),
                .init(
                    book.say(StatusPhrase.asOf),
                    book.moment(Moment(finish: status.dataDate, on: schedule.project.calendar))),
                .init(
                    book.say(StatusPhrase.progress),
                    book.say(StatusPhrase.progressCount(status.counts.finished, of: status.counts.all))),
            ] + baseline(book),
            headline: words.headline(warnings: warnings.count),
            sections: [
                words.warningSection(warnings), Section(book.say(PlanPhrase.promises), [promises]), decisions(words),
            ] + words.plan.buffers(buffers) + [
                section(.overdue, words.overdueTable, words, introduction: .overdueIntroduction),
                section(.underWay, words.underWayTable, words), section(.next, words.nextTable, words),
                section(.done, words.doneTable, words),
            ] + words.plan.criticalDates(status.criticalDates))
    }

    private func baseline(_ book: Phrasebook) -> [Report.Fact] {
        guard let accepted = record.accepted, let acceptance = accepted.acceptance else { return [] }
        let words = PromisePhrase.acceptedTimetable(accepted.number, acceptance.date, client: acceptance.client)
        return [.init(book.say(PromisePhrase.baseline), book.say(words))]
    }

    private func decisions(_ words: StatusWords) -> Section {
        let book = words.book
        guard !status.decisions.isEmpty else {
            return Section(book.say(StatusPhrase.decisions), [.paragraph(book.say(StatusPhrase.noDecision))])
        }
        return Section(
            book.say(StatusPhrase.decisions),
            [.paragraph(book.say(StatusPhrase.decisionsIntroduction)), .table(words.decisionTable)])
    }

    private func section(
        _ heading: StatusPhrase, _ table: Table, _ words: StatusWords, introduction: StatusPhrase? = nil
    ) -> Section {
        let book = words.book
        guard !table.rows.isEmpty else {
            return Section(book.say(heading), [.paragraph(book.say(StatusPhrase.nothing))])
        }
        let text: [Block] = introduction.map { [.paragraph(book.say($0))] } ?? []
        return Section(book.say(heading), text + [.table(table)])
    }
}
