import Diagnostics
import Formats
import Scheduling
import WorkTime

extension MSPDIWriter {
    mutating func writeTasks() {
        xml.open("Tasks")
        for (place, index) in order.indices.enumerated() { writeTask(index, place: place) }
        xml.close()
    }

    /// In the order of elements that Project's schema demands.
    private mutating func writeTask(_ index: Int, place: Int) {
        let activity = project.activities[index]
        let facts = activity.facts
        let dates = schedule.activities[index]
        let isByHand = facts.pinned != nil || activity.kind == .levelOfEffort
        xml.open("Task")
        xml.element("UID", uids[index])
        xml.element("ID", order.levels[order.indices[0]] == 0 ? place : place + 1)
        if facts.name != nil { xml.element("Name", text: activity.name.exchanged) }
        xml.element("Active", facts.isInactive ? 0 : 1)
        xml.element("Manual", isByHand ? 1 : 0)
        xml.element("Type", activity.isSummary ? 1 : 0)
        xml.element("IsNull", 0)
        if let wbs = facts.wbs { xml.element("WBS", text: wbs) }
        if !order.numbers[index].isEmpty { xml.element("OutlineNumber", text: order.numbers[index]) }
        xml.element("OutlineLevel", order.levels[index])
        writeSpan(index, dates, isByHand: isByHand)
        writeSlacks(dates)
        writeProgress(index, dates)
        writeConstraint(index, dates)
        writeLeveling(index)
        if let note = facts.note { xml.element("Notes", text: note.exchanged) }
        if activity.kind != .levelOfEffort { writeLinks(index) }
        writeOwnFields(index)
        writeBaseline(facts.baseline, of: index)
        xml.close()
        noteKind(activity)
        noteCommitment(activity)
    }

    private mutating func writeSpan(_ index: Int, _ dates: ScheduledActivity, isByHand: Bool) {
        let activity = project.activities[index]
        write("Start", dates.start)
        write("Finish", dates.finish)
        let duration = length(index, dates)
        write("Duration", duration: duration)
        if isByHand {
            write("ManualStart", dates.start)
            write("ManualFinish", dates.finish)
            write("ManualDuration", duration: duration)
        }
        xml.element("DurationFormat", isElapsed(activity) ? 8 : 7)
        if calendars.hasWorkers(activity) { write("Work", duration: work(index)) }
        if let progress = activity.progress, progress.isStarted, !progress.isComplete, !activity.isSummary {
            if let suspended = progress.suspended { write("Stop", suspended) }
            if let resumes = resumption(index, progress, dates) { write("Resume", resumes) }
        }
        xml.element("Estimated", 0)
        xml.element("Milestone", activity.isMilestone ? 1 : 0)
        xml.element("Summary", activity.isSummary ? 1 : 0)
        xml.element("Critical", dates.isCritical ? 1 : 0)
        write("EarlyStart", dates.earlyStart)
        write("EarlyFinish", dates.earlyFinish)
        write("LateStart", dates.lateStart)
        write("LateFinish", dates.lateFinish)
    }

    /// Minutes of its calendar; of a summary and of what goes along with others, those of the project's.
    func length(_ index: Int, _ dates: ScheduledActivity) -> Int {
        let activity = project.activities[index]
        guard activity.isSummary || activity.kind == .levelOfEffort else { return activity.duration.count }
        return max(0, project.calendar.work(from: dates.start, to: dates.finish).count)
    }

    func isElapsed(_ activity: Activity) -> Bool {
        activity.calendar == WorkCalendar.elapsed.id && !activity.isSummary && activity.kind != .levelOfEffort
    }

    /// When the rest of started work goes on: as the plan says, or, where the plan's maker moves it past the data date, as
    /// its schedule does.
    private func resumption(_ index: Int, _ progress: Progress, _ dates: ScheduledActivity) -> CivilMinute? {
        if project.conventions.name == .microsoft { return progress.resumes }
        let calendar = project.calendar(of: index)
        return calendar.start(at: calendar.position(of: dates.finish) - progress.remaining)
    }

