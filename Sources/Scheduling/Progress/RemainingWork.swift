import WorkTime

/// Turns checked activities into what is left to do of them as of the data date: the nodes and ties of a network.
///
/// This is where progress and the conventions of a plan's maker are settled, so that the passes need to know of neither.
struct RemainingWork {
    private(set) var nodes: NetworkNodes
    let activities: [Activity]
    let conventions: Conventions
    let dataDate: CivilMinute?
    private var elapsedCalendar: UInt16?
    /// The gates of summaries that links speak of, by summary.
    private var gates: [Int: Gates] = [:]

    init(activities: [Activity], calendars: UsedCalendars, conventions: Conventions, dataDate: CivilMinute?) {
        self.activities = activities
        self.conventions = conventions
        self.dataDate = dataDate
        nodes = NetworkNodes(
            calendars: calendars.list, calendarOf: calendars.of,
            durations: [], traits: [], rules: [:])
        nodes.durations.reserveCapacity(activities.count)
        nodes.traits.reserveCapacity(activities.count)
        for index in activities.indices { addNode(index) }
    }

    /// The work of a project that has been checked, for making ties of it anew.
    init(_ project: Project) {
        activities = project.activities
        conventions = project.conventions
        dataDate = project.dataDate
        nodes = NetworkNodes(
            calendars: project.network.calendars, calendarOf: project.network.calendarOf,
            durations: project.network.durations, traits: project.network.traits, rules: project.network.rules)
    }

    /// The activity that a node stands for.
    var owner: (Int) -> Int {
        let nodes = nodes
        return { $0 < nodes.activityCount ? $0 : nodes.gateOwners[$0 - nodes.activityCount] }
    }

    // MARK: Nodes

    private mutating func addNode(_ index: Int) {
        let activity = activities[index]
        nodes.durations.append(activity.duration.count)
        nodes.traits.append(traits(of: activity))
        guard activity.hasFacts, !nodes.traits[index].contains(.isIdle) else { return }
        let facts = activity.facts
        nodes.durations[index] += facts.interruption.count
        addDates(facts, to: index)
        if let pinned = facts.pinned { pin(index, pinned) }
        if let progress = facts.progress { add(progress, to: index) }
    }

    private func traits(of activity: Activity) -> NodeTraits {
        var traits: NodeTraits = []
        switch activity.kind {
        case .work where activity.duration == .zero && conventions.name == .primavera: traits = .readsAsStart
        case .work, .milestone: break
        case .startMilestone: traits = .readsAsStart
        case .finishMilestone: traits = .readsAsFinish
        case .levelOfEffort, .summary: traits = .isIdle
        }
        if activity.hasFacts, activity.facts.isInactive { traits.insert(.isIdle) }
        return traits
    }

    private mutating func addDates(_ facts: ActivityFacts, to index: Int) {
        if let delay = facts.levelingDelay { nodes.rule(index) { $0.levelingDelay = delay } }
        let isOpen = !(facts.progress?.isComplete ?? false)
        if let deadline = facts.deadline, isOpen {
            let finish = deadline.asFinish(on: calendar(index))
            nodes.rule(index) { $0.latestFinish = min($0.latestFinish ?? finish, finish) }
        }
        guard isOpen else { return }
        for constraint in facts.constraints {
            add(constraint, to: index, isStarted: facts.progress?.isStarted ?? false)
        }
    }

