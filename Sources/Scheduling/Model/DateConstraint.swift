/// A date that binds an activity beside its links.
///
/// Most constraints keep the logic: a date that links or the calendar cannot meet shows as negative float, it never
/// breaks a link. The two mandatory ones are hard: the activity stands at its date, even against its links. A *deadline*
/// is not a constraint: it is promised to someone, is only reported, and lowers late dates.
public enum DateConstraint: Hashable, Sendable {
    case startNoEarlierThan(StatedInstant)
    case startNoLaterThan(StatedInstant)
    case finishNoEarlierThan(StatedInstant)
    case finishNoLaterThan(StatedInstant)
    /// No earlier and no later.
    case mustStartOn(StatedInstant)
    /// No earlier and no later.
    case mustFinishOn(StatedInstant)
    /// At the date, whatever the links say.
    case mandatoryStart(StatedInstant)
    /// At the date, whatever the links say.
    case mandatoryFinish(StatedInstant)
    /// When whoever does the work expects to be done: it sets the remaining duration.
    case expectedFinish(StatedInstant)
    /// As late as its successors let it.
    case asLateAsPossible

    /// The date that is stated; `nil` for one that states none.
    public var date: StatedInstant? {
        switch self {
        case .startNoEarlierThan(let date), .startNoLaterThan(let date), .finishNoEarlierThan(let date),
            .finishNoLaterThan(let date), .mustStartOn(let date), .mustFinishOn(let date), .mandatoryStart(let date),
            .mandatoryFinish(let date), .expectedFinish(let date):
            date
        case .asLateAsPossible: nil
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
        case .mandatoryStart: "mandatory-start"
        case .mandatoryFinish: "mandatory-finish"
        case .expectedFinish: "expected-finish"
        case .asLateAsPossible: "as-late-as-possible"
        }
    }

    /// Whether it sets the remaining duration, so that the activity finishes on the date.
    public var isExpectedFinish: Bool { if case .expectedFinish = self { true } else { false } }

    /// Whether it holds an activity against its links.
    public var isHard: Bool {
        switch self {
        case .mandatoryStart, .mandatoryFinish: true
        default: false
        }
    }
}
