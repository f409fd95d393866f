import WorkTime

extension MSPDIReader {
    mutating func task(_ fields: [Int: MSPDIOwnField]) -> TaskRecord {
        var task = TaskRecord(offset: offset)
        children { reader, name in
            switch name {
            case .predecessorLink: task.links.append(reader.link())
            case .baseline: reader.readBaseline(of: &task)
            case .extendedAttribute:
                guard let (field, value) = reader.fieldValue() else { return }
                switch fields[field] {
                case .id: task.ownID = value
                case .lane: task.lane = value
                case nil: break
                }
            default:
                if !reader.readNature(name, of: &task) { reader.readTime(name, of: &task) }
            }
        }
        return task
    }

    /// What kind of line it is and where it stands; whether the element was one of these.
    private mutating func readNature(_ name: MSPDIName, of task: inout TaskRecord) -> Bool {
        switch name {
        case .uid: task.uid = number()
        case .name: task.name = string()
        case .outlineLevel: task.outlineLevel = number()
        case .outlineNumber: task.outlineNumberLevel = level(ofOutline: text())
        case .wbs: task.wbs = string()
        case .notes: task.notes = string()
        case .type: task.type = number()
        case .isNull: task.isNull = flag()
        case .summary: task.isSummary = flag()
        case .milestone: task.isMilestone = flag()
        case .manual: task.isManual = flag()
        case .active: task.isActive = flag()
        case .externalTask: task.isExternal = flag()
        case .isSubproject: task.isSubproject = flag()
        case .recurring: task.isRecurring = flag()
        case .ignoreResourceCalendar: task.ignoresResourceCalendars = flag()
        case .calendarUID: task.calendar = statedNumber()
        default: return false
        }
        return true
    }

    private mutating func readTime(_ name: MSPDIName, of task: inout TaskRecord) {
        switch name {
        case .duration: (task.duration, task.statesDuration) = (duration(), true)
        case .durationFormat: task.durationFormat = number()
        case .remainingDuration: task.remaining = duration()
        case .start: task.start = minute()
        case .finish: task.finish = minute()
        case .manualStart: task.manualStart = minute()
        case .manualFinish: task.manualFinish = minute()
        case .actualStart: task.actualStart = statedMinute()
        case .actualFinish: task.actualFinish = statedMinute()
        case .percentComplete: task.percentComplete = statedNumber()
        case .stop: task.stop = statedMinute()
        case .resume: task.resume = statedMinute()
        case .constraintType: task.constraint = statedNumber()
        case .constraintDate: task.constraintDate = statedMinute()
        case .deadline: task.deadline = statedMinute()
        case .levelingDelay: task.levelingDelay = statedNumber()
        case .levelingDelayFormat: task.levelingDelayFormat = number()
        default: break
        }
    }

    /// `0` is the project itself, `2.1` stands on the second level.
    private func level(ofOutline number: ArraySlice<UInt8>) -> Int? {
        if number.isEmpty { return nil }
        return number.elementsEqual("0".utf8) ? 0 : number.count { $0 == UInt8(ascii: ".") } + 1
    }

    private mutating func link() -> LinkRecord {
        var link = LinkRecord(offset: offset)
        children { reader, name in
            switch name {
            case .predecessorUID: link.predecessor = reader.number()
            case .type: link.type = reader.number() ?? 1
            case .linkLag: link.lag = reader.number() ?? 0
            case .lagFormat: link.lagFormat = reader.number()
            case .crossProject: link.isCrossProject = reader.flag()
            default: break
            }
        }
        return link
    }

    private mutating func readBaseline(of task: inout TaskRecord) {
        var baseline = BaselineRecord()
        children { reader, name in
            switch name {
            case .number: baseline.number = reader.number() ?? 0
            case .start: baseline.start = reader.minute()
            case .finish: baseline.finish = reader.minute()
            case .duration: baseline.duration = reader.duration()
            default: break
            }
        }
        if baseline.number == 0 {
            task.baseline = baseline
        } else if baseline.start != nil {
            task.hasOtherBaselines = true
        }
    }
}
