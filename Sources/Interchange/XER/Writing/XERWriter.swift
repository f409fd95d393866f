import Scheduling
import WorkTime

/// Writes one schedule, table by table.
struct XERWriter {
    typealias Row = [(column: String, value: String)]
    typealias Text = XERTableText

    let schedule: Schedule
    let project: Project
    var losses = XERLosses()
    /// The calendars in use, the project's first; the place in the list, counted from 1, is the number in the file.
    let calendars: [WorkCalendar]
    private let calendarNumbers: [String: Int]
    /// The numbers of activities in the file, by index; of what is not written, none.
    let numbers: [Int?]
    /// The summaries and the project itself, as they are numbered.
    let headings: XERHeadings
    /// The calendar that counts lags in the file.
    let lagCalendar: LagCalendar

    /// The project's number.
    static let projectNumber = "1"

    init(_ schedule: Schedule) {
        self.schedule = schedule
        project = schedule.project
        var used = [project.calendar]
        var numbers = [project.calendar.id: 1]
        for index in project.activities.indices where !project.activities[index].isSummary {
            let calendar = project.calendar(of: index)
            guard numbers[calendar.id] == nil else { continue }
            used.append(calendar)
            numbers[calendar.id] = used.count
        }
        calendars = used
        calendarNumbers = numbers
        self.numbers = Self.numbers(of: project)
        headings = XERHeadings(project)
        lagCalendar = Self.lagCalendar(of: project)
    }

    mutating func text() -> String {
        let day = (project.dataDate ?? project.start).day
        var text = Text(
            header: [
                XERFile.mark, "19.12", "\(day)", "Project", "headroom", "Headroom", "db", "Project Management", "USD",
            ])
        text.add("CURRTYPE", [currency])
        text.add("OBS", [[("obs_id", "1"), ("parent_obs_id", ""), ("seq_num", "0"), ("obs_name", projectName)]])
        text.add("PROJECT", [projectRow()])
        text.add("CALENDAR", calendarRows())
        text.add("SCHEDOPTIONS", [optionsRow])
        text.add("PROJWBS", headings.rows(named: projectName))
        text.add("RSRC", resourceRows())
        text.add("TASK", activityRows())
        text.add("TASKPRED", linkRows())
        text.add("TASKRSRC", assignmentRows())
        text.end()
        return text.text
    }

    // MARK: Numbers

    /// The numbers that the activities came with, where they are such as an export has; else they are counted.
    private static func numbers(of project: Project) -> [Int?] {
        let isWritten = { (activity: Activity) in
            !activity.facts.isInactive && (!activity.isSummary || XERHeadings.isActivity(activity, in: project))
        }
        let stated = project.activities.filter(isWritten).map { $0.facts.externalID.flatMap { Int($0) } ?? 0 }
        let areKept = Set(stated).count == stated.count && stated.allSatisfy { $0 > 0 && $0 <= Int32.max }
        var count = 0
        return project.activities.map { activity in
            guard isWritten(activity) else { return nil }
            count += 1
            return areKept ? stated[count - 1] : count
        }
    }

    func hasCalendar(_ id: String) -> Bool { calendarNumbers[id] != nil }
    func calendarNumber(_ id: String) -> String { "\(calendarNumbers[id] ?? 1)" }

    /// Lags by the clock are kept where all lags are.
    private static func lagCalendar(of project: Project) -> LagCalendar {
        let lags = project.activities.indices.lazy.flatMap { project.links(to: $0) }.map(\.lag).filter {
            $0.minutes != 0
        }
        return !lags.isEmpty && lags.allSatisfy(\.isElapsed) ? .elapsed : project.conventions.lagCalendar
    }

    var projectName: String { project.name.primary.isEmpty ? "Project" : project.name.primary }
}
