import WorkTime

extension Network {
    /// The early dates: every node as soon as the project's start, its links and its dates let it.
    ///
    /// - Complexity: O(nodes + ties), each a few additions where both ends share a calendar and a few calendar
    ///   look-ups where they do not.
    /// - Source: Kelley and Walker, 1959.
    package func forwardPass() -> PassTimes {
        var times = PassTimes(count: count)
        times.withColumns { times in
            withColumns { columns in
                for place in 0..<count {
                    let node = columns.node(at: place)
                    guard !columns.traits[node].contains(.isIdle) else { continue }
                    times.set(node, earlySpan(of: node, in: times, columns))
                }
            }
        }
        return times
    }

    /// Both ends of one node, given those of its predecessors.
    func earlySpan(of node: Int, in times: some EventTimes) -> WorkSpan {
        withColumns { earlySpan(of: node, in: times, $0) }
    }

    @inline(__always)
    func earlySpan(of node: Int, in times: some EventTimes, _ columns: NetworkColumns) -> WorkSpan {
        let demand = linkDemand(on: node, in: times, columns)
        let traits = columns.traits[node]
        return traits.contains(.hasRules)
            ? ruledSpan(of: node, demand) : span(traits, demand, lasting: columns.durations[node])
    }

    /// The late dates with each finish in the role in which a reader expects it: at the end of its work, Friday 18:00,
    /// and not at the last instant that would do, Monday 09:00, unless a predecessor makes it wait.
    ///
    /// Points in time of another tool's plan, and work that someone has put by hand, are shown as the pass found them.
    package func settled(_ late: PassTimes) -> PassTimes {
        var times = late
        withColumns { columns in settle(&times, late, columns) }
        return times
    }

    private func settle(_ times: inout PassTimes, _ late: PassTimes, _ columns: NetworkColumns) {
        for place in 0..<count {
            let node = node(at: place)
            let isPoint = late.starts[node].position == late.finishes[node].position
            let isKept = traits[node].contains(.keepsLateRole) || isPoint && conventions.keepsLatePoints
            guard !traits[node].contains(.isIdle), !isKept else { continue }
            let role = settledRole(of: node, isPoint: isPoint, in: times, columns)
            times.finishes[node] = late.finishes[node].read(as: min(role, late.finishes[node].role))
            if isPoint { times.starts[node] = times.finishes[node] }
        }
    }

    private func settledRole(
        of node: Int, isPoint: Bool, in times: PassTimes, _ columns: NetworkColumns
    ) -> InstantRole {
        if isAnchored(node) { return rules[node]?.anchor?.holdsLateDates == true ? .start : .finish }
        var demand = linkDemand(on: node, in: times, columns)
        addDates(of: node, to: &demand)
        let finish = times.finishes[node]
        return isPoint ? demand.pointRole(at: finish.position, finish.role) : demand.finishRole(at: finish.position)
    }

    /// What the start of the project and the links into a node ask of it.
    @inline(__always)
    private func linkDemand(on node: Int, in times: some EventTimes, _ columns: NetworkColumns) -> Demand {
        var demand = Demand(start: columns.earliest[Int(columns.calendarOf[node])])
        for index in columns.incoming(node) {
            let tie = columns.ties[index]
            guard !tie.traits.contains(.isInertForward) else { continue }
            let event = earliestTargetEvent(over: tie, from: times.sourceEvent(of: tie))
            if tie.relationship.entersStart { demand.raiseStart(event) } else { demand.raiseFinish(event) }
        }
        return demand
    }

    /// What its dates ask of a node.
    private func addDates(of node: Int, to demand: inout Demand) {
        guard traits[node].contains(.hasRules) else { return }
        let rules = rules(of: node)
        if let date = rules.earliestStart { demand.raiseStart(calendar(of: node).firstEvent(notBefore: date)) }
        if let date = rules.earliestFinish { demand.raiseFinish(calendar(of: node).firstEvent(notBefore: date)) }
    }

    @inline(__always)
    private func span(_ traits: NodeTraits, _ demand: Demand, lasting duration: Int) -> WorkSpan {
        let position = max(demand.start.position, demand.finish.position - duration)
        guard duration == 0 else {
            return WorkSpan(
                from: position, lasting: duration, finishRole: demand.finishRole(at: position + duration))
        }
        if traits.contains(.readsAsStart) { return WorkSpan(at: WorkEvent(position: position, role: .start)) }
        if traits.contains(.readsAsFinish) { return WorkSpan(at: WorkEvent(position: position, role: .finish)) }
        return WorkSpan(at: max(demand.start, demand.finish))
    }

    /// A node with dates, an anchor, a delay or an expected finish.
    private func ruledSpan(of node: Int, _ linked: Demand) -> WorkSpan {
        let rules = rules(of: node)
        if let anchor = rules.anchor { return WorkSpan(start: anchor.start, finish: anchor.finish) }
        let calendar = calendar(of: node)
        var demand = linked
        addDates(of: node, to: &demand)
        var duration = durations[node]
        cap(&demand, by: rules, lasting: duration, on: calendar)
        if let delay = rules.levelingDelay {
            let position = max(demand.start.position, demand.finish.position - duration)
            demand = Demand(start: calendar.event(at: position, delayedBy: delay))
        }
        if let finish = rules.expectedFinish {
            duration = max(0, calendar.position(of: finish).count - demand.start.position)
        }
        return span(traits[node], demand, lasting: duration)
    }

    /// Dates that are honoured against the links hold the start where they say.
    private func cap(_ demand: inout Demand, by rules: NodeRules, lasting duration: Int, on calendar: WorkCalendar) {
        let start = rules.honouredStart.map { calendar.lastEvent(notAfter: $0).position }
        let finish = rules.honouredFinish.map { calendar.lastEvent(notAfter: $0).position - duration }
        guard let latest = [start, finish].compactMap(\.self).min() else { return }
        let position = max(demand.start.position, demand.finish.position - duration)
        if position > latest { demand = Demand(start: WorkEvent(position: latest, role: .start)) }
    }
}

extension WorkCalendar {
    /// When work may start that would start at a position but for a delay; the clock runs from its first minute.
    func event(at position: Int, delayedBy delay: Lag) -> WorkEvent {
        switch delay {
        case .work(let lag): WorkEvent(position: position + lag.count, role: .start)
        case .elapsed(let lag): firstEvent(notBefore: start(at: WorkMinutes(position)) + lag)
        }
    }

    /// The latest event before which work must be able to start, so that a delay lets it start at another.
    func event(_ start: WorkEvent, before delay: Lag) -> WorkEvent {
        switch delay {
        case .work(let lag): start.retreated(by: lag.count)
        case .elapsed(let lag): lastEvent(notAfter: instant(of: start) - lag)
        }
    }
}

/// The events that a node's start and finish may not come before.
struct Demand {
    var start: WorkEvent
    var finish = WorkEvent.distantPast

    @inline(__always)
    mutating func raiseStart(_ event: WorkEvent) { start = max(start, event) }
    @inline(__always)
    mutating func raiseFinish(_ event: WorkEvent) { finish = max(finish, event) }

    /// Work that ends on Friday finishes on Friday, unless its finish may not come before some Saturday: then it stands
    /// at Monday 09:00.
    @inline(__always)
    func finishRole(at position: Int) -> InstantRole {
        finish.code == position << 1 | 1 ? .start : .finish
    }

    /// A point in time stands where what holds it stands; one that is held by nothing stays as it is.
    func pointRole(at position: Int, _ role: InstantRole) -> InstantRole {
        let holding = max(start, finish)
        return holding == WorkEvent(position: position, role: .start) ? .start : .finish
    }
}
