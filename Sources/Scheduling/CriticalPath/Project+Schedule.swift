import Diagnostics
import WorkTime

extension Project {
    /// Schedules every activity as soon as possible, and says how late each may become.
    ///
    /// Pure: the same project gives the same schedule.
    ///
    /// - Complexity: O(activities + links).
    public func schedule() -> Schedule { schedule(early: network.forwardPass()) }

    /// Both passes alone, for programs that need dates of the whole plan and no floats.
    ///
    /// - Complexity: as ``schedule()``, in about a third of its time.
    public func passes() -> SchedulePasses {
        let early = network.forwardPass()
        let finish = latestFinish(in: early)
        return SchedulePasses(early: early, late: network.backwardPass(finish: finish), finish: finish)
    }

    /// The schedule that goes with early dates that have been found already.
    func schedule(early first: PassTimes) -> Schedule {
        var project = self
        project.network.takeExpectedDurations(from: first)
        let finish = project.latestFinish(in: first)
        let late = project.network.backwardPass(finish: finish)
        return project.schedule(early: project.postponed(first, to: late), late: late, finish: finish)
    }

    /// Everything that follows from both passes.
    func schedule(early found: PassTimes, late: PassTimes, finish: CivilMinute) -> Schedule {
        schedule(sweep: FreeFloatSweep(network, early: found, finish: finish), late: late, finish: finish)
    }

    /// What is read off the passes and the floats.
    func schedule(sweep: FreeFloatSweep, late: PassTimes, finish: CivilMinute) -> Schedule {
        let path = LongestPath(network, last: lastNodes(in: sweep.early, finish: finish), drives: sweep.drives)
        let shownLate = network.settled(late)
        let spans = DerivedSpans(self, early: sweep.early, late: late, shownLate: shownLate, path: path)
        let times = ScheduleTimes(
            early: sweep.early, late: late, shownLate: shownLate, free: sweep.free, drives: sweep.drives,
            longestPath: path, spans: spans.byActivity, hasNegativeFloat: hasNegativeFloat(sweep.early, late))
        return finished(times, finish: finish)
    }

    private func finished(_ times: ScheduleTimes, finish: CivilMinute) -> Schedule {
        let scheduled = ScheduledActivities(project: self, times: times)
        var chain: [ActivityID] = []
        for node in times.longestPath.chain {
            let id = activities[network.owner(of: node)].id
            if chain.last != id { chain.append(id) }
        }
        // The passes put finished work at the data date; when nothing else is left, that is not when it was finished.
        let finish = actualFinish ?? finish
        return Schedule(
            activities: scheduled, start: firstStart(times), finish: finish, longestPath: chain,
            deadlines: deadlines(scheduled, finish: finish),
            findings: unknownHolidays(times) + withoutHolidays())
    }

    /// Whether an activity is scheduled by itself.
    package func isWorked(_ index: Int) -> Bool { !network.traits[index].contains(.isIdle) }

    /// When the first activity starts.
    private func firstStart(_ times: ScheduleTimes) -> CivilMinute {
        var first: CivilMinute?
        var events = network.calendars.map { _ in WorkEvent.distantFuture }
        for index in activities.indices where isWorked(index) {
            if activities[index].hasFacts || isScheduledFromFinish {
                let shown = ShownDates(of: index, in: self, early: times.early, shownLate: times.shownLate).start
                first = min(first ?? shown, shown)
            } else {
                let calendar = Int(network.calendarOf[index])
                events[calendar] = min(events[calendar], times.early.starts[index])
            }
        }
        let instants = zip(network.calendars, events).lazy.filter { $0.1 < .distantFuture }.map {
            $0.0.instant(of: $0.1)
        }
        return [first, instants.min()].compactMap(\.self).min() ?? start
    }

