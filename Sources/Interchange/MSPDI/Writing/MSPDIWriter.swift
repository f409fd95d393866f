import Diagnostics
import Formats
public import Scheduling
import WorkTime

extension MSPDIFile {
    /// Writes a scheduled plan of any origin as a file for Microsoft Project.
    ///
    /// Tasks are numbered in the order of the outline, or keep the numbers that they came with where all have one. An id that
    /// is not the number, and the lane, are kept in user-defined fields (see ``MSPDIOwnField``) from which reading restores
    /// them. Calendars are written out, each with all its dates and without a base; every working resource has one of its own
    /// that only says what it is based on, as Project wants it.
    ///
    /// Findings: `mspdi.conventions`, `.lag-calendar`, `.second-constraint`, `.soft-constraint`, `.expected-finish`,
    /// `.postponed`, `.point-kind`, `.level-of-effort`, `.finish-by`, `.data-date`, `.lane-names`, `.critical`,
    /// `.interruption`, `.many-shifts` and `.known-through`.
    ///
    /// - Complexity: O(activities + links + dates of the calendars).
    public static func write(_ schedule: Schedule) -> PlanWriting {
        var writer = MSPDIWriter(schedule)
        writer.writeProject()
        return PlanWriting(bytes: writer.xml.finish(), findings: writer.tally.findings)
    }
}

/// A file of Microsoft Project as it grows.
struct MSPDIWriter {
    let schedule: Schedule
    let project: Project
    var xml = XMLWriter()
    var tally = FindingTally(limit: 5)
    let order: OutlineOrder
    /// By activity.
    let uids: [Int]
    /// By resource.
    let resourceUIDs: [Int]
    let calendars: WrittenCalendars
    /// By activity, whether another waits for its finish.
    let holdsOthers: [Bool]
    /// Whether hard constraints go against links.
    let honorsConstraints: Bool

    init(_ schedule: Schedule) {
        self.schedule = schedule
        project = schedule.project
        let activities = project.activities
        let hasProjectSummary = Self.hasProjectSummary(activities)
        order = OutlineOrder(activities, hasProjectSummary: hasProjectSummary)
        uids = Self.numbers(of: activities, order: order, hasProjectSummary: hasProjectSummary)
        calendars = WrittenCalendars(project)
        let known = project.resources.map { Int($0.id) ?? -1 }
        let keeps = known.allSatisfy((0...Int(Int32.max)).contains) && Set(known).count == known.count
        resourceUIDs = keeps ? known : known.indices.map { $0 + 1 }
        var holdsOthers = [Bool](repeating: false, count: activities.count)
        for index in activities.indices {
            for link in project.links(to: index) where link.relationship.leavesFinish {
                if let source = project.index(of: link.predecessor) { holdsOthers[source] = true }
            }
        }
        self.holdsOthers = holdsOthers
        honorsConstraints =
            project.conventions.pinsConstraints
            && (project.conventions.name == .microsoft
                || activities.contains { $0.constraints.contains(where: \.isHard) })
    }

    /// Whether the first line is the project itself, and all others are parts of it.
    private static func hasProjectSummary(_ activities: [Activity]) -> Bool {
        guard let first = activities.first, first.isSummary, first.facts.externalID == "0" else { return false }
        return activities.dropFirst().allSatisfy { $0.facts.parent != nil } && first.facts.parent == nil
    }

    /// Those that the plan came with, where each activity has one of its own; else in the order of the outline.
    private static func numbers(of activities: [Activity], order: OutlineOrder, hasProjectSummary: Bool) -> [Int] {
        let known = activities.map { $0.facts.externalID.flatMap { Int($0) } ?? -1 }
        let fits = known.enumerated().allSatisfy { index, uid in
            (1...Int(Int32.max)).contains(uid) || uid == 0 && index == 0 && hasProjectSummary
        }
        if fits, Set(known).count == known.count { return known }
        var numbers = [Int](repeating: 0, count: activities.count)
        for (place, index) in order.indices.enumerated() { numbers[index] = place + (hasProjectSummary ? 0 : 1) }
        return numbers
    }

    // MARK: The project

