import WorkTime

/// What a schedule says of its activities, in the order of the project; each is put together when it is asked for.
public struct ScheduledActivities: RandomAccessCollection, Sendable {
    /// Behind one reference, so that handing the collection around costs nothing.
    private final class Basis: Sendable {
        let project: Project
        let times: ScheduleTimes

        init(_ project: Project, _ times: ScheduleTimes) {
            self.project = project
            self.times = times
        }
    }

    private let basis: Basis

    init(project: Project, times: ScheduleTimes) { basis = Basis(project, times) }

    var project: Project { basis.project }
    var times: ScheduleTimes { basis.times }

    public var startIndex: Int { 0 }
    public var endIndex: Int { basis.project.activities.count }

    public subscript(index: Int) -> ScheduledActivity {
        let activity = basis.project.activities[index]
        if basis.project.network.traits[index].contains(.isIdle) { return idle(activity, index) }
        // A project is not handed around for work without facts: copying it takes longer than all that is read off it.
        let dates =
            activity.hasFacts
            ? ShownDates(of: index, in: basis.project, early: basis.times.early, shownLate: basis.times.shownLate)
            : ShownDates(
                on: basis.project.network.calendars[Int(basis.project.network.calendarOf[index])],
                early: (basis.times.early.starts[index], basis.times.early.finishes[index]),
                late: (basis.times.shownLate.starts[index], basis.times.shownLate.finishes[index]),
                isScheduledFromFinish: basis.project.isScheduledFromFinish)
        let isOnPath = basis.times.longestPath.members[index]
        let float = basis.project.totalFloat(of: index, early: basis.times.early, late: basis.times.late)
        let floats = floats(of: index, total: float, isComplete: activity.isComplete)
        return ScheduledActivity(
            id: activity.id, earlyStart: dates.earlyStart, earlyFinish: dates.earlyFinish, lateStart: dates.lateStart,
            lateFinish: dates.lateFinish, totalFloat: floats?.total, freeFloat: floats?.free,
            independentFloat: floats?.independent,
            isCritical: !activity.isComplete
                && basis.project.conventions.criticality.holds(float: float, isOnLongestPath: isOnPath),
            isOnLongestPath: isOnPath, start: dates.start, finish: dates.finish, driver: driver(of: index))
    }

    /// `nil` where the conventions give finished work none.
    private func floats(of index: Int, total: Int, isComplete: Bool)
        -> (total: WorkMinutes, free: WorkMinutes, independent: WorkMinutes)?
    {
        guard !isComplete else {
            return basis.project.conventions.givesCompletedFloat ? (.zero, .zero, .zero) : nil
        }
        let free = basis.times.free[index]
        let independent = basis.project.network.independentFloat(
            of: index, free: free, early: basis.times.early, late: basis.times.late)
        return (WorkMinutes(total), WorkMinutes(free), WorkMinutes(independent))
    }

    private func idle(_ activity: Activity, _ index: Int) -> ScheduledActivity {
        if let span = basis.times.spans[index] { return derived(activity, span) }
        return inactive(activity)
    }

    /// A summary or a level of effort.
    private func derived(_ activity: Activity, _ span: DerivedSpan) -> ScheduledActivity {
        let isCritical = activity.isSummary && !span.isComplete && span.hasCritical
        return ScheduledActivity(
            id: activity.id, earlyStart: span.earlyStart, earlyFinish: span.earlyFinish, lateStart: span.lateStart,
            lateFinish: span.lateFinish, totalFloat: span.isComplete ? nil : WorkMinutes(span.totalFloat),
            freeFloat: span.isComplete ? nil : WorkMinutes(Swift.max(0, span.totalFloat)), independentFloat: nil,
            isCritical: isCritical, isOnLongestPath: span.isOnLongestPath, start: span.start, finish: span.finish,
            driver: .others)
    }

    /// What is left out stands at the start of the project and has neither float nor work.
    private func inactive(_ activity: Activity) -> ScheduledActivity {
        ScheduledActivity(
            id: activity.id, earlyStart: project.start, earlyFinish: project.start, lateStart: project.start,
            lateFinish: project.start, totalFloat: nil, freeFloat: nil, independentFloat: nil, isCritical: false,
            isOnLongestPath: false, start: project.start, finish: project.start, driver: .projectStart)
    }

    // MARK: Drivers

