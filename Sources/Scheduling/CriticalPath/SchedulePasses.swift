public import WorkTime

/// The early and the late dates of a project.
public struct SchedulePasses: Hashable, Sendable {
    package let early: PassTimes
    package let late: PassTimes
    /// When the last activity finishes.
    public let finish: CivilMinute
}
