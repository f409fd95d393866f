import Scheduling
import WorkTime

extension TimetableWords {
    /// Every promise with its headroom, in the order of the schedule.
    var deadlineTable: Table { deadlineTable(beside: []) }

    /// The same beside the headroom that each promise had at other times; `nil` for one that was not made then.
    func deadlineTable(
        beside others: [(heading: String, importance: Column.Importance, headroom: (DeadlineForecast) -> WorkMinutes?)]
    ) -> Table {
        let rows = schedule.deadlines.map { deadline -> [Cell] in
            let (forecast, promised) = moments(of: deadline)
            let emphasis: Cell.Emphasis = deadline.isMissed ? .missed : .kept
            let headroom = length(deadline.timeHeadroom)
            return [
                Cell(name(of: deadline)), Cell(.minute(deadline.promised), text: book.moment(promised)),
                Cell(
                    .minute(deadline.forecast), text: book.moment(forecast),
                    emphasis: deadline.isMissed ? .missed : .plain),
                book.cell(.work(headroom), emphasis),
            ]
                + others.map { other in
                    other.headroom(deadline).map { book.cell(.work(length($0)), $0 < .zero ? .missed : .plain) }
                        ?? Cell("–", emphasis: .muted)
                } + [
                    Cell(book.say(deadline.isMissed ? PlanPhrase.missed : .kept), emphasis: emphasis)
                ]
        }
        return Table(
            "deadlines", title: book.say(PlanPhrase.promises),
            columns: [
                Column(book.say(PlanPhrase.promise)), Column(book.say(.promised), .date),
                Column(book.say(.forecast), .date), Column(book.say(.headroom), .work),
            ] + others.map { Column($0.heading, .work, importance: $0.importance) }
                + [Column(book.say(PlanPhrase.state), importance: .extra)], rows: rows, rowLimit: Self.pageRows)
    }

    /// Activities beside the critical ones with little float, the least first; `nil` when there are none.
    var littleFloatTable: Table? {
        let tight = byStart.filter { index in
            let dates = schedule.activities[index]
            guard let float = dates.totalFloat, !project.activities[index].isSummary else { return false }
            return !dates.isCritical && length(float, of: index).0.days <= littleFloatLimit.days
        }
        guard !tight.isEmpty else { return nil }
        let leastFirst = tight.enumerated().sorted {
            (float(of: $0.element), $0.offset) < (float(of: $1.element), $1.offset)
        }.map(\.element)
        return Table(
            "little-float", title: book.say(PlanPhrase.littleFloat),
            columns: [
                Column(book.say(.activity)), laneColumn, Column(book.say(.start), .date),
                Column(book.say(.finish), .date), Column(book.say(.float), .work),
            ].compactMap(\.self),
            rows: leastFirst.map { index in
                [
                    Cell(name(index)), laneCell(index), startCell(index), finishCell(index),
                    floatCell(index),
                ].compactMap(\.self)
            }, rowLimit: 15)
    }

    /// Every activity by its start.
    var activityTable: Table {
        let hasNotes = project.activities.contains { $0.note != nil }
        return Table(
            "timetable", title: book.say(PlanPhrase.allActivities),
            columns: [
                Column(book.say(.activity)), laneColumn, Column(book.say(.start), .date),
                Column(book.say(.finish), .date), Column(book.say(.duration), .work, importance: .useful),
                Column(book.say(.float), .work),
                Column(book.say(.critical), alignment: .centre, importance: .useful),
                hasNotes ? Column(book.say(.remark), importance: .extra) : nil,
            ].compactMap(\.self),
            rows: byStart.map { activityRow($0, hasNotes: hasNotes) }, rowLimit: Self.pageRows,
            remark: book.say(PlanPhrase.floatRemark))
    }

    private func activityRow(_ index: Int, hasNotes: Bool) -> [Cell] {
        let (activity, dates) = (project.activities[index], schedule.activities[index])
        return [
            Cell(name(index), emphasis: dates.isCritical ? .strong : .plain), laneCell(index), startCell(index),
            finishCell(index),
            activity.isMilestone
                ? Cell(.work(length(.zero)), text: book.say(PlanPhrase.milestone), emphasis: .muted)
                : cell(activity.duration, of: index),
            floatCell(index),
            Cell(dates.isCritical ? book.say(.yes) : "", emphasis: dates.isCritical ? .critical : .plain),
            hasNotes ? Cell(activity.note.map { book.name($0) } ?? "", emphasis: .muted) : nil,
        ].compactMap(\.self)
    }

    /// A page shows no more rows than a reader turns over; spreadsheets have all.
    private static let pageRows = 200

    private func float(of index: Int) -> WorkMinutes { schedule.activities[index].totalFloat ?? .zero }

    /// What is finished has no float.
    private func floatCell(_ index: Int) -> Cell {
        guard let float = schedule.activities[index].totalFloat else { return Cell("–", emphasis: .muted) }
        return cell(float, of: index, float < .zero ? .missed : .plain)
    }

    private var laneColumn: Column? {
        project.lanes.isEmpty ? nil : Column(book.say(.lane), importance: .useful)
    }

    private func laneCell(_ index: Int) -> Cell? { project.lanes.isEmpty ? nil : Cell(laneName(index)) }

    private func startCell(_ index: Int) -> Cell { cell(start(index), at: schedule.activities[index].start) }

    private func finishCell(_ index: Int) -> Cell { cell(finish(index), at: schedule.activities[index].finish) }
}
