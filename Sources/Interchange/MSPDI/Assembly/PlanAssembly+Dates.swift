import Diagnostics
import Scheduling
import WorkTime

extension PlanAssembly {
    // MARK: Constraints

    mutating func constraint(of task: TaskRecord, isSummary: Bool) -> Located<DateConstraint>? {
        let code = task.constraint?.value ?? (project.isScheduledFromStart ? 0 : 1)
        switch code {
        case 0:
            if !project.isScheduledFromStart, !isSummary, task.constraint != nil { reportAsSoonAsPossible(task) }
            return nil
        case 1:
            guard project.isScheduledFromStart, !isSummary, let stated = task.constraint else { return nil }
            return Located(.asLateAsPossible, at: reader.place(of: stated.offset))
        case 2...7:
            guard let stated = task.constraintDate else {
                reader.report(
                    "mspdi.constraint-without-date", .warning,
                    "the task \(task.uid ?? 0) has a constraint that needs a date, and none",
                    advice: "enter the date in Project; the constraint is left out",
                    at: task.constraint?.offset ?? task.offset)
                return nil
            }
            return reader.located(stated).map { Self.constraint(code, .minute($0)) }
        default:
            reportUnknown("constraint", code, of: task)
            return nil
        }
    }

    private static func constraint(_ code: Int, _ date: StatedInstant) -> DateConstraint {
        switch code {
        case 2: .mandatoryStart(date)
        case 3: .mandatoryFinish(date)
        case 4: .startNoEarlierThan(date)
        case 5: .startNoLaterThan(date)
        case 6: .finishNoEarlierThan(date)
        default: .finishNoLaterThan(date)
        }
    }

    private mutating func reportAsSoonAsPossible(_ task: TaskRecord) {
        reader.report(
            "mspdi.as-soon-as-possible", .warning,
            "the task \(task.uid ?? 0) is to be done as soon as possible in a project that is scheduled from its finish",
            advice: "it is planned as late as possible, as all others; give it a date where that matters",
            at: task.offset)
    }

    // MARK: Calendars

    /// A task's own calendar; that of the project where those who work on it do not matter.
    mutating func calendar(of task: TaskRecord, _ assignments: [AssignmentDraft]) -> Located<String>? {
        let others = crew.calendars(of: assignments, project: calendars.projectID)
        if let stated = task.calendar, stated.value >= 0 {
            if let id = calendars.id(of: stated.value) {
                if !task.ignoresResourceCalendars, crew.hasWorkers(assignments), others != [id],
                    id != calendars.projectID || !others.isEmpty
                {
                    reportMeeting(task, stated)
                }
                return Located(id, at: reader.place(of: stated.offset))
            }
            reader.report(
                "mspdi.unknown-calendar", .warning,
                "the calendar \(stated.value) of the task \(task.uid ?? 0) is not in the file",
                advice: "check by which calendar it is done; the usual one is taken", at: stated.offset)
        }
        let isFixed = task.type.map { $0 == 1 } ?? project.hasFixedDurations
        guard !others.isEmpty, isFixed || task.ignoresResourceCalendars else { return nil }
        return Located(calendars.projectID, at: place(task))
    }

    private mutating func reportMeeting(_ task: TaskRecord, _ calendar: Stated<Int>) {
        reader.report(
            "mspdi.calendars-meet", .warning,
            "the task \(task.uid ?? 0) has a calendar, and those who work on it have others; Project would work only when both "
                + "do",
            advice: "let the task ignore resource calendars; only its own is kept", at: calendar.offset)
    }

    // MARK: Progress

    mutating func progress(of task: TaskRecord, _ unit: MSPDIUnit) -> ProgressDraft {
        let isUnfinished = task.actualStart != nil && task.actualFinish == nil
        return ProgressDraft(
            actualStart: task.actualStart.map { reader.located($0).map { .minute($0) } },
            actualFinish: task.actualFinish.map { reader.located($0).map { .minute($0) } },
            remaining: isUnfinished ? task.remaining.map { planned($0, unit) } : nil,
            complete: complete(task),
            suspended: isUnfinished && task.resume != nil
                ? task.stop.map { reader.located($0).map { .minute($0) } } : nil,
            resumes: isUnfinished ? task.resume.map { reader.located($0).map { .minute($0) } } : nil)
    }

