import WorkTime

extension HealthSubject {
    func point(_ kind: HealthPoint.Kind) -> HealthPoint {
        switch kind {
        case .missingLogic: share(kind) { incoming($0).isEmpty || outgoing($0).isEmpty }
        case .leads: links(kind) { $0.statedLag < 0 }
        case .lags: links(kind) { $0.statedLag > 0 }
        case .relationshipTypes: relationshipTypes
        case .hardConstraints: share(kind) { project.activities[$0].constraints.contains(where: \.overrulesLinks) }
        case .highFloat: share(kind) { isLong(schedule.activities[$0].totalFloat, $0) }
        case .negativeFloat: share(kind) { schedule.activities[$0].totalFloat.map { $0 < .zero } ?? false }
        case .highDuration: share(kind) { isLong(plannedDuration($0), $0) }
        case .invalidDates: invalidDates
        case .resources: resources
        case .missedTasks: missedTasks
        case .criticalPathTest: criticalPathTest
        case .criticalPathLengthIndex: criticalPathLengthIndex
        case .baselineExecutionIndex: baselineExecutionIndex
        }
    }

    private var population: HealthPoint.Population { countsFinished ? .everything : .unfinished }

    // MARK: Shares of activities and links

    private func share(_ kind: HealthPoint.Kind, where isBad: (Int) -> Bool) -> HealthPoint {
        guard !counted.isEmpty else { return HealthPoint(kind, population, notApplicable: .nothingLeft) }
        let bad = counted.filter(isBad)
        return HealthPoint(kind, population, bad.count, of: counted.count, ids(bad))
    }

    private func links(_ kind: HealthPoint.Kind, where isCounted: (Tie) -> Bool) -> HealthPoint {
        let population: HealthPoint.Population = countsFinished ? .links : .linksToUnfinished
        let links = countedLinks
        guard !links.isEmpty else { return HealthPoint(kind, population, notApplicable: .noLinks) }
        let found = links.filter(isCounted)
        return HealthPoint(kind, population, found.count, of: links.count, targets(of: found))
    }

    private var relationshipTypes: HealthPoint {
        let others = links(.relationshipTypes) { $0.relationship != .finishToStart }
        guard let measure = others.measure else { return others }
        return HealthPoint(
            .relationshipTypes, others.population, measure.denominator - measure.numerator, of: measure.denominator,
            others.activities)
    }

    /// The activities that links lead to, each once.
    private func targets(of links: [Tie]) -> [ActivityID] {
        var seen: Set<Int32> = []
        return ids(links.filter { seen.insert($0.target).inserted }.map { Int($0.target) })
    }

    /// More than 44 working days of the activity's own calendar: two months.
    private func isLong(_ length: WorkMinutes?, _ index: Int) -> Bool {
        length.map { $0.count > 44 * project.calendar(of: index).minutesPerDay.count } ?? false
    }

    private func plannedDuration(_ index: Int) -> WorkMinutes {
        project.activities[index].facts.baseline?.duration ?? project.activities[index].duration
    }

    // MARK: Dates and resources

    /// What is planned before the data date, or has happened after it. Finished work always counts here: its dates are told.
    private var invalidDates: HealthPoint {
        guard let dataDate = project.dataDate else {
            return HealthPoint(.invalidDates, .everything, notApplicable: .noDataDate)
        }
        guard !work.isEmpty else { return HealthPoint(.invalidDates, .everything, notApplicable: .nothingLeft) }
        let bad = work.filter { isInvalid($0, dataDate) }
        return HealthPoint(.invalidDates, .everything, bad.count, of: work.count, ids(bad))
    }

    private func isInvalid(_ index: Int, _ dataDate: CivilMinute) -> Bool {
        let (activity, dates) = (project.activities[index], schedule.activities[index])
        let actual = [activity.progress?.actualStart, activity.progress?.actualFinish].compactMap(\.self)
        if actual.contains(where: { $0 > dataDate }) { return true }
        let calendar = project.calendar(of: index)
        let now = calendar.position(of: dataDate)
        let forecasts = activity.isComplete ? [] : activity.isStarted ? [dates.finish] : [dates.start, dates.finish]
        return forecasts.contains { calendar.position(of: $0) < now }
    }

    private var resources: HealthPoint {
        let population = HealthPoint.Population.withDuration(unfinishedOnly: !countsFinished)
        guard !project.resources.isEmpty else {
            return HealthPoint(.resources, population, notApplicable: .noResources)
        }
        let lasting = counted.filter { project.activities[$0].duration > .zero }
        guard !lasting.isEmpty else { return HealthPoint(.resources, population, notApplicable: .nothingLeft) }
        let bare = lasting.filter { project.activities[$0].facts.assignments.isEmpty }
        return HealthPoint(.resources, population, bare.count, of: lasting.count, ids(bare))
    }
}

extension DateConstraint {
    /// Whether it holds an activity, or its late dates, at a date whatever its links say.
    fileprivate var overrulesLinks: Bool {
        switch self {
        case .mustStartOn, .mustFinishOn, .mandatoryStart, .mandatoryFinish, .startNoLaterThan, .finishNoLaterThan: true
        case .startNoEarlierThan, .finishNoEarlierThan, .expectedFinish, .asLateAsPossible: false
        }
    }
}
