import Diagnostics
import Scheduling
import WorkTime

extension TimetableWords {
    /// How working time is counted, and the days of the plan that are out of the ordinary.
    var calendarBlocks: [Block] {
        let calendar = project.calendar
        var sentences = [
            book.say(
                PlanStep.onCalendar(
                    name: book.name(calendar.name, chinese: calendar.nameZh), hours: length(calendar.minutesPerDay),
                    daysPerWeek: calendar.daysPerWeek))
        ]
        let others = project.network.calendars.filter { $0.id != calendar.id && $0.id != WorkCalendar.elapsed.id }
        if !others.isEmpty {
            sentences.append(
                book.say(PlanStep.otherCalendars(others.map { book.name($0.name, chinese: $0.nameZh) })))
        }
        let days = specialDays
        return sentences.map(Block.paragraph) + (days.isEmpty ? [] : [.list(days)])
    }

    private var specialDays: [String] {
        let span = schedule.start.day...max(schedule.start.day, schedule.finish.day)
        let rules = project.calendar.rules.filter { span.contains($0.day) }.sorted { $0.day < $1.day }
        let makeUp = rules.filter { $0.kind == .makeUpDay }.map(\.day)
        let otherHours = rules.filter { $0.kind != .makeUpDay && $0.kind != .holiday }.map(\.day)
        return holidays(among: rules).map { book.say($0) }
            + (makeUp.isEmpty ? [] : [book.say(PlanStep.makeUpDays(makeUp))])
            + (otherHours.isEmpty ? [] : [book.say(PlanStep.otherHours(otherHours))])
    }

    /// Holidays of one name on days in a row as one.
    private func holidays(among rules: [DateRule]) -> [PlanStep] {
        var runs: [(name: String, days: ClosedRange<CivilDay>)] = []
        for rule in rules where rule.kind == .holiday {
            let name = book.name(rule.name, chinese: rule.nameZh)
            if let last = runs.last, last.name == name, last.days.upperBound.distance(to: rule.day) == 1 {
                runs[runs.count - 1].days = last.days.lowerBound...rule.day
            } else {
                runs.append((name, rule.day...rule.day))
            }
        }
        return runs.map { .holiday($0.name, from: $0.days.lowerBound, to: $0.days.upperBound) }
    }

    // MARK: Findings

    /// What was found about the input and the calendars. Kinds that this paper does not know keep their own words.
    var findingNotes: [Note] {
        project.findings.map(note) + schedule.findings.filter { !Self.aboutHolidays.contains($0.id) }.map(note)
            + unknownHolidays + withoutHolidays
    }

    private static let aboutHolidays: Set<FindingID> = ["calendar.unknown-after", "calendar.no-holidays"]

    private var withoutHolidays: [Note] {
        project.calendarsWithoutHolidays.map { calendar in
            let name = book.name(calendar.name, chinese: calendar.nameZh)
            return Note(
                book.say(PlanFinding.withoutHolidays(calendar: name)),
                advice: book.say(PlanFinding.withoutHolidaysAdvice), tone: .neutral)
        }
    }

    private func note(_ finding: Finding) -> Note {
        let tone: Tone = finding.severity == .note ? .neutral : .warning
        let known: (PlanFinding, PlanFinding)? =
            switch finding.id {
            case "plan.no-name": (.noName, .noNameAdvice)
            case "plan.assumed-start": (.assumedStart(project.start.day), .assumedStartAdvice)
            case "psplib.resources-not-read": (.resourcesNotRead, .resourcesNotReadAdvice)
            default: nil
            }
        guard let (words, advice) = known else { return Note(finding.message, advice: finding.advice, tone: tone) }
        return Note(book.say(words), advice: book.say(advice), tone: tone)
    }

    /// For each calendar on which work is planned past the day that its holidays are known for.
    private var unknownHolidays: [Note] {
        project.network.calendars.indices.compactMap { place in
            let calendar = project.network.calendars[place]
            guard let known = calendar.knownThrough else { return nil }
            let border = CivilMinute(day: known, minuteOfDay: 0) + ElapsedMinutes(1_440)
            let beyond = byStart.filter {
                Int(project.network.calendarOf[$0]) == place && schedule.activities[$0].earlyFinish > border
            }
            guard let first = beyond.first else { return nil }
            let words = PlanFinding.unknownHolidays(
                calendar: book.name(calendar.name, chinese: calendar.nameZh), knownThrough: known, first: name(first),
                others: beyond.count - 1)
            return Note(
                book.say(words), advice: book.say(PlanFinding.unknownHolidaysAdvice(known)), tone: .warning)
        }
    }
}
