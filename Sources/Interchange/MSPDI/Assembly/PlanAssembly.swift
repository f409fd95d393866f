import Diagnostics
import Scheduling
import WorkTime

/// Makes a plan of what a Microsoft Project file says.
struct PlanAssembly {
    let project: ProjectRecord
    var reader: MSPDIReader
    let calendars: CalendarAssembly
    /// The tasks that are kept, in the order of the file.
    let tasks: [TaskRecord]
    /// By task, the index of the summary that it is part of.
    var parents: [Int?]
    var hasParts: [Bool]
    /// What tasks are called, by their numbers.
    var ids: [Int: ActivityID] = [:]
    /// Those that a file names and leaves empty.
    private let blankRows: Set<Int>
    var crew: Crew
    /// Resolved when a gap has to be measured.
    var clock: GapClock?

    init(_ project: ProjectRecord, reader: MSPDIReader) {
        var reader = reader
        self.project = project
        tasks = Self.kept(project.tasks, &reader)
        blankRows = Set(project.tasks.lazy.filter(\.isNull).compactMap(\.uid))
        crew = Crew(project, tasks: tasks)
        let used = tasks.compactMap { $0.calendar?.value } + crew.usedCalendars
        calendars = CalendarAssembly(project, used: used, reader: &reader)
        (parents, hasParts) = Self.outline(of: tasks)
        self.reader = reader
        crew.resolve(calendars, &self.reader)
        nameTasks()
    }

    var findings: [Finding] { reader.findings }

    mutating func draft() -> PlanDraft {
        var draft = PlanDraft(conventions: conventions)
        draft.name = (project.title ?? project.name).map { reader.located($0).map { BilingualName(exchanged: $0) } }
        draft.dataDate = project.statusDate.map { reader.located($0).map { .minute($0) } }
        let place = project.calendar.map { reader.place(of: $0.offset) }
        draft.calendar = Located(calendars.projectID, at: place)
        draft.calendars = calendars.definitions
        addSpan(to: &draft)
        draft.resources = crew.resources
        if tasks.isEmpty {
            reader.report(
                "mspdi.no-tasks", .error, "the project has no tasks", advice: "check that it is the right file",
                at: reader.offset)
        }
        draft.activities.reserveCapacity(tasks.count)
        for index in tasks.indices { draft.activities.append(activity(index)) }
        noteOtherBaselines()
        return draft
    }

    private var conventions: Conventions {
        var conventions = Conventions.microsoft
        let slack = project.criticalSlackLimit.multipliedReportingOverflow(by: project.minutesPerDay)
        let limit = slack.overflow ? 0 : slack.partialValue / 10_000
        conventions.criticality = .totalFloat(atMost: WorkMinutes(limit))
        conventions.pinsConstraints = project.honorsConstraints
        return conventions
    }

    /// Where the plan begins; one that is counted back begins where it must.
    private mutating func addSpan(to draft: inout PlanDraft) {
        if !project.isScheduledFromStart {
            draft.isScheduledFromFinish = true
            if let finish = project.finish {
                draft.finishBy = reader.located(finish).map { .minute($0) }
                return
            }
            reader.report(
                "mspdi.no-finish", .error, "the project is scheduled from its finish, and states none",
                advice: "enter a finish date in Project, or schedule from the start", at: reader.offset)
            draft.finishBy = Located(.usualStart)
        } else if let start = project.start {
            draft.start = reader.located(start).map { .minute($0) }
        } else {
            let first = tasks.lazy.compactMap { $0.actualStart?.value ?? $0.start }.min()
            draft.start = Located(first.map { .minute($0) } ?? .usualStart)
            reader.report(
                "mspdi.no-start", first == nil ? .error : .warning, "the project states no start",
                advice: first.map { "check whether it begins with its first task, on \($0)" }
                    ?? "enter a start date in Project", at: reader.offset)
        }
    }

    private mutating func noteOtherBaselines() {
        guard let first = tasks.first(where: \.hasOtherBaselines) else { return }
        reader.report(
            "mspdi.other-baselines", .note, "the file has several baselines; only the first, number 0, is kept",
            advice: "copy the one that counts to number 0", at: first.offset)
    }

    // MARK: Structure

    /// Those with a number of their own; blank rows are none.
    private static func kept(_ tasks: [TaskRecord], _ reader: inout MSPDIReader) -> [TaskRecord] {
        var seen: Set<Int> = []
        return tasks.filter { task in
            if task.isNull { return false }
            guard let uid = task.uid else {
                reader.report(
                    "mspdi.no-uid", .error, "the task “\(task.name ?? "")” has no UID",
                    advice: "export the file again; links cannot name it", at: task.offset)
                return false
            }
            if seen.insert(uid).inserted { return true }
            reader.report(
                "mspdi.duplicate-uid", .error, "two tasks have the UID \(uid)", advice: "export the file again",
                at: task.offset)
            return false
        }
    }

    /// Each task is part of the nearest one before it that stands on a higher level.
    private static func outline(of tasks: [TaskRecord]) -> (parents: [Int?], hasParts: [Bool]) {
        var parents: [Int?] = []
        parents.reserveCapacity(tasks.count)
        var hasParts = [Bool](repeating: false, count: tasks.count)
        var open: [(level: Int, index: Int)] = []
        for (index, task) in tasks.enumerated() {
            let level = task.uid == 0 ? 0 : max(1, task.outlineLevel ?? task.outlineNumberLevel ?? 1)
            while let last = open.last, last.level >= level { open.removeLast() }
            parents.append(open.last?.index)
            if let parent = open.last?.index { hasParts[parent] = true }
            open.append((level, index))
        }
        return (parents, hasParts)
    }

    /// The id that our own export states, where it can be one; else the number.
    private mutating func nameTasks() {
        var taken: Set<ActivityID> = []
        for task in tasks {
            guard let uid = task.uid else { continue }
            var id = ActivityID(task.ownID ?? String(uid))
            if !id.isWellFormed || taken.contains(id) { id = ActivityID(String(uid)) }
            while !taken.insert(id).inserted { id.rawValue += "-" }
            ids[uid] = id
        }
    }

    /// Whether a number belongs to a row that was left empty.
    func isBlank(_ uid: Int) -> Bool { blankRows.contains(uid) }
}

extension BilingualName {
    /// A name from a file of another tool: in two languages only where the second is in Chinese writing, because a name such as
    /// `Design / build` is one.
    init(exchanged text: String) {
        self.init(parsing: text)
        let isChinese = chinese?.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } ?? false
        if chinese != nil, !isChinese { self.init(text) }
    }

    /// As it is read again.
    var exchanged: String { chinese.map { "\(primary) / \($0)" } ?? primary }
}
