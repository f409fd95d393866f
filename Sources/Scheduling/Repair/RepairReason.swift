/// Why a commitment moves. Each chain can be followed link by link, and ends where the date is passed.
public enum RepairReason: Hashable, Sendable {
    /// Whatever else is moved, what leads to it ends after its date: progress, the data date, links and dates.
    case pushed(CausalChain)
    /// A hard date or someone's hand holds it elsewhere, or a date that it must start or finish on is an earlier one.
    case held(CausalChain)
    /// Kept at its date, it would push a commitment past its own that is kept instead.
    case wouldPush(ActivityID, CausalChain)
    /// A commitment that is kept instead pushes it past its date.
    case pushedBy(ActivityID, CausalChain)
    /// Kept at its date, it would make a promise miss what can still be attained; `nil`: that of the whole plan.
    case wouldMiss(ActivityID?, CausalChain)
    /// Found by trial, in a plan in which dates do not follow from one cause at a time: see ``Repair/isProven``.
    case tried

    /// The stable name of the kind.
    public var kind: String {
        switch self {
        case .pushed: "pushed"
        case .held: "held"
        case .wouldPush: "would-push"
        case .pushedBy: "pushed-by"
        case .wouldMiss: "would-miss"
        case .tried: "tried"
        }
    }

    /// The commitment, or the promise of an activity, on whose account it moves.
    public var subject: ActivityID? {
        switch self {
        case .wouldPush(let id, _), .pushedBy(let id, _): id
        case .wouldMiss(let id, _): id
        case .pushed, .held, .tried: nil
        }
    }

    /// Whether it holds whichever others are kept.
    var isOfItself: Bool {
        switch self {
        case .pushed, .held, .wouldMiss: true
        case .wouldPush, .pushedBy, .tried: false
        }
    }

    public var chain: CausalChain? {
        switch self {
        case .pushed(let chain), .held(let chain), .wouldPush(_, let chain), .pushedBy(_, let chain),
            .wouldMiss(_, let chain):
            chain
        case .tried: nil
        }
    }
}