    /// When the last activity was finished; `nil` while anything is left to do.
    private var actualFinish: CivilMinute? {
        guard dataDate != nil else { return nil }
        var last: CivilMinute?
        for index in activities.indices where isWorked(index) {
            guard let finish = activities[index].progress?.actualFinish else { return nil }
            last = max(last ?? finish, finish)
        }
        return last
    }

    /// When the last activity finishes.
    func latestFinish(in times: PassTimes) -> CivilMinute {
        let last = network.latestFinishes(in: times)
        return zip(network.calendars, last).lazy
            .filter { $0.1 > .distantPast }.map { $0.0.instant(of: $0.1) }.max() ?? start
    }

    private func lastNodes(in times: PassTimes, finish: CivilMinute) -> [Int] {
        let last = network.calendars.map { $0.firstEvent(notBefore: finish) }
        return activities.indices.filter { index in
            isWorked(index) && times.finishes[index] >= last[Int(network.calendarOf[index])]
                && network.calendar(of: index).instant(of: times.finishes[index]) == finish
        }
    }

    private func hasNegativeFloat(_ early: PassTimes, _ late: PassTimes) -> Bool {
        activities.indices.contains { isWorked($0) && totalFloat(of: $0, early: early, late: late) < 0 }
    }

    /// Where the conventions put work as late as its total float lets it, its successors follow it.
    private func postponed(_ early: PassTimes, to late: PassTimes) -> PassTimes {
        let isAsked = network.conventions.postponesByTotalFloat && network.rules.values.contains(where: \.isPostponed)
        guard isAsked else { return early }
        var times = network.postponing(to: late).forwardPass()
        for (node, rules) in network.rules where rules.isPostponed {
            times.starts[node] = early.starts[node]
            times.finishes[node] = early.finishes[node]
        }
        return times
    }

    private func deadlines(_ scheduled: ScheduledActivities, finish: CivilMinute) -> [DeadlineForecast] {
        var forecasts: [DeadlineForecast] = []
        if let promised = promisedFinish { forecasts.append(forecast(of: nil, promised: promised, finish: finish)) }
        for index in activities.indices where activities[index].hasFacts {
            let activity = activities[index]
            guard let deadline = activity.deadline, !activity.facts.isInactive else { continue }
            let promised = deadline.asFinish(on: calendar(of: index))
            forecasts.append(forecast(of: activity.id, promised: promised, finish: scheduled[index].finish))
        }
        return forecasts
    }

    private func forecast(of id: ActivityID?, promised: CivilMinute, finish: CivilMinute) -> DeadlineForecast {
        DeadlineForecast(
            activity: id, promised: promised, forecast: finish,
            timeHeadroom: calendar.position(of: promised) - calendar.position(of: finish))
    }
}

extension Network {
    /// The last finish of any activity, by calendar.
    fileprivate func latestFinishes(in times: PassTimes) -> [WorkEvent] {
        var last = calendars.map { _ in WorkEvent.distantPast }
        withColumns { columns in
            last.withUnsafeMutableBufferPointer { last in
                times.finishes.withUnsafeBufferPointer { finishes in
                    for index in 0..<activityCount where !columns.traits[index].contains(.isIdle) {
                        let calendar = Int(columns.calendarOf[index])
                        last[calendar] = max(last[calendar], finishes[index])
                    }
                }
            }
        }
        return last
    }

    /// An expected finish has set how long work takes; its late dates go by that length too.
    fileprivate mutating func takeExpectedDurations(from early: PassTimes) {
        for (node, rules) in rules where rules.expectedFinish != nil && rules.anchor == nil {
            durations[node] = early.finishes[node].position - early.starts[node].position
        }
    }

    /// The same network with all postponed work where its late dates are.
    fileprivate func postponing(to late: PassTimes) -> Network {
        var copy = self
        for (node, rules) in rules where rules.isPostponed && rules.anchor == nil {
            copy.rules[node]?.anchor = NodeRules.Anchor(
                start: late.starts[node], finish: late.finishes[node], holdsLateDates: false,
                remaining: durations[node])
        }
        return copy
    }
}
