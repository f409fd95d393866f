import WorkTime

/// A timetable in characters: `####` the critical path, `====` other work, `....` slack, `◆` milestones, `!` deadlines.
struct TextGantt {
    private let chart: GanttChart
    private let width: Int
    private let ink: TextInk
    private let book: Phrasebook
    private let labelWidth: Int
    /// Days that one character stands for.
    private let daysPerColumn: Int
    private let first: CivilDay
    private let columnCount: Int

    init(_ chart: GanttChart, width: Int, _ ink: TextInk, _ book: Phrasebook) {
        self.chart = chart
        self.width = width
        self.ink = ink
        self.book = book
        let labels = chart.lanes.flatMap(\.rows).map { $0.label.printable.columns }.max() ?? 0
        labelWidth = min(labels, max(16, width / 3))
        let (first, end) = chart.shownDays
        // At the end of the calendar there is no day after the last.
        let days = max(1, first.distance(to: end))
        let room = max(8, width - labelWidth - 2)
        daysPerColumn = (days + room - 1) / room
        columnCount = (days + daysPerColumn - 1) / daysPerColumn
        self.first = first
    }

    var lines: [String] {
        var lines = axis
        for lane in chart.lanes where !lane.rows.isEmpty {
            if !lane.name.isEmpty { lines.append(ink.paint(lane.name.printable.fitted(columns: width), .strong)) }
            lines += lane.rows.map(line)
        }
        return lines + legend.wrapped(columns: width).map { ink.paint($0, .quiet) }
    }

    private func column(of day: CivilDay) -> Int {
        min(max(0, first.distance(to: day) / daysPerColumn), columnCount - 1)
    }

    // MARK: Axis

    /// Month names where months begin, and below them the days of the Mondays.
    private var axis: [String] {
        let days = (0..<columnCount).map { first.advanced(by: $0 * daysPerColumn) }
        let begins = days.indices.filter { $0 == 0 || days[$0].month != days[$0 - 1].month }
        let months = begins.enumerated().map { place, column in
            let room = (place + 1 < begins.count ? begins[place + 1] : columnCount) - column
            return (column: column, words: monthWords(days[column], isFirst: place == 0, room: room))
        }
        let mondays = days.enumerated().compactMap { column, day in
            (0..<daysPerColumn).lazy.map { day.advanced(by: $0) }.first { $0.weekday == .monday }
                .map { (column: column, words: "\($0.day)") }
        }
        let lines = daysPerColumn < 7 ? [months, mondays] : [months]
        return lines.map { ink.paint(set($0), .quiet) }
    }

    /// The month, with its year at the beginning and in January where there is room.
    private func monthWords(_ day: CivilDay, isFirst: Bool, room: Int) -> String {
        let full = book.month(CivilMonth(of: day))
        return (isFirst || day.month == 1) && full.columns < room ? full : book.monthName(day.month)
    }

    /// Words at their columns, leaving out what would touch the words before.
    private func set(_ words: [(column: Int, words: String)]) -> String {
        var line = String(repeating: " ", count: labelWidth + 2)
        var free = 0
        for (column, word) in words where column >= free && column + word.columns <= columnCount {
            line += String(repeating: " ", count: column - (line.columns - labelWidth - 2)) + word
            free = column + word.columns + 1
        }
        return line.trailingBlanksTrimmed
    }

    // MARK: Rows

    private func line(_ row: GanttChart.Row) -> String {
        var marks = [Character](repeating: " ", count: columnCount)
        let finish = column(of: row.finishDay)
        if let until = row.slackUntil, until > row.finish {
            for column in finish...column(of: until.day) { marks[column] = "." }
        }
        if row.isMilestone {
            marks[finish] = "◆"
        } else {
            for column in column(of: row.start.day)...max(finish, column(of: row.start.day)) {
                marks[column] = row.isCritical ? "#" : "="
            }
        }
        if let deadline = row.deadline { mark(deadline.day, in: &marks) }
        let label = row.label.printable.set(columns: labelWidth)
        let style: TextInk.Style = row.missesDeadline || row.isCritical ? .cell(.critical) : .plain
        return ink.line([(label, style), (String(marks), style)])
    }

    /// A deadline stands on its day, or on the next column when the milestone itself is there.
    private func mark(_ deadline: CivilDay, in marks: inout [Character]) {
        let place = column(of: deadline)
        let isTaken = marks[place] == "◆"
        let next = place + 1 < columnCount ? place + 1 : max(0, place - 1)
        marks[isTaken ? next : place] = "!"
    }

    private var legend: String {
        let rows = chart.lanes.flatMap(\.rows)
        var samples: [String] = []
        let hasCritical = rows.contains { !$0.isMilestone && $0.isCritical }
        if rows.contains(where: { !$0.isMilestone && !$0.isCritical }) {
            samples.append("= \(book.say(hasCritical ? LegendPhrase.otherWork : .work))")
        }
        if hasCritical {
            samples.append("# \(book.say(LegendPhrase.criticalWork))")
        }
        if rows.contains(where: { ($0.slackUntil ?? $0.finish) > $0.finish }) {
            samples.append(". \(book.say(LegendPhrase.slack))")
        }
        if rows.contains(where: \.isMilestone) { samples.append("◆ \(book.say(LegendPhrase.milestone))") }
        if rows.contains(where: { $0.deadline != nil }) { samples.append("! \(book.say(LegendPhrase.deadline))") }
        return samples.joined(separator: "   ")
    }
}

extension GanttChart.Row {
    /// The day that the finish belongs to: midnight ends the day before.
    var finishDay: CivilDay {
        finish.minuteOfDay == 0 && finish > start ? finish.day.advanced(by: -1) : finish.day
    }
}