    /// Of several dates of one kind the strictest counts. What has started is past any date that binds its start.
    private mutating func add(_ constraint: DateConstraint, to index: Int, isStarted: Bool) {
        let calendar = calendar(index)
        let honours = conventions.name == .microsoft && conventions.pinsConstraints
        switch constraint {
        case .startNoEarlierThan(let date):
            if !isStarted { earliestStart(index, date.asStart) }
        case .startNoLaterThan(let date):
            let latest = date.asLatestStart(on: calendar)
            if !isStarted { latestStart(index, latest, honours) }
        case .mustStartOn(let date):
            if !isStarted {
                earliestStart(index, date.asStart)
                latestStart(index, date.asLatestStart(on: calendar), false)
            }
        case .finishNoEarlierThan(let date): earliestFinish(index, date.asFinish(on: calendar))
        case .finishNoLaterThan(let date): latestFinish(index, date.asFinish(on: calendar), honours)
        case .mustFinishOn(let date):
            earliestFinish(index, date.asFinish(on: calendar))
            latestFinish(index, date.asFinish(on: calendar), false)
        case .mandatoryStart(let date):
            guard !isStarted else { return }
            let start = calendar.firstEvent(notBefore: date.asStart)
            anchor(index, at: start.position, atFinish: false)
        case .mandatoryFinish(let date):
            let finish = calendar.lastEvent(notAfter: date.asFinish(on: calendar))
            anchor(index, at: finish.position - nodes.durations[index], atFinish: true)
        case .expectedFinish(let date):
            guard conventions.usesExpectedFinish else { return }
            nodes.rule(index) { $0.expectedFinish = date.asFinish(on: calendar) }
        case .asLateAsPossible: nodes.rule(index) { $0.isPostponed = true }
        }
    }

    private mutating func earliestStart(_ index: Int, _ date: CivilMinute) {
        nodes.rule(index) { $0.earliestStart = max($0.earliestStart ?? date, date) }
    }
    private mutating func earliestFinish(_ index: Int, _ date: CivilMinute) {
        nodes.rule(index) { $0.earliestFinish = max($0.earliestFinish ?? date, date) }
    }
    private mutating func latestStart(_ index: Int, _ date: CivilMinute, _ isHonoured: Bool) {
        nodes.rule(index) {
            $0.latestStart = min($0.latestStart ?? date, date)
            if isHonoured { $0.honouredStart = $0.latestStart }
        }
    }
    private mutating func latestFinish(_ index: Int, _ date: CivilMinute, _ isHonoured: Bool) {
        nodes.rule(index) {
            $0.latestFinish = min($0.latestFinish ?? date, date)
            if isHonoured { $0.honouredFinish = $0.latestFinish }
        }
    }

    /// A hard constraint holds both the early and the late dates; without hard constraints it is a soft one.
    private mutating func anchor(_ index: Int, at position: Int, atFinish: Bool) {
        let duration = nodes.durations[index]
        let span =
            duration == 0
            ? WorkSpan(at: WorkEvent(position: position, role: atFinish ? .finish : .start))
            : WorkSpan(from: position, lasting: duration, finishRole: .finish)
        let calendar = calendar(index)
        guard conventions.pinsConstraints else {
            let (start, finish) = (calendar.instant(of: span.start), calendar.instant(of: span.finish))
            if atFinish { earliestFinish(index, finish) } else { earliestStart(index, start) }
            if atFinish { latestFinish(index, finish, false) } else { latestStart(index, start, false) }
            return
        }
        nodes.rule(index) {
            $0.anchor = NodeRules.Anchor(
                start: span.start, finish: span.finish, holdsLateDates: true, remaining: duration)
        }
    }

    /// Work that someone has put by hand stays there; its late dates follow from its successors.
    private mutating func pin(_ index: Int, _ dates: PinnedDates) {
        let calendar = calendar(index)
        let start = calendar.lastEvent(notAfter: dates.start.asStart)
        let finish = calendar.firstEvent(notBefore: dates.finish.asFinish(on: calendar))
        nodes.traits[index].insert(.keepsLateRole)
        let remaining = nodes.durations[index]
        nodes.rule(index) {
            $0.anchor = NodeRules.Anchor(start: start, finish: finish, holdsLateDates: false, remaining: remaining)
        }
    }

    // MARK: Progress

    private mutating func add(_ progress: Progress, to index: Int) {
        guard let actualStart = progress.actualStart else { return }
        let calendar = calendar(index)
        if conventions.anchorsStartedWork || progress.isComplete && conventions.progressLogic == .actualDates {
            let finish = progress.actualFinish ?? rest(of: progress, begun: actualStart, index)
            let remaining = progress.isComplete ? 0 : progress.remaining.count
            nodes.rule(index) {
                $0.anchor = NodeRules.Anchor(
                    start: calendar.lastEvent(notAfter: actualStart), finish: calendar.firstEvent(notBefore: finish),
                    holdsLateDates: progress.isComplete, remaining: remaining)
            }
        } else {
            nodes.durations[index] = progress.remaining.count
            if let resumes = progress.resumes, !progress.isComplete { earliestStart(index, resumes) }
        }
        if progress.isComplete {
            nodes.traits[index].insert(.isComplete)
            // A point in time at the data date has no role of its own.
            nodes.traits[index].subtract([.readsAsStart, .readsAsFinish])
        }
    }

