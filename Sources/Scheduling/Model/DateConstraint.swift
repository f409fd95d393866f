/// A date that binds an activity beside its links.
///
/// Every constraint keeps the logic: a date that links or the calendar cannot meet shows as negative float, it never
/// breaks a link. A *deadline* is not a constraint: it is promised to someone, is only reported, and lowers late dates.
public enum DateConstraint: Hashable, Sendable {
    case startNoEarlierThan(StatedInstant)
    case startNoLaterThan(StatedInstant)
    case finishNoEarlierThan(StatedInstant)
    case finishNoLaterThan(StatedInstant)
    /// No earlier and no later.
    case mustStartOn(StatedInstant)
    /// No earlier and no later.
    case mustFinishOn(StatedInstant)

    /// The date that is stated.
    public var date: StatedInstant {
        switch self {
        case .startNoEarlierThan(let date), .startNoLaterThan(let date), .finishNoEarlierThan(let date),
            .finishNoLaterThan(let date), .mustStartOn(let date), .mustFinishOn(let date):
            date
        }
    }

    /// The key that states it in a plan file.
    public var key: String {
        switch self {
        case .startNoEarlierThan: "start-no-earlier-than"
        case .startNoLaterThan: "start-no-later-than"
        case .finishNoEarlierThan: "finish-no-earlier-than"
        case .finishNoLaterThan: "finish-no-later-than"
        case .mustStartOn: "must-start-on"
        case .mustFinishOn: "must-finish-on"
        }
    }
}
