import Diagnostics
import Scheduling
import WorkTime

/// The calendars of a file that its plan uses, defined in our terms.
///
/// A calendar that only says what it is based on, as that of most resources, is taken to be its base. Names serve as ids
/// where they are unique.
struct CalendarAssembly {
    private(set) var definitions: [Located<CalendarDefinition>] = []
    /// The id of the calendar of all work that names none.
    private(set) var projectID = ""
    private var records: [Int: CalendarRecord] = [:]
    private var ids: [Int: String] = [:]
    private var weeks: [Int: WeekPattern] = [:]
    /// The days with exceptions, of the calendar itself and those it is based on.
    private var exceptionDays: [Int: Set<CivilDay>] = [:]
    private var ruleCounts: [Int: Int] = [:]
    private var days: CalendarDays
    private var allRules = 0

    /// How long a chain of bases may be; Microsoft Project makes none longer than two.
    private static let longestChain = 8
    /// How many dates all calendars together may have, those of their bases counted again.
    private static let mostRules = 3_000_000

    /// - Parameter used: the calendars that tasks and working resources name.
    init(_ project: ProjectRecord, used: [Int], reader: inout MSPDIReader) {
        days = CalendarDays(projectStart: (project.start ?? project.finish)?.value.day ?? CivilDay(number: 0))
        index(project, &reader)
        let own = project.calendar.flatMap { records[$0.value] == nil ? nil : $0.value } ?? standard(in: project)
        if let stated = project.calendar, own != stated.value {
            reader.report(
                "mspdi.unknown-calendar", .warning, "the project's calendar \(stated.value) is not in the file",
                advice: "check which calendar the project works by; “Standard” is taken", at: stated.offset)
        }
        define(wanted: ([own].compactMap(\.self) + used).map(meant), in: project, &reader)
        projectID = own.flatMap { ids[meant($0)] } ?? addStandard()
    }

    /// The id of the calendar that a number means; `nil` when there is none.
    func id(of uid: Int) -> String? { records[uid] == nil ? nil : ids[meant(uid)] }

    // MARK: What there is

    private mutating func index(_ project: ProjectRecord, _ reader: inout MSPDIReader) {
        for record in project.calendars {
            guard let uid = record.uid, !record.isBaseline || uid == project.calendar?.value else { continue }
            if records.updateValue(record, forKey: uid) != nil {
                reader.report(
                    "mspdi.duplicate-uid", .error, "two calendars have the number \(uid)",
                    advice: "export the file again; the second is taken", at: record.offset)
            }
        }
        for record in project.calendars {
            guard let uid = record.uid, let base = records[uid]?.base else { continue }
            if records[base] == nil || base == uid { records[uid]?.base = nil }
            var current = uid
            var length = 0
            while let next = records[current]?.base, length <= Self.longestChain {
                (current, length) = (next, length + 1)
            }
            guard length > Self.longestChain else { continue }
            records[uid]?.base = nil
            reader.report(
                "mspdi.circular-calendar", .error,
                "the calendar “\(record.name ?? String(uid))” is based on a circle of calendars, or on a chain of more than "
                    + "\(Self.longestChain)",
                advice: "base it on one that stands alone", at: record.offset)
        }
    }

    /// The calendar of most projects that do not say which.
    private func standard(in project: ProjectRecord) -> Int? {
        let known = project.calendars.filter { $0.uid.map { records[$0] != nil } ?? false }
        return (known.first { $0.name == "Standard" } ?? known.first { $0.base == nil })?.uid
    }

    /// The calendar itself, or, when it says nothing of its own, the nearest base that does.
    private func meant(_ uid: Int) -> Int {
        var current = uid
        while let record = records[current], record.isPlain, let base = record.base { current = base }
        return current
    }

    // MARK: Definitions

    private mutating func define(wanted: [Int], in project: ProjectRecord, _ reader: inout MSPDIReader) {
        var needed: Set<Int> = []
        for uid in wanted {
            var next: Int? = uid
            while let current = next, records[current] != nil, needed.insert(current).inserted {
                next = records[current]?.base.map(meant)
            }
        }
        name(needed, in: project)
        for record in project.calendars {
            guard let uid = record.uid, needed.contains(uid) else { continue }
            define(uid, &reader)
        }
    }

    private mutating func name(_ needed: Set<Int>, in project: ProjectRecord) {
        var taken: Set<String> = [WorkCalendar.elapsed.id]
        for record in project.calendars {
            guard let uid = record.uid, needed.contains(uid), ids[uid] == nil else { continue }
            var id = record.name ?? ""
            if id.isEmpty || taken.contains(id) { id = "calendar-\(uid)" }
            while !taken.insert(id).inserted { id += "-" }
            ids[uid] = id
        }
    }

    /// Defines a calendar after those that it is based on.
    private mutating func define(_ uid: Int, _ reader: inout MSPDIReader) {
        var chain: [Int] = []
        var next: Int? = uid
        while let current = next, weeks[current] == nil {
            chain.append(current)
            next = records[current]?.base.map(meant)
        }
        for current in chain.reversed() {
            guard let record = records[current], let id = ids[current] else { continue }
            let base = record.base.map(meant)
            let week = week(of: record, base: base.flatMap { weeks[$0] }, &reader)
            weeks[current] = week
            let rules = boundedRules(of: record, uid: current, base: base, week: week, &reader)
            definitions.append(
                Located(
                    CalendarDefinition(
                        id: id, name: record.name ?? id, basedOn: base.flatMap { ids[$0] },
                        week: record.week.isEmpty && base != nil ? nil : week, rules: rules),
                    at: reader.place(of: record.offset)))
        }
    }

