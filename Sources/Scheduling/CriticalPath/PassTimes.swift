import WorkTime

/// When every node starts and finishes, by one pass: events of each node's own calendar.
///
/// Work starts in the start role, with its first minute. It finishes in the finish role, with its last, unless a link
/// or a date makes the finish wait to the end of a gap. A milestone is one event and has one role.
package struct PassTimes: EventTimes, Hashable, Sendable {
    package internal(set) var starts: [WorkEvent]
    package internal(set) var finishes: [WorkEvent]

    init(count: Int) {
        starts = Array(repeating: .distantPast, count: count)
        finishes = starts
    }

    package func start(of node: Int) -> WorkEvent { starts[node] }
    package func finish(of node: Int) -> WorkEvent { finishes[node] }

    @inline(__always)
    mutating func set(_ node: Int, _ span: WorkSpan) {
        starts[node] = span.start
        finishes[node] = span.finish
    }
}

/// Whatever says when nodes start and finish.
package protocol EventTimes {
    func start(of node: Int) -> WorkEvent
    func finish(of node: Int) -> WorkEvent
}

extension EventTimes {
    /// The end of its predecessor that a link leaves from.
    @inline(__always)
    package func sourceEvent(of tie: Tie) -> WorkEvent {
        tie.relationship.leavesFinish ? finish(of: Int(tie.source)) : start(of: Int(tie.source))
    }

    /// The end of its successor that a link goes to.
    @inline(__always)
    package func targetEvent(of tie: Tie) -> WorkEvent {
        tie.relationship.entersStart ? start(of: Int(tie.target)) : finish(of: Int(tie.target))
    }
}

/// Both ends of a piece of work.
struct WorkSpan: Hashable {
    var start: WorkEvent
    var finish: WorkEvent

    @inline(__always)
    init(start: WorkEvent, finish: WorkEvent) {
        self.start = start
        self.finish = finish
    }

    /// Work of some length, which starts with its first minute.
    @inline(__always)
    init(from position: Int, lasting duration: Int, finishRole: InstantRole) {
        start = WorkEvent(position: position, role: .start)
        finish = WorkEvent(position: position + duration, role: finishRole)
    }

    /// A point in time.
    @inline(__always)
    init(at event: WorkEvent) {
        start = event
        finish = event
    }
}
