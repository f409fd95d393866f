import Scheduling
import WorkTime
import Workflow

extension TimetableWords {
    /// A section on the deadlines of vehicles; none where there are none.
    func criticalDates(_ dates: [CriticalDate]) -> [Section] {
        guard !dates.isEmpty else { return [] }
        return [
            Section(
                book.say(VehiclePhrase.heading),
                [.paragraph(book.say(VehiclePhrase.introduction)), .table(criticalDateTable(dates))])
        ]
    }

    /// The earliest first.
    private func criticalDateTable(_ dates: [CriticalDate]) -> Table {
        Table(
            "critical-dates", title: book.say(VehiclePhrase.heading),
            columns: [
                Column(book.say(VehiclePhrase.due), .date), Column(book.say(VehiclePhrase.vehicle)),
                Column(book.say(VehiclePhrase.what)), Column(book.say(VehiclePhrase.doneBy), importance: .extra),
                Column(book.say(VehiclePhrase.latestStart), .date, importance: .useful),
                Column(book.say(.forecast), .date), Column(book.say(.headroom), .work),
            ], rows: dates.map(row), rowLimit: 100)
    }

    private func row(_ date: CriticalDate) -> [Cell] {
        let none = Cell("–", emphasis: .muted)
        let isMissed = date.headroom.map { $0 < .zero } ?? false
        return [
            moment(date.deadline.due), Cell(book.name(date.vehicle.name)),
            Cell(book.say(VehiclePhrase.kind(date.deadline.kind))),
            date.deadline.activity.map { Cell(name($0)) } ?? none,
            date.latestSafeStart.map { cell(Moment(start: $0, on: project.calendar), at: $0) } ?? none,
            date.forecast.map { moment($0, isMissed ? .missed : .plain) } ?? none,
            date.headroom.map { book.cell(.work(length($0)), isMissed ? .missed : .kept) } ?? none,
        ]
    }

    private func moment(_ instant: CivilMinute, _ emphasis: Cell.Emphasis = .plain) -> Cell {
        cell(Moment(finish: instant, on: project.calendar), at: instant, emphasis)
    }
}