    /// When the rest of started work that stays where it began is done.
    private func rest(of progress: Progress, begun start: CivilMinute, _ index: Int) -> CivilMinute {
        let calendar = calendar(index)
        if let resumes = progress.resumes {
            return calendar.finish(at: calendar.position(of: resumes) + progress.remaining)
        }
        return calendar.finish(at: calendar.position(of: start) + WorkMinutes(nodes.durations[index]))
    }

    // MARK: Ties

    /// A link as a tie, with what is left of its lag.
    mutating func tie(_ link: LinkDraft, from source: Int, to target: Int) -> Tie {
        let isElapsed = link.lag.isElapsed && link.lag.thousandths != 0
        let counted = lagCalendar(isElapsed: isElapsed, from: source, to: target, lag: link.lag)
        if link.lag.unit == .percent { nodes.hasPercentLags = true }
        let stated =
            link.lag.unit == .percent
            ? link.lag.minutes(ofPercentOf: activities[source].duration.count)
            : link.lag.thousandths == 0 ? 0 : link.lag.minutes(on: calendar(source))
        return tie(
            from: source, to: target, link.relationship, stated: stated, on: counted, isElapsed: isElapsed)
    }

    /// A link whose lag is known in minutes.
    func tie(
        from source: Int, to target: Int, _ relationship: Relationship, stated: Int, on counted: UInt16, isElapsed: Bool
    ) -> Tie {
        var traits = traits(ofTieFrom: source, to: target, relationship)
        var lag = stated
        if !traits.isSuperset(of: .isInert), stated != 0, activities[source].hasFacts {
            lag = remaining(stated, of: relationship, from: source, on: counted)
        }
        let used = Int32(exactly: stated - lag)
        if used == nil { lag = stated }
        let same = nodes.calendarOf[source] == nodes.calendarOf[target]
        if same, lag == 0 || counted == nodes.calendarOf[source] { traits.insert(.isPlain) }
        if isElapsed { traits.insert(.isElapsed) }
        var tie = Tie(from: source, to: target, relationship, lag: lag, on: counted, traits: traits)
        tie.usedLag = used ?? 0
        return tie
    }

    private mutating func lagCalendar(isElapsed: Bool, from source: Int, to target: Int, lag: PlannedDuration)
        -> UInt16
    {
        if lag.thousandths == 0 { return nodes.calendarOf[source] }
        if isElapsed || conventions.lagCalendar == .elapsed { return aroundTheClock() }
        switch conventions.lagCalendar {
        case .predecessor, .elapsed: return nodes.calendarOf[source]
        case .successor: return nodes.calendarOf[target]
        case .project: return 0
        }
    }

    /// The part of a lag that has not gone by at the data date.
    ///
    /// A lead from finished work leaves nothing: that it might have begun earlier is of no use any more.
    private func remaining(_ lag: Int, of relationship: Relationship, from source: Int, on counted: UInt16) -> Int {
        guard !conventions.anchorsStartedWork, let progress = activities[source].progress, let dataDate,
            let since = relationship.leavesFinish ? progress.actualFinish : progress.actualStart
        else { return lag }
        guard lag > 0 else { return progress.isComplete ? 0 : lag }
        let gone = nodes.calendars[Int(counted)].work(from: since, to: dataDate).count
        return max(0, lag - max(0, gone))
    }

    private func traits(ofTieFrom source: Int, to target: Int, _ relationship: Relationship) -> TieTraits {
        if nodes.traits[source].contains(.isIdle) || nodes.traits[target].contains(.isIdle) { return .isInert }
        guard activities[source].hasFacts || activities[target].hasFacts else { return [] }
        if activities[target].isStarted {
            if conventions.progressLogic == .progressOverride { return .isInert }
            if conventions.progressLogic == .actualDates && activities[target].isComplete { return .isInert }
            if conventions.anchorsStartedWork {
                // What has happened asks nothing of those before it any more.
                return activities[target].isComplete || relationship.entersStart && !relationship.leavesFinish
                    ? .isInert : []
            }
        }
        let isPinned =
            activities[source].facts.pinned != nil || conventions.anchorsStartedWork && activities[source].isStarted
        return isPinned && !relationship.leavesFinish ? .isInertBackward : []
    }

