import WorkTime

/// The buffers of one promise.
struct PromiseBuffers {
    let rules: BufferRules
    /// The plan as it stands.
    let current: Schedule
    /// The links of ``current``.
    let currentTies: TiesByEnds
    /// The chain that drives the promise, in the reference.
    let chain: BufferedChain
    let deadline: DeadlineForecast
    /// When the promise was met; `nil` for one that is open.
    let done: CivilMinute?

    private var calendar: WorkCalendar { current.project.calendar }
    var reference: Schedule { chain.schedule }
    var network: Network { reference.project.network }
    var early: PassTimes { reference.times.early }

    var projectBuffer: Buffer {
        let stated = rules.statedSize(before: deadline.activity)
        let size = stated ?? chain.bufferSize(rules.method)
        let (from, to) = (instant(size, before: deadline.promised), deadline.promised)
        let latest = Buffer.LatestStart(
            withBuffer: chain.latestStart(endingBy: from), withoutBuffer: chain.latestStart(endingBy: to))
        return buffer(
            BufferID(before: deadline.activity), chain, size: size, method: stated == nil ? rules.method : nil,
            from: from, to: to, headroom: done.map { calendar.work(from: $0, to: to) } ?? deadline.timeHeadroom,
            isSettled: done != nil, latest: latest)
    }

    // MARK: Parts

    /// Working time before an instant; the instant itself for none.
    func instant(_ size: WorkMinutes, before end: CivilMinute) -> CivilMinute {
        size == .zero ? end : min(end, calendar.finish(at: calendar.position(of: end) - size))
    }

    func buffer(
        _ id: BufferID, _ chain: BufferedChain, size: WorkMinutes, method: BufferSize?, from: CivilMinute,
        to: CivilMinute, headroom: WorkMinutes?, isSettled: Bool, latest: Buffer.LatestStart
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
    func latestStart(endingBy end: CivilMinute) -> CivilMinute {
        let network = schedule.project.network
        let last = network.calendar(of: trace.steps[trace.steps.count - 1].node)
        return trace.latestStart(reaching: last.lastEvent(notAfter: end), on: network)
    }
}
