import Scheduling

extension DateConstraint {
    /// The constraint that a key states; `nil` for a key that states none.
    init?(_ key: ActivityKey, _ date: StatedInstant) {
        switch key {
        case .startNoEarlierThan: self = .startNoEarlierThan(date)
        case .startNoLaterThan: self = .startNoLaterThan(date)
        case .finishNoEarlierThan: self = .finishNoEarlierThan(date)
        case .finishNoLaterThan: self = .finishNoLaterThan(date)
        case .mustStartOn: self = .mustStartOn(date)
        case .mustFinishOn: self = .mustFinishOn(date)
        case .mandatoryStart: self = .mandatoryStart(date)
        case .mandatoryFinish: self = .mandatoryFinish(date)
        case .expectedFinish: self = .expectedFinish(date)
        default: return nil
        }
    }
}
