import Scheduling
import WorkTime

/// A schedule as its paper speaks of it: names, moments and lengths in one language.
struct TimetableWords {
    let schedule: Schedule
    let book: Phrasebook
    let project: Project
    /// The activities in the order in which they start; equals in file order.
    let byStart: [Int]
    private let laneNames: [LaneID: String]

    init(_ schedule: Schedule, _ book: Phrasebook) {
        self.schedule = schedule
        self.book = book
        project = schedule.project
        laneNames = Dictionary(project.lanes.map { ($0.id, book.name($0.name)) }) { first, _ in first }
        let spans = schedule.activities.map { ($0.start, $0.finish) }
        byStart = spans.indices.filter(schedule.hasDates).sorted { left, right in
            (spans[left].0, spans[left].1, left) < (spans[right].0, spans[right].1, right)
        }
    }

    // MARK: Names and dates

    func name(_ index: Int) -> String { book.name(project.activities[index].name) }

    func index(of id: ActivityID) -> Int? { project.index(of: id) }

    func laneName(_ index: Int) -> String { project.activities[index].lane.flatMap { laneNames[$0] } ?? "" }

    func start(_ index: Int) -> Moment {
        let dates = schedule.activities[index]
        return project.activities[index].isMilestone
            ? finish(index) : Moment(start: dates.start, on: project.network.calendar(of: index))
    }

    func finish(_ index: Int) -> Moment {
        let dates = schedule.activities[index]
        let calendar = project.network.calendar(of: index)
        return project.activities[index].isMilestone
            ? Moment(milestone: dates.finish, on: calendar) : Moment(finish: dates.finish, on: calendar)
    }

    // MARK: Lengths

    /// A length of an activity's own calendar, and how it is written: time around the clock says so.
    func length(_ minutes: WorkMinutes, of index: Int) -> (WorkLength, WorkStyle) {
        let calendar = project.network.calendar(of: index)
        let isElapsed = calendar.id == WorkCalendar.elapsed.id
        return (WorkLength(minutes, perDay: calendar.minutesPerDay), isElapsed ? .aroundTheClock : .plain)
    }

    /// A length of the project's calendar.
    func length(_ minutes: WorkMinutes) -> WorkLength { WorkLength(minutes, perDay: project.minutesPerDay) }

    func cell(_ minutes: WorkMinutes, of index: Int, _ emphasis: Cell.Emphasis = .plain) -> Cell {
        let (length, style) = length(minutes, of: index)
        return Cell(.work(length), text: book.work(length, style), emphasis: emphasis)
    }

    func cell(_ moment: Moment, at instant: CivilMinute, _ emphasis: Cell.Emphasis = .plain) -> Cell {
        Cell(.minute(instant), text: book.moment(moment, dayStyle), emphasis: emphasis)
    }

    /// Dates name their year only in plans that span several.
    var dayStyle: DayStyle { schedule.start.day.year == schedule.finish.day.year ? .weekday : .full }

    /// Up to this much float is little: two days.
    var littleFloatLimit: WorkLength { length(WorkMinutes(project.minutesPerDay.count * 2)) }
}