    private mutating func aroundTheClock() -> UInt16 {
        if let known = elapsedCalendar { return known }
        let index = nodes.calendars.firstIndex { $0.id == WorkCalendar.elapsed.id } ?? nodes.calendars.count
        if index == nodes.calendars.count { nodes.calendars.append(.elapsed) }
        elapsedCalendar = UInt16(index)
        return UInt16(index)
    }

    private func calendar(_ node: Int) -> WorkCalendar { nodes.calendars[Int(nodes.calendarOf[node])] }
}

// MARK: - Linked summaries

extension RemainingWork {
    /// The points in time at which a summary's parts may begin and are all done.
    struct Gates {
        var start: Int?
        var finish: Int?
    }

    /// The ties that carry the links of summaries to and from their parts.
    ///
    /// A summary with links has a gate before its parts, a gate behind them, or both: points in time around the clock. So
    /// ten links and a thousand parts make a thousand and ten ties, not ten thousand.
    mutating func gateTies(for ties: [Tie]) -> [Tie] {
        guard ties.contains(where: { isSummary($0.source) || isSummary($0.target) }) else { return [] }
        var parts: [Int: [Int]] = [:]
        for (index, activity) in activities.enumerated() {
            if let parent = activity.facts.parent, !activity.facts.isInactive {
                parts[parent, default: []].append(index)
            }
        }
        var found: [Tie] = []
        for tie in ties where isSummary(tie.source) || isSummary(tie.target) {
            let source = isSummary(tie.source) ? finishGate(Int(tie.source), parts, &found) : Int(tie.source)
            let target = isSummary(tie.target) ? startGate(Int(tie.target), parts, &found) : Int(tie.target)
            var carried = tie
            carried.source = Int32(source)
            carried.target = Int32(target)
            carried.traits.subtract([.isInert, .isPlain])
            found.append(carried)
        }
        return found
    }

    private func isSummary(_ node: Int32) -> Bool { activities[Int(node)].isSummary }

    private mutating func finishGate(_ summary: Int, _ parts: [Int: [Int]], _ found: inout [Tie]) -> Int {
        gate(summary, \.finish, parts, &found) { part, gate in (part, gate) }
    }

    private mutating func startGate(_ summary: Int, _ parts: [Int: [Int]], _ found: inout [Tie]) -> Int {
        gate(summary, \.start, parts, &found) { part, gate in (gate, part) }
    }

    /// The gate of a summary and, below it, those of the summaries that are its parts; made once.
    private mutating func gate(
        _ summary: Int, _ side: WritableKeyPath<Gates, Int?>, _ parts: [Int: [Int]], _ found: inout [Tie],
        _ ends: (_ part: Int, _ gate: Int) -> (source: Int, target: Int)
    ) -> Int {
        if let known = gates[summary]?[keyPath: side] { return known }
        var open = [summary]
        makeGate(summary, side)
        while let current = open.popLast() {
            guard let gate = gates[current]?[keyPath: side] else { continue }
            for part in parts[current] ?? [] {
                var node = part
                if activities[part].isSummary {
                    if gates[part]?[keyPath: side] == nil {
                        makeGate(part, side)
                        open.append(part)
                    }
                    node = gates[part]?[keyPath: side] ?? part
                } else if nodes.traits[part].contains(.isIdle) {
                    continue
                }
                let (source, target) = ends(node, gate)
                found.append(Tie(from: source, to: target, .finishToStart, lag: 0, on: nodes.calendarOf[source]))
            }
        }
        return gates[summary]?[keyPath: side] ?? summary
    }

    private mutating func makeGate(_ summary: Int, _ side: WritableKeyPath<Gates, Int?>) {
        let clock = aroundTheClock()
        gates[summary, default: Gates()][keyPath: side] = nodes.durations.count
        nodes.calendarOf.append(clock)
        nodes.durations.append(0)
        nodes.traits.append([])
        nodes.gateOwners.append(summary)
    }
}
