import WorkTime

/// One end of one node in both schedules, seen from the one in which it stands later.
///
/// Whatever holds it there holds it less, or not at all, in the other schedule: otherwise it could not stand earlier there.
struct MoveView {
    /// Why the point stands later there.
    enum Cause {
        case reason(MoveReason)
        /// A reason about the summary, of the later plan, that the node is part of.
        case inherited(MoveReason, summary: Int)
        /// A predecessor's end that stands later too.
        case source(MoveTrace.Point)
        /// Of work that is held from behind: a successor's end that stands elsewhere.
        case target(MoveTrace.Point)
    }

    let trace: MoveTrace
    let point: MoveTrace.Point
    /// Whether the point stands later in the new schedule.
    let isNewLater: Bool
    let later: Side
    let earlier: Side
    /// How much later, in working minutes of the node's calendar in the later schedule.
    let startMove: Int
    let finishMove: Int

    /// `nil` where the node does not stand in both networks.
    init?(_ trace: MoveTrace, _ point: MoveTrace.Point) {
        guard let former = trace.nodes.oldOfNew[point.node] else { return nil }
        let before = Side(trace.old, node: former)
        let after = Side(trace.new, node: point.node)
        isNewLater = after.instant(point.end) >= before.instant(point.end)
        (later, earlier) = isNewLater ? (after, before) : (before, after)
        self.trace = trace
        self.point = point
        let calendar = later.calendar
        startMove = calendar.work(from: earlier.instant(.start), to: later.instant(.start)).count
        finishMove = calendar.work(from: earlier.instant(.finish), to: later.instant(.finish)).count
    }

    /// How much longer it lasts, from one end to the other.
    var ownMove: Int { finishMove - startMove }

    var cause: Cause {
        if later.isComplete != earlier.isComplete { return .reason(.progress) }
        if later.rules.anchor != nil || earlier.rules.anchor != nil { return .reason(changedFact ?? .several) }
        if later.isHeldFromBehind || earlier.isHeldFromBehind { return causeFromBehind }
        if isMainlyOwn, let reason = changedLength { return .reason(reason) }
        return outerCause ?? .reason(changedFact ?? .several)
    }

    /// Whether it moved by lasting longer, or at the start shorter, rather than by what holds its other end.
    private var isMainlyOwn: Bool {
        switch (point.end, later.isHeldAtFinish) {
        case (.finish, false): ownMove > 0 && ownMove >= startMove
        case (.start, true): ownMove < 0 && -ownMove >= finishMove
        default: false
        }
    }

    // MARK: What holds it

    /// The project's start, a link or a date that holds it in the later schedule and not in the earlier.
    private var outerCause: Cause? {
        if later.standsAtBeginning, let reason = changedBeginning { return .reason(reason) }
        for tie in later.drivingTies {
            if let cause = cause(over: tie) { return cause }
        }
        if let reason = changedDate { return .reason(reason) }
        return nil
    }

    /// Why a link demands more of it than in the earlier schedule; `nil` where it does not.
    private func cause(over tie: Tie) -> Cause? {
        guard let partner = partner(of: Int(tie.source)) else { return onlyInLater(tie) }
        let candidates = earlier.network.ties(into: earlier.node).filter { Int($0.source) == partner }
        guard
            let same = candidates.first(where: { $0.states(as: tie) })
                ?? candidates.first(where: { $0.relationship == tie.relationship }) ?? candidates.first
        else { return onlyInLater(tie) }
        guard same.relationship == tie.relationship else { return .reason(changed(tie, same)) }
        let sourceMove = sourceMove(over: tie, partner)
        let lagMove = tie.statedLag - same.statedLag
        if !same.states(as: tie), lagMove >= sourceMove || same.isElapsed != tie.isElapsed {
            return .reason(changed(tie, same))
        }
        if sourceMove > 0 || sourceInstant(tie, in: later) > sourceInstant(same, in: earlier) {
            return .source(source(of: tie, partner))
        }
        if same.traits.contains(.isInertForward) || same.lag != tie.lag { return .reason(changedUse(of: tie, partner)) }
        return changedLagCalendar(tie, same).map(Cause.reason)
    }

    private func sourceMove(over tie: Tie, _ partner: Int) -> Int {
        let calendar = later.network.calendars[
            Int(tie.lag == 0 ? later.network.calendarOf[Int(tie.source)] : tie.lagCalendar)]
        let end: MoveTrace.End = tie.relationship.leavesFinish ? .finish : .start
        let before = Side(earlier.schedule, node: partner).early(end)
        let after = Side(later.schedule, node: Int(tie.source)).early(end)
        return calendar.work(from: before, to: after).count
    }

    private func sourceInstant(_ tie: Tie, in side: Side) -> CivilMinute {
        Side(side.schedule, node: Int(tie.source)).early(tie.relationship.leavesFinish ? .finish : .start)
    }

    /// The same link asks less in the earlier schedule by what has been done.
    private func changedUse(of tie: Tie, _ partner: Int) -> MoveReason {
        let (one, other) = (trace.old.project.dataDate, trace.new.project.dataDate)
        return one == other ? .progress : .dataDate(from: one, to: other)
    }

