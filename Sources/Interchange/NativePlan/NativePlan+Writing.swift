import Diagnostics
import Formats
public import Scheduling
import WorkTime

extension NativePlan {
    /// Writes a plan of any origin as people write it, one activity a line, with the calendars that it works by.
    ///
    /// Findings: `plan.not-kept` for what the plan file has no key for.
    public static func write(_ project: Project) -> PlanWriting {
        var writer = NativePlanWriter(project)
        writer.write()
        return PlanWriting(bytes: Array(writer.text.utf8), findings: writer.tally.findings)
    }
}

private struct NativePlanWriter {
    let project: Project
    let calendars: WrittenCalendars
    var text = ""
    var tally = FindingTally(limit: 5)

    init(_ project: Project) {
        self.project = project
        calendars = WrittenCalendars(project)
    }

    mutating func write() {
        line("plan", YAMLScalar.text(project.name.written))
        if !project.isScheduledFromFinish { line("start", StatedInstant(writing: project.start).description) }
        if let promised = project.finishBy { line("finish-by", promised.description) }
        if project.isScheduledFromFinish { line("schedule-from", "finish") }
        if let dataDate = project.dataDate { line("data-date", StatedInstant.minute(dataDate).description) }
        writeConventions()
        line("calendar", YAMLScalar.text(project.calendar.id))
        if let buffers = project.writtenBuffers { line("buffers", buffers) }
        writeCalendars()
        writeLanes()
        writeResources()
        text += "\nactivities:\n"
        for index in project.activities.indices { writeActivity(index) }
        if project.activities.contains(where: { $0.facts.mark != nil }) {
            notKept(
                "that approvals come in rounds", advice: "the rounds are written out as activities; edit the first file"
            )
        }
    }

    private mutating func line(_ key: String, _ value: String, depth: Int = 0) {
        text += String(repeating: "  ", count: depth) + "\(key): \(value)\n"
    }

    private mutating func notKept(_ what: String, advice: String) {
        tally.report("plan.not-kept") {
            Finding("plan.not-kept", .warning, "\(what) is not kept in the plan file", advice: advice)
        }
    }

    // MARK: The plan

    private mutating func writeConventions() {
        let stated = project.conventions
        let usual = Conventions(stated.name)
        if stated.name != .native { line("conventions", stated.name.rawValue) }
        if stated.lagCalendar != usual.lagCalendar { line("lag-calendar", stated.lagCalendar.rawValue) }
        if stated.progressLogic != usual.progressLogic { line("progress-logic", stated.progressLogic.rawValue) }
        if stated.totalFloat != usual.totalFloat { line("total-float", stated.totalFloat.rawValue) }
        if stated.criticality != usual.criticality {
            switch stated.criticality {
            case .longestPath: line("critical", "longest-path")
            case .totalFloat(let limit): line("critical", PlannedDuration.minutes(limit.count).description)
            }
        }
        let constraints = project.activities.lazy.flatMap(\.constraints)
        if stated.pinsConstraints != usual.pinsConstraints, constraints.contains(where: \.isHard) {
            notKept("whether dates go before links", advice: "check the activities with mandatory dates")
        }
        if stated.usesExpectedFinish != usual.usesExpectedFinish, constraints.contains(where: \.isExpectedFinish) {
            notKept("whether expected finishes count", advice: "check the activities with an expected finish")
        }
    }

    private mutating func writeCalendars() {
        text += "\ncalendars:\n"
        for calendar in calendars.list {
            text += "  \(YAMLScalar.text(calendar.id)):\n"
            if calendar.name != calendar.id { line("name", YAMLScalar.text(calendar.name), depth: 2) }
            if let chinese = calendar.nameZh { line("name-zh", YAMLScalar.text(chinese), depth: 2) }
            let days = Weekday.allCases.filter { !calendar.week[$0].isOff }
            let hours = days.map { (key: $0.writtenName, value: "\"\(calendar.week[$0].written)\"") }
            line("week", YAMLScalar.group(hours), depth: 2)
            writeDates(calendar)
            if let known = calendar.knownThrough { line("known-through", known.description, depth: 2) }
        }
    }

    private mutating func writeDates(_ calendar: WorkCalendar) {
        for (key, dates) in calendar.rules.written {
            text += "    \(key.rawValue):\n"
            for date in dates { text += "      - \(YAMLScalar.text(date))\n" }
        }
    }

    private mutating func writeLanes() {
        guard !project.lanes.isEmpty else { return }
        text += "\nlanes:\n"
        for lane in project.lanes {
            line(YAMLScalar.text(lane.id.rawValue), lane.written, depth: 1)
        }
    }

    private mutating func writeResources() {
        guard !project.resources.isEmpty else { return }
        text += "\nresources:\n"
        for resource in project.resources {
            var members = [(key: "name", value: YAMLScalar.text(resource.name))]
            if let calendar = resource.calendar { members.append(("calendar", YAMLScalar.text(calendar))) }
            if !resource.isWork { members.append(("kind", "material")) }
            line(YAMLScalar.text(resource.id), YAMLScalar.group(members), depth: 1)
        }
    }

    // MARK: Activities

