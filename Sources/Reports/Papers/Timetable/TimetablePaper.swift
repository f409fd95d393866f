import Diagnostics
public import Scheduling
import WorkTime

/// The timetable that a client is sent: headroom against every promise, the work as a picture, what drives the finish,
/// what has little room, and every date.
public struct TimetablePaper: Paper {
    public let schedule: Schedule
    /// The promises and dates that cannot be kept, with their reasons.
    public let conflicts: [Conflict]
    public let extras: TimetableExtras
    /// The plan's file as the reader knows it.
    public let source: String

    /// - Parameter conflicts: those of the schedule; `nil` to find them.
    public init(
        schedule: Schedule, conflicts: [Conflict]? = nil, extras: TimetableExtras = TimetableExtras(), source: String
    ) {
        self.schedule = schedule
        self.conflicts = conflicts ?? schedule.conflicts()
        self.extras = extras
        self.source = source
    }

    public func report(in book: Phrasebook) -> Report {
        let words = TimetableWords(schedule, book)
        return Report(
            kind: "timetable", language: book.language, title: book.say(PlanPhrase.title(schedule.project.name)),
            facts: facts(words), headline: words.headline,
            sections: [promises(words)] + whyMissed(words)
                + [timetable(words)] + words.criticalDates(extras.criticalDates) + approvals(words)
                + words.buffers(extras.buffers) + network(words) + [
                    criticalPath(words)
                ]
                + floatPaths(words)
                + [littleFloat(words)] + words.latestSafeStarts + [everything(words)]
                + [calendar(words), findings(words)].filter { !$0.blocks.isEmpty }, agenda: words.agenda(extras))
    }

    private func facts(_ words: TimetableWords) -> [Report.Fact] {
        let book = words.book
        let calendar = schedule.project.calendar
        return [
            .init(book.say(.source), source),
            .init(
                book.say(PlanPhrase.plannedFrom),
                book.moment(Moment(start: schedule.project.start, on: schedule.project.calendar))),
            .init(book.say(PlanPhrase.calendarFact), book.name(calendar.name, chinese: calendar.nameZh)),
            .init(book.say(PlanPhrase.activityCount), book.integer(schedule.activities.count)),
        ]
    }

    // MARK: Sections

    private func promises(_ words: TimetableWords) -> Section {
        let book = words.book
        let table: Block =
            schedule.deadlines.isEmpty
            ? .paragraph(book.say(PlanPhrase.nothingPromised)) : .table(words.deadlineTable)
        return Section(book.say(PlanPhrase.promises), [.keyFigures(words.keyFigures), table])
    }

    /// A section for each of those missed by most.
    private func whyMissed(_ words: TimetableWords) -> [Section] {
        let worst = conflicts.indices.sorted { (conflicts[$1].missedBy, $0) < (conflicts[$0].missedBy, $1) }
        let shown = worst.prefix(Self.mostExplained).enumerated().map { number, place in
            Section(
                words.heading(of: conflicts[place]), words.explanation(of: conflicts[place], number: number + 1))
        }
        guard shown.count < conflicts.count, var last = shown.last else { return shown }
        last.blocks.append(
            .note(Note(words.book.say(ConflictPhrase.explains(shown.count, of: conflicts.count)))))
        return shown.dropLast() + [last]
    }

    private static let mostExplained = 3

    private func timetable(_ words: TimetableWords) -> Section {
        Section(words.book.say(PlanPhrase.timetable), [.chart(.gantt(words.gantt))])
    }

    private func criticalPath(_ words: TimetableWords) -> Section {
        let book = words.book
        var blocks: [Block] = [.paragraph(book.say(PlanPhrase.criticalPathIntroduction)), .list(words.criticalSteps)]
        let others = words.criticalBesidePath
        if !others.isEmpty { blocks.append(.paragraph(book.say(PlanPhrase.alsoCritical(others)))) }
        return Section(book.say(PlanPhrase.criticalPath), blocks)
    }

    private func approvals(_ words: TimetableWords) -> [Section] {
        guard !extras.approvals.isEmpty else { return [] }
        let book = words.book
        var blocks: [Block] = [
            .paragraph(book.say(ApprovalPhrase.introduction(isPromised: !schedule.deadlines.isEmpty)))
        ]
        blocks.append(.table(words.approvalTable(extras.approvals)))
        let broken = words.roundsThatBreakPromises(extras.approvals)
        if !broken.isEmpty { blocks.append(.list(broken)) }
        return [Section(book.say(ApprovalPhrase.heading), blocks)]
    }

    private func network(_ words: TimetableWords) -> [Section] {
        guard extras.showsNetwork else { return [] }
        return [Section(words.book.say(NetworkPhrase.heading), [.chart(.network(words.networkChart))])]
    }

    private func floatPaths(_ words: TimetableWords) -> [Section] {
        guard let target = extras.floatPaths.first?.activities.last else { return [] }
        let book = words.book
        return [
            Section(
                book.say(NetworkPhrase.floatPaths),
                [
                    .paragraph(book.say(NetworkPhrase.floatPathsIntroduction(to: words.name(target)))),
                    .table(words.floatPathTable(extras.floatPaths)),
                ])
        ]
    }

    private func littleFloat(_ words: TimetableWords) -> Section {
        let book = words.book
        let limit = words.littleFloatLimit
        guard let table = words.littleFloatTable else {
            return Section(
                book.say(PlanPhrase.littleFloat), [.paragraph(book.say(PlanPhrase.noLittleFloat(limit)))])
        }
        return Section(
            book.say(PlanPhrase.littleFloat),
            [.paragraph(book.say(PlanPhrase.littleFloatIntroduction(limit))), .table(table)])
    }

    private func everything(_ words: TimetableWords) -> Section {
        Section(words.book.say(PlanPhrase.allActivities), [.table(words.activityTable)])
    }

    private func calendar(_ words: TimetableWords) -> Section {
        Section(words.book.say(PlanPhrase.calendarFact), words.calendarBlocks)
    }

    private func findings(_ words: TimetableWords) -> Section {
        Section(words.book.say(.findings), words.findingNotes.map(Block.note))
    }
}
