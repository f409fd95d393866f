import Scheduling
import WorkTime

extension ComparisonWords {
    /// Why an activity moved, for a table: “2 days longer”, “follows “Film””.
    func brief(_ reason: MoveReason, of activity: ActivityID) -> String { book.say(briefPhrase(reason, of: activity)) }

    private func briefPhrase(_ reason: MoveReason, of activity: ActivityID) -> MoveBriefPhrase {
        switch reason {
        case .duration(let from, let to): duration(from, to, activity)
        case .progress: .progress
        case .dataDate: .dataDate
        case .projectStart: .projectStart
        case .calendar: .calendar
        case .calendarDays: .calendarDays
        case .date(nil, _): .dateSet
        case .date(_, nil): .dateDropped
        case .date: .dateChanged
        case .levelingDelay: .levelingDelay
        case .hand: .hand
        case .addedLink(let link): .addedLink(name(link.predecessor))
        case .removedLink(let link): .removedLink(name(link.predecessor))
        case .changedLink(_, let link): .changedLink(name(link.predecessor))
        case .predecessor(let id), .part(let id): .follows(name(id))
        case .successor(let id): .successor(name(id))
        case .promise: .promise
        case .conventions: .conventions
        case .added, .removed: .partsChanged
        case .several: .several
        }
    }

    private func duration(_ from: WorkMinutes, _ to: WorkMinutes, _ activity: ActivityID) -> MoveBriefPhrase {
        guard let index = new.index(of: activity) else { return .several }
        let (difference, style) = new.length(size(to - from), of: index)
        return to > from ? .longer(difference, style) : .shorter(difference, style)
    }
}
