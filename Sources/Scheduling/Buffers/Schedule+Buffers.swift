import WorkTime

extension Schedule {
    /// The buffers that the plan asks for: before each promise, in the order of ``deadlines``, and after it those of the
    /// chains that join the one that drives it.
    ///
    /// Chains and sizes are those of the reference, forecasts and progress those of this schedule. So a buffer stays what it was
    /// when the plan was accepted, and delays consume it.
    ///
    /// - Parameter reference: the plan as it was accepted, or as it was before anything had happened; `nil` for this schedule
    ///   itself. Promises that it does not know are measured by this schedule.
    /// - Complexity: O(chain and its joins) for each promise; with adaptive density O(network) for each buffer.
    /// - Source: Goldratt, Critical Chain, 1997; Leach, Critical Chain Project Management, 2000.
    public func buffers(against reference: Schedule? = nil) -> [Buffer] {
        guard let rules = project.bufferRules else { return [] }
        let reference = reference ?? self
        let known = Dictionary(reference.promiseMeasures().map { ($0.promise.activity, $0) }) { first, _ in first }
        return zip(deadlines, promiseMeasures()).flatMap { deadline, measure -> [Buffer] in
            guard rules.guards(deadline.activity) else { return [] }
            var basis = (schedule: reference, trace: known[deadline.activity]?.trace(in: reference))
            if basis.trace == nil { basis = (self, measure.trace(in: self)) }
            guard let trace = basis.trace else { return [] }
            let writer = BufferWriter(
                rules: rules, current: self, chain: BufferedChain(basis.schedule, trace, rules), deadline: deadline,
                done: done(measure.nodes))
            return [writer.projectBuffer] + (rules.guardsJoins ? writer.feedingBuffers : [])
        }
    }
}

extension Schedule {
    /// When the last of some activities was done; `nil` as long as one is not.
    fileprivate func done(_ nodes: [Int]) -> CivilMinute? {
        let finishes = nodes.compactMap { project.activities[$0].progress?.actualFinish }
        return finishes.count == nodes.count ? finishes.max() : nil
    }
}

extension PromiseMeasure {
    /// The chain that drives it; `nil` where nothing is scheduled by itself.
    fileprivate func trace(in schedule: Schedule) -> ChainTrace? {
        nodes.isEmpty ? nil : trace(schedule.times.early, on: schedule.project.network)
    }
}

/// The buffers of one promise.
private struct BufferWriter {
    let rules: BufferRules
    /// The plan as it stands.
    let current: Schedule
    /// The chain that drives the promise, in the reference.
    let chain: BufferedChain
    let deadline: DeadlineForecast
    /// When the promise was met; `nil` for one that is open.
    let done: CivilMinute?

    private var calendar: WorkCalendar { current.project.calendar }
    private var reference: Schedule { chain.schedule }
    private var network: Network { reference.project.network }
    private var early: PassTimes { reference.times.early }

    var projectBuffer: Buffer {
        let settled = rules.settledSize(before: deadline.activity)
        let size = settled ?? chain.bufferSize(rules.method)
        let (from, to) = (instant(size, before: deadline.promised), deadline.promised)
        let latest = Buffer.LatestStart(
            withBuffer: chain.latestStart(endingBy: from), withoutBuffer: chain.latestStart(endingBy: to))
        return buffer(
            BufferID(before: deadline.activity), chain, size: size, method: settled == nil ? rules.method : nil,
            from: from, to: to, headroom: done.map { calendar.work(from: $0, to: to) } ?? deadline.timeHeadroom,
            isSettled: done != nil, latest: latest)
    }

    // MARK: Joins

    /// Those of the chains that join, in the order of the chain and of the links.
    var feedingBuffers: [Buffer] {
        let members = Set(chain.trace.steps.map(\.node))
        var joined: Set<BufferID.Join> = []
        return chain.trace.steps.flatMap { step -> [Buffer] in
            network.incoming(step.node).compactMap { index in
                guard let join = join(index, step, members), joined.insert(join).inserted else { return nil }
                return feedingBuffer(join, over: index, outside: members)
            }
        }
    }

    /// What a tie joins; `nil` for one of the chain's own, and one that asks nothing of it.
    private func join(_ index: Int, _ step: ChainTrace.Step, _ members: Set<Int>) -> BufferID.Join? {
        let tie = network.ties[index]
        guard index != step.tie, !members.contains(Int(tie.source)), !tie.traits.contains(.isInertForward),
            tie.relationship.entersStart || step.leavesFinish, network.rules(of: step.node).anchor == nil
        else { return nil }
        func id(_ node: Int32) -> ActivityID { reference.project.activities[network.owner(of: Int(node))].id }
        return BufferID.Join(from: id(tie.source), to: id(tie.target))
    }

