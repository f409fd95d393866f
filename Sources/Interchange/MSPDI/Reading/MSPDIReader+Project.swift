import Diagnostics
import Formats

extension MSPDIReader {
    /// Reads the whole file; `nil` when it is no project, which the findings then say.
    mutating func project() -> ProjectRecord? {
        guard let event = xml.next() else { return nil }
        guard case .open(let code) = event, code >= 0, MSPDIName.byCode[code] == .project else {
            report(
                "mspdi.no-project", .error, "this file of XML is no project of Microsoft Project",
                advice: "save the plan from Microsoft Project as “XML Format”", at: offset)
            return nil
        }
        var project = ProjectRecord()
        children { reader, name in reader.readPart(name, of: &project) }
        // What stands behind the end of the document is a fault, too.
        while xml.next() != nil {}
        return project
    }

    private mutating func readPart(_ name: MSPDIName, of project: inout ProjectRecord) {
        switch name {
        case .title: project.title = statedString()
        case .name: project.name = statedString()
        case .startDate: project.start = statedMinute()
        case .finishDate: project.finish = statedMinute()
        case .statusDate: project.statusDate = statedMinute()
        case .scheduleFromStart: project.isScheduledFromStart = flag()
        case .minutesPerDay: project.minutesPerDay = number() ?? project.minutesPerDay
        case .criticalSlackLimit: project.criticalSlackLimit = tenThousandths() ?? 0
        case .honorConstraints: project.honorsConstraints = flag()
        case .defaultTaskType: project.hasFixedDurations = number() == 1
        case .calendarUID: project.calendar = statedNumber()
        case .extendedAttributes: children { $0.readField($1, of: &project) }
        case .calendars:
            children { reader, name in if name == .calendar { project.calendars.append(reader.calendar()) } }
        case .tasks:
            let fields = project.ownFields
            children { reader, name in if name == .task { project.tasks.append(reader.task(fields)) } }
        case .resources:
            let fields = project.ownFields
            children { reader, name in if name == .resource { project.resources.append(reader.resource(fields)) } }
        case .assignments:
            children { reader, name in
                if name == .assignment { project.assignments.append(reader.assignment()) }
            }
        default: break
        }
    }

    /// A field that the file declares; only those of our own exports matter.
    private mutating func readField(_ name: MSPDIName, of project: inout ProjectRecord) {
        guard name == .extendedAttribute else { return }
        var field: Int?
        var alias: String?
        children { reader, name in
            switch name {
            case .fieldID: field = reader.number()
            case .alias: alias = reader.string()
            default: break
            }
        }
        guard let field, let own = alias.flatMap(MSPDIOwnField.init(rawValue:)) else { return }
        project.ownFields[field] = own
    }

    /// The value of a user-defined field of a task or a resource.
    mutating func fieldValue() -> (field: Int, value: String)? {
        var field: Int?
        var value: String?
        children { reader, name in
            switch name {
            case .fieldID: field = reader.number()
            case .value: value = reader.string()
            default: break
            }
        }
        guard let field, let value else { return nil }
        return (field, value)
    }

    mutating func statedString() -> Stated<String>? { string().map { Stated(value: $0, offset: offset) } }

    mutating func statedNumber() -> Stated<Int>? { number().map { Stated(value: $0, offset: offset) } }
}
