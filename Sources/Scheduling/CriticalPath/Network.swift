package import WorkTime

/// A project as index arrays: activities are numbers in file order, links are grouped by either end.
///
/// Everything that runs over the whole plan, once or ten thousand times, runs on this.
package struct Network: Sendable {
    /// A link between two activities.
    package struct Tie: Hashable, Sendable {
        package var source: Int
        package var target: Int
        package var relationship: Relationship
        package var lag: Lag
    }

    /// Dates that bind an activity beside its links.
    package struct DateBounds: Hashable, Sendable {
        package var earliestStart: CivilMinute?
        package var earliestFinish: CivilMinute?
        package var latestStart: CivilMinute?
        package var latestFinish: CivilMinute?
        package static let none = DateBounds()
    }

    package let calendars: [WorkCalendar]
    /// Index into ``calendars`` by activity.
    package let calendarOf: [Int]
    /// Working minutes by activity; 0 for a milestone.
    package let durations: [Int]
    package let start: CivilMinute
    /// The start of the project by calendar.
    package let projectStart: [WorkEvent]
    /// Lowers the late dates of every activity; never moves an early one.
    package let promisedFinish: CivilMinute?
    /// All ties, those of one target together, in file order.
    package let ties: [Tie]
    /// Every activity after all of its predecessors.
    package let order: [Int]
    /// `ties[incomingStart[i] ..< incomingStart[i + 1]]` end in activity `i`.
    private let incomingStart: [Int]
    /// `outgoingTies[outgoingStart[i] ..< outgoingStart[i + 1]]` are the indices of the ties that leave activity `i`.
    private let outgoingStart: [Int]
    private let outgoingTies: [Int]
    private let boundsIndex: [Int: DateBounds]

    /// - Parameters:
    ///   - ties: in file order; sources and targets are valid indices.
    ///   - order: a topological order of the activities over `ties`.
    package init(
        calendars: [WorkCalendar], calendarOf: [Int], durations: [Int], bounds: [Int: DateBounds], ties: [Tie],
        order: [Int], start: CivilMinute, promisedFinish: CivilMinute?
    ) {
        self.calendars = calendars
        self.calendarOf = calendarOf
        self.durations = durations
        self.start = start
        projectStart = calendars.map { $0.firstEvent(notBefore: start) }
        self.promisedFinish = promisedFinish
        self.order = order
        boundsIndex = bounds
        let incoming = Grouping(of: ties.indices, count: durations.count) { ties[$0].target }
        let grouped = incoming.members.map { ties[$0] }
        self.ties = grouped
        incomingStart = incoming.starts
        let outgoing = Grouping(of: grouped.indices, count: durations.count) { grouped[$0].source }
        outgoingStart = outgoing.starts
        outgoingTies = outgoing.members
    }

    package var count: Int { durations.count }
    package func calendar(of activity: Int) -> WorkCalendar { calendars[calendarOf[activity]] }
    package func bounds(of activity: Int) -> DateBounds { boundsIndex.isEmpty ? .none : boundsIndex[activity] ?? .none }

    /// The links that end in an activity, in file order.
    package func ties(into activity: Int) -> ArraySlice<Tie> {
        ties[incomingStart[activity]..<incomingStart[activity + 1]]
    }

    /// The links that leave an activity.
    package func ties(outOf activity: Int) -> some Sequence<Tie> {
        outgoingTies[outgoingStart[activity]..<outgoingStart[activity + 1]].lazy.map { ties[$0] }
    }
}

/// Members sorted into numbered groups by counting, order kept within each group.
struct Grouping {
    /// Group `g` is `members[starts[g] ..< starts[g + 1]]`.
    let starts: [Int]
    let members: [Int]

    init(of candidates: Range<Int>, count: Int, by group: (Int) -> Int) {
        var starts = [Int](repeating: 0, count: count + 1)
        for candidate in candidates { starts[group(candidate) + 1] += 1 }
        for index in 0..<count { starts[index + 1] += starts[index] }
        var next = starts
        var members = [Int](repeating: 0, count: candidates.count)
        for candidate in candidates {
            let place = group(candidate)
            members[next[place]] = candidate
            next[place] += 1
        }
        self.starts = starts
        self.members = members
    }
}
