package import WorkTime

/// What is left to do of a project, as index arrays: activities are numbers in file order, links are grouped by target.
///
/// Everything that runs over the whole plan, once or ten thousand times, runs on this. Progress and the conventions of the
/// plan's maker are settled when it is made, so the passes know neither: a finished activity has no minutes left, the part
/// of a lag that has gone by is gone, and what a tool would hold in place is anchored.
package struct Network: Sendable {
    package let calendars: [WorkCalendar]
    /// Index into ``calendars`` by node.
    package internal(set) var calendarOf: [UInt16]
    /// Working minutes by node, interruptions included; 0 for a point in time.
    package internal(set) var durations: [Int]
    /// What is unusual of a node.
    package internal(set) var traits: [NodeTraits]
    /// Dates and anchors of the nodes whose traits say ``NodeTraits/hasRules``.
    package internal(set) var rules: [Int: NodeRules]
    /// No work lies before it: the project's start, or the data date.
    package private(set) var start: CivilMinute
    /// ``start`` by calendar.
    package private(set) var earliest: [WorkEvent]
    /// When all of it is promised.
    package let promisedFinish: CivilMinute?
    /// Whether late dates begin at the promise even where it lies after the early finish.
    package let beginsLateDatesAtPromise: Bool
    package let conventions: Conventions
    /// All ties, those of one target together, in file order.
    package internal(set) var ties: [Tie]
    /// Every node after all of its predecessors; empty where the file's own order is such.
    package internal(set) var order: [Int32]
    /// `ties[incomingStart[i] ..< incomingStart[i + 1]]` end in node `i`.
    package internal(set) var incomingStart: [Int32]
    /// Whether any lag follows from a duration.
    package let hasPercentLags: Bool
    /// How many of the nodes are activities; the rest are the gates of linked summaries.
    package let activityCount: Int
    /// The summaries that gates belong to.
    private let gateOwners: [Int]

    /// - Parameters:
    ///   - ties: those of one target together.
    ///   - incomingStart: where those of each target begin, and the count of all.
    ///   - order: a topological order over `ties`, or nothing where sources always stand before targets.
    init(
        nodes: NetworkNodes, ties: [Tie], incomingStart: [Int32], order: [Int32], start: CivilMinute,
        promisedFinish: CivilMinute?, isScheduledFromFinish: Bool, conventions: Conventions
    ) {
        calendars = nodes.calendars
        calendarOf = nodes.calendarOf
        durations = nodes.durations
        traits = nodes.traits
        rules = nodes.rules
        activityCount = nodes.activityCount
        self.start = start
        earliest = nodes.calendars.map { $0.firstEvent(notBefore: start) }
        self.promisedFinish = promisedFinish
        beginsLateDatesAtPromise = isScheduledFromFinish || conventions.beginsLateDatesAtPromise
        self.conventions = conventions
        gateOwners = nodes.gateOwners
        hasPercentLags = nodes.hasPercentLags
        self.ties = ties
        self.incomingStart = incomingStart
        self.order = order
    }

    /// The same network, with all work after another instant.
    func starting(at start: CivilMinute) -> Network {
        var copy = self
        copy.start = start
        copy.earliest = calendars.map { $0.firstEvent(notBefore: start) }
        return copy
    }

    package var count: Int { durations.count }
    package func calendar(of node: Int) -> WorkCalendar { calendars[Int(calendarOf[node])] }
    /// Whether a node stands where it is, whatever its links.
    @inline(__always)
    func isAnchored(_ node: Int) -> Bool { traits[node].contains(.hasRules) && rules[node]?.anchor != nil }
    /// Whether a node is planned as late as possible.
    @inline(__always)
    func isPostponed(_ node: Int) -> Bool { traits[node].contains(.hasRules) && rules[node]?.isPostponed == true }
    package func rules(of node: Int) -> NodeRules {
        traits[node].contains(.hasRules) ? rules[node] ?? .none : .none
    }

    /// The activity that a node stands for: itself, or the summary whose gate it is.
    package func owner(of node: Int) -> Int { node < activityCount ? node : gateOwners[node - activityCount] }

    /// The node at a place of a topological order.
    @inline(__always)
    package func node(at place: Int) -> Int { order.isEmpty ? place : Int(order[place]) }

    /// The indices of the ties that end in a node, in file order.
    @inline(__always)
    package func incoming(_ node: Int) -> Range<Int> { Int(incomingStart[node])..<Int(incomingStart[node + 1]) }

    /// The links that end in a node, in file order.
    package func ties(into node: Int) -> ArraySlice<Tie> { ties[incoming(node)] }
}

