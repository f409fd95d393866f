import WorkTime

/// A chain of driving links that a buffer stands behind, with the work on it.
struct BufferedChain {
    let schedule: Schedule
    let trace: ChainTrace
    /// The activities on it, first one first.
    let activities: [ActivityID]
    /// Those that the chain leads through from start to finish, so that their length is the chain's.
    let work: [Work]

    /// One activity of it, in minutes of the plan's calendar.
    struct Work {
        let id: ActivityID
        let planned: WorkMinutes
        /// Nearly always enough.
        let safe: WorkMinutes
    }

    init(_ schedule: Schedule, _ trace: ChainTrace, _ rules: BufferRules) {
        self.schedule = schedule
        self.trace = trace
        let project = schedule.project
        var activities: [ActivityID] = []
        var work: [Work] = []
        for step in trace.steps {
            let owner = project.network.owner(of: step.node)
            let id = project.activities[owner].id
            if activities.last != id { activities.append(id) }
            guard owner == step.node, step.entersStart, step.leavesFinish else { continue }
            let (planned, safe) = project.lengths(of: owner, rules)
            if planned > .zero || safe > .zero { work.append(Work(id: id, planned: planned, safe: safe)) }
        }
        self.activities = activities
        self.work = work
    }

    /// The size of a buffer behind it, rounded up to the hour: estimates know no minutes.
    ///
    /// - Parameter stops: nodes that belong to another chain; what leads to them alone is no part of this one's network.
    func bufferSize(_ method: BufferSize, outside stops: Set<Int> = []) -> WorkMinutes {
        let lengths = work.map { (safe: $0.safe, aggressive: $0.planned) }
        guard method == .adaptiveDensity, let last = trace.steps.last?.node else {
            return method.minutes(behind: lengths).roundedUpToHour
        }
        let part = schedule.project.network.part(leadingTo: last, outside: stops)
        return method.minutes(behind: lengths, links: part.links, activities: part.nodes).roundedUpToHour
    }

    /// How much of it is done by another schedule of the same plan.
    func progress(in current: Schedule) -> ChainProgress {
        let project = current.project
        var (done, all) = (WorkMinutes.zero, WorkMinutes.zero)
        for item in work {
            guard let index = project.index(of: item.id), project.isWorked(index),
                !project.activities[index].isComplete
            else {
                (done, all) = (done + item.planned, all + item.planned)
                continue
            }
            let activity = project.activities[index]
            let left = activity.progress?.remaining ?? activity.duration
            let worked = activity.isStarted ? max(.zero, activity.duration - left) : .zero
            done = done + project.length(worked, of: index)
            all = all + project.length(worked + left, of: index)
        }
        return ChainProgress(done: done, all: all)
    }

    /// Whether its first activity has begun by another schedule, or is no longer wanted.
    func hasBegun(in current: Schedule) -> Bool {
        guard let first = activities.first, let index = current.project.index(of: first) else { return true }
        return current.project.activities[index].isStarted
    }
}

extension Project {
    /// How long an activity is planned and how long it may take, in minutes of the plan's calendar.
    fileprivate func lengths(of index: Int, _ rules: BufferRules) -> (planned: WorkMinutes, safe: WorkMinutes) {
        let activity = activities[index]
        let planned = WorkMinutes(network.durations[index])
        var safe = activity.facts.safeDuration ?? rules.safeLength(of: planned)
        // Of what has begun only the rest can still take longer.
        if activity.isStarted, let stated = activity.facts.safeDuration, activity.duration > .zero {
            safe = WorkMinutes(Int(Int128(stated.count) * Int128(planned.count) / Int128(activity.duration.count)))
        }
        return (length(planned, of: index), length(safe, of: index))
    }

    /// Minutes of an activity's calendar as minutes of the plan's: as much of the one's usual week as of the other's.
    /// Rounded up.
    fileprivate func length(_ minutes: WorkMinutes, of index: Int) -> WorkMinutes {
        let (own, plans) = (calendar(of: index).week.workMinutes, calendar.week.workMinutes)
        guard own != plans, own > 0, plans > 0 else { return minutes }
        return WorkMinutes(Int((Int128(minutes.count) * Int128(plans) + Int128(own) - 1) / Int128(own)))
    }
}

extension WorkMinutes {
    fileprivate var roundedUpToHour: WorkMinutes { WorkMinutes((count + 59) / 60 * 60) }
}

extension WeekPattern {
    /// What a week has when no date rule says otherwise.
    fileprivate var workMinutes: Int { days.reduce(0) { $0 + $1.workMinutes.count } }
}

extension Network {
    /// How many nodes lead to one, itself included, and how many ties there are among them.
    fileprivate func part(leadingTo last: Int, outside stops: Set<Int>) -> (nodes: Int, links: Int) {
        var (seen, open, links): (Set<Int>, [Int], Int) = ([last], [last], 0)
        while let node = open.popLast() {
            for tie in ties(into: node) where !stops.contains(Int(tie.source)) && !tie.traits.contains(.isInertForward)
            {
                links += 1
                if seen.insert(Int(tie.source)).inserted { open.append(Int(tie.source)) }
            }
        }
        return (seen.count, links)
    }
}