    private func changedLagCalendar(_ tie: Tie, _ same: Tie) -> MoveReason? {
        guard tie.lag != 0 else { return nil }
        let (one, other) = (
            earlier.network.calendars[Int(same.lagCalendar)], later.network.calendars[Int(tie.lagCalendar)]
        )
        guard one != other else { return nil }
        return one.id == other.id ? .calendarDays(other.id) : changedConventions ?? .calendarDays(other.id)
    }

    // MARK: Links as reasons

    private func source(of tie: Tie, _ partner: Int) -> MoveTrace.Point {
        MoveTrace.Point(
            node: isNewLater ? Int(tie.source) : partner, end: tie.relationship.leavesFinish ? .finish : .start)
    }

    /// The node of the earlier network that is a node of the later one.
    func partner(of node: Int) -> Int? { isNewLater ? trace.nodes.oldOfNew[node] : trace.nodes.newOfOld[node] }

    /// A link that only the later plan has; behind the gate of the node's own summary stands the link that made the gate.
    private func onlyInLater(_ tie: Tie) -> Cause {
        let (gate, summary) = (Int(tie.source), later.network.owner(of: Int(tie.source)))
        let owner = later.schedule.project.activities[later.network.owner(of: later.node)]
        guard gate >= later.network.activityCount, owner.facts.parent == summary,
            let outer = Side(later.schedule, node: gate).drivingTies.first
        else { return .reason(onlyInLater(link(tie, in: later))) }
        return .inherited(onlyInLater(link(outer, in: later)), summary: summary)
    }

    private func onlyInLater(_ link: Link) -> MoveReason { isNewLater ? .addedLink(link) : .removedLink(link) }

    private func changed(_ tie: Tie, _ same: Tie) -> MoveReason {
        let (one, other) = (link(same, in: earlier), link(tie, in: later))
        return isNewLater ? .changedLink(from: one, to: other) : .changedLink(from: other, to: one)
    }

    private func link(_ tie: Tie, in side: Side) -> Link { side.schedule.project.link(tie, from: Int(tie.source)) }
}

/// A node in one schedule.
struct Side {
    let schedule: Schedule
    let network: Network
    let node: Int

    init(_ schedule: Schedule, node: Int) {
        self.schedule = schedule
        self.node = node
        network = schedule.project.network
    }

    var calendar: WorkCalendar { network.calendar(of: node) }
    var rules: NodeRules { network.rules(of: node) }
    /// `nil` for a gate.
    var activity: Activity? { node < network.activityCount ? schedule.project.activities[node] : nil }
    var isComplete: Bool { activity?.isComplete ?? false }

    /// Whether its dates are the latest that what comes after it allows.
    var isHeldFromBehind: Bool { schedule.project.isScheduledFromFinish || rules.isPostponed }
    private var showsLate: Bool {
        schedule.project.isScheduledFromFinish || rules.isPostponed && network.conventions.postponesByTotalFloat
    }

    /// When it is planned: its early end, or its late one where it is planned as late as possible.
    func instant(_ end: MoveTrace.End) -> CivilMinute { calendar.instant(of: event(end)) }
    func event(_ end: MoveTrace.End) -> WorkEvent {
        let times = showsLate ? schedule.times.shownLate : schedule.times.early
        return end == .start ? times.starts[node] : times.finishes[node]
    }

    /// Its early end, from which links count.
    func early(_ end: MoveTrace.End) -> CivilMinute {
        let times = schedule.times.early
        return calendar.instant(of: end == .start ? times.starts[node] : times.finishes[node])
    }

    // MARK: What holds it

    var drivingTies: [Tie] {
        network.incoming(node).lazy.filter { schedule.times.drives[$0] }.map { network.ties[$0] }
    }

    private var startPosition: Int { schedule.times.early.starts[node].position }

    /// Whether no work of its calendar lies before it.
    var standsAtBeginning: Bool { startPosition <= network.earliest[Int(network.calendarOf[node])].position }

    /// Whether what holds its finish sets its start too.
    var isHeldAtFinish: Bool {
        guard !standsAtBeginning, !drivingTies.contains(where: \.relationship.entersStart) else { return false }
        if let date = rules.earliestStart, calendar.firstEvent(notBefore: date).position == startPosition {
            return false
        }
        return rules.levelingDelay == nil && rules.expectedFinish == nil
    }
}

extension Tie {
    var isElapsed: Bool { traits.contains(.isElapsed) }

    /// Whether a plan states both alike.
    fileprivate func states(as other: Tie) -> Bool {
        relationship == other.relationship && statedLag == other.statedLag
            && (isElapsed == other.isElapsed || statedLag == 0)
    }
}

extension Project {
    /// A tie as the link that it was made from; a gate goes by the name of its summary.
    func link(_ tie: Tie, from node: Int) -> Link {
        Link(
            predecessor: activities[network.owner(of: node)].id, relationship: tie.relationship,
            lag: tie.isElapsed ? .elapsed(ElapsedMinutes(tie.statedLag)) : .work(WorkMinutes(tie.statedLag)))
    }
}
