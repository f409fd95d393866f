import WorkTime

/// How a promise is told to be kept: the ends that have to be there, and by when.
struct PromiseMeasure {
    let promise: Promise
    let project: Project
    /// What is left to do, without what would hold the promised activity at the date against its links.
    let network: Network
    /// The nodes whose ends are promised; the last of them counts.
    let nodes: [Int]
    let atFinish: Bool
    let promised: CivilMinute
    /// The calendar that counts headroom.
    let calendar: WorkCalendar

    /// The early dates of a changed network, as the project's schedule would find them.
    ///
    /// - Complexity: one forward pass, and the rest of the schedule where something is planned as late as possible.
    func early(_ changed: Network) -> PassTimes {
        var changed = changed
        if project.isScheduledFromFinish, let promised = changed.promisedFinish {
            changed = changed.starting(at: changed.latestBeginning(finish: promised))
        }
        let early = changed.forwardPass()
        guard changed.rules.values.contains(where: \.isPostponed) else { return early }
        var project = project
        project.network = changed
        return project.schedule(early: early).times.early
    }

    /// When the promise is done by some early dates.
    func forecast(_ early: PassTimes, on changed: Network) -> CivilMinute {
        var latest = changed.calendars.map { _ in WorkEvent.distantPast }
        for node in nodes {
            let calendar = Int(changed.calendarOf[node])
            latest[calendar] = max(latest[calendar], event(of: node, early))
        }
        return zip(changed.calendars, latest).lazy.filter { $0.1 > .distantPast }.map { $0.0.instant(of: $0.1) }.max()
            ?? promised
    }

    func forecast(on changed: Network) -> CivilMinute { forecast(early(changed), on: changed) }

    /// The driving chain to the node that is done last, the first of equals.
    func trace(_ early: PassTimes, on changed: Network) -> ChainTrace? {
        let latest = forecast(early, on: changed)
        let isLatest = { changed.calendar(of: $0).instant(of: event(of: $0, early)) == latest }
        guard let last = nodes.first(where: isLatest) else { return nil }
        return ChainTrace(changed, of: project, early: early, to: last, atFinish: atFinish)
    }

    /// Working minutes by which one forecast lies before another.
    func gain(from forecast: CivilMinute, to other: CivilMinute) -> WorkMinutes {
        calendar.work(from: other, to: forecast)
    }

    private func event(of node: Int, _ early: PassTimes) -> WorkEvent {
        atFinish ? early.finishes[node] : early.starts[node]
    }
}