    /// In hundredths of a per cent; nothing is said by the nought of what has not begun.
    private mutating func complete(_ task: TaskRecord) -> Located<Int>? {
        guard let stated = task.percentComplete, stated.value != 0 || task.actualStart != nil else { return nil }
        return reader.located(stated).map { max(-1, min($0, 10_000)) * 100 }
    }

    // MARK: Dates set by hand

    /// Tasks that are scheduled by hand, and stand-ins for tasks of other projects, stay where they are.
    mutating func addHandSetDates(of task: TaskRecord, to details: inout ActivityDetails) {
        guard task.isManual || task.isExternal else { return }
        if task.isExternal {
            reader.report(
                "mspdi.external-task", .warning,
                "the task \(task.uid ?? 0) “\(task.name ?? "")” stands for one of another project, which is not read",
                advice: "its dates in this file are taken; check that they are up to date", at: task.offset)
        }
        if let start = task.start ?? task.manualStart, let finish = task.finish ?? task.manualFinish, start <= finish {
            details.pinned = PinnedDates(start: .minute(start), finish: .minute(finish))
        } else if task.isManual {
            reader.report(
                "mspdi.manual-without-dates", .warning,
                "the task \(task.uid ?? 0) is scheduled by hand and has not both dates",
                advice: "enter them in Project; it is scheduled by its links", at: task.offset)
        }
    }

    // MARK: Splits

    /// The working time in which nobody works on the task between its pieces.
    mutating func addInterruption(of task: TaskRecord, _ unit: MSPDIUnit, to details: inout ActivityDetails) {
        guard details.progress.actualFinish == nil, details.pinned == nil else { return }
        let worked = crew.worked(on: task.uid ?? 0)
        let hasGaps = worked.count > 1
        let mayHaveGaps = !hasGaps && details.progress.isEmpty && task.start != nil && task.finish != nil
        guard hasGaps || mayHaveGaps, !unit.isElapsed, let calendar = clockCalendar(details) else { return }
        let gaps = zip(worked, worked.dropFirst()).reduce(WorkMinutes.zero) {
            $0 + calendar.work(from: $1.0.finish, to: $1.1.start)
        }
        if gaps > .zero {
            details.interruption = PlannedDuration(thousandthsOfMinute: gaps.count * 1_000, isElapsed: false)
        } else if mayHaveGaps, let start = task.start, let finish = task.finish, let duration = task.duration,
            calendar.work(from: start, to: finish).count * 1_000 >= duration.value + 1_000, duration.value > 0
        {
            reader.report(
                "mspdi.unexplained-gap", .warning,
                "the task \(task.uid ?? 0) “\(task.name ?? "")” takes longer from start to finish than its duration, and the "
                    + "file does not say when it rests",
                advice: "export it from Project with its assignments; it is planned without a break", at: task.offset)
        }
    }

    private mutating func clockCalendar(_ details: ActivityDetails) -> WorkCalendar? {
        let team = crew.calendars(of: details.assignments, project: calendars.projectID)
        var ids = details.calendar.map { [$0.value] } ?? team
        if ids.isEmpty { ids = [calendars.projectID] }
        if clock == nil { clock = GapClock(calendars.definitions) }
        return clock?.calendar(ofAny: ids)
    }

    // MARK: What is not kept

    mutating func noteWhatIsNotKept(of task: TaskRecord, isSummary: Bool) {
        if task.isRecurring, isSummary {
            reader.report(
                "mspdi.recurring-task", .note,
                "the task \(task.uid ?? 0) “\(task.name ?? "")” recurs; its occurrences are kept as tasks of their own",
                advice: "nothing needs to be done; a change of one is no change of all", at: task.offset)
        }
        if task.isSubproject {
            reader.report(
                "mspdi.subproject", .warning,
                "the task \(task.uid ?? 0) “\(task.name ?? "")” stands for a project of its own, which is not read",
                advice: "export that project too; only what this file says of it is kept", at: task.offset)
        }
        if isSummary, task.isManual {
            reader.report(
                "mspdi.manual-summary", .warning,
                "the summary \(task.uid ?? 0) “\(task.name ?? "")” is scheduled by hand; it is given the dates of its parts",
                advice: "set the dates of the tasks in it", at: task.offset)
        }
    }
}
