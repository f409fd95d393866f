import Scheduling
import WorkTime

extension TimetableWords {
    /// A section on when each activity must have begun at the latest; none where nothing is promised.
    var latestSafeStarts: [Section] {
        let starts = startsThatKeepPromises
        guard !starts.isEmpty else { return [] }
        return [
            Section(
                book.say(SafeStartPhrase.heading),
                [.paragraph(book.say(SafeStartPhrase.introduction)), .table(table(starts))])
        ]
    }

    /// What has not begun and a promise depends on, the most pressing first; equals in the order of the plan.
    private var startsThatKeepPromises: [(index: Int, start: CivilMinute)] {
        guard !schedule.deadlines.isEmpty else { return [] }
        let safe = schedule.latestSafeDates()
        return safe.indices.compactMap { index in safe[index]?.start.map { (index, $0) } }
            .sorted { ($0.start, $0.index) < ($1.start, $1.index) }
    }

    private func table(_ starts: [(index: Int, start: CivilMinute)]) -> Table {
        Table(
            "latest-safe-starts", title: book.say(SafeStartPhrase.heading),
            columns: [
                Column(book.say(VehiclePhrase.latestStart), .date), Column(book.say(.activity)),
                project.lanes.isEmpty ? nil : Column(book.say(.lane), importance: .useful),
                Column(book.say(.start), .date),
            ].compactMap(\.self),
            rows: starts.map { index, latest in
                let calendar = project.calendar(of: index)
                let isMilestone = project.activities[index].isMilestone
                let moment =
                    isMilestone ? Moment(milestone: latest, on: calendar) : Moment(start: latest, on: calendar)
                let planned = schedule.activities[index].start
                return [
                    cell(moment, at: latest, latest < planned ? .missed : .plain), Cell(name(index)),
                    project.lanes.isEmpty ? nil : Cell(laneName(index)), cell(start(index), at: planned),
                ].compactMap(\.self)
            }, rowLimit: 15)
    }
}
