public import WorkTime

/// Why an activity stands elsewhere in one schedule than in another, told from the old one to the new.
///
/// Each can be checked: undo the change alone, or follow the link that is named.
public enum MoveReason: Hashable, Sendable {
    /// It takes another length of work.
    case duration(from: WorkMinutes, to: WorkMinutes)
    /// Something else is known of what has been done of it.
    case progress
    /// What is left begins at the data date, which is another.
    case dataDate(from: CivilMinute?, to: CivilMinute?)
    /// It begins with the project, which begins at another time.
    case projectStart(from: CivilMinute, to: CivilMinute)
    /// It is done on another calendar.
    case calendar(from: String, to: String)
    /// The calendar of this id works on other days or hours.
    case calendarDays(String)
    /// A date that binds it was set, dropped (`nil`) or changed.
    case date(from: DateConstraint?, to: DateConstraint?)
    /// Levelling puts it off by another time.
    case levelingDelay
    /// Someone has put it elsewhere by hand.
    case hand
    case addedLink(Link)
    case removedLink(Link)
    /// The same two activities are tied otherwise: by another relationship or lag.
    case changedLink(from: Link, to: Link)
    /// The predecessor that drives it has moved.
    case predecessor(ActivityID)
    /// It is planned as late as possible, and a successor has moved.
    case successor(ActivityID)
    /// It has the dates of others, of which this one has moved.
    case part(ActivityID)
    /// It is counted back from a promise, which is another.
    case promise(from: CivilMinute?, to: CivilMinute?)
    /// The plan is scheduled in another manner.
    case conventions
    /// It was not in the plan before.
    case added
    /// It is no longer in the plan.
    case removed
    /// Changes that move it only together.
    case several

    /// The stable name of the kind.
    public var kind: String {
        switch self {
        case .duration: "duration"
        case .progress: "progress"
        case .dataDate: "data-date"
        case .projectStart: "project-start"
        case .calendar: "calendar"
        case .calendarDays: "calendar-days"
        case .date: "date"
        case .levelingDelay: "leveling-delay"
        case .hand: "hand"
        case .addedLink: "added-link"
        case .removedLink: "removed-link"
        case .changedLink(let old, let new): old.relationship == new.relationship ? "changed-lag" : "changed-link"
        case .predecessor: "predecessor"
        case .successor: "successor"
        case .part: "part"
        case .promise: "promise"
        case .conventions: "conventions"
        case .added: "added"
        case .removed: "removed"
        case .several: "several"
        }
    }

    /// The other activity that it speaks of: a predecessor, a successor, a part.
    public var subject: ActivityID? {
        switch self {
        case .addedLink(let link), .removedLink(let link), .changedLink(_, let link): link.predecessor
        case .predecessor(let id), .successor(let id), .part(let id): id
        default: nil
        }
    }

    /// Whether it only hands on the move of another activity.
    public var isHandedOn: Bool {
        switch self {
        case .predecessor, .successor, .part: true
        default: false
        }
    }
}

/// Where a chain of moves begins.
public struct MoveRoot: Hashable, Sendable {
    /// The first activity up the chain whose own reason is not that another has moved.
    public let activity: ActivityID
    public let reason: MoveReason
}
