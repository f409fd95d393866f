import WorkTime

extension CausalChain {
    /// The elements of a trace, from what holds its first activity to the end at which it leaves the last.
    init(_ trace: ChainTrace, on network: Network, of project: Project, early: PassTimes) {
        var writer = ChainWriter(network: network, project: project, early: early)
        for step in trace.steps {
            if let tie = step.tie {
                writer.follow(network.ties[tie])
            } else {
                writer.begin(step, trace.hold)
            }
            writer.pass(step)
        }
        elements = writer.elements
    }

    /// The same chain up to a later instant, where what is shown is not the early date: the rest is time off.
    func reaching(_ instant: CivilMinute, _ id: ActivityID) -> CausalChain {
        guard instant != end, let last = elements.last else { return self }
        let gap = Element(kind: .gap(before: id), from: end, to: instant, calendar: last.calendar, work: .zero)
        return CausalChain(elements: elements + [gap])
    }

    /// Something that stands where it stands: finished work, or what goes along with others.
    init(of id: ActivityID, from start: CivilMinute, to finish: CivilMinute, on calendar: WorkCalendar, _ hold: Hold) {
        elements = [
            Element(kind: .hold(id, hold), from: start, to: start, calendar: calendar.id, work: .zero),
            Element(
                kind: .activity(id), from: start, to: finish, calendar: calendar.id,
                work: calendar.work(from: start, to: finish)),
        ]
    }
}

/// Writes a chain down, element by element, each from where the last one ended.
private struct ChainWriter {
    let network: Network
    let project: Project
    let early: PassTimes
    private(set) var elements: [CausalChain.Element] = []
    private var instant = CivilMinute.earliest

    init(network: Network, project: Project, early: PassTimes) {
        self.network = network
        self.project = project
        self.early = early
    }

    private func id(_ node: Int) -> ActivityID { project.activities[network.owner(of: node)].id }

    private mutating func add(_ kind: CausalChain.Kind, to end: CivilMinute, _ calendar: WorkCalendar, _ work: Int) {
        elements.append(
            CausalChain.Element(kind: kind, from: instant, to: end, calendar: calendar.id, work: WorkMinutes(work)))
        instant = end
    }

    /// Time off up to an event, where there is any.
    private mutating func wait(for event: WorkEvent, of node: Int) {
        let calendar = network.calendar(of: node)
        let end = calendar.instant(of: event)
        if end != instant { add(.gap(before: id(node)), to: end, calendar, 0) }
    }

    mutating func begin(_ step: ChainTrace.Step, _ hold: CausalChain.Hold) {
        let calendar = network.calendar(of: step.node)
        let event = step.entersStart ? early.starts[step.node] : early.finishes[step.node]
        let own = calendar.instant(of: event)
        switch hold {
        case .projectStart, .dataDate: instant = min(network.start, own)
        case .date(let constraint): instant = constraint.earliest(on: calendar) ?? own
        case .actual, .hand, .others: instant = own
        }
        add(.hold(id(step.node), hold), to: instant, calendar, 0)
        if step.entersStart { delay(from: calendar.firstEvent(notBefore: instant), to: event, step.node) }
        wait(for: event, of: step.node)
    }

    /// The lag of a tie, then what lies between it and the end that it ties.
    mutating func follow(_ tie: Tie) {
        let (source, target) = (Int(tie.source), Int(tie.target))
        let counted = tie.lag == 0 ? Int(network.calendarOf[source]) : Int(tie.lagCalendar)
        let calendar = network.calendars[counted]
        let event = early.sourceEvent(of: tie)
        let isOwn = counted == Int(network.calendarOf[source])
        let first = isOwn ? event : calendar.firstEvent(notBefore: network.calendar(of: source).instant(of: event))
        let end = tie.lag == 0 ? instant : calendar.instant(of: first.advanced(by: tie.lag))
        let lag: Lag =
            tie.traits.contains(.isElapsed)
            ? .elapsed(ElapsedMinutes(tie.statedLag)) : .work(WorkMinutes(tie.statedLag))
        add(
            .link(predecessor: id(source), successor: id(target), tie.relationship, lag), to: end, calendar, tie.lag)
        if tie.relationship.entersStart {
            delay(from: network.earliestTargetEvent(over: tie, from: event), to: early.starts[target], target)
        }
        wait(for: early.targetEvent(of: tie), of: target)
    }

    /// The time by which levelling puts the start of a node off.
    private mutating func delay(from event: WorkEvent, to start: WorkEvent, _ node: Int) {
        guard network.rules(of: node).levelingDelay != nil, start.position > event.position else { return }
        let calendar = network.calendar(of: node)
        wait(for: event.read(as: .start), of: node)
        add(.delay(id(node)), to: calendar.instant(of: start), calendar, start.position - event.position)
    }

    /// From the end at which the chain enters a node to the one at which it leaves.
    mutating func pass(_ step: ChainTrace.Step) {
        let (start, finish) = (early.starts[step.node], early.finishes[step.node])
        let (entered, left) = (step.entersStart ? start : finish, step.leavesFinish ? finish : start)
        let calendar = network.calendar(of: step.node)
        add(
            .activity(id(step.node)), to: calendar.instant(of: left), calendar, left.position - entered.position)
    }
}
