import WorkTime

/// The rules about links, names and progress.
extension HealthSubject {
    /// Work that has links, but none that hold its start, or none that wait for its finish.
    var danglingEnds: [HealthViolation] {
        open.filter { !project.activities[$0].isMilestone }.flatMap { index -> [HealthViolation] in
            let (before, after) = (incoming(index), outgoing(index))
            let id = project.activities[index].id
            let isLoose = !before.isEmpty && !before.contains(where: \.relationship.entersStart)
            let isEndless = !after.isEmpty && !after.contains(where: \.relationship.leavesFinish)
            return (isLoose ? [HealthViolation(.danglingStart, id)] : [])
                + (isEndless ? [HealthViolation(.danglingFinish, id)] : [])
        }
    }

    // MARK: Links that others imply

    /// Plain finish-to-start links beside a longer way of such links, and all but one between the same two ends.
    func redundantLinks() -> (found: [HealthViolation], gaveUp: Bool) {
        var budget = 2_000_000
        var places = [Int](repeating: 0, count: network.count)
        for place in 0..<network.count { places[network.node(at: place)] = place }
        var found: [HealthViolation] = []
        for index in open {
            let plain = network.ties(into: index).filter(isPlain).map { Int($0.source) }
            for (place, source) in plain.enumerated() where source < network.activityCount && plain.count > 1 {
                let others = plain.enumerated().filter {
                    $0.offset != place && ($0.element != source || $0.offset < place)
                }
                if leads(from: source, to: others.map(\.element), places, &budget) {
                    found.append(
                        HealthViolation(.redundantLink, project.activities[index].id, others: ids([source])))
                }
            }
        }
        return (found, budget <= 0)
    }

    private func isPlain(_ tie: Tie) -> Bool {
        tie.relationship == .finishToStart && tie.statedLag == 0 && !tie.traits.isSuperset(of: .isInert)
    }

    /// Whether a way of finish-to-start links without leads leads from a node to any of some others.
    private func leads(from source: Int, to targets: [Int], _ places: [Int], _ budget: inout Int) -> Bool {
        var open = targets
        var seen = Set(targets)
        while let node = open.popLast(), budget > 0 {
            if node == source { return true }
            for tie in network.ties(into: node) where tie.relationship == .finishToStart && tie.statedLag >= 0 {
                budget -= 1
                let next = Int(tie.source)
                if places[next] >= places[source], seen.insert(next).inserted { open.append(next) }
            }
        }
        return false
    }

    // MARK: Names and progress

    var namesakes: [HealthViolation] {
        var first: [String: Int] = [:]
        return work.compactMap { index in
            let name = project.activities[index].name.primary
            guard let earlier = first[name] else {
                first[name] = index
                return nil
            }
            return HealthViolation(.sameName, project.activities[index].id, others: ids([earlier]))
        }
    }

    /// Work that began, or ended, before its predecessors let it.
    var outOfSequence: [HealthViolation] {
        work.compactMap { index in
            guard project.activities[index].isStarted else { return nil }
            let broken = network.ties(into: index).filter { Int($0.source) < network.activityCount && isBroken($0) }
            guard !broken.isEmpty else { return nil }
            return HealthViolation(
                .outOfSequence, project.activities[index].id, others: ids(broken.map { Int($0.source) }))
        }
    }

    /// Whether what has happened at a link's target came before its source allowed it.
    private func isBroken(_ tie: Tie) -> Bool {
        let (source, target) = (project.activities[Int(tie.source)], project.activities[Int(tie.target)])
        guard source.isScheduledWork else { return false }
        let reached = tie.relationship.entersStart ? target.progress?.actualStart : target.progress?.actualFinish
        guard let reached else { return false }
        let left = tie.relationship.leavesFinish ? source.progress?.actualFinish : source.progress?.actualStart
        // What has not been left yet may still be led by a lead.
        guard let left else { return tie.statedLag >= 0 }
        let isElapsed = tie.traits.contains(.isElapsed)
        let counted = isElapsed ? WorkCalendar.elapsed : network.calendars[Int(tie.lagCalendar)]
        return counted.work(from: left, to: reached).count < tie.statedLag
    }
}
