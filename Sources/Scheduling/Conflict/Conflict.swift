public import WorkTime

/// A promise or a date that a schedule cannot keep: what leads past it, and what would help.
public struct Conflict: Hashable, Sendable {
    public let promise: Promise
    public let promised: CivilMinute
    /// When it would be done. Where the date pins an activity against its links: when the links would let it.
    public let forecast: CivilMinute
    /// From ``promised`` to ``forecast`` in working minutes of the calendar that the promise is counted on; 0 where
    /// only time off lies between them.
    public let missedBy: WorkMinutes
    /// The work from what holds its first activity to the forecast.
    public let chain: CausalChain
    /// Single changes that bring the forecast forward, each tried on the whole plan: those that keep the promise first, the
    /// smallest change first; then the others, the largest gain first; equals in the order of the chain.
    public let relaxations: [Relaxation]
    /// Several changes that keep the promise together, none of which can be left out; empty where one alone keeps it, and
    /// where none were found. To start earlier, or to promise less, is not counted: that is for others to decide.
    ///
    /// Each gain is what its change adds to those before it.
    public let together: [Relaxation]
    /// How many activities of the chain were not tried for changes, because it is long or the plan is large.
    public let untried: Int
}

/// Something that must be done by a date.
public enum Promise: Hashable, Sendable {
    /// All of the plan.
    case finishBy
    /// The finish of an activity, promised to someone.
    case deadline(ActivityID)
    /// A date that an activity may not be past, or at which it stands against its links.
    case constraint(ActivityID, DateConstraint)

    /// The activity that it speaks of; `nil` for the whole plan.
    public var activity: ActivityID? {
        switch self {
        case .finishBy: nil
        case .deadline(let id), .constraint(let id, _): id
        }
    }

    /// The key that states it in a plan file.
    public var key: String {
        switch self {
        case .finishBy: "finish-by"
        case .deadline: "deadline"
        case .constraint(_, let constraint): constraint.key
        }
    }
}

/// How much work explaining conflicts may take. Counts, not seconds, so that the same plan gets the same answer.
public struct ConflictEffort: Hashable, Sendable {
    /// The conflicts for which changes are sought: those missed by most.
    public var conflicts = 12
    /// The activities of a chain that are tried for changes: those with the least float.
    public var activities = 60
    /// By how much work may be shortened or overlapped, in per cent: what takes much less time is other work.
    public var shortening = 50
    /// The activities and links that all trials together may visit.
    public var visits = 60_000_000

    public init() {}

    public static let standard = ConflictEffort()
}