    /// Links drive before dates: where both hold an activity to the minute, moving the predecessor is what helps.
    private func driver(of index: Int) -> Driver {
        let sources = drivingSources(of: index)
        guard basis.project.activities[index].hasFacts else {
            return sources.isEmpty ? beginning : .links(predecessors: sources)
        }
        let activity = basis.project.activities[index]
        let isAnchored = basis.project.network.isAnchored(index)
        if activity.isComplete || isAnchored && activity.isStarted { return .actual }
        if activity.facts.pinned != nil { return .hand }
        guard sources.isEmpty else { return .links(predecessors: sources) }
        let network = basis.project.network
        guard basis.times.early.starts[index].position > network.earliest[Int(network.calendarOf[index])].position
        else {
            return activity.isStarted ? .dataDate : beginning
        }
        if let constraint = activity.constraints.first(where: { holds($0, index) }) {
            return .date(key: constraint.key)
        }
        return activity.isStarted ? .dataDate : .projectStart
    }

    /// What holds work that nothing else holds.
    private var beginning: Driver { basis.project.network.start > basis.project.start ? .dataDate : .projectStart }

    /// The sources of the links that hold an activity where it is, in file order, each once. Gates of summaries are
    /// named by the summary.
    private func drivingSources(of index: Int) -> [ActivityID] {
        var sources: [ActivityID] = []
        for tie in basis.project.network.incoming(index) where basis.times.drives[tie] {
            let node = basis.project.network.owner(of: Int(basis.project.network.ties[tie].source))
            let id = basis.project.activities[node].id
            if !sources.contains(id) { sources.append(id) }
        }
        return sources
    }

    /// Whether a date is what an activity waits for.
    private func holds(_ constraint: DateConstraint, _ index: Int) -> Bool {
        let calendar = project.calendar(of: index)
        switch constraint {
        case .startNoEarlierThan(let date), .mustStartOn(let date), .mandatoryStart(let date):
            return calendar.firstEvent(notBefore: date.asStart).position == times.early.starts[index].position
        case .finishNoEarlierThan(let date), .mustFinishOn(let date), .mandatoryFinish(let date):
            let finish = calendar.firstEvent(notBefore: date.asFinish(on: calendar))
            return finish.position == times.early.finishes[index].position
        case .asLateAsPossible: return true
        case .startNoLaterThan, .finishNoLaterThan, .expectedFinish: return false
        }
    }
}

extension Project {
    /// Late less early, at the end that the conventions measure; of started work, at the finish.
    func totalFloat(of index: Int, early: PassTimes, late: PassTimes) -> Int {
        if activities[index].isComplete { return 0 }
        let start = late.starts[index].position - early.starts[index].position
        let finish = late.finishes[index].position - early.finishes[index].position
        guard !activities[index].isStarted else { return finish }
        switch conventions.totalFloat {
        case .start: return start
        case .finish: return finish
        case .smallest: return min(start, finish)
        }
    }
}

/// The civil instants that an activity shows, as its plan's conventions have it.
struct ShownDates {
    var earlyStart, earlyFinish, lateStart, lateFinish: CivilMinute
    var start, finish: CivilMinute

    /// Those of an activity of which nothing unusual is known.
    init(
        on calendar: WorkCalendar, early: (start: WorkEvent, finish: WorkEvent),
        late: (start: WorkEvent, finish: WorkEvent), isScheduledFromFinish: Bool
    ) {
        earlyStart = calendar.instant(of: early.start)
        earlyFinish = calendar.instant(of: early.finish)
        lateStart = calendar.instant(of: late.start)
        lateFinish = calendar.instant(of: late.finish)
        start = isScheduledFromFinish ? lateStart : earlyStart
        finish = isScheduledFromFinish ? lateFinish : earlyFinish
    }

    init(of index: Int, in project: Project, early: PassTimes, shownLate: PassTimes) {
        let calendar = project.network.calendars[Int(project.network.calendarOf[index])]
        self.init(
            on: calendar, early: (early.starts[index], early.finishes[index]),
            late: (shownLate.starts[index], shownLate.finishes[index]),
            isScheduledFromFinish: project.isScheduledFromFinish)
        guard project.activities[index].hasFacts else { return }
        let network = project.network
        if network.conventions.postponesByTotalFloat, network.isPostponed(index) {
            (start, finish) = (lateStart, lateFinish)
        }
        let facts = project.activities[index].facts
        if let pinned = facts.pinned {
            earlyStart = pinned.start.asStart
            earlyFinish = pinned.finish.asFinish(on: calendar)
            (start, finish) = (earlyStart, earlyFinish)
        }
        guard let progress = facts.progress, let actualStart = progress.actualStart else { return }
        start = actualStart
        finish = progress.actualFinish ?? finish
        guard !project.conventions.showsCompletedAtDataDate else { return }
        earlyStart = actualStart
        lateStart = actualStart
        guard let actualFinish = progress.actualFinish else { return }
        earlyFinish = actualFinish
        lateFinish = actualFinish
    }
}