    mutating func writeProject() {
        xml.open("Project", [("xmlns", "http://schemas.microsoft.com/project")])
        xml.element("SaveVersion", 14)
        xml.element("Name", text: project.name.primary + ".xml")
        xml.element("Title", text: project.name.exchanged)
        xml.element("ScheduleFromStart", project.isScheduledFromFinish ? 0 : 1)
        write("StartDate", project.start)
        write("FinishDate", project.isScheduledFromFinish ? project.promisedFinish ?? schedule.finish : schedule.finish)
        xml.element("CriticalSlackLimit", criticalDays())
        xml.element("CalendarUID", 1)
        writeUsualDay()
        xml.element("DefaultTaskType", 0)
        xml.element("DurationFormat", 7)
        xml.element("HonorConstraints", honorsConstraints ? 1 : 0)
        xml.element("MultipleCriticalPaths", 0)
        xml.element("WeekStartDay", 1)
        if let dataDate = project.dataDate { write("StatusDate", dataDate) }
        writeOwnFields()
        writeCalendars()
        writeTasks()
        writeResources()
        writeAssignments()
        xml.close()
        noteConventions()
    }

    private mutating func writeUsualDay() {
        let usual = project.calendar.week.standardDay
        xml.element("DefaultStartTime", text: Self.time(usual.shifts.first?.start ?? 480))
        xml.element("DefaultFinishTime", text: Self.time(usual.shifts.last?.end ?? 1_020))
        xml.element("MinutesPerDay", project.minutesPerDay.count)
        xml.element("MinutesPerWeek", project.minutesPerDay.count * project.calendar.daysPerWeek)
        xml.element("DaysPerMonth", 20)
    }

    /// Whole days of float that are critical.
    private mutating func criticalDays() -> Int {
        switch project.conventions.criticality {
        case .totalFloat(let limit):
            let perDay = max(1, project.minutesPerDay.count)
            let days = Int((Double(limit.count) / Double(perDay)).rounded(.down))
            if days * perDay != limit.count {
                note(
                    "mspdi.critical", .warning,
                    "a float of up to \(limit.count) minutes is critical; Project counts whole days",
                    advice: "\(days) d is written; check it under the calculation options")
            }
            return days
        case .longestPath:
            note(
                "mspdi.critical", .warning, "what stands on the longest path is critical; Project goes by float",
                advice: "a float of 0 d is written; on plans with several calendars other tasks may be critical")
            return 0
        }
    }

    /// Declares the fields that are used.
    private mutating func writeOwnFields() {
        let hasIDs = project.activities.indices.contains { project.activities[$0].id.rawValue != String(uids[$0]) }
        let hasLanes = project.activities.contains { $0.lane != nil }
        let hasResourceIDs = zip(project.resources, resourceUIDs).contains { $0.id != String($1) }
        guard hasIDs || hasLanes || hasResourceIDs else { return }
        xml.open("ExtendedAttributes")
        if hasLanes { declare(.lane, MSPDIOwnField.lane.taskFieldID) }
        if hasIDs { declare(.id, MSPDIOwnField.id.taskFieldID) }
        if hasResourceIDs { declare(.id, MSPDIOwnField.resourceID) }
        xml.close()
        if project.lanes.contains(where: { $0.name != BilingualName($0.id.rawValue) }) {
            note(
                "mspdi.lane-names", .note, "the names of lanes are not kept, only their ids",
                advice: "keep the plan's own file beside this one")
        }
    }

    private mutating func declare(_ field: MSPDIOwnField, _ number: Int) {
        xml.open("ExtendedAttribute")
        xml.element("FieldID", number)
        xml.element("FieldName", text: field.fieldName)
        xml.element("Alias", text: field.rawValue)
        xml.close()
    }

    // MARK: Pieces

    mutating func write(_ name: StaticString, _ instant: CivilMinute) { xml.element(name, text: "\(instant):00") }

    mutating func write(_ name: StaticString, duration minutes: Int) {
        xml.element(name, text: "PT\(minutes / 60)H\(abs(minutes % 60))M0S")
    }

    /// The time of a minute of the day; midnight at its end is midnight.
    static func time(_ minute: Int) -> String {
        let (hour, minute) = (minute % 1_440).quotientAndRemainder(dividingBy: 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute):00"
    }

    mutating func note(_ id: FindingID, _ severity: Severity, _ message: @autoclosure () -> String, advice: String) {
        tally.report(id) { Finding(id, severity, message(), advice: advice) }
    }
}
