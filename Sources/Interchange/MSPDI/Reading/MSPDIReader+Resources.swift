import WorkTime

extension MSPDIReader {
    mutating func resource(_ fields: [Int: MSPDIOwnField]) -> ResourceRecord {
        var resource = ResourceRecord(offset: offset)
        children { reader, name in
            switch name {
            case .uid: resource.uid = reader.number()
            case .name: resource.name = reader.string()
            case .isNull: resource.isNull = reader.flag()
            case .type: resource.isWork = resource.isWork && reader.number() ?? 1 == 1
            case .isCostResource: if reader.flag() { resource.isWork = false }
            case .calendarUID: resource.calendar = reader.statedNumber()
            case .extendedAttribute:
                if let (field, value) = reader.fieldValue(), fields[field] == .id { resource.ownID = value }
            default: break
            }
        }
        return resource
    }

    mutating func assignment() -> AssignmentRecord {
        var assignment = AssignmentRecord(offset: offset)
        children { reader, name in
            switch name {
            case .taskUID: assignment.task = reader.number()
            case .resourceUID: assignment.resource = reader.number()
            case .units: assignment.units = reader.tenThousandths() ?? assignment.units
            case .timephasedData: reader.readWork(into: &assignment.worked)
            default: break
            }
        }
        return assignment
    }

    /// A piece of an assignment's work by time: 1 is what remains, 2 what has been done; all others are of no interest.
    private mutating func readWork(into worked: inout [WorkedStretch]) {
        var type: Int?
        var start: CivilMinute?
        var finish: CivilMinute?
        var isWorked = false
        children { reader, name in
            switch name {
            case .type: type = reader.number()
            // Costs have periods and values, too, and their values are no durations.
            case .start where type == 1 || type == 2: start = reader.minute()
            case .finish where type == 1 || type == 2: finish = reader.minute()
            case .value where type == 1 || type == 2: isWorked = reader.duration()?.value ?? 0 > 0
            default: break
            }
        }
        guard isWorked, let start, let finish, finish > start else { return }
        if let last = worked.last, last.finish >= start, last.start <= start {
            worked[worked.count - 1].finish = max(last.finish, finish)
        } else {
            worked.append(WorkedStretch(start: start, finish: finish))
        }
    }
}
