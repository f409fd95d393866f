import Scheduling
import WorkTime

/// What promises give away.
extension WarningSigns {
    /// Promises that cannot be kept as planned, those of one cause together. What was finished late is history.
    var missedPromises: [EarlyWarning] {
        byCause(\.isMissed).map { worst, others, chain in
            warning(
                .promiseMissed(.init(activity: worst.activity, others: others), by: .zero - worst.timeHeadroom), chain,
                [answerOption(chain)].compactMap(\.self) + roundOptions(chain, for: worst.activity)
                    + [.promise(worst.activity, worst.forecast), .repair])
        }
    }

    /// Promises that are still kept, and have lost headroom from status to status.
    var erodingHeadroom: [EarlyWarning] {
        byCause { !$0.isMissed && erosion(of: $0) != nil }.compactMap { worst, others, chain in
            guard let (lost, gone) = erosion(of: worst) else { return nil }
            return warning(
                .headroomEroding(.init(activity: worst.activity, others: others), lost, goneBy: gone), chain,
                [answerOption(chain) ?? finishOption(chain.first)].compactMap(\.self)
                    + roundOptions(chain, for: worst.activity))
        }
    }

    /// Buffers before promises that are out of the green, consumed faster than the work before them is done, and further
    /// than when they were first read: what a plan lacked from the beginning is no news. Those of one cause together.
    var buffersConsumedFaster: [EarlyWarning] {
        let burning = Dictionary(
            buffers.filter { outlook in
                let buffer = outlook.buffer
                guard buffer.id.kind == .project, buffer.isConsumedFasterThanProgress, buffer.zone > .green,
                    let first = outlook.trend.readings.first, let last = outlook.trend.readings.last
                else { return false }
                return last.consumed > first.consumed
            }.map { ($0.buffer.id.promise, $0) }
        ) { first, _ in first }
        return byCause { !$0.isMissed && burning[$0.activity] != nil }.compactMap { worst, others, chain in
            guard let outlook = burning[worst.activity], let consumed = outlook.buffer.consumedShare,
                let progress = outlook.buffer.progress.share
            else { return nil }
            var usedUp: CivilMinute?
            if case .on(let date) = outlook.trend.runOut { usedUp = date }
            return warning(
                .bufferConsumedFaster(
                    .init(activity: worst.activity, others: others), consumed: consumed, progress: progress,
                    usedUp: usedUp), chain,
                [answerOption(chain) ?? finishOption(chain.first)].compactMap(\.self)
                    + roundOptions(chain, for: worst.activity))
        }
    }

    /// The headroom of a promise at the last three statuses when each is less than the one before, and when there will be
    /// none if it goes on like that.
    private func erosion(of promise: DeadlineForecast) -> (headrooms: [WorkMinutes], gone: CivilMinute)? {
        // A promise that was moved in between tells nothing.
        var readings = earlier.compactMap { snapshot in
            snapshot.promise(of: promise.activity).flatMap { before in
                before.promised == promise.promised ? (snapshot.date, before.headroom) : nil
            }
        }
        if readings.count < 2, let accepted = acceptedHeadroom(of: promise) { readings.insert(accepted, at: 0) }
        let last = (readings + [(dataDate, promise.timeHeadroom)]).suffix(3)
        guard last.count == 3, zip(last, last.dropFirst()).allSatisfy({ $0.1 > $1.1 }) else { return nil }
        let calendar = project.calendar
        let (first, now) = (last[last.startIndex], last[last.endIndex - 1])
        let (passed, lost) = (calendar.work(from: first.0, to: now.0).count, (first.1 - now.1).count)
        // Rounded up: on that day there is none left.
        let (left, overflows) = now.1.count.multipliedReportingOverflow(by: passed)
        guard !overflows, lost > 0 else { return nil }
        let gone = calendar.finish(at: calendar.position(of: dataDate) + WorkMinutes((left + lost - 1) / lost))
        return (last.map(\.1), gone)
    }

    /// The headroom of a promise when the timetable was accepted, as of the start of the plan.
    private func acceptedHeadroom(of promise: DeadlineForecast) -> (CivilMinute, WorkMinutes)? {
        guard let accepted = record.accepted,
            let told = accepted.baseline.promises.first(where: { $0.activity == promise.activity }),
            told.promised == promise.promised, project.start < dataDate
        else { return nil }
        return (project.start, project.calendar.work(from: told.forecast, to: told.promised))
    }

    /// Where the plan stood on earlier days, the oldest first.
    var earlier: [StatusSnapshot] {
        record.updates.map(\.snapshot).filter { $0.date.day < dataDate.day }.onePerDay
    }

    // MARK: Causes

    private typealias Cause = (worst: DeadlineForecast, others: Int, chain: [ActivityID])

    /// Promises whose chains begin with the same open activity, together: the one with the least headroom speaks for them.
    private func byCause(_ isMeant: (DeadlineForecast) -> Bool) -> [Cause] {
        var causes: [Cause] = []
        for (promise, chain) in promises where isMeant(promise) {
            if let place = causes.firstIndex(where: { $0.chain.first == chain.first && !chain.isEmpty }) {
                causes[place].others += 1
            } else {
                causes.append((promise, 0, chain))
            }
        }
        return causes
    }

    /// Of several promises the one with the least headroom, and how many others there are.
    func endangered(_ missed: [ActivityID?]) -> EarlyWarning.Endangered {
        let worst = promises.first { missed.contains($0.deadline.activity) }?.deadline
        return EarlyWarning.Endangered(activity: worst?.activity, others: max(0, missed.count - 1))
    }

    /// The promise with the least headroom whose chain leads through an activity; else the tightest of all.
    func tightest(after id: ActivityID) -> ActivityID? {
        (promises.first { $0.chain.contains(id) } ?? promises.first)?.deadline.activity
    }

    /// From an activity to the tightest promise that it leads to; itself where it leads to none.
    func onwards(from id: ActivityID) -> [ActivityID] {
        for (_, chain) in promises { if let place = chain.firstIndex(of: id) { return Array(chain[place...]) } }
        return [id]
    }
}
