import Diagnostics
import Scheduling
import WorkTime

extension PlanDraft {
    /// The draft with a change made to it, as a planner would.
    func making(_ change: Relaxation.Change) -> PlanDraft {
        var draft = self
        switch change {
        case .shorten(let id, _, let minutes):
            let isElapsed = draft[id].duration?.value.isElapsed ?? false
            draft[id].duration = Located(
                PlannedDuration(thousandths: minutes.count * 1_000, unit: .minutes, isElapsed: isElapsed))
        case .overlap(let pair, let lag, let lead): draft.set(pair, from: lag, to: lead)
        case .lessenLag(let pair, let lag, let less): draft.set(pair, from: lag, to: less)
        case .moveConstraint(let id, let constraint, let date):
            draft[id].constraints = draft[id].constraints.map {
                $0.value == constraint ? Located(constraint.moved(to: .minute(date))) : $0
            }
        case .dropConstraint(let id, let constraint): draft[id].constraints.removeAll { $0.value == constraint }
        case .dropDelay(let id): draft[id].details.levelingDelay = nil
        case .useCalendar(let id, _, let calendar): draft[id].calendar = Located(calendar)
        case .startPlan(let start): draft.start = Located(.minute(start))
        case .movePromise(.finishBy, let date): draft.finishBy = Located(.minute(date))
        case .movePromise(.deadline(let id), let date): draft[id].deadline = Located(.minute(date))
        case .movePromise(.constraint(let id, let constraint), let date):
            draft[id].constraints = draft[id].constraints.map {
                $0.value == constraint ? Located(constraint.moved(to: .minute(date))) : $0
            }
        }
        return draft
    }

    subscript(id: ActivityID) -> ActivityDraft {
        get { activities.first { $0.id.value == id }! }
        set { activities[activities.firstIndex { $0.id.value == id }!] = newValue }
    }

    private mutating func set(_ pair: Relaxation.LinkedPair, from old: Lag, to new: Lag) {
        let calendar = WorkCalendar.elapsed
        let place = self[pair.successor].predecessors.firstIndex {
            $0.value.predecessor == pair.predecessor && $0.value.relationship == pair.relationship
                && $0.value.lag.minutes(on: calendar) == old.minutes
                && ($0.value.lag.isElapsed == old.isElapsed || old.minutes == 0)
        }
        self[pair.successor].predecessors[place!].value.lag = PlannedDuration(
            thousandths: new.minutes * 1_000, unit: .minutes, isElapsed: new.isElapsed)
    }
}

extension DateConstraint {
    func moved(to date: StatedInstant) -> DateConstraint {
        switch self {
        case .startNoEarlierThan: .startNoEarlierThan(date)
        case .startNoLaterThan: .startNoLaterThan(date)
        case .finishNoEarlierThan: .finishNoEarlierThan(date)
        case .finishNoLaterThan: .finishNoLaterThan(date)
        case .mustStartOn: .mustStartOn(date)
        case .mustFinishOn: .mustFinishOn(date)
        case .mandatoryStart: .mandatoryStart(date)
        case .mandatoryFinish: .mandatoryFinish(date)
        case .expectedFinish: .expectedFinish(date)
        case .asLateAsPossible: .asLateAsPossible
        }
    }
}

extension RandomPlans {
    /// A plan in which some promises and dates are too early to be kept.
    static func overpromised(seed: UInt64, count: Int = 14) throws -> PlanDraft {
        var plans = RandomPlans(seed: seed)
        var draft = plans.draft(count: count)
        let library = CalendarLibrary(calendars)
        let schedule = try Project(checking: draft, calendars: library).schedule()
        var generator = SplitMix64(state: seed &+ 77)
        let first = schedule.project.start + ElapsedMinutes(600)
        for (index, dates) in schedule.activities.enumerated() {
            let early = ElapsedMinutes(Int.random(in: -600...4_000, using: &generator))
            let finish = StatedInstant.minute(max(first, dates.earlyFinish - early))
            let start = StatedInstant.minute(max(first, dates.earlyStart - early))
            switch Int.random(in: 0..<12, using: &generator) {
            case 0, 1: draft.activities[index].deadline = Located(finish)
            case 2: draft.activities[index].constraints = [Located(.finishNoLaterThan(finish))]
            case 3: draft.activities[index].constraints = [Located(.startNoLaterThan(start))]
            case 4 where seed % 3 == 0: draft.activities[index].constraints = [Located(.mandatoryStart(start))]
            case 5 where seed % 3 == 1: draft.activities[index].constraints.append(Located(.asLateAsPossible))
            default: break
            }
        }
        if seed % 2 == 0 { draft.finishBy = Located(.minute(max(first, schedule.finish - ElapsedMinutes(3_000)))) }
        return draft
    }
}
