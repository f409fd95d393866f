import WorkTime

extension Schedule {
    /// The buffers that the plan asks for: before each promise, in the order of ``deadlines``, and after it those of the
    /// chains that join the one that drives it. A chain that joins those of several promises stands behind the first.
    ///
    /// Chains and sizes are those of the reference, forecasts and progress those of this schedule. So a buffer stays what it was
    /// when the plan was accepted, and delays consume it.
    ///
    /// - Parameter reference: the plan as it was accepted, or as it was before anything had happened; `nil` for this schedule
    ///   itself. Promises that it does not know are measured by this schedule.
    /// - Complexity: O(network) once, and for each buffer O(its chain and the links into it); with adaptive density O(network)
    ///   for each.
    /// - Source: Goldratt, Critical Chain, 1997; Leach, Critical Chain Project Management, 2000.
    public func buffers(against reference: Schedule? = nil) -> [Buffer] {
        guard let rules = project.bufferRules else { return [] }
        let reference = reference ?? self
        let known = Dictionary(reference.promiseMeasures().map { ($0.promise.activity, $0) }) { first, _ in first }
        let ties = TiesByEnds(of: project.network)
        var joined: Set<BufferID.Join> = []
        return zip(deadlines, promiseMeasures()).flatMap { deadline, measure -> [Buffer] in
            guard rules.guards(deadline.activity) else { return [] }
            var basis = (schedule: reference, trace: known[deadline.activity]?.trace(in: reference))
            if basis.trace == nil { basis = (self, measure.trace(in: self)) }
            guard let trace = basis.trace else { return [] }
            let buffers = PromiseBuffers(
                rules: rules, current: self, currentTies: ties, chain: BufferedChain(basis.schedule, trace, rules),
                deadline: deadline,
                done: done(measure.nodes))
            return [buffers.projectBuffer] + (rules.guardsJoins ? buffers.feedingBuffers(beside: &joined) : [])
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
