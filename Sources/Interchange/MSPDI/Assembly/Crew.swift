import Diagnostics
import Scheduling
import WorkTime

/// The resources of a file and who of them works on what.
struct Crew {
    private(set) var resources: [ResourceDraft] = []
    private let records: [ResourceRecord]
    /// By number: the record at first, the resource once they are resolved.
    private var indexOf: [Int: Int] = [:]
    private var indexOfID: [String: Int] = [:]
    /// By task's number.
    private var assignments: [Int: [AssignmentRecord]] = [:]
    /// The resource that stands for no one.
    private static let unassigned = -65_535

    init(_ project: ProjectRecord, tasks: [TaskRecord]) {
        records = project.resources.filter { !$0.isNull && $0.uid != nil }
        for (index, record) in records.enumerated() {
            guard let uid = record.uid, indexOf[uid] == nil else { continue }
            indexOf[uid] = index
        }
        for assignment in project.assignments {
            guard let task = assignment.task else { continue }
            assignments[task, default: []].append(assignment)
        }
    }

    /// The calendars of those who work on something.
    var usedCalendars: [Int] {
        let busy = Set(assignments.values.joined().lazy.compactMap(\.resource))
        return records.lazy.filter { $0.isWork && $0.uid.map(busy.contains) ?? false }.compactMap { $0.calendar?.value }
    }

    /// Makes the resources known; those who work by the project's calendar need none of their own.
    mutating func resolve(_ calendars: CalendarAssembly, _ reader: inout MSPDIReader) {
        var taken: Set<String> = []
        for (index, record) in records.enumerated() {
            guard let uid = record.uid else { continue }
            guard indexOf[uid] == index else {
                reader.report(
                    "mspdi.duplicate-uid", .error, "two resources have the UID \(uid)", advice: "export the file again",
                    at: record.offset)
                continue
            }
            var id = record.ownID.flatMap { taken.contains($0) ? nil : $0 } ?? String(uid)
            while !taken.insert(id).inserted { id += "-" }
            let calendar = record.isWork ? record.calendar.flatMap { calendars.id(of: $0.value) } : nil
            indexOf[uid] = resources.count
            indexOfID[id] = resources.count
            resources.append(
                ResourceDraft(
                    id: Located(id, at: reader.place(of: record.offset)), name: record.name ?? id,
                    calendar: calendar == calendars.projectID ? nil : calendar.map { Located($0) },
                    isWork: record.isWork))
        }
    }

    /// Who is set to work on a task; what names no one is reported.
    func assignments(of uid: Int, _ reader: inout MSPDIReader) -> [AssignmentDraft] {
        (assignments[uid] ?? []).compactMap { record in
            guard let named = record.resource, named != Self.unassigned else { return nil }
            guard let index = indexOf[named] else {
                reader.report(
                    "mspdi.unknown-resource", .warning, "the resource \(named) of an assignment is not in the file",
                    advice: "check who works on task \(uid); the assignment is left out", at: record.offset)
                return nil
            }
            let place = reader.place(of: record.offset)
            return AssignmentDraft(resource: Located(resources[index].id.value, at: place), units: record.units)
        }
    }

    /// When anyone works on a task, in order, as far as the file says.
    func worked(on uid: Int) -> [WorkedStretch] {
        let stretches = (assignments[uid] ?? []).flatMap(\.worked).sorted { $0.start < $1.start }
        var merged: [WorkedStretch] = []
        for stretch in stretches {
            if let last = merged.last, last.finish >= stretch.start {
                merged[merged.count - 1].finish = max(last.finish, stretch.finish)
            } else {
                merged.append(stretch)
            }
        }
        return merged
    }

    /// The calendars of those who work on a task by one of their own, and the project's for the others; each once. Empty
    /// when all of them work by the project's.
    func calendars(of assignments: [AssignmentDraft], project: String) -> [String] {
        guard !assignments.isEmpty else { return [] }
        var found: [String] = []
        var seen: Set<String> = []
        for assignment in assignments {
            guard let index = indexOfID[assignment.resource.value], resources[index].isWork else { continue }
            let calendar = resources[index].calendar?.value ?? project
            if seen.insert(calendar).inserted { found.append(calendar) }
        }
        return found == [project] ? [] : found
    }

    /// Whether someone works on it, rather than only something being used up.
    func hasWorkers(_ assignments: [AssignmentDraft]) -> Bool {
        assignments.contains { indexOfID[$0.resource.value].map { resources[$0].isWork } ?? false }
    }
}
