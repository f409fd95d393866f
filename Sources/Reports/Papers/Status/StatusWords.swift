import Scheduling
import WorkTime
import Workflow

/// A status as its paper speaks of it.
struct StatusWords {
    let status: WeeklyStatus
    let book: Phrasebook
    let plan: TimetableWords

    init(_ status: WeeklyStatus, _ book: Phrasebook) {
        self.status = status
        self.book = book
        plan = TimetableWords(status.schedule, book)
    }

    /// What the timetable leads with, how many warnings there are, and the week in numbers.
    func headline(warnings: Int) -> Report.Headline {
        let lead = plan.headline
        let counts = StatusPhrase.counts(
            done: status.done.count, underWay: status.underWay.count, overdue: status.overdue.count,
            next: status.next.count)
        let alarm = warnings > 0 ? [book.say(WarningPhrase.count(warnings))] : []
        let tone: Tone = warnings > 0 && lead.tone != .bad ? .warning : lead.tone
        return Report.Headline(lead.sentences + alarm + [book.say(counts)], tone: tone)
    }

    // MARK: Tables

    var decisionTable: Table {
        Table(
            "decisions", title: book.say(StatusPhrase.decisions),
            columns: [
                Column(book.say(StatusPhrase.answer)), Column(book.say(StatusPhrase.from)),
                Column(book.say(StatusPhrase.expected), .date), Column(book.say(StatusPhrase.latest), .date),
            ],
            rows: status.decisions.map { decision in
                let latest = decision.latest.map { instant in
                    plan.cell(
                        Moment(finish: instant, on: project.calendar(of: decision.answer)), at: instant,
                        instant < status.schedule.activities[decision.answer].finish ? .missed : .plain)
                }
                return [
                    Cell(plan.name(decision.answer)), Cell(book.name(decision.approval.reviewer)),
                    finish(decision.answer), latest ?? Cell("–", emphasis: .muted),
                ]
            })
    }

    /// Each promise beside its headroom at the status before, and when it was accepted.
    func promiseTable(_ record: PlanRecord) -> Table {
        var others: [(heading: String, importance: Column.Importance, headroom: (DeadlineForecast) -> WorkMinutes?)] =
            []
        if let before = record.snapshot(before: status.dataDate) {
            others.append(
                (book.say(PromisePhrase.headroomBefore), .useful, { before.promise(of: $0.activity)?.headroom }))
        }
        if let accepted = record.accepted {
            others.append(
                (
                    book.say(PromisePhrase.headroomAccepted), .extra,
                    { now in
                        accepted.baseline.promises.first { $0.activity == now.activity }
                            .map { project.calendar.work(from: $0.forecast, to: $0.promised) }
                    }
                ))
        }
        return plan.deadlineTable(beside: others)
    }

    var overdueTable: Table { table("overdue", .overdue, status.overdue, [.lane, .start, .float]) }
    var underWayTable: Table { table("under-way", .underWay, status.underWay, [.lane, .left, .finish, .float]) }
    var nextTable: Table { table("next", .next, status.next, [.lane, .start, .finish, .float]) }
    var doneTable: Table { table("done", .done, status.done, [.lane, .finish]) }

    private enum Figure { case lane, start, finish, left, float }

    private func table(_ id: String, _ title: StatusPhrase, _ activities: [Int], _ figures: [Figure]) -> Table {
        let figures = figures.filter { $0 != .lane || !project.lanes.isEmpty }
        return Table(
            id, title: book.say(title), columns: [Column(book.say(.activity))] + figures.map(column),
            rows: activities.map { index in [Cell(plan.name(index))] + figures.map { cell($0, of: index) } },
            rowLimit: 60)
    }

    private func column(_ figure: Figure) -> Column {
        switch figure {
        case .lane: Column(book.say(.lane), importance: .useful)
        case .start: Column(book.say(.start), .date)
        case .finish: Column(book.say(.finish), .date)
        case .left: Column(book.say(StatusPhrase.left), .work)
        case .float: Column(book.say(.float), .work)
        }
    }

    private func cell(_ figure: Figure, of index: Int) -> Cell {
        switch figure {
        case .lane: Cell(plan.laneName(index))
        case .start: plan.cell(plan.start(index), at: status.schedule.activities[index].start)
        case .finish: finish(index)
        case .left:
            plan.cell(project.activities[index].progress?.remaining ?? project.activities[index].duration, of: index)
        case .float: float(index)
        }
    }

    private func finish(_ index: Int) -> Cell {
        plan.cell(plan.finish(index), at: status.schedule.activities[index].finish)
    }

    private func float(_ index: Int) -> Cell {
        guard let float = status.schedule.activities[index].totalFloat else { return Cell("–", emphasis: .muted) }
        return plan.cell(float, of: index, float < .zero ? .missed : .plain)
    }

    private var project: Project { status.schedule.project }
}
