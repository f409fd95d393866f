public import WorkTime

extension Schedule {
    /// The latest moment at which each activity may start, everything before and after it lasting as planned, so that all
    /// promises and dates are still kept; `nil` for what no promise depends on, what is finished, and what is not scheduled
    /// by itself.
    ///
    /// Late dates end at the finish of the plan even where nothing is promised; these end at promises alone.
    ///
    /// - Complexity: one backward pass.
    public func latestSafeStarts() -> [CivilMinute?] {
        let network = project.network
        let late = network.backwardPass(finish: .latest)
        let isBound = network.isBoundByPromises
        return project.activities.indices.map { index in
            guard isBound[index], project.isWorked(index), !project.activities[index].isComplete else { return nil }
            let start = late.starts[index]
            let isPoint = project.activities[index].duration == .zero
            return network.calendar(of: index).instant(of: isPoint ? start : start.read(as: .start))
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
