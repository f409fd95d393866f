import WorkTime

/// The points that measure a plan by its critical path and by its baseline.
extension HealthSubject {
    // MARK: Critical path

    /// 600 working days, added to the first work on the critical path, must reach the finish: a path that breaks off somewhere
    /// swallows them.
    var criticalPathTest: HealthPoint {
        guard let index = firstOnPath else {
            return HealthPoint(.criticalPathTest, .addedDays(to: nil), notApplicable: .noPath)
        }
        let calendar = project.calendar(of: index)
        let added = 600 * calendar.minutesPerDay.count
        let times = network.lengthening(index, by: added, endStays: endIsSet(index)).forwardPass()
        let moved = calendar.work(from: schedule.finish, to: project.latestFinish(in: times)).count
        let id = project.activities[index].id
        return HealthPoint(.criticalPathTest, .addedDays(to: id), moved, of: added, [id])
    }

    /// Whether someone or a date has set where it ends, however long it takes.
    private func endIsSet(_ index: Int) -> Bool {
        let activity = project.activities[index]
        return activity.facts.pinned != nil
            || activity.constraints.contains { if case .mandatoryFinish = $0 { true } else { false } }
    }

    /// The first unfinished work on the longest path; a point in time where there is no work on it.
    private var firstOnPath: Int? {
        let open = schedule.longestPath.compactMap(project.index(of:)).filter {
            !project.activities[$0].isComplete && project.activities[$0].isScheduledWork
        }
        return open.first { project.activities[$0].duration > .zero } ?? open.first
    }

    /// How much of the time to the promise the critical path needs: its length and its float to the promise, over its length.
    var criticalPathLengthIndex: HealthPoint {
        guard let promise = schedule.deadlines.first(where: { $0.activity == nil }) ?? schedule.tightestDeadline else {
            return HealthPoint(.criticalPathLengthIndex, .pathToPromise(of: nil), notApplicable: .noPromise)
        }
        let calendar = project.calendar
        let now = max(project.dataDate ?? schedule.start, schedule.start)
        let length = calendar.work(from: now, to: promise.forecast).count
        let population = HealthPoint.Population.pathToPromise(of: promise.activity)
        guard length > 0 else {
            return HealthPoint(.criticalPathLengthIndex, population, notApplicable: .nothingLeft)
        }
        return HealthPoint(
            .criticalPathLengthIndex, population, length + promise.timeHeadroom.count, of: length, schedule.longestPath)
    }

    // MARK: Baseline

    /// Work that was to be finished by the data date and finished, or will finish, after its baseline.
    var missedTasks: HealthPoint {
        switch due {
        case .failure(let why): return HealthPoint(.missedTasks, .baselineDue, notApplicable: why.reason)
        case .success(let due):
            let missed = due.filter { index in
                let finish = project.activities[index].facts.baseline?.finish
                return finish.map { schedule.activities[index].finish > $0 } ?? false
            }
            return HealthPoint(.missedTasks, .baselineDue, missed.count, of: due.count, ids(missed))
        }
    }

    /// Work that is finished, early work too, over work that was to be.
    var baselineExecutionIndex: HealthPoint {
        switch due {
        case .failure(let why): return HealthPoint(.baselineExecutionIndex, .baselineDue, notApplicable: why.reason)
        case .success(let due):
            let done = work.filter {
                project.activities[$0].isComplete && project.activities[$0].facts.baseline?.finish != nil
            }
            let open = due.filter { !project.activities[$0].isComplete }
            return HealthPoint(.baselineExecutionIndex, .baselineDue, done.count, of: due.count, ids(open))
        }
    }

    private struct Why: Error { var reason: HealthPoint.NotApplicable }

    /// What the baseline wanted finished by the data date.
    private var due: Result<[Int], Why> {
        let planned = work.filter { project.activities[$0].facts.baseline?.finish != nil }
        guard !planned.isEmpty else { return .failure(Why(reason: .noBaseline)) }
        guard let dataDate = project.dataDate else { return .failure(Why(reason: .noDataDate)) }
        let due = planned.filter { project.activities[$0].facts.baseline?.finish.map { $0 <= dataDate } ?? false }
        return due.isEmpty ? .failure(Why(reason: .nothingDue)) : .success(due)
    }
}

extension Network {
    /// The same network with more work left of one node. What stands where it began ends later, unless its end is set.
    fileprivate func lengthening(_ node: Int, by minutes: Int, endStays: Bool) -> Network {
        var copy = self
        copy.durations[node] += minutes
        guard let anchor = rules(of: node).anchor, !endStays else { return copy }
        copy.rules[node]?.anchor?.finish = anchor.finish.advanced(by: minutes)
        copy.rules[node]?.anchor?.remaining += minutes
        return copy
    }
}
