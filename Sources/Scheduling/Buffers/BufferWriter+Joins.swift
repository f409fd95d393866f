import WorkTime

extension BufferWriter {
    /// Those of the chains that join, in the order of the chain and of the links.
    ///
    /// - Parameter joined: the joins that have a buffer already, to which these are added.
    func feedingBuffers(beside joined: inout Set<BufferID.Join>) -> [Buffer] {
        let members = Set(chain.trace.steps.map(\.node))
        var buffers: [Buffer] = []
        for step in chain.trace.steps {
            var ties: [(join: BufferID.Join, indices: [Int])] = []
            for index in network.incoming(step.node) {
                guard let join = join(index, step, members) else { continue }
                if let place = ties.firstIndex(where: { $0.join == join }) {
                    ties[place].indices.append(index)
                } else {
                    ties.append((join, [index]))
                }
            }
            for (join, indices) in ties where joined.insert(join).inserted {
                if let buffer = tightest(join, among: indices, outside: members) { buffers.append(buffer) }
            }
        }
        return buffers
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
        let room = current.room(from: join.source, to: join.target, over: tie.relationship)
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
        from source: ActivityID, to target: ActivityID, over relationship: Relationship
    ) -> (minutes: WorkMinutes, needed: CivilMinute)? {
        guard let source = project.index(of: source), let target = project.index(of: target),
            !project.activities[source].isComplete, !project.activities[target].isComplete
        else { return nil }
        let network = project.network
        let gates = (network.activityCount..<network.count).filter { network.owner(of: $0) == target }
        let ties = ([target] + gates).flatMap { network.incoming($0) }.filter { index in
            let tie = network.ties[index]
            return tie.relationship == relationship && network.owner(of: Int(tie.source)) == source
                && !tie.traits.contains(.isInertForward)
        }
        return ties.map { room(over: $0) }.min { $0.minutes < $1.minutes }
    }
}
