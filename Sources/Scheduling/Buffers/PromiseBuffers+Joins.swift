import WorkTime

extension PromiseBuffers {
    /// Those of the chains that join, in the order of the chain and of the links.
    ///
    /// - Parameter joined: the joins that have a buffer already, to which these are added.
    func feedingBuffers(beside joined: inout Set<BufferID.Join>) -> [Buffer] {
        let members = Set(chain.trace.steps.map(\.node))
        var buffers: [Buffer] = []
        for step in chain.trace.steps {
            for (join, indices) in joins(step, members) where joined.insert(join).inserted {
                if let buffer = tightest(join, among: indices, outside: members) { buffers.append(buffer) }
            }
        }
        return buffers
    }

    /// What joins at a step, with the ties over which it does, in the order of the first of each.
    private func joins(_ step: ChainTrace.Step, _ members: Set<Int>) -> [(join: BufferID.Join, indices: [Int])] {
        var all: [(join: BufferID.Join, indices: [Int])] = []
        var places: [BufferID.Join: Int] = [:]
        for index in network.incoming(step.node) {
            guard let join = join(index, step, members) else { continue }
            if let place = places[join] {
                all[place].indices.append(index)
            } else {
                places[join] = all.count
                all.append((join, [index]))
            }
        }
        return all
    }

    /// Of several links between the same two, the one with the least to spare in the reference counts, so that it is the same
    /// from week to week.
    private func tightest(_ join: BufferID.Join, among indices: [Int], outside members: Set<Int>) -> Buffer? {
        let all = indices.compactMap { index in
            feedingBuffer(join, over: index, outside: members).map {
                (buffer: $0, spare: reference.room(over: index).minutes - $0.size)
            }
        }
        return all.min { $0.spare < $1.spare }?.buffer
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
        let room = current.room(of: join, over: tie.relationship, among: currentTies)
        let to = room?.needed ?? reference.room(over: index).needed
        let from = instant(size, before: to)
        let latest = Buffer.LatestStart(
            withBuffer: feeding.latestStart(endingBy: from), withoutBuffer: feeding.latestStart(endingBy: to))
        return buffer(
            BufferID(before: deadline.activity, joining: join), feeding, size: size, method: rules.method, from: from,
            to: to, headroom: room?.minutes, isSettled: room == nil, latest: latest)
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

    /// The same between two activities, over the link of a kind with the least; `nil` once one of them is done, and where they
    /// are linked so no more.
    fileprivate func room(
        of join: BufferID.Join, over relationship: Relationship, among ties: TiesByEnds
    ) -> (minutes: WorkMinutes, needed: CivilMinute)? {
        guard let source = project.index(of: join.source), let target = project.index(of: join.target),
            !project.activities[source].isComplete, !project.activities[target].isComplete
        else { return nil }
        return ties(from: source, to: target)
            .filter { project.network.ties[$0].relationship == relationship }
            .map { room(over: $0) }.min { $0.minutes < $1.minutes }
    }
}
