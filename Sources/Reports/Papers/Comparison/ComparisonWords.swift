public import Scheduling
import WorkTime

/// A comparison as its paper speaks of it.
public struct ComparisonWords: Sendable {
    let comparison: PlanComparison
    let book: Phrasebook
    let old: TimetableWords
    let new: TimetableWords

    public init(_ comparison: PlanComparison, _ book: Phrasebook) {
        self.comparison = comparison
        self.book = book
        old = TimetableWords(comparison.old, book)
        new = TimetableWords(comparison.new, book)
    }

    /// Why an activity moved, as what is said of it: “takes 2 days longer”.
    public func predicate(_ reason: MoveReason, of activity: ActivityID) -> String {
        book.say(phrase(reason, of: activity))
    }

    /// Why the finish moved, as a clause: “Brief” takes 2 days longer; `nil` where it has not.
    public var finishReason: String? { comparison.finish.root.map { book.say(clause($0)) } }

    // MARK: Names and lengths

    /// The name that an activity has now, or had before it was removed.
    func name(_ id: ActivityID) -> String {
        new.index(of: id).map(new.name) ?? old.index(of: id).map(old.name) ?? id.rawValue
    }

    /// Names of at most so many activities, and how many more there are.
    func names(_ ids: [ActivityID], atMost limit: Int = 12) -> [String] {
        let rest = ids.count - limit
        return ids.prefix(limit).map(name) + (rest > 0 ? [book.say(ComparisonPhrase.andMore(rest))] : [])
    }

    func size(_ minutes: WorkMinutes) -> WorkMinutes { WorkMinutes(Int(clamping: minutes.count.magnitude)) }

    // MARK: Reasons

    /// A root as a clause: what the plan as a whole does differently, or what an activity does.
    func clause(_ root: MoveRoot) -> MovePhrase {
        switch phrase(root.reason, of: root.activity) {
        case .projectStart(let from, let to): .planStarts(from: from, to: to)
        case .dataDate(let now): .planCountsFrom(now)
        case .noDataDate: .planCountsFromStart
        case .calendarDays(let calendar): .calendarChanged(calendar)
        case .promise: .promiseChanged
        case .conventions: .mannerChanged
        case let own: .about(name(root.activity), own)
        }
    }

    func phrase(_ reason: MoveReason, of activity: ActivityID) -> MovePhrase {
        switch reason {
        case .duration(let from, let to): duration(from, to, activity)
        case .progress: .progress
        case .dataDate(_, let to): to.map { .dataDate(Moment(finish: $0, on: new.project.calendar)) } ?? .noDataDate
        case .projectStart(let from, let to):
            .projectStart(
                from: Moment(start: from, on: old.project.calendar), to: Moment(start: to, on: new.project.calendar))
        case .calendar(let from, let to): .calendar(from: calendar(from), to: calendar(to))
        case .calendarDays(let id): .calendarDays(calendar(id))
        case .date(let from, let to): date(from, to)
        case .levelingDelay: .levelingDelay
        case .hand: .hand
        case .addedLink(let link): .addedLink(step(link, new))
        case .removedLink(let link): .removedLink(step(link, old))
        case .changedLink(let from, let to): .changedLink(from: step(from, old), to: step(to, new))
        case .predecessor(let id): .predecessor(name(id))
        case .successor(let id): .successor(name(id))
        case .part(let id): .part(name(id))
        case .promise: .promise
        case .conventions: .conventions
        case .added: .added
        case .removed: .removed
        case .several: .several
        }
    }

    private func duration(_ from: WorkMinutes, _ to: WorkMinutes, _ activity: ActivityID) -> MovePhrase {
        guard let index = new.index(of: activity) else { return .several }
        let (difference, style) = new.length(size(to - from), of: index)
        let (before, after) = (new.length(from, of: index).0, new.length(to, of: index).0)
        return to > from
            ? .longer(difference, style, from: before, to: after) : .shorter(difference, style, from: before, to: after)
    }

    private func date(_ from: DateConstraint?, _ to: DateConstraint?) -> MovePhrase {
        switch (from.map(step), to.map(step)) {
        case (nil, let to?): .dateSet(to)
        case (let from?, nil): .dateDropped(from)
        case (let from?, let to?): .dateChanged(from: from, to: to)
        case (nil, nil): .several
        }
    }

    private func step(_ constraint: DateConstraint) -> PlanStep {
        let moment = constraint.date.map { Moment(stated: $0) } ?? Moment(day: new.project.start.day, minuteOfDay: nil)
        return .date(constraint, moment)
    }

    private func step(_ link: Link, _ words: TimetableWords) -> PlanStep {
        let distance = words.index(of: link.predecessor).map { words.distance(link.lag, from: $0) }
        return .link(link.relationship, name(link.predecessor), distance ?? .none)
    }

    private func calendar(_ id: String) -> String {
        let known = (new.project.network.calendars + old.project.network.calendars).first { $0.id == id }
        return known.map { book.name($0.name, chinese: $0.nameZh) } ?? id
    }
}
