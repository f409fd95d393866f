import WorkTime

extension Schedule {
    /// How each of ``deadlines`` is told to be kept, in their order.
    func promiseMeasures() -> [PromiseMeasure] {
        let parts = summaryParts
        return deadlines.map { deadline in
            guard let index = deadline.activity.flatMap({ project.index(of: $0) }) else {
                return planMeasure(promised: deadline.promised)
            }
            return deadlineMeasure(of: index, deadline.promised, parts)
        }
    }

    /// What is missed: the promise of the plan, then for each activity in file order its deadline and its dates.
    func missedPromises() -> [(measure: PromiseMeasure, forecast: CivilMinute)] {
        guard !isFeasible else { return [] }
        var missed: [(PromiseMeasure, CivilMinute)] = []
        for deadline in deadlines where deadline.activity == nil && deadline.isMissed {
            missed.append((planMeasure(promised: deadline.promised), deadline.forecast))
        }
        let deadlines = Dictionary(
            deadlines.compactMap { deadline in deadline.activity.map { ($0, deadline) } }
        ) { first, _ in first }
        let parts = summaryParts
        for (index, activity) in project.activities.enumerated() where activity.hasFacts && !activity.facts.isInactive {
            if let deadline = deadlines[activity.id], deadline.isMissed {
                missed.append((deadlineMeasure(of: index, deadline.promised, parts), deadline.forecast))
            }
            guard project.isWorked(index), !activity.isComplete else { continue }
            for constraint in activity.constraints {
                guard let measure = constraintMeasure(constraint, of: index) else { continue }
                let span = measure.network.earlySpan(of: index, in: times.early)
                let forecast = measure.calendar.instant(of: measure.atFinish ? span.finish : span.start)
                if forecast > measure.promised { missed.append((measure, forecast)) }
            }
        }
        return missed
    }

    func planMeasure(promised: CivilMinute) -> PromiseMeasure {
        PromiseMeasure(
            promise: .finishBy, project: project, network: project.network,
            nodes: project.activities.indices.filter(project.isWorked), atFinish: true, promised: promised,
            calendar: project.calendar)
    }

    func deadlineMeasure(of index: Int, _ promised: CivilMinute, _ parts: [Int: [Int]]) -> PromiseMeasure {
        PromiseMeasure(
            promise: .deadline(project.activities[index].id), project: project, network: project.network,
            nodes: project.activities[index].isSummary ? parts[index] ?? [] : project.isWorked(index) ? [index] : [],
            atFinish: true, promised: promised, calendar: project.calendar)
    }

    /// `nil` for a constraint that sets no latest date.
    private func constraintMeasure(_ constraint: DateConstraint, of index: Int) -> PromiseMeasure? {
        let activity = project.activities[index]
        let calendar = project.calendar(of: index)
        guard let latest = constraint.latest(on: calendar) else { return nil }
        guard constraint.bindsFinish || !activity.isStarted else { return nil }
        let rules = project.network.rules(of: index)
        let isPinnedByIt =
            constraint.isHard && rules.anchor != nil && activity.facts.pinned == nil && !activity.isStarted
        let lifts = isPinnedByIt || rules.honouredStart != nil || rules.honouredFinish != nil
        return PromiseMeasure(
            promise: .constraint(activity.id, constraint), project: project,
            network: lifts ? project.network.lifting(index) : project.network, nodes: [index],
            atFinish: constraint.bindsFinish, promised: latest, calendar: calendar)
    }

    /// The activities that are done themselves, by the summaries above them.
    var summaryParts: [Int: [Int]] {
        var parts: [Int: [Int]] = [:]
        for index in project.activities.indices where project.isWorked(index) {
            var parent = project.activities[index].facts.parent
            while let summary = parent {
                parts[summary, default: []].append(index)
                parent = project.activities[summary].facts.parent
            }
        }
        return parts
    }
}

extension DateConstraint {
    /// The instant after which the tied end may not stand; `nil` when there is none.
    fileprivate func latest(on calendar: WorkCalendar) -> CivilMinute? {
        switch self {
        case .startNoLaterThan(let date), .mustStartOn(let date): date.asLatestStart(on: calendar)
        case .finishNoLaterThan(let date), .mustFinishOn(let date): date.asFinish(on: calendar)
        case .mandatoryStart, .mandatoryFinish: earliest(on: calendar)
        case .startNoEarlierThan, .finishNoEarlierThan, .expectedFinish, .asLateAsPossible: nil
        }
    }
}