/// A link between two nodes.
package struct Tie: Hashable, Sendable {
    /// Minutes of the calendar that counts the lag, less what has gone by.
    package var lag: Int
    package var source: Int32
    package var target: Int32
    /// What progress has used up of the lag that was stated.
    package var usedLag: Int32 = 0
    /// Index of the calendar that counts the lag.
    package var lagCalendar: UInt16
    package var relationship: Relationship
    package var traits: TieTraits

    package init(
        from source: Int, to target: Int, _ relationship: Relationship, lag: Int, on lagCalendar: UInt16,
        traits: TieTraits = []
    ) {
        self.lag = lag
        self.source = Int32(source)
        self.target = Int32(target)
        self.lagCalendar = lagCalendar
        self.relationship = relationship
        self.traits = traits
    }

    /// The lag as the plan states it.
    package var statedLag: Int { lag + Int(usedLag) }
}

/// What is unusual of a tie.
package struct TieTraits: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Asks nothing of early dates.
    package static let isInertForward = TieTraits(rawValue: 1)
    /// Asks nothing of late dates.
    package static let isInertBackward = TieTraits(rawValue: 2)
    package static let isInert: TieTraits = [.isInertForward, .isInertBackward]
    /// Both ends and the lag are counted on one calendar, and the usual arithmetic will do.
    package static let isPlain = TieTraits(rawValue: 4)
    /// The lag is stated by the clock.
    package static let isElapsed = TieTraits(rawValue: 8)
}

/// What is unusual of a node.
package struct NodeTraits: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Takes no part: a summary, a level of effort, an inactive activity.
    package static let isIdle = NodeTraits(rawValue: 1)
    /// Has an entry among the network's rules.
    package static let hasRules = NodeTraits(rawValue: 2)
    /// A point in time that is always read as a start, or as a finish.
    package static let readsAsStart = NodeTraits(rawValue: 4)
    package static let readsAsFinish = NodeTraits(rawValue: 8)
    /// A late finish is shown at the last instant that would do, whatever the conventions.
    package static let keepsLateRole = NodeTraits(rawValue: 16)
    /// No work is left of it.
    package static let isComplete = NodeTraits(rawValue: 32)
}

/// Dates and the like that bind a node beside its links.
package struct NodeRules: Hashable, Sendable {
    package var earliestStart: CivilMinute?
    package var earliestFinish: CivilMinute?
    package var latestStart: CivilMinute?
    package var latestFinish: CivilMinute?
    /// A cap on the early start that breaks links: a date that a tool always honours.
    package var honouredStart: CivilMinute?
    package var honouredFinish: CivilMinute?
    /// Puts the start off, after everything else.
    package var levelingDelay: Lag?
    /// The finish that sets the duration.
    package var expectedFinish: CivilMinute?
    package var anchor: Anchor?
    package var isPostponed = false

    package static let none = NodeRules()

    /// Where a node stands, whatever its links.
    package struct Anchor: Hashable, Sendable {
        package var start: WorkEvent
        package var finish: WorkEvent
        /// Whether it stands there in the late dates too.
        package var holdsLateDates: Bool
        /// Work left, by which its late start is found from its late finish.
        package var remaining: Int
    }
}

/// The nodes of a network as they are put together.
struct NetworkNodes {
    var calendars: [WorkCalendar]
    var calendarOf: [UInt16]
    var durations: [Int]
    var traits: [NodeTraits]
    var rules: [Int: NodeRules] = [:]
    /// The summaries that gates belong to; gates stand after all activities.
    var gateOwners: [Int] = []
    var hasPercentLags = false
    var activityCount: Int { durations.count - gateOwners.count }

    /// Changes the rules of a node.
    mutating func rule(_ node: Int, _ change: (inout NodeRules) -> Void) {
        change(&rules[node, default: .none])
        traits[node].insert(.hasRules)
    }
}

/// Members sorted into numbered groups by counting, order kept within each group.
struct Grouping {
    /// Group `g` is `members[starts[g] ..< starts[g + 1]]`.
    let starts: [Int32]
    let members: [Int32]

    init(of candidates: Range<Int>, count: Int, by group: (Int) -> Int) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for candidate in candidates { starts[group(candidate) + 1] += 1 }
        for index in 0..<count { starts[index + 1] += starts[index] }
        var next = starts
        var members = [Int32](repeating: 0, count: candidates.count)
        for candidate in candidates {
            let place = group(candidate)
            members[Int(next[place])] = Int32(candidate)
            next[place] += 1
        }
        self.starts = starts
        self.members = members
    }

    subscript(group: Int) -> ArraySlice<Int32> { members[Int(starts[group])..<Int(starts[group + 1])] }
}
