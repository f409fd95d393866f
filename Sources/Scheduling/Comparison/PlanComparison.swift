/// What moved between two plans, by how much, and why.
///
/// Activities are matched by their ids, and where these differ by the ids that their tool gave them. What moved has exactly
/// one main reason. It is found by what holds the activity in the schedule in which it stands later: that holds it less, or
/// not at all, in the other. So a comparison and its reverse tell the same story.
///
/// - Complexity: O(activities + links).
public struct PlanComparison: Sendable {
    public let old: Schedule
    public let new: Schedule
    /// What stands elsewhere, in the order of the new plan.
    public let moved: [MovedActivity]
    /// Ids of the new plan that the old one has not; of the old one that the new has not. Activities that a plan leaves out
    /// of its schedule count as not in it.
    public let added: [ActivityID]
    public let removed: [ActivityID]
    /// What is critical now and was not, moved or not; and the other way round.
    public let becameCritical: [ActivityID]
    public let stoppedBeingCritical: [ActivityID]
    public let finish: FinishMove
    /// That of the project first, then those of activities in the order of the new plan, then those no longer made.
    public let promises: [PromiseChange]

    public init(of old: Schedule, with new: Schedule) {
        let pairs = ActivityPairs(old.project, new.project)
        var trace = MoveTrace(old: old, new: new, pairs: pairs)
        let (before, after) = (old.activities, new.activities)
        var moved: [MovedActivity] = []
        var critical: (now: [ActivityID], nowNot: [ActivityID]) = ([], [])
        for index in after.indices {
            guard let former = pairs.oldOfNew[index] else { continue }
            let (one, other) = (before[former], after[index])
            if other.isCritical && !one.isCritical { critical.now.append(other.id) }
            if one.isCritical && !other.isCritical { critical.nowNot.append(other.id) }
            if one.start != other.start || one.finish != other.finish {
                moved.append(trace.moved(index, before: one, after: other))
            }
        }
        self.old = old
        self.new = new
        self.moved = moved
        added = new.project.activities.indices.lazy.filter { pairs.isAdded($0) }.map { new.project.activities[$0].id }
        removed = old.project.activities.indices.lazy.filter { pairs.isRemoved($0) }.map {
            old.project.activities[$0].id
        }
        becameCritical = critical.now
        stoppedBeingCritical = critical.nowNot
        finish = trace.finishMove()
        promises = Self.promises(old, new, pairs)
    }

    /// Whether nothing moved, came, went, or became or stopped being critical, and every promise is as it was.
    public var isEmpty: Bool {
        moved.isEmpty && added.isEmpty && removed.isEmpty && becameCritical.isEmpty && stoppedBeingCritical.isEmpty
            && finish.before == finish.after && !promises.contains(where: \.isChanged)
    }

    /// Whether the project finishes later, or a promise has less headroom.
    public var isWorse: Bool { finish.after > finish.before || promises.contains(where: \.isWorse) }

    private static func promises(_ old: Schedule, _ new: Schedule, _ pairs: ActivityPairs) -> [PromiseChange] {
        var former: [ActivityID?: DeadlineForecast] = [:]
        for promise in old.deadlines { former[pairs.newID(ofOld: promise.activity)] = promise }
        var changes = new.deadlines.map { promise in
            PromiseChange(
                activity: promise.activity, before: former.removeValue(forKey: promise.activity), after: promise)
        }
        for promise in old.deadlines where former[pairs.newID(ofOld: promise.activity)] != nil {
            changes.append(PromiseChange(activity: promise.activity, before: promise, after: nil))
        }
        return changes
    }
}
