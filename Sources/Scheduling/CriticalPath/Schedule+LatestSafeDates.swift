public import WorkTime

/// The latest moments at which an activity may start and finish so that all promises and dates are still kept.
public struct SafeDates: Hashable, Sendable {
    /// `nil` for what has begun.
    public let start: CivilMinute?
    public let finish: CivilMinute
}

extension Schedule {
    /// Up to when each activity may start and finish, everything before and after it lasting as planned, so that all
    /// promises and dates are still kept; `nil` for what no promise depends on, what is finished, and what is not scheduled
    /// by itself.
    ///
    /// Late dates end at the finish of the plan even where nothing is promised; these end at promises alone.
    ///
    /// - Complexity: one backward pass.
    public func latestSafeDates() -> [SafeDates?] {
        let network = project.network
        let late = network.backwardPass(finish: .latest)
        let isBound = network.isBoundByPromises
        return project.activities.indices.map { index in
            let activity = project.activities[index]
            guard isBound[index], project.isWorked(index), !activity.isComplete else { return nil }
            let (start, finish) = (late.starts[index], late.finishes[index])
            let (isPoint, calendar) = (activity.duration == .zero, network.calendar(of: index))
            return SafeDates(
                start: activity.isStarted ? nil : calendar.instant(of: isPoint ? start : start.read(as: .start)),
                finish: calendar.instant(of: isPoint ? finish : finish.read(as: .finish)))
        }
    }
}

extension Network {
    /// By node, whether a promise or a date binds it, or anything that waits for it.
    fileprivate var isBoundByPromises: [Bool] {
        guard promisedFinish == nil else { return Array(repeating: true, count: count) }
        var isBound = (0..<count).map { node in
            let rules = rules(of: node)
            return rules.latestFinish != nil || rules.latestStart != nil || rules.anchor?.holdsLateDates == true
        }
        for place in stride(from: count - 1, through: 0, by: -1) {
            let node = node(at: place)
            guard isBound[node], !traits[node].contains(.isIdle) else { continue }
            for tie in ties(into: node) where !tie.traits.contains(.isInertBackward) { isBound[Int(tie.source)] = true }
        }
        return isBound
    }
}
