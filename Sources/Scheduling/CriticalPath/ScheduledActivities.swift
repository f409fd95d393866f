import WorkTime

/// What a schedule says of its activities, in the order of the project; each is put together when it is asked for.
public struct ScheduledActivities: RandomAccessCollection, Sendable {
    private let project: Project
    private let times: ScheduleTimes

    init(project: Project, times: ScheduleTimes) {
        self.project = project
        self.times = times
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { project.activities.count }

    public subscript(index: Int) -> ScheduledActivity {
        let activity = project.activities[index]
        if let span = times.spans[index] { return derived(activity, span, index) }
        guard !activity.facts.isInactive else { return inactive(activity) }
        let dates = ShownDates(of: index, in: project, early: times.early, shownLate: times.shownLate)
        let float = project.totalFloat(of: index, times)
        let hasFloat = !activity.isComplete || project.conventions.givesCompletedFloat
        let free = activity.isComplete ? 0 : times.free[index]
        let isOnPath = times.isOnLongestPath(index)
        return ScheduledActivity(
            id: activity.id, earlyStart: dates.earlyStart, earlyFinish: dates.earlyFinish, lateStart: dates.lateStart,
            lateFinish: dates.lateFinish, totalFloat: hasFloat ? WorkMinutes(float) : nil,
            freeFloat: hasFloat ? WorkMinutes(free) : nil,
            independentFloat: hasFloat
                ? WorkMinutes(
                    project.network.independentFloat(of: index, free: free, early: times.early, late: times.late))
                : nil,
            isCritical: !activity.isComplete
                && project.conventions.criticality.holds(float: float, isOnLongestPath: isOnPath), isOnLongestPath: isOnPath,
            start: dates.start, finish: dates.finish, driver: driver(of: index))
    }

    /// A summary or a level of effort.
    private func derived(_ activity: Activity, _ span: DerivedSpan, _ index: Int) -> ScheduledActivity {
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
        let activity = project.activities[index]
        let network = project.network
        if activity.isComplete { return .actual }
        if activity.facts.pinned != nil { return .hand }
        if network.rules(of: index).anchor != nil, activity.isStarted { return .actual }
        let sources = drivingSources(of: index)
        guard sources.isEmpty else { return .links(predecessors: sources) }
        guard times.early.starts[index].position > network.earliest[Int(network.calendarOf[index])].position else {
            return activity.isStarted || network.start > project.start ? .dataDate : .projectStart
        }
        if let constraint = activity.constraints.first(where: { holds($0, index) }) {
            return .date(key: constraint.key)
        }
        return activity.isStarted ? .dataDate : .projectStart
    }

    /// The sources of the links that hold an activity where it is, in file order, each once. Gates of summaries are
    /// named by the summary.
    private func drivingSources(of index: Int) -> [ActivityID] {
        var sources: [ActivityID] = []
        for tie in project.network.incoming(index) where times.drives[tie] {
            let node = project.network.owner(of: Int(project.network.ties[tie].source))
            let id = project.activities[node].id
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
    func totalFloat(of index: Int, _ times: ScheduleTimes) -> Int {
        totalFloat(of: index, early: times.early, late: times.late)
    }

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

    init(of index: Int, in project: Project, early: PassTimes, shownLate: PassTimes) {
        let calendar = project.calendar(of: index)
        earlyStart = calendar.instant(of: early.starts[index])
        earlyFinish = calendar.instant(of: early.finishes[index])
        lateStart = calendar.instant(of: shownLate.starts[index])
        lateFinish = calendar.instant(of: shownLate.finishes[index])
        let network = project.network
        let isLate =
            project.isScheduledFromFinish
            || network.conventions.postponesByTotalFloat && network.rules(of: index).isPostponed
        start = isLate ? lateStart : earlyStart
        finish = isLate ? lateFinish : earlyFinish
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
