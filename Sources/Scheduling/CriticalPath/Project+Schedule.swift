import Diagnostics
import WorkTime

extension Project {
    /// Schedules every activity as soon as possible, and says how late each may become.
    ///
    /// Pure: the same project gives the same schedule.
    ///
    /// - Complexity: O(activities + links).
    public func schedule() -> Schedule {
        let early = network.forwardPass()
        let finishes = activities.indices.map { earlyFinish(of: $0, in: early) }
        let finish = finishes.max() ?? start
        let late = network.backwardPass(finish: finish)
        let shownLate = network.settled(late)
        let floats = FloatReading(network: network, early: early, late: late, finish: finish)
        let driving = activities.indices.map(floats.drivingSources)
        let path = LongestPath(
            last: activities.indices.filter { finishes[$0] == finish }, drivingSources: driving)

        let scheduled = activities.indices.map { index in
            let calendar = network.calendar(of: index)
            return ScheduledActivity(
                id: activities[index].id,
                earlyStart: calendar.instant(of: early.start(of: index)),
                earlyFinish: finishes[index],
                lateStart: calendar.instant(of: shownLate.start(of: index)),
                lateFinish: calendar.instant(of: shownLate.finish(of: index)),
                totalFloat: WorkMinutes(floats.totalFloat(of: index)),
                freeFloat: WorkMinutes(floats.freeFloat(of: index)),
                independentFloat: WorkMinutes(floats.independentFloat(of: index)),
                isOnLongestPath: path.members[index],
                driver: driver(of: index, early: early, sources: driving[index]))
        }
        return Schedule(
            project: self, activities: scheduled, start: scheduled.map(\.earlyStart).min() ?? start, finish: finish,
            longestPath: path.chain.map { activities[$0].id }, deadlines: deadlines(finishes: finishes, finish: finish),
            findings: unknownHolidays(starts: scheduled.map(\.earlyStart), finishes: finishes) + withoutHolidays())
    }

    private func earlyFinish(of index: Int, in early: PassTimes) -> CivilMinute {
        network.calendar(of: index).instant(of: early.finish(of: index))
    }

    /// Links drive before dates: where both hold an activity to the minute, moving the predecessor is what helps.
    private func driver(of index: Int, early: PassTimes, sources: [Int]) -> Driver {
        guard sources.isEmpty else { return .links(predecessors: sources.map { activities[$0].id }) }
        guard early.start(of: index).position > network.projectStart[network.calendarOf[index]].position else {
            return .projectStart
        }
        let binding = activities[index].constraints.first { holds($0, index, in: early) }
        return binding.map { .date(key: $0.key) } ?? .projectStart
    }

    /// Whether a date is what an activity waits for.
    private func holds(_ constraint: DateConstraint, _ index: Int, in early: PassTimes) -> Bool {
        let calendar = network.calendar(of: index)
        switch constraint {
        case .startNoEarlierThan(let date), .mustStartOn(let date):
            return calendar.firstEvent(notBefore: date.asStart).position == early.start(of: index).position
        case .finishNoEarlierThan(let date), .mustFinishOn(let date):
            let finish = early.finish(of: index)
            return calendar.firstEvent(notBefore: date.asFinish(on: calendar)).position == finish.position
        case .startNoLaterThan, .finishNoLaterThan:
            return false
        }
    }

    private func deadlines(finishes: [CivilMinute], finish: CivilMinute) -> [DeadlineForecast] {
        var forecasts: [DeadlineForecast] = []
        if let promised = promisedFinish { forecasts.append(forecast(of: nil, promised: promised, finish: finish)) }
        for (index, activity) in activities.enumerated() {
            guard let deadline = activity.deadline else { continue }
            let promised = deadline.asFinish(on: network.calendar(of: index))
            forecasts.append(forecast(of: activity.id, promised: promised, finish: finishes[index]))
        }
        return forecasts
    }

    private func forecast(of id: ActivityID?, promised: CivilMinute, finish: CivilMinute) -> DeadlineForecast {
        DeadlineForecast(
            activity: id, promised: promised, forecast: finish,
            timeHeadroom: calendar.position(of: promised) - calendar.position(of: finish))
    }
}
