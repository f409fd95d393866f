import WorkTime

/// The dates of an activity that has none of its own: a summary has those of its parts, a level of effort spans what it
/// goes along with.
struct DerivedSpan: Hashable {
    var earlyStart, earlyFinish, lateStart, lateFinish: CivilMinute
    var start, finish: CivilMinute
    /// Minutes of the project's calendar.
    var totalFloat = 0
    var isStarted = false
    var isComplete = false
    var hasCritical = false
    var isOnLongestPath = false

    /// Stretched to hold another.
    mutating func include(_ other: DerivedSpan) {
        earlyStart = min(earlyStart, other.earlyStart)
        earlyFinish = max(earlyFinish, other.earlyFinish)
        lateStart = min(lateStart, other.lateStart)
        lateFinish = max(lateFinish, other.lateFinish)
        start = min(start, other.start)
        finish = max(finish, other.finish)
        isStarted = isStarted || other.isStarted
        isComplete = isComplete && other.isComplete
        hasCritical = hasCritical || other.hasCritical
        isOnLongestPath = isOnLongestPath || other.isOnLongestPath
    }
}

/// All derived dates of a project.
struct DerivedSpans {
    private(set) var byActivity: [Int: DerivedSpan] = [:]
    private let project: Project
    private let times: (early: PassTimes, late: PassTimes, shownLate: PassTimes)
    private let path: LongestPath
    /// The links that leave levels of effort and the like.
    private var leaving: [Int: [Tie]] = [:]

    init(_ project: Project, early: PassTimes, late: PassTimes, shownLate: PassTimes, path: LongestPath) {
        self.project = project
        self.path = path
        times = (early, late, shownLate)
        let kinds = project.network.traits.indices.prefix(project.activities.count)
        guard kinds.contains(where: { project.network.traits[$0].contains(.isIdle) }) else { return }
        spanLevelsOfEffort()
        rollUp()
    }

    // MARK: Levels of effort

    private mutating func spanLevelsOfEffort() {
        guard project.activities.contains(where: { $0.kind == .levelOfEffort }) else { return }
        for tie in project.network.ties where project.network.traits[Int(tie.source)].contains(.isIdle) {
            leaving[Int(tie.source), default: []].append(tie)
        }
        for place in 0..<project.network.count {
            let index = project.network.node(at: place)
            guard index < project.activities.count, project.activities[index].kind == .levelOfEffort else { continue }
            if !project.activities[index].facts.isInactive { byActivity[index] = levelOfEffort(index) }
        }
    }

    /// From the first of the starts that its links speak of to the last of the finishes.
    private func levelOfEffort(_ index: Int) -> DerivedSpan {
        let network = project.network
        let calendar = project.calendar(of: index)
        let early = ends(of: index, in: times.early)
        let late = ends(of: index, in: times.shownLate)
        let first = early.start ?? network.earliest[Int(network.calendarOf[index])]
        let last = max(first, early.finish ?? first.advanced(by: network.durations[index]))
        let lateFirst = late.start ?? first
        let lateLast = max(lateFirst, late.finish ?? last)
        let progress = project.activities[index].progress
        let isComplete = progress?.isComplete ?? false
        let earlyStart = calendar.instant(of: first.read(as: .start))
        let earlyFinish = calendar.instant(of: last.read(as: .finish))
        return DerivedSpan(
            earlyStart: min(earlyStart, earlyFinish), earlyFinish: earlyFinish,
            lateStart: calendar.instant(of: lateFirst.read(as: .start)),
            lateFinish: calendar.instant(of: lateLast.read(as: .finish)),
            start: progress?.actualStart ?? min(earlyStart, earlyFinish),
            finish: progress?.actualFinish ?? earlyFinish,
            totalFloat: lateLast.position - last.position, isStarted: progress?.isStarted ?? false,
            isComplete: isComplete)
    }

    /// What the links of a level of effort say of its ends, in its own calendar.
    private func ends(of index: Int, in times: PassTimes) -> (start: WorkEvent?, finish: WorkEvent?) {
        let network = project.network
        var start: WorkEvent?
        var finish: WorkEvent?
        for tie in network.ties(into: index) where !network.traits[Int(tie.source)].contains(.isIdle) {
            let event = network.earliestTargetEvent(over: tie, from: times.sourceEvent(of: tie))
            if tie.relationship.entersStart { start = min(start ?? event, event) }
            finish = max(finish ?? event, event)
        }
        for tie in leaving[index] ?? [] where !network.traits[Int(tie.target)].contains(.isIdle) {
            let event = network.latestSourceEvent(over: tie, from: times.targetEvent(of: tie))
            if tie.relationship.leavesFinish {
                finish = max(finish ?? event, event)
            } else {
                start = min(start ?? event, event)
            }
        }
        return (start, finish)
    }

    // MARK: Summaries

    /// Each activity hands its dates to its summary once all of its own parts have.
    private mutating func rollUp() {
        let activities = project.activities
        var waitingFor = [Int](repeating: 0, count: activities.count)
        for activity in activities { if let parent = activity.facts.parent { waitingFor[parent] += 1 } }
        var ready = activities.indices.filter { waitingFor[$0] == 0 }
        while let index = ready.popLast() {
            if activities[index].isSummary { measure(index) }
            guard let parent = activities[index].facts.parent else { continue }
            if let span = span(of: index) {
                if byActivity[parent] == nil { byActivity[parent] = span } else { byActivity[parent]?.include(span) }
            }
            waitingFor[parent] -= 1
            if waitingFor[parent] == 0 { ready.append(parent) }
        }
    }

    /// What an activity adds to its summary; nothing when it is inactive or an empty summary.
    private func span(of index: Int) -> DerivedSpan? {
        let activity = project.activities[index]
        if activity.facts.isInactive { return nil }
        if let known = byActivity[index] { return known }
        guard project.isWorked(index) else { return nil }
        let dates = ShownDates(of: index, in: project, early: times.early, shownLate: times.shownLate)
        let float = project.totalFloat(of: index, early: times.early, late: times.late)
        let isOnPath = path.members[index]
        let isCritical = project.conventions.criticality.holds(float: float, isOnLongestPath: isOnPath)
        return DerivedSpan(
            earlyStart: dates.earlyStart, earlyFinish: dates.earlyFinish, lateStart: dates.lateStart,
            lateFinish: dates.lateFinish, start: dates.start, finish: dates.finish, isStarted: activity.isStarted,
            isComplete: activity.isComplete, hasCritical: !activity.isComplete && isCritical,
            isOnLongestPath: isOnPath)
    }

    /// The float of a summary follows from its dates, by the project's calendar.
    private mutating func measure(_ index: Int) {
        guard var span = byActivity[index] else { return }
        let calendar = project.calendar
        let start = calendar.work(from: span.earlyStart, to: span.lateStart).count
        let finish = calendar.work(from: span.earlyFinish, to: span.lateFinish).count
        span.totalFloat = span.isStarted ? finish : min(start, finish)
        byActivity[index] = span
    }
}
