/// When every activity starts and finishes, by one pass: positions on each activity's own calendar.
///
/// An activity of some duration starts in the start role and finishes in the finish role unless a link or a date
/// demands the other; a milestone is one event and has one role.
package struct PassTimes: Hashable, Sendable {
    private var starts: [Int]
    private var startRoles: [InstantRole]
    private var finishRoles: [InstantRole]

    package init(count: Int) {
        starts = Array(repeating: 0, count: count)
        startRoles = Array(repeating: .start, count: count)
        finishRoles = Array(repeating: .finish, count: count)
    }

    package mutating func set(_ activity: Int, start: Int, startRole: InstantRole, finishRole: InstantRole) {
        starts[activity] = start
        startRoles[activity] = startRole
        finishRoles[activity] = finishRole
    }

    package func start(of activity: Int) -> WorkEvent {
        WorkEvent(position: starts[activity], role: startRoles[activity])
    }

    package func finish(of activity: Int, duration: Int) -> WorkEvent {
        WorkEvent(position: starts[activity] + duration, role: finishRoles[activity])
    }
}

extension Network {
    /// The end of an activity that a link leaves from.
    package func sourceEvent(of tie: Tie, in times: PassTimes) -> WorkEvent {
        tie.relationship.leavesFinish
            ? times.finish(of: tie.source, duration: durations[tie.source]) : times.start(of: tie.source)
    }

    /// The end of an activity that a link goes to.
    package func targetEvent(of tie: Tie, in times: PassTimes) -> WorkEvent {
        tie.relationship.entersStart
            ? times.start(of: tie.target) : times.finish(of: tie.target, duration: durations[tie.target])
    }
}