    /// In tenths of a minute.
    private mutating func writeSlacks(_ dates: ScheduledActivity) {
        guard let total = dates.totalFloat, let free = dates.freeFloat else { return }
        xml.element("FreeSlack", free.count * 10)
        xml.element("TotalSlack", total.count * 10)
    }

    private mutating func writeProgress(_ index: Int, _ dates: ScheduledActivity) {
        let activity = project.activities[index]
        guard !activity.isSummary else { return }
        guard let progress = activity.progress, let actualStart = progress.actualStart else {
            xml.element("PercentComplete", 0)
            write("ActualDuration", duration: 0)
            write("RemainingDuration", duration: length(index, dates))
            return
        }
        let done = activity.duration.count - progress.remaining.count
        let computed = activity.duration == .zero ? 0 : max(0, min(99, done * 100 / activity.duration.count))
        xml.element("PercentComplete", progress.isComplete ? 100 : computed)
        write("ActualStart", actualStart)
        if let actualFinish = progress.actualFinish { write("ActualFinish", actualFinish) }
        write("ActualDuration", duration: progress.isComplete ? activity.duration.count : max(0, done))
        write("RemainingDuration", duration: progress.remaining.count)
        if progress.completeKind == .physical, let complete = progress.complete {
            xml.element("PhysicalPercentComplete", complete / 100)
        }
    }

    private mutating func writeLeveling(_ index: Int) {
        let activity = project.activities[index]
        if let delay = activity.facts.levelingDelay {
            xml.element("LevelingDelay", delay.minutes * 10)
            xml.element("LevelingDelayFormat", delay.isElapsed ? 8 : 7)
        }
        let ignores = calendars.hasWorkers(activity) && calendars.hasOwnCalendar(activity)
        xml.element("IgnoreResourceCalendar", ignores ? 1 : 0)
    }

    private mutating func writeLinks(_ index: Int) {
        for link in project.links(to: index) {
            guard let source = project.index(of: link.predecessor) else { continue }
            if project.activities[source].kind == .levelOfEffort { continue }
            xml.open("PredecessorLink")
            xml.element("PredecessorUID", uids[source])
            xml.element("Type", Self.code(of: link.relationship))
            xml.element("CrossProject", 0)
            xml.element("LinkLag", link.lag.minutes * 10)
            xml.element("LagFormat", link.lag.isElapsed ? 8 : 7)
            xml.close()
            noteLag(link, from: source, to: index)
        }
    }

    private static func code(of relationship: Relationship) -> Int {
        switch relationship {
        case .finishToFinish: 0
        case .finishToStart: 1
        case .startToFinish: 2
        case .startToStart: 3
        }
    }

    private mutating func writeOwnFields(_ index: Int) {
        let activity = project.activities[index]
        if let lane = activity.lane { writeField(MSPDIOwnField.lane.taskFieldID, lane.rawValue) }
        if activity.id.rawValue != String(uids[index]) {
            writeField(MSPDIOwnField.id.taskFieldID, activity.id.rawValue)
        }
    }

    mutating func writeField(_ number: Int, _ value: String) {
        xml.open("ExtendedAttribute")
        xml.element("FieldID", number)
        xml.element("Value", text: value)
        xml.close()
    }

    private mutating func writeBaseline(_ baseline: BaselineDates?, of index: Int) {
        guard let baseline else { return }
        xml.open("Baseline")
        xml.element("Number", 0)
        if let start = baseline.start { write("Start", start) }
        if let finish = baseline.finish { write("Finish", finish) }
        if let duration = baseline.duration {
            write("Duration", duration: duration.count)
            xml.element("DurationFormat", isElapsed(project.activities[index]) ? 8 : 7)
        }
        xml.close()
    }
}
