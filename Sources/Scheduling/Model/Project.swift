public import Diagnostics
public import WorkTime

/// A plan that has been found sound: every name resolves, no link goes in a circle, every calendar has work in it.
///
/// Made by ``init(checking:calendars:findings:)``, which reports every fault of a draft at once.
public struct Project: Sendable {
    public let name: BilingualName
    /// When work may begin.
    public let start: CivilMinute
    /// When all of it is promised.
    public let finishBy: StatedInstant?
    /// The calendar of every activity that names none.
    public let calendar: WorkCalendar
    /// In drawing order.
    public let lanes: [Lane]
    /// In the order of the file.
    public let activities: [Activity]
    /// What the check found worth saying though the plan is sound: warnings and notes.
    public let findings: [Finding]

    /// The same plan as index arrays, on which the passes run.
    package let network: Network

    package init(
        name: BilingualName, start: CivilMinute, finishBy: StatedInstant?, calendar: WorkCalendar, lanes: [Lane],
        activities: [Activity], findings: [Finding], network: Network
    ) {
        self.name = name
        self.start = start
        self.finishBy = finishBy
        self.calendar = calendar
        self.lanes = lanes
        self.activities = activities
        self.findings = findings
        self.network = network
    }

    /// Working minutes of a usual day of the project's calendar: what one `d` means.
    public var minutesPerDay: WorkMinutes { calendar.minutesPerDay }

    /// When all of it is promised, as an instant of the project's calendar.
    public var promisedFinish: CivilMinute? { finishBy?.asFinish(on: calendar) }
}