    private func week(of record: CalendarRecord, base: WeekPattern?, _ reader: inout MSPDIReader) -> WeekPattern {
        let inherited = base ?? .standard
        return WeekPattern(
            Weekday.allCases.map { weekday in
                record.week[weekday].map { reader.pattern(of: $0, in: record.name) } ?? inherited[weekday]
            })
    }

    /// What a file without calendars is scheduled by.
    private mutating func addStandard() -> String {
        let definition = CalendarDefinition(id: "Standard", name: "Standard", week: .standard)
        definitions.append(Located(definition))
        return definition.id
    }

    // MARK: Dates

    private mutating func boundedRules(
        of record: CalendarRecord, uid: Int, base: Int?, week: WeekPattern, _ reader: inout MSPDIReader
    ) -> [DateRule] {
        var rules = rules(of: record, uid: uid, base: base, week: week, &reader)
        let inherited = base.flatMap { ruleCounts[$0] } ?? 0
        if allRules + inherited + rules.count > Self.mostRules {
            reader.report(
                "mspdi.too-many-dates", .error,
                "the calendars up to “\(record.name ?? String(uid))” have more than \(Self.mostRules) dates of their own",
                advice: "remove calendars that no task needs, or shorten their spans", at: record.offset)
            rules = []
        }
        ruleCounts[uid] = inherited + rules.count
        allRules += inherited + rules.count
        return rules
    }

    /// Weeks of their own first, so that exceptions hold on days of both; an exception of the base holds, too.
    private mutating func rules(
        of record: CalendarRecord, uid: Int, base: Int?, week: WeekPattern, _ reader: inout MSPDIReader
    ) -> [DateRule] {
        let inherited = base.flatMap { exceptionDays[$0] } ?? []
        var rules: [DateRule] = []
        for workWeek in record.workWeeks {
            rules += self.rules(of: workWeek, in: record, week: week, &reader).filter { !inherited.contains($0.day) }
        }
        // New versions write the exceptions twice, in the old manner, too.
        let exceptions = record.exceptions.isEmpty ? record.oldExceptions : record.exceptions
        let dates = exceptions.flatMap { self.rules(of: $0, in: record, &reader) }
        exceptionDays[uid] = inherited.union(dates.lazy.map(\.day))
        return rules + dates
    }

    private mutating func rules(
        of workWeek: WorkWeekRecord, in record: CalendarRecord, week: WeekPattern, _ reader: inout MSPDIReader
    ) -> [DateRule] {
        guard let from = workWeek.from, !workWeek.week.isEmpty else { return [] }
        let patterns = workWeek.week.mapValues { reader.pattern(of: $0, in: record.name) }
        let span = days.days(from: from, to: workWeek.to) { day in
            patterns[day.weekday].map { $0 != week[day.weekday] } ?? false
        }
        reader.reportCut(span, of: record.name, at: workWeek.offset)
        return span.days.map { .hours($0, patterns[$0.weekday] ?? .off, name: workWeek.name) }
    }

    private mutating func rules(
        of exception: ExceptionRecord, in record: CalendarRecord, _ reader: inout MSPDIReader
    ) -> [DateRule] {
        guard let from = exception.from else { return [] }
        let recurrence = exception.recurrence
        guard recurrence.isUnderstood else {
            reader.report(
                "mspdi.recurring-exception", .warning,
                "the calendar “\(record.name ?? "")” has dates that recur in a manner that is not read (type "
                    + "\(recurrence.type))",
                advice: "state these dates one by one", at: exception.day.offset)
            return []
        }
        let isCounted = !recurrence.isPlain && recurrence.isCounted && recurrence.occurrences > 0
        let span = days.days(
            from: from, to: isCounted ? nil : exception.to ?? from, atMost: isCounted ? recurrence.occurrences : .max
        ) { recurrence.isPlain || recurrence.falls(on: $0, first: from.day) }
        reader.reportCut(span, of: record.name, at: exception.day.offset)
        let pattern = reader.pattern(of: exception.day, in: record.name)
        return span.days.map { day in
            pattern.isOff ? .holiday(day, name: exception.name) : .hours(day, pattern, name: exception.name)
        }
    }
}

extension MSPDIReader {
    /// The shifts of a day; what cannot be, and what is not stated, is replaced by the usual hours.
    fileprivate mutating func pattern(of day: DayRecord, in calendar: String?) -> DayPattern {
        guard day.isWorking else { return .off }
        if day.shifts.isEmpty {
            report(
                "mspdi.no-hours", .warning, "the calendar “\(calendar ?? "")” has a working day without hours",
                advice: "state its hours; 08:00-12:00 13:00-17:00 is taken", at: day.offset)
            return .standard
        }
        do throws(DayPatternFault) {
            return try DayPattern(day.shifts.sorted { $0.start < $1.start })
        } catch {
            report(
                "mspdi.bad-hours", .error, "the calendar “\(calendar ?? "")” has hours that cannot be: \(error)",
                advice: "correct the hours of this day", at: day.offset)
            return .standard
        }
    }

    fileprivate mutating func reportCut(_ span: CalendarDays.Span, of calendar: String?, at offset: Int) {
        guard let last = span.cutAfter else { return }
        report(
            "mspdi.long-span", .warning,
            "dates of the calendar “\(calendar ?? "")” go on for longer than is read; they are kept up to \(last)",
            advice: "shorten the span to the years of the plan", at: offset)
    }
}

extension DayPattern {
    /// What Microsoft Project works by unless it is told otherwise.
    static let standard = (try? DayPattern([Shift(start: 480, end: 720), Shift(start: 780, end: 1_020)])) ?? .wholeDay
}

extension WeekPattern {
    /// Monday to Friday, eight hours a day.
    static let standard = WeekPattern(.standard, on: [.monday, .tuesday, .wednesday, .thursday, .friday])
}
