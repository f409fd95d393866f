import Diagnostics
import Scheduling
import WorkTime

extension PlanAssembly {
    /// One task as an activity.
    mutating func activity(_ index: Int) -> ActivityDraft {
        let task = tasks[index]
        let uid = task.uid ?? 0
        let isSummary = task.isSummary || hasParts[index]
        let unit = unit(task.durationFormat, of: task)
        let place = place(task)
        var details = ActivityDetails()
        let name = task.name ?? (uid == 0 ? (project.title ?? project.name)?.value : nil)
        details.name = name.map { BilingualName(exchanged: $0) }
        details.externalID = String(uid)
        details.wbs = task.wbs
        details.note = task.notes.map { BilingualName(exchanged: $0) }
        details.lane = task.lane.map { Located(LaneID($0)) }
        details.parent = parents[index].flatMap { tasks[$0].uid }.flatMap { ids[$0] }.map { Located($0, at: place) }
        details.isInactive = !task.isActive
        details.deadline = task.deadline.map { reader.located($0).map { .minute($0) } }
        details.baseline = baseline(of: task)
        details.constraints = constraint(of: task, isSummary: isSummary).map { [$0] } ?? []
        var duration: Located<PlannedDuration>?
        if !isSummary {
            duration = task.duration.map { planned($0, unit) }
            details.assignments = crew.assignments(of: uid, &reader)
            details.calendar = calendar(of: task, details.assignments)
            details.levelingDelay = levelingDelay(of: task)
            details.progress = progress(of: task, unit)
            addHandSetDates(of: task, to: &details)
            addInterruption(of: task, unit, to: &details)
        }
        noteWhatIsNotKept(of: task, isSummary: isSummary)
        let kind = kind(of: task, isSummary: isSummary)
        if duration == nil, kind == .work { duration = missingDuration(of: task) }
        return ActivityDraft(
            id: Located(ids[uid] ?? ActivityID(String(uid)), at: place),
            duration: kind == .milestone ? nil : duration, kind: kind,
            predecessors: task.links.compactMap { link($0, to: task) }, details: details)
    }

    mutating func place(_ task: TaskRecord) -> SourcePlace { reader.place(of: task.offset) }

    private func kind(of task: TaskRecord, isSummary: Bool) -> ActivityKind {
        if isSummary { return .summary }
        return task.isMilestone && task.duration?.value ?? 0 == 0 ? .milestone : .work
    }

    private mutating func missingDuration(of task: TaskRecord) -> Located<PlannedDuration> {
        if !task.statesDuration {
            reader.report(
                "mspdi.no-duration", .warning, "the task \(task.uid ?? 0) “\(task.name ?? "")” has no duration",
                advice: "enter one in Project; none is taken", at: task.offset)
        }
        return Located(.none, at: place(task))
    }

    // MARK: Lengths of time

    private mutating func unit(_ code: Int?, of task: TaskRecord) -> MSPDIUnit {
        guard let code else { return .work }
        if let unit = MSPDIUnit(code: code) { return unit }
        reportUnknown("unit of time", code, of: task)
        return .work
    }

    mutating func planned(_ stated: Stated<Int>, _ unit: MSPDIUnit) -> Located<PlannedDuration> {
        let place = reader.place(of: stated.offset)
        if let duration = PlannedDuration(thousandthsOfMinute: stated.value, isElapsed: unit.isElapsed) {
            return Located(duration, at: place)
        }
        reader.report(
            "mspdi.too-long", .error, "this is longer than a million hours",
            advice: "check the number; a plan has room for years, not for ages", at: stated.offset)
        return Located(.none, at: place)
    }

    /// In tenths of a minute, by the clock unless it is said to be working time.
    private mutating func levelingDelay(of task: TaskRecord) -> Located<PlannedDuration>? {
        guard let delay = task.levelingDelay, delay.value > 0 else { return nil }
        let unit = unit(task.levelingDelayFormat ?? 8, of: task)
        return planned(Stated(value: min(delay.value, 1 << 50) * 100, offset: delay.offset), unit)
    }

    private mutating func baseline(of task: TaskRecord) -> BaselineDates? {
        guard let stated = task.baseline, stated.start != nil || stated.finish != nil else { return nil }
        return BaselineDates(
            start: stated.start, finish: stated.finish, duration: stated.duration.map { WorkMinutes($0.value / 1_000) })
    }

    // MARK: Links

    private mutating func link(_ link: LinkRecord, to task: TaskRecord) -> Located<LinkDraft>? {
        guard let uid = link.predecessor, let predecessor = ids[uid] else {
            reportMissing(link, of: task)
            return nil
        }
        if link.isCrossProject {
            reader.report(
                "mspdi.cross-project-link", .warning, "the task \(task.uid ?? 0) is linked to another project",
                advice: "the dates of that project are not read; only what this file says of task \(uid) counts",
                at: link.offset)
        }
        let relationship: Relationship =
            switch link.type {
            case 0: .finishToFinish
            case 1: .finishToStart
            case 2: .startToFinish
            case 3: .startToStart
            default: .finishToStart
            }
        if !(0...3).contains(link.type) { reportUnknown("kind of link", link.type, of: task) }
        return Located(
            LinkDraft(to: predecessor, relationship, lag: lag(link, of: task)), at: reader.place(of: link.offset))
    }

    private mutating func lag(_ link: LinkRecord, of task: TaskRecord) -> PlannedDuration {
        guard link.lag != 0 else { return .none }
        let unit = unit(link.lagFormat, of: task)
        let count = max(-1 << 50, min(link.lag, 1 << 50))
        guard unit.isPercent else { return planned(Stated(value: count * 100, offset: link.offset), unit).value }
        let bounded = max(-PlannedDuration.limit, min(count * 1_000, PlannedDuration.limit))
        return PlannedDuration(thousandths: bounded, unit: .percent, isElapsed: unit.isElapsed)
    }

    private mutating func reportMissing(_ link: LinkRecord, of task: TaskRecord) {
        if link.isCrossProject {
            reader.report(
                "mspdi.cross-project-link", .warning,
                "the task \(task.uid ?? 0) “\(task.name ?? "")” waits for a task of another project",
                advice: "that project is not read; state the date from which on the task may start", at: link.offset)
        } else if let uid = link.predecessor, isBlank(uid) {
            reader.report(
                "mspdi.unknown-predecessor", .warning,
                "the task \(task.uid ?? 0) waits for \(uid), which is a blank row",
                advice: "remove the link in Project; it is left out", at: link.offset)
        } else {
            reader.report(
                "mspdi.unknown-predecessor", .error,
                "the task \(task.uid ?? 0) waits for \(link.predecessor.map(String.init) ?? "nothing"), which is not in "
                    + "the file",
                advice: "export the whole project, or remove the link", at: link.offset)
        }
    }

    mutating func reportUnknown(_ kind: String, _ code: Int, of task: TaskRecord) {
        reader.report(
            "mspdi.unknown-code", .warning, "the task \(task.uid ?? 0) has the \(kind) \(code), which is not known",
            advice: "check this task after reading; the usual one is taken", at: task.offset)
    }
}
