/// When every activity starts and finishes, by one pass: positions on each activity's own calendar.
///
/// Work starts in the start role, with its first minute. It finishes in the finish role, with its last, unless a link
/// or a date makes the finish wait to the end of a gap. A milestone is one event and has one role.
package struct PassTimes: Hashable, Sendable {
    private var starts: [Int]
    private var finishRoles: [InstantRole]
    private let durations: [Int]

    package init(durations: [Int]) {
        self.durations = durations
        starts = Array(repeating: 0, count: durations.count)
        finishRoles = Array(repeating: .finish, count: durations.count)
    }

    /// - Parameter role: of the finish; of both ends for a milestone.
    package mutating func set(_ activity: Int, start: Int, role: InstantRole) {
        starts[activity] = start
        finishRoles[activity] = role
    }

    package func start(of activity: Int) -> WorkEvent {
        WorkEvent(position: starts[activity], role: durations[activity] == 0 ? finishRoles[activity] : .start)
    }

    package func finish(of activity: Int) -> WorkEvent {
        WorkEvent(position: starts[activity] + durations[activity], role: finishRoles[activity])
    }

    /// The end of its predecessor that a link leaves from.
    package func sourceEvent(of tie: Network.Tie) -> WorkEvent {
        tie.relationship.leavesFinish ? finish(of: tie.source) : start(of: tie.source)
    }

    /// The end of its successor that a link goes to.
    package func targetEvent(of tie: Network.Tie) -> WorkEvent {
        tie.relationship.entersStart ? start(of: tie.target) : finish(of: tie.target)
    }
}
