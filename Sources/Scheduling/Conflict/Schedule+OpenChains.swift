import WorkTime

extension Schedule {
    /// The work that drives each of ``deadlines``, in their order: each activity waits for the one before it, and what is
    /// finished is left out.
    ///
    /// Of several links that drive, the first in file order is followed. Empty for a promise that has been met, and for one that
    /// no work leads to.
    ///
    /// - Complexity: O(promises × length of their chains).
    public func openPromiseChains() -> [[ActivityID]] {
        promiseMeasures().map { measure in
            measure.trace(times.early, on: measure.network).map(openActivities) ?? []
        }
    }

    /// The same for the finish of any activity; empty for one that is not scheduled by itself.
    public func openChain(to id: ActivityID) -> [ActivityID] {
        guard let index = project.index(of: id), project.isWorked(index) else { return [] }
        return openActivities(
            ChainTrace(project.network, of: project, early: times.early, to: index, atFinish: true))
    }

    /// What of a chain is not finished, each once.
    private func openActivities(_ trace: ChainTrace) -> [ActivityID] {
        var open: [ActivityID] = []
        for step in trace.steps {
            let activity = project.activities[project.network.owner(of: step.node)]
            if !activity.isComplete, open.last != activity.id { open.append(activity.id) }
        }
        return open
    }
}
