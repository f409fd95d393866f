import Diagnostics
import Formats
import Scheduling
import WorkTime

extension MSPDIWriter {
    mutating func writeResources() {
        guard !project.resources.isEmpty else { return }
        xml.open("Resources")
        for (index, resource) in project.resources.enumerated() {
            xml.open("Resource")
            xml.element("UID", resourceUIDs[index])
            xml.element("ID", index + 1)
            xml.element("Name", text: resource.name)
            xml.element("Type", resource.isWork ? 1 : 0)
            xml.element("IsNull", 0)
            if resource.isWork { xml.element("MaxUnits", 1) }
            if let calendar = calendars.ofResources[index] { xml.element("CalendarUID", calendar) }
            if resource.id != String(resourceUIDs[index]) { writeField(MSPDIOwnField.resourceID, resource.id) }
            xml.close()
        }
        xml.close()
    }

    /// One for each resource of each activity. Work that rests in between says so in its assignments, because nothing else
    /// in the file does; one that no one is assigned to has an assignment of no one.
    mutating func writeAssignments() {
        let busy = order.indices.filter { index in
            let facts = project.activities[index].facts
            return !facts.assignments.isEmpty || facts.interruption > .zero
        }
        guard !busy.isEmpty else { return }
        xml.open("Assignments")
        var uid = 0
        for index in busy {
            let activity = project.activities[index]
            var known = activity.facts.assignments.compactMap { assignment in
                calendars.resource(assignment.resource).map {
                    (resourceUIDs[$0], assignment.units, project.resources[$0].isWork)
                }
            }
            if known.isEmpty { known = [(-65_535, 10_000, true)] }
            for (resource, units, isWork) in known {
                uid += 1
                xml.open("Assignment")
                xml.element("UID", uid)
                xml.element("TaskUID", uids[index])
                xml.element("ResourceUID", resource)
                write("Finish", schedule.activities[index].finish)
                write("Start", schedule.activities[index].start)
                xml.element("Units", text: Self.share(units))
                if isWork { write("Work", duration: Self.part(activity.duration.count, units)) }
                if activity.facts.interruption > .zero { writePieces(of: index, uid: uid) }
                xml.close()
            }
        }
        xml.close()
    }

    /// Minutes of work by all people and machines.
    func work(_ index: Int) -> Int {
        let activity = project.activities[index]
        return activity.facts.assignments.reduce(0) { sum, assignment in
            guard let resource = calendars.resource(assignment.resource), project.resources[resource].isWork else {
                return sum
            }
            return sum + Self.part(activity.duration.count, assignment.units)
        }
    }

    /// Half of the work, the rest that the plan states, and the other half: how long work rests is known, not when.
    private mutating func writePieces(of index: Int, uid: Int) {
        let activity = project.activities[index]
        guard activity.duration.count > 1, !activity.isComplete else { return }
        note(
            "mspdi.interruption", .note, "the break within “\(activity.id)” is written in its middle",
            advice: "the plan says how long it is, and not when; move it in Project")
        let calendar = project.calendar(of: index)
        let first = calendar.position(of: schedule.activities[index].start)
        let half = WorkMinutes(activity.duration.count / 2)
        let second = first + half + activity.facts.interruption
        writePiece(uid, from: calendar.start(at: first), to: calendar.finish(at: first + half), half.count)
        writePiece(uid, from: calendar.finish(at: first + half), to: calendar.start(at: second), 0)
        let rest = activity.duration - half
        writePiece(uid, from: calendar.start(at: second), to: calendar.finish(at: second + rest), rest.count)
    }

    private mutating func writePiece(_ uid: Int, from start: CivilMinute, to finish: CivilMinute, _ minutes: Int) {
        xml.open("TimephasedData")
        xml.element("Type", 1)
        xml.element("UID", uid)
        write("Start", start)
        write("Finish", finish)
        xml.element("Unit", 2)
        write("Value", duration: minutes)
        xml.close()
    }

    /// `0.5` for half of someone's time.
    private static func share(_ units: Int) -> String {
        let (whole, part) = units.quotientAndRemainder(dividingBy: 10_000)
        guard part != 0 else { return String(whole) }
        let digits = String(10_000 + abs(part)).dropFirst()
        return "\(units < 0 && whole == 0 ? "-" : "")\(whole).\(digits)"
    }

    private static func part(_ minutes: Int, _ units: Int) -> Int {
        let (product, overflow) = minutes.multipliedReportingOverflow(by: units)
        return overflow ? minutes : product / 10_000
    }
}
