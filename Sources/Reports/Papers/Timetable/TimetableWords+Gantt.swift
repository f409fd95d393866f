import Scheduling
import WorkTime

extension TimetableWords {
    /// The work by lane. Of a very large plan the picture shows the part that matters most, and says so.
    var gantt: GanttChart {
        let shown = Set(drawnActivities)
        return chart(
            book.say(project.lanes.isEmpty ? PlanPhrase.workOverTime : .workByLane),
            summary: summary(drawn: shown.count), lanes: lanes(of: shown), markers: markers)
    }

    /// A picture over the days of the project's calendar.
    func chart(_ title: String, summary: String, lanes: [GanttChart.Lane], markers: [GanttChart.Marker]) -> GanttChart {
        var chart = GanttChart(title, summary: summary, lanes: lanes, markers: markers, hours: hours)
        let (first, end) = chart.shownDays
        if first.distance(to: end) <= Self.longestWithDays {
            (chart.daysOff, chart.makeUpDays) = specialDays(from: first, to: end)
        }
        return chart
    }

    private static let mostRows = 160
    /// Beyond three years single days cannot be seen.
    private static let longestWithDays = 1_100

    private func summary(drawn: Int) -> String {
        let all = schedule.activities
        let summary = book.say(
            PlanPhrase.chartSummary(
                activities: all.count, from: Moment(start: schedule.start, on: project.calendar),
                to: Moment(finish: schedule.finish, on: project.calendar), critical: all.count(where: \.isDrawnCritical)
            ))
        guard drawn < all.count else { return summary }
        let rest = book.say(PlanPhrase.chartLeavesOut(shown: drawn, all: all.count))
        return book.language == .english ? "\(summary) \(rest)" : summary + rest
    }

    private var drawnActivities: [Int] {
        guard byStart.count > Self.mostRows else { return byStart }
        let path = Set(schedule.longestPath)
        func rank(_ index: Int) -> Int {
            let activity = project.activities[index]
            return path.contains(activity.id) ? 0 : activity.isMilestone || activity.deadline != nil ? 1 : 2
        }
        let ranked = byStart.map { (rank: rank($0), index: $0) }
        let inOrder = (0...2).lazy.flatMap { rank in ranked.lazy.filter { $0.rank == rank } }
        return inOrder.prefix(Self.mostRows).map(\.index)
    }

    // MARK: Rows

    private func lanes(of shown: Set<Int>) -> [GanttChart.Lane] {
        // A plan with headings is read in its own order, each heading above what it holds.
        let hasHeadings = project.activities.contains(where: \.isSummary)
        let drawn = hasHeadings ? shown.sorted() : byStart.filter(shown.contains)
        guard !project.lanes.isEmpty else { return [GanttChart.Lane("", rows: drawn.map(row))] }
        let named = project.lanes.map { lane in
            GanttChart.Lane(
                book.name(lane.name), rows: drawn.filter { project.activities[$0].lane == lane.id }.map(row))
        }
        let others = drawn.filter { project.activities[$0].lane == nil }.map(row)
        return (named + [GanttChart.Lane(book.say(.other), rows: others)]).filter { !$0.rows.isEmpty }
    }

    private func row(_ index: Int) -> GanttChart.Row {
        let (activity, dates) = (project.activities[index], schedule.activities[index])
        let promise = schedule.deadlines.first { $0.activity == activity.id }
        // What is finished holds up nothing more, and a heading has the room of what it holds.
        let isDone = activity.isComplete || activity.isSummary
        let isCritical = dates.isDrawnCritical && !isDone
        let hasSlack = !isDone && !isCritical
        return GanttChart.Row(
            name(index), start: dates.start, finish: dates.finish,
            slackUntil: hasSlack ? dates.lateFinish : nil, isCritical: isCritical,
            isMilestone: activity.isMilestone, deadline: promise?.promised, missesDeadline: promise?.isMissed ?? false)
    }

    private var markers: [GanttChart.Marker] {
        schedule.deadlines.filter { $0.activity == nil }.map { promise in
            let promised = Moment(finish: promise.promised, on: project.calendar)
            return GanttChart.Marker(
                "\(book.say(.promised)) \(book.moment(promised, .brief))", at: promise.promised,
                tone: promise.isMissed ? .bad : .good)
        }
    }

    // MARK: Days

    /// The hours of the usual working day, so that a day's work fills its day.
    private var hours: ClosedRange<Int> {
        let shifts = project.calendar.week.standardDay.shifts
        guard let first = shifts.first, let last = shifts.last, last.end <= 1_440 else { return 0...1_440 }
        return first.start...last.end
    }

    private func specialDays(
        from first: CivilDay, to end: CivilDay
    ) -> (off: [GanttChart.DayOff], makeUp: [GanttChart.DayOff]) {
        var off: [GanttChart.DayOff] = []
        var makeUp: [GanttChart.DayOff] = []
        for day in first..<end {
            let rule = project.calendar.rule(on: day)
            let name = rule.map { book.name($0.name, chinese: $0.nameZh) }
            if !project.calendar.isWorking(day) {
                off.append(GanttChart.DayOff(day, name: name))
            } else if rule?.kind == .makeUpDay {
                makeUp.append(GanttChart.DayOff(day, name: name))
            }
        }
        return (off, makeUp)
    }
}

extension ScheduledActivity {
    /// What holds the finish has the colour of the critical path, also where a gap leaves it an hour of float.
    fileprivate var isDrawnCritical: Bool { isCritical || isOnLongestPath }
}
