import WorkTime

/// A lever and how far it can be pulled.
struct LimitedLever {
    var lever: Lever
    /// Minutes; 1 for what is all or nothing.
    var limit: Int
    /// Whether ``limit`` counts minutes.
    var isGradual = true
}

extension ChainTrace {
    /// Everything along the chain that can be changed, in its order; the start of the plan comes last.
    ///
    /// - Parameters:
    ///   - nodes: those that may be changed.
    ///   - share: the part of its working time, in per cent, by which work may be shortened or overlapped.
    func levers(_ network: Network, of project: Project, early: PassTimes, among nodes: Set<Int>, share: Int)
        -> [LimitedLever]
    {
        let held = holdLevers(network, of: project)
        let isEnd = { (lever: LimitedLever) in lever.lever == .start }
        var levers = held.filter { !isEnd($0) }
        for (place, step) in steps.enumerated() where nodes.contains(step.node) {
            if let tie = step.tie { levers += tieLevers(tie, network, of: project, early, share) }
            levers += nodeLevers(step, network, of: project, share)
            levers += calendarLevers(at: place, network)
        }
        return levers + held.filter(isEnd)
    }

    private func holdLevers(_ network: Network, of project: Project) -> [LimitedLever] {
        let node = steps[0].node
        switch hold {
        case .projectStart where !project.isScheduledFromFinish:
            let calendar = network.calendars[0]
            let floor = project.dataDate.map { calendar.work(from: $0, to: network.start).count } ?? .max
            return [LimitedLever(lever: .start, limit: max(0, min(floor, 60 * calendar.minutesPerDay.count)))]
        case .date(let constraint): return dateLevers(constraint, node, network, of: project)
        case .projectStart, .dataDate, .actual, .hand, .others: return []
        }
    }

    private func dateLevers(_ constraint: DateConstraint, _ node: Int, _ network: Network, of project: Project)
        -> [LimitedLever]
    {
        let calendar = network.calendar(of: node)
        guard let instant = constraint.earliest(on: calendar) else {
            let date = HeldDate(constraint: constraint, instant: network.start)
            return constraint == .asLateAsPossible
                ? [LimitedLever(lever: .noDate(node, date), limit: 1, isGradual: false)] : []
        }
        let others = project.activities[node].constraints.filter {
            $0 != constraint && $0.bindsFinish == constraint.bindsFinish && !$0.isHard
        }
        let date = HeldDate(
            constraint: constraint, instant: instant, floor: others.compactMap { $0.earliest(on: calendar) }.max())
        return [
            LimitedLever(lever: .date(node, date), limit: calendar.work(from: network.start, to: instant).count),
            LimitedLever(lever: .noDate(node, date), limit: 1, isGradual: false),
        ]
    }

    private func tieLevers(
        _ index: Int, _ network: Network, of project: Project, _ early: PassTimes, _ share: Int
    ) -> [LimitedLever] {
        let tie = network.ties[index]
        if tie.lag > 0 { return [LimitedLever(lever: .lag(index), limit: tie.lag)] }
        guard tie.relationship == .finishToStart, !tie.traits.contains(.isElapsed),
            network.rules(of: Int(tie.source)).anchor == nil, network.conventions.lagCalendar != .elapsed
        else { return [] }
        let source = Int(tie.source)
        // Nobody answers to what is not there yet, and what is revised waits for the answer.
        let isAnswer = { (node: Int) in project.activities[network.owner(of: node)].facts.mark == .answer }
        guard !isAnswer(source), !isAnswer(Int(tie.target)) else { return [] }
        // A point in time before what leads to it is done would say what is not so.
        guard early.finishes[Int(tie.target)].position > early.starts[Int(tie.target)].position else { return [] }
        let length = early.finishes[source].position - early.starts[source].position
        return [LimitedLever(lever: .lead(index), limit: length * share / 100 + tie.lag)]
    }

    private func nodeLevers(_ step: Step, _ network: Network, of project: Project, _ share: Int) -> [LimitedLever] {
        let (node, rules) = (step.node, network.rules(of: step.node))
        guard rules.anchor == nil else { return [] }
        var levers: [LimitedLever] = []
        if rules.levelingDelay != nil {
            levers.append(LimitedLever(lever: .noDelay(node), limit: 1, isGradual: false))
        }
        guard step.entersStart, step.leavesFinish else { return levers }
        if let date = rules.expectedFinish {
            let constraint = project.activities[node].constraints.first { $0.key == "expected-finish" }
            guard let constraint else { return levers }
            let held = HeldDate(constraint: constraint, instant: date)
            return levers + [LimitedLever(lever: .noDate(node, held), limit: 1, isGradual: false)]
        }
        return levers + [LimitedLever(lever: .duration(node), limit: network.durations[node] * share / 100)]
    }

    /// Where two neighbours work at different hours, either may be done at the other's.
    private func calendarLevers(at place: Int, _ network: Network) -> [LimitedLever] {
        guard place > 0 else { return [] }
        let (one, other) = (steps[place - 1].node, steps[place].node)
        guard network.calendarOf[one] != network.calendarOf[other] else { return [] }
        let isByTheClock = [one, other].contains { network.calendar(of: $0).id == WorkCalendar.elapsed.id }
        guard !isByTheClock else { return [] }
        return [(other, one), (one, other)].filter { network.canChangeCalendar(of: $0.0) }.map {
            LimitedLever(lever: .calendar($0.0, of: $0.1), limit: 1, isGradual: false)
        }
    }
}

extension Network {
    /// Work that stands by dates of its own calendar keeps it.
    fileprivate func canChangeCalendar(of node: Int) -> Bool {
        let rules = rules(of: node)
        return node < activityCount && rules.anchor == nil && rules.earliestFinish == nil && rules.expectedFinish == nil
            && durations[node] > 0
    }
}
