import Diagnostics
public import Scheduling
import WorkTime
public import Workflow

/// What was proposed, accepted and reported of a plan, and how its promises have stood from update to update.
public struct HistoryPaper: Paper {
    public let record: PlanRecord
    public let schedule: Schedule
    /// The plan's file as the reader knows it.
    public let source: String

    public init(record: PlanRecord, schedule: Schedule, source: String) {
        self.record = record
        self.schedule = schedule
        self.source = source
    }

    public func report(in book: Phrasebook) -> Report {
        let words = TimetableWords(schedule, book)
        return Report(
            kind: "plan-history", language: book.language,
            title: book.say(PromisePhrase.historyTitle(schedule.project.name)),
            facts: [.init(book.say(.source), source)], headline: headline(words),
            sections: [timetables(words)] + headrooms(words) + [updates(words)])
    }

    private func headline(_ words: TimetableWords) -> Report.Headline {
        let book = words.book
        let lead = words.headline
        let promised =
            record.accepted.flatMap { proposal in
                proposal.acceptance.map { PromisePhrase.isAccepted(proposal.number, $0.date, client: $0.client) }
            }
            ?? record.proposals.last.map { .isProposed($0.number, $0.date) } ?? .nothingProposed
        return Report.Headline(lead.sentences.prefix(1) + [book.say(promised)], tone: lead.tone)
    }

    private func timetables(_ words: TimetableWords) -> Section {
        let book = words.book
        guard !record.proposals.isEmpty else {
            return Section(
                book.say(PromisePhrase.timetables), [.paragraph(book.say(PromisePhrase.nothingProposed))])
        }
        let rows = record.proposals.map { proposal -> [Cell] in
            let finish = proposal.baseline.activities.map(\.finish).max()
            return [
                book.cell(.integer(proposal.number)),
                Cell(book.say(PromisePhrase.by(proposal.date, proposal.author))),
                Cell(
                    book.say(proposal.acceptance.map { PromisePhrase.by($0.date, $0.client) } ?? .notAcceptedYet),
                    emphasis: proposal.acceptance == nil ? .muted : .plain),
                finish.map { words.cell(Moment(finish: $0, on: schedule.project.calendar), at: $0) } ?? .empty,
            ]
        }
        let table = Table(
            "timetables", title: book.say(PromisePhrase.timetables),
            columns: [
                Column(book.say(PromisePhrase.number), .integer), Column(book.say(PromisePhrase.proposed)),
                Column(book.say(PromisePhrase.accepted)), Column(book.say(PromisePhrase.finish), .date),
            ], rows: rows, rowLimit: 60)
        return Section(book.say(PromisePhrase.timetables), [.table(table)])
    }

    // MARK: Updates

    private func updates(_ words: TimetableWords) -> Section {
        let book = words.book
        guard !record.updates.isEmpty else {
            return Section(book.say(PromisePhrase.updates), [.paragraph(book.say(PromisePhrase.noUpdate))])
        }
        let rows = record.updates.map { recorded -> [Cell] in
            let update = recorded.update
            let names = (update.progress.map(\.id.value) + update.rounds.map(\.id.value)).map(words.name)
            let shown =
                names.count > 4 ? names.prefix(3) + [book.say(ComparisonPhrase.andMore(names.count - 3))] : names
            return [
                book.cell(.integer(recorded.number)),
                words.cell(
                    Moment(finish: recorded.snapshot.date, on: schedule.project.calendar), at: recorded.snapshot.date),
                Cell(shown.joined(separator: book.language == .english ? ", " : "、")),
            ]
        }
        let table = Table(
            "updates", title: book.say(PromisePhrase.updates),
            columns: [
                Column(book.say(PromisePhrase.update), .integer), Column(book.say(PromisePhrase.asOf), .date),
                Column(book.say(PromisePhrase.reported)),
            ], rows: rows, rowLimit: 60)
        return Section(book.say(PromisePhrase.updates), [.table(table)])
    }

    // MARK: Headroom

    /// No picture shows more promises apart.
    private static let shownPromises = 5

    /// None without updates or promises.
    private func headrooms(_ words: TimetableWords) -> [Section] {
        let book = words.book
        let heading = book.say(PromisePhrase.headroomOverTime)
        let tightest = schedule.deadlines.sorted { $0.timeHeadroom < $1.timeHeadroom }.prefix(Self.shownPromises)
        guard !record.updates.isEmpty, !tightest.isEmpty else { return [] }
        let rows = tightest.map { promise -> [Cell] in
            [Cell(words.name(of: promise))]
                + record.updates.suffix(8).map { recorded in
                    guard let headroom = recorded.snapshot.promise(of: promise.activity)?.headroom else {
                        return Cell("–", emphasis: .muted)
                    }
                    let length = words.length(headroom)
                    return Cell(
                        .work(length), text: book.work(length, .compact), emphasis: headroom < .zero ? .missed : .plain)
                }
        }
        let table = Table(
            "headroom", title: heading,
            columns: [Column(book.say(PlanPhrase.promise))]
                + record.updates.suffix(8).map { Column(book.day($0.snapshot.date.day, .brief), .work) },
            rows: rows)
        return [Section(heading, (chart(Array(tightest), words).map { [.chart(.line($0))] } ?? []) + [.table(table)])]
    }

    /// `nil` for a single update, which makes no line.
    private func chart(_ promises: [DeadlineForecast], _ words: TimetableWords) -> LineChart? {
        let snapshots = record.updates.map(\.snapshot).onePerDay
        guard snapshots.count > 1 else { return nil }
        let perDay = Double(max(1, schedule.project.minutesPerDay.count))
        let series = promises.map { promise in
            LineChart.Series(
                words.name(of: promise),
                snapshots.map { $0.promise(of: promise.activity).map { Double($0.headroom.count) / perDay } },
                isLeading: promise == promises.first)
        }
        let book = words.book
        return LineChart(
            book.say(PromisePhrase.headroomAtStatus), summary: book.say(PromisePhrase.headroomSummary(snapshots.count)),
            axis: .days(snapshots.map(\.date.day)), unit: .days, series: series)
    }
}
