import Scheduling

extension ActivityID? {
    /// What answers call a promise: the activity whose finish is promised, `finish-by` for that of the whole plan.
    var promiseKey: String { self?.rawValue ?? Promise.finishBy.key }
}