    private mutating func writeActivity(_ index: Int) {
        let activity = project.activities[index]
        let facts = activity.facts
        let isElapsed = activity.calendar == WorkCalendar.elapsed.id
        var members: [(key: String, value: String)] = []
        if let name = facts.name { members.append(("name", YAMLScalar.text(name.written))) }
        if let lane = facts.lane { members.append(("lane", YAMLScalar.text(lane.rawValue))) }
        switch activity.kind {
        case .work: members.append(("duration", project.writtenDuration(of: index)))
        case .milestone: members.append(("milestone", "true"))
        case .startMilestone, .finishMilestone, .levelOfEffort, .summary:
            members.append(("kind", activity.kind.rawValue))
        }
        if let safe = facts.safeDuration {
            members.append(("safe", PlannedDuration(writing: safe.count, day: 0, isElapsed: isElapsed).description))
        }
        if let parent = facts.parent {
            members.append(("part-of", YAMLScalar.text(project.activities[parent].id.rawValue)))
        }
        if let wbs = facts.wbs { members.append(("wbs", YAMLScalar.text(wbs))) }
        let links = project.writtenLinks(to: index)
        if !links.isEmpty { members.append(("after", YAMLScalar.list(links))) }
        let crew = facts.assignments.map { "\($0.resource) \(percentage($0.units))" }
        if !crew.isEmpty { members.append(("who", YAMLScalar.list(crew))) }
        if calendars.hasOwnCalendar(activity), activity.calendar != WorkCalendar.elapsed.id {
            members.append(("calendar", YAMLScalar.text(activity.calendar)))
        }
        if activity.kind.isMilestone, activity.calendar == WorkCalendar.elapsed.id {
            members.append(("duration", "0ed"))
        }
        members += dates(of: activity) + progress(of: activity)
        if facts.isInactive { members.append(("inactive", "true")) }
        if let note = facts.note { members.append(("note", YAMLScalar.text(note.written))) }
        line(YAMLScalar.text(activity.id.rawValue), YAMLScalar.group(members), depth: 1)
        noteWhatIsNotKept(activity)
    }

    private func dates(of activity: Activity) -> [(key: String, value: String)] {
        var members = activity.constraints.map { constraint in
            (key: constraint.key, value: constraint.date?.description ?? "true")
        }
        if let deadline = activity.deadline { members.append(("deadline", deadline.description)) }
        if let commitment = activity.facts.commitment { members.append(("committed", commitment.written)) }
        return members
    }

    private func progress(of activity: Activity) -> [(key: String, value: String)] {
        guard let progress = activity.progress else { return [] }
        var members: [(key: String, value: String)] = []
        if let start = progress.actualStart { members.append(("started", start.description)) }
        if let finish = progress.actualFinish { members.append(("finished", finish.description)) }
        if progress.isStarted, !progress.isComplete, activity.kind == .work {
            members.append(("remaining", PlannedDuration(writing: progress.remaining.count, day: 0).description))
        }
        if let complete = progress.complete { members.append(("complete", percentage(complete))) }
        if let suspended = progress.suspended { members.append(("suspended", suspended.description)) }
        if let resumes = progress.resumes { members.append(("resumes", resumes.description)) }
        return members
    }

    /// Of hundredths of a per cent.
    private func percentage(_ hundredths: Int) -> String {
        let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
        return part == 0 ? "\(whole)%" : "\(whole).\(part < 10 ? "0" : "")\(part)%"
    }

    private mutating func noteWhatIsNotKept(_ activity: Activity) {
        let facts = activity.facts
        if facts.pinned != nil {
            notKept("that “\(activity.id)” was put where it is by hand", advice: "bind it with  mandatory-start: DATE")
        }
        if facts.levelingDelay != nil {
            notKept("the levelling delay of “\(activity.id)”", advice: "bind it with  start-no-earlier-than: DATE")
        }
        if facts.interruption > .zero {
            notKept("the break within “\(activity.id)”", advice: "part it into two activities")
        }
        if facts.baseline != nil {
            notKept("the baseline of “\(activity.id)”", advice: "keep the file that it came from")
        }
    }
}

extension Lane {
    /// Its name alone, unless it is outside.
    var written: String {
        let name = YAMLScalar.text(name.written)
        return isExternal
            ? YAMLScalar.group([(LaneKey.name.rawValue, name), (LaneKey.external.rawValue, "yes")]) : name
    }
}

extension StatedInstant {
    /// A midnight as its day.
    fileprivate init(writing start: CivilMinute) {
        self = start.minuteOfDay == 0 ? .day(start.day) : .minute(start)
    }
}

extension [DateRule] {
    /// As a calendar states them: days off, days worked out of turn, days with hours of their own; only those that there are.
    var written: [(key: CalendarKey, dates: [String])] {
        var dates: [CalendarKey: [String]] = [:]
        for rule in self {
            let name = rule.nameZh.map { "\(rule.name) / \($0)" } ?? rule.name
            let words = name.isEmpty ? "" : " " + name
            switch rule.kind {
            case .holiday: dates[.holidays, default: []].append("\(rule.day)\(words)")
            case .makeUpDay: dates[.makeUpDays, default: []].append("\(rule.day)\(words)")
            case .hours(let pattern) where pattern.isOff: dates[.holidays, default: []].append("\(rule.day)\(words)")
            case .hours(let pattern):
                dates[.hoursOn, default: []].append("\(rule.day) \(pattern.written)\(words)")
            }
        }
        return [CalendarKey.holidays, .makeUpDays, .hoursOn].compactMap { key in dates[key].map { (key, $0) } }
    }
}

extension DayPattern {
    /// A shift around the clock would otherwise begin and end at the same time.
    var written: String {
        self == .wholeDay ? "00:00-24:00" : description
    }
}

extension Weekday {
    var writtenName: String { ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][rawValue - 1] }
}