    /// `nil` for a chain of points in time, which take none and cannot take longer.
    private func feedingBuffer(_ join: BufferID.Join, over index: Int, outside members: Set<Int>) -> Buffer? {
        let tie = network.ties[index]
        let trace = ChainTrace(
            network, of: reference.project, early: early, to: Int(tie.source), atFinish: tie.relationship.leavesFinish,
            outside: members)
        let feeding = BufferedChain(reference, trace, rules)
        guard !feeding.work.isEmpty else { return nil }
        let size = feeding.bufferSize(rules.method, outside: members)
        let planned = reference.room(over: index)
        let room = current.room(from: join.source, to: join.target)
        let to = room?.needed ?? planned.needed
        let from = instant(size, before: to)
        let latest = Buffer.LatestStart(
            withBuffer: feeding.latestStart(endingBy: instant(size, before: planned.needed)),
            withoutBuffer: feeding.latestStart(endingBy: planned.needed))
        return buffer(
            BufferID(before: deadline.activity, joining: join), feeding, size: size, method: rules.method, from: from,
            to: to,
            headroom: room?.minutes, isSettled: room == nil, latest: latest)
    }

    // MARK: Parts

    /// Working time before an instant; the instant itself for none.
    private func instant(_ size: WorkMinutes, before end: CivilMinute) -> CivilMinute {
        size == .zero ? end : min(end, calendar.finish(at: calendar.position(of: end) - size))
    }

    private func buffer(
        _ id: BufferID, _ chain: BufferedChain, size: WorkMinutes, method: BufferSize?, from: CivilMinute,
        to: CivilMinute,
        headroom: WorkMinutes?, isSettled: Bool, latest: Buffer.LatestStart
    ) -> Buffer {
        let progress = chain.progress(in: current)
        return Buffer(
            id: id, method: method, size: size, chain: chain.activities, from: from, to: to, headroom: headroom,
            progress: progress, isSettled: isSettled,
            latestStart: chain.hasBegun(in: current) ? nil : latest,
            zone: zone(size: size, headroom: headroom, progress, isSettled: isSettled))
    }

    /// What is settled is either kept or missed; a buffer of no time has only its promise to lose.
    private func zone(size: WorkMinutes, headroom: WorkMinutes?, _ progress: ChainProgress, isSettled: Bool)
        -> FeverZone
    {
        guard let headroom else { return .green }
        guard size > .zero, !isSettled else { return headroom < .zero ? .red : .green }
        let all = max(1, progress.all.count)
        return rules.limits.zone(
            consumed: max(0, size.count - headroom.count), of: size.count, done: min(progress.done.count, all), of: all)
    }
}

extension BufferedChain {
    /// The latest start of its first activity that brings its end about by an instant.
    fileprivate func latestStart(endingBy end: CivilMinute) -> CivilMinute {
        let network = schedule.project.network
        let last = network.calendar(of: trace.steps[trace.steps.count - 1].node)
        return trace.latestStart(reaching: last.lastEvent(notAfter: end), on: network)
    }
}

extension Schedule {
    /// How much later the source of a tie may be without moving its target, in minutes of the plan's calendar, and when it is
    /// needed at the latest.
    fileprivate func room(over index: Int) -> (minutes: WorkMinutes, needed: CivilMinute) {
        let (network, early) = (project.network, times.early)
        let tie = network.ties[index]
        let source = network.calendar(of: Int(tie.source))
        let needed = source.instant(of: network.latestSourceEvent(over: tie, behindDelay: early.targetEvent(of: tie)))
        return (project.calendar.work(from: source.instant(of: early.sourceEvent(of: tie)), to: needed), needed)
    }

    /// The same between two activities, over the link with the least; `nil` once one of them is done, and where they are linked
    /// no more.
    fileprivate func room(from source: ActivityID, to target: ActivityID) -> (
        minutes: WorkMinutes, needed: CivilMinute
    )? {
        guard let source = project.index(of: source), let target = project.index(of: target),
            !project.activities[source].isComplete, !project.activities[target].isComplete
        else { return nil }
        let network = project.network
        let gates = (network.activityCount..<network.count).filter { network.owner(of: $0) == target }
        let ties = ([target] + gates).flatMap { network.incoming($0) }.filter { index in
            let tie = network.ties[index]
            return network.owner(of: Int(tie.source)) == source && !tie.traits.contains(.isInertForward)
        }
        return ties.map { room(over: $0) }.min { $0.minutes < $1.minutes }
    }
}
